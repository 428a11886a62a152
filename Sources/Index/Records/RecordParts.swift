import CZLibShims
import GRDB

/// The JSON of a record as it is stored: cut into parts of 32 kB, each a zlib stream, so that a part of it is read without
/// the rest.
///
/// A part that would not become smaller is stored as it is, as in archives of SQLite (`sqlar`): then its length is its size.
enum RecordParts {
    static let size = 1 << 15

    struct Part: Equatable, Sendable {
        var bytes: [UInt8]
        /// How many bytes it stands for.
        var size: Int
    }

    static func cut(_ json: [UInt8]) -> [Part] {
        stride(from: 0, to: json.count, by: size).map { start in
            compress(Array(json[start..<min(start + size, json.count)]))
        }
    }

    private static func compress(_ bytes: [UInt8]) -> Part {
        let capacity = Int(czlib_bound(UInt64(bytes.count)))
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            let length = unsafe bytes.withUnsafeBufferPointer { source -> Int64 in
                guard let from = source.baseAddress, let to = target.baseAddress else { return -1 }
                return unsafe czlib_compress(from, UInt64(source.count), to, UInt64(capacity))
            }
            count = max(0, Int(length))
        }
        let isSmaller = !packed.isEmpty && packed.count < bytes.count
        return Part(bytes: isSmaller ? packed : bytes, size: bytes.count)
    }

    /// The bytes that a part stands for; nil where it is damaged.
    static func expand(_ stored: [UInt8], size: Int) -> [UInt8]? {
        guard size >= 0, size <= Self.size else { return nil }
        if stored.count == size { return stored }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
            let length = unsafe stored.withUnsafeBufferPointer { source -> Int64 in
                guard let from = source.baseAddress, let to = target.baseAddress else { return -1 }
                return unsafe czlib_expand(from, UInt64(source.count), to, UInt64(size))
            }
            count = max(0, Int(length))
        }
        return bytes.count == size ? bytes : nil
    }
}

/// The JSON of one document's record in the database, read part by part.
final class StoredRecord {
    private let db: Database
    private let document: Int64
    private let table: String
    private var parts: [Int: [UInt8]] = [:]

    /// - Parameter prefix: What stands before the name of the table.
    init(_ document: Int64, in db: Database, prefix: String = "") {
        self.db = db
        self.document = document
        table = prefix + "record_parts"
    }

    /// The bytes at a place.
    ///
    /// - Throws: ``ArchiveError`` where they are missing or damaged.
    func bytes(_ range: Range<Int>) throws -> [UInt8] {
        guard range.lowerBound >= 0 else { throw damage }
        var result: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let part = try part(position / RecordParts.size)
            let offset = position % RecordParts.size
            let end = min(part.count, offset + range.upperBound - position)
            guard offset < end else { throw damage }
            result += part[offset..<end]
            position += end - offset
        }
        return result
    }

    /// All of it.
    func all() throws -> [UInt8] {
        let rows = try db.cachedStatement(sql: "SELECT data, size FROM \(table) WHERE id BETWEEN ? AND ? ORDER BY id")
        let first = RowID.first(of: document)
        let cursor = try Row.fetchCursor(rows, arguments: [first, RowID.last(of: document)])
        var result: [UInt8] = []
        while let row = try cursor.next() { result += try expand(row) }
        return result
    }

    private func part(_ number: Int) throws -> [UInt8] {
        if let part = parts[number] { return part }
        let statement = try db.cachedStatement(sql: "SELECT data, size FROM \(table) WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [RowID.of(document, number)]) else { throw damage }
        let part = try expand(row)
        parts[number] = part
        return part
    }

    private func expand(_ row: Row) throws -> [UInt8] {
        let stored = try row.bytes(0)
        guard let bytes = RecordParts.expand(stored, size: row[1]) else { throw damage }
        return bytes
    }

    private var damage: ArchiveError {
        ArchiveError(.database, cause: "the record of document \(document) is damaged or missing")
    }
}

extension Row {
    /// The bytes of a BLOB; none where there is NULL.
    func bytes(_ column: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } ?? [] }
    }
}

/// Ids of rows that belong to a document: its own id, and the number of the row among those of the document.
///
/// So rows stand beside those of the same document, and need no index to be found by it.
enum RowID {
    private static let bits: Int64 = 24

    static func of(_ document: Int64, _ number: Int) -> Int64 { document << bits | Int64(number) }
    static func first(of document: Int64) -> Int64 { document << bits }
    static func last(of document: Int64) -> Int64 { document << bits | (1 << bits - 1) }
    static func document(_ id: Int64) -> Int64 { id >> bits }
    static func number(_ id: Int64) -> Int { Int(id & (1 << bits - 1)) }
}
