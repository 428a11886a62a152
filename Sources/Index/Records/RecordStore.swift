import Extract
import Foundation
import GRDB
import Synchronization

/// The records of an archive: `records.sqlite`, the truth from which the index is made.
final class RecordStore: Sendable {
    let pool: any DatabaseWriter
    let path: String
    /// The ids of units, as far as they were met.
    let units = Mutex<[String: Int64]>([:])

    /// How long to wait where another process has the database to itself, as it has for an instant when it is the last to close.
    private static let busySeconds = 10.0

    /// Opens the database; creates it where `create` is set and there is none.
    ///
    /// - Throws: ``ArchiveError`` with `notAnArchive`, `unsupportedVersion` or `database`.
    init(at url: URL, create: Bool, readOnly: Bool) throws(ArchiveError) {
        path = url.path(percentEncoded: false)
        let exists = FileManager.default.fileExists(atPath: path)
        guard exists || create else { throw ArchiveError(.notAnArchive, path: path) }
        do {
            let isOld = exists ? try Self.isOld(path) : false
            if isOld, readOnly { throw ArchiveError(.unsupportedVersion, path: path) }
            if !exists { try Self.create(url) }
            pool = try readOnly ? Self.reader(url) : Self.writer(path)
            if isOld { try RecordUpgrade.run(pool) }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw Self.wrap(error, path: path)
        }
    }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(busySeconds)
        configuration.label = "gongbao"
        return configuration
    }

    private static func writer(_ path: String) throws -> any DatabaseWriter {
        let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
        // What was reported as stored must stand when the power fails, not only when the process does.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// Opens for reading, where nothing can be written as well.
    private static func reader(_ url: URL) throws -> any DatabaseWriter {
        let path = url.path(percentEncoded: false)
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(readOnly: true))
            _ = try pool.read { try Int.fetchOne($0, sql: "SELECT generation FROM state") }
            return pool
        } catch let error as DatabaseError where isUnwritable(error, path: path) {
            // SQLite wants files beside a database that others may write to; no one can write to this one.
            let address = "file:\(url.path(percentEncoded: true))?immutable=1"
            return try DatabaseQueue(path: address, configuration: configuration(readOnly: true))
        }
    }

    /// Whether opening failed because nothing can be written beside the database, and nothing waits there to be taken up.
    private static func isUnwritable(_ error: DatabaseError, path: String) -> Bool {
        let waiting = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        let codes: [ResultCode] = [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL]
        return codes.contains(error.resultCode) && (waiting ?? 0) == 0
    }

    /// Where a database stands until it is whole; a process that is ended meanwhile leaves no half of one.
    static let unfinished = "records.new"

    private static func create(_ url: URL) throws {
        let temporary = url.deletingLastPathComponent().appending(path: unfinished)
        for ending in ["", "-journal"] {
            try? FileManager.default.removeItem(atPath: temporary.path(percentEncoded: false) + ending)
        }
        do {
            var configuration = Configuration()
            configuration.label = "gongbao"
            let queue = try DatabaseQueue(path: temporary.path(percentEncoded: false), configuration: configuration)
            try queue.write { try Schema.create($0) }
            try queue.close()
        }
        try DurableFile.move(temporary, to: url, by: SystemFiles())
    }

    /// Looks at the marks of a file before anything is written to it; tells whether an earlier version wrote it.
    private static func isOld(_ path: String) throws -> Bool {
        // The marks stand in the first bytes, which are read without the locks and files that SQLite would want.
        guard let file = FileHandle(forReadingAtPath: path), let head = try file.read(upToCount: 100),
            head.count == 100, head.starts(with: Data("SQLite format 3\0".utf8))
        else { throw ArchiveError(.notAnArchive, path: path, cause: "it is no database") }
        try file.close()
        func number(_ offset: Int) -> Int { head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard number(68) == Schema.applicationID else { throw ArchiveError(.notAnArchive, path: path) }
        guard (1...Schema.version).contains(number(60)) else { throw ArchiveError(.unsupportedVersion, path: path) }
        return number(60) < Schema.version
    }

    /// Makes all tables anew from the records, all or nothing.
    ///
    /// - Throws: ``ArchiveError`` with `database` where a record is damaged: then nothing is changed.
    func remake() throws(ArchiveError) {
        var verifier = RecordVerifier(normalizer: try Normalizer.shared())
        do {
            try pool.read { try verifier.run($0) }
            if let damage = verifier.problems.first(where: { $0.kind == .records }) {
                throw ArchiveError(.database, path: path, cause: "\(damage.place ?? ""): \(damage.message)")
            }
            try RecordUpgrade.run(pool)
            units.withLock { $0 = [:] }
        } catch {
            throw Self.wrap(error, path: path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        do { return try pool.read(body) } catch { throw Self.wrap(error, path: path) }
    }

    /// Reads as long as `body` does, whose own errors are passed on as they are.
    func reading(_ body: (Database) throws -> Void) throws {
        do { try pool.read(body) } catch let error as DatabaseError { throw Self.wrap(error, path: path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        do { return try pool.write(body) } catch { throw Self.wrap(error, path: path) }
    }

    private static func wrap(_ error: any Error, path: String) -> ArchiveError {
        switch error {
        case var error as ArchiveError:
            error.path = error.path ?? path
            return error
        case let error as DatabaseError:
            return ArchiveError(.database, path: path, cause: error.message ?? "\(error)")
        default: return ArchiveError(.database, path: path, cause: "\(error)")
        }
    }
}

extension RecordStore: IndexedRecords {
    func generation() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT generation FROM state") ?? 0 }
    }

    /// The passages of whole documents are given, so that there may be more than `limit`.
    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [IndexedText] {
        try read { db in
            var texts: [IndexedText] = []
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT id, first FROM documents WHERE last > ? AND first <= ? AND first <= last ORDER BY first",
                arguments: [id, last])
            while texts.count < limit, let row = try rows.next() {
                let first: Int64 = row["first"]
                let passages = try StoredPassages(of: row["id"], first: first, in: db)
                try passages.forEach { passage, content in
                    guard passage > id, passage <= last else { return }
                    texts.append(IndexedText(id: passage, text: content.text, emphasis: content.emphasis))
                }
            }
            return texts
        }
    }

    func lastPassage() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT next_passage - 1 FROM state") ?? 0 }
    }

    func removed(after generation: Int64) throws(ArchiveError) -> [IndexManifest.Run] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT first, last FROM removed WHERE generation > ? ORDER BY first", arguments: [generation]
            ).map { IndexManifest.Run(first: $0["first"], last: $0["last"]) }
        }
    }

    /// How many sources were stored after a generation.
    func sources(after generation: Int64) throws(ArchiveError) -> Int {
        try read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM sources WHERE generation > ?", arguments: [generation]) ?? 0
        }
    }
}
