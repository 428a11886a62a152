public import Extract
import Foundation
import GRDB
import Synchronization

/// What became of a record that was given to an archive.
public enum IngestOutcome: Equatable, Sendable {
    /// The path was new.
    case added
    /// The file or its reading has changed: its records took the place of the earlier ones.
    case replaced
    /// The archive held exactly this already.
    case unchanged
    /// The same bytes are in the archive under another path, and were not stored twice.
    case duplicate(of: String)
}

/// A file to store: what was read from it, and what to note of it.
public struct IngestFile: Sendable {
    /// Nil where it could not be read.
    public var record: PreparedRecord?
    /// Nil for what is no file.
    ///
    /// Outcome, digest and documents are filled in from the record.
    public var entry: ManifestEntry?

    public init(_ record: PreparedRecord?, _ entry: ManifestEntry? = nil) {
        self.record = record
        self.entry = entry
    }
}

extension Archive {
    /// Makes a record ready to be stored: the part of the work that any thread can do.
    ///
    /// - Throws: ``ArchiveError`` where ICU's data is missing, or what is no number stands in the record.
    public static func prepare(_ record: GazetteRecord) throws(ArchiveError) -> PreparedRecord {
        let path = SourcePath.standardized(record.source.path)
        let normalizer = try Normalizer.shared()
        do {
            return try PreparedRecord(record, path: path, normalizer: normalizer)
        } catch {
            throw ArchiveError(.database, path: path, cause: "\(error)")
        }
    }

    /// Stores files in one transaction, and notes what became of them.
    ///
    /// All of it is safe on disk when this returns, and searchable after ``commit()``.
    ///
    /// - Returns: What became of each; nil for those without a record.
    /// - Throws: ``ArchiveError``; then the archive is as before.
    @discardableResult
    public func add(_ files: [IngestFile]) throws(ArchiveError) -> [IngestOutcome?] {
        guard isWritable else { throw ArchiveError(.readOnly, path: directory.path(percentEncoded: false)) }
        return try store.add(files)
    }

    /// Stores all that was read from one file.
    ///
    /// It is safe on disk when this returns, and searchable after ``commit()``.
    ///
    /// Files are told apart by the absolute path in the record's source; see ``IngestOutcome`` for what happens to one
    /// that is known.
    ///
    /// - Throws: ``ArchiveError``; then the archive is as before.
    @discardableResult
    public func add(_ record: GazetteRecord) throws(ArchiveError) -> IngestOutcome {
        try add([IngestFile(try Self.prepare(record))]).first.flatMap(\.self) ?? .unchanged
    }
}

extension RecordStore {
    func add(_ files: [IngestFile]) throws(ArchiveError) -> [IngestOutcome?] {
        let known = units.withLock { $0 }
        do throws(ArchiveError) {
            let (outcomes, units) = try write { db in
                var writer = RecordWriter(db: db, units: known)
                let outcomes = try files.map { try Self.add($0, &writer) }
                return (outcomes, writer.units)
            }
            self.units.withLock { $0 = units }
            return outcomes
        } catch {
            // The ids that were given in what is undone now are not in the database.
            units.withLock { $0 = [:] }
            throw error
        }
    }

    private static func add(_ file: IngestFile, _ writer: inout RecordWriter) throws -> IngestOutcome? {
        let outcome = try file.record.map { try add($0, &writer) }
        guard var entry = file.entry else { return outcome }
        entry.path = SourcePath.standardized(entry.path)
        if let record = file.record {
            entry.outcome = .stored
            entry.sha256 = record.sha256
            entry.documents = record.documentCount
        }
        if case .duplicate(let path) = outcome {
            entry.outcome = .duplicate
            entry.reason = path
        }
        try SourceManifest.put(entry, writer.db)
        return outcome
    }

    private static func add(_ record: PreparedRecord, _ writer: inout RecordWriter) throws -> IngestOutcome {
        let db = writer.db
        let known = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT id, sha256 FROM sources WHERE path = ?"), arguments: [record.path])
        let knownID: Int64? = known?["id"]
        let twin = try String.fetchOne(
            try db.cachedStatement(sql: "SELECT path FROM sources WHERE sha256 = ? AND path <> ?"),
            arguments: [record.sha256, record.path])
        if let knownID, twin == nil, known?["sha256"] == record.sha256, try isSame(record, as: knownID, db) {
            return .unchanged
        }
        if knownID == nil, let twin { return .duplicate(of: twin) }
        let generation = try writer.nextGeneration()
        if let knownID { try writer.remove(source: knownID, generation: generation) }
        if let twin { return .duplicate(of: twin) }
        try writer.insert(record, generation: generation)
        return knownID == nil ? .added : .replaced
    }

    /// Whether a source is stored with this very record.
    private static func isSame(_ record: PreparedRecord, as source: Int64, _ db: Database) throws -> Bool {
        let checksums = try Int64.fetchAll(
            db, sql: "SELECT checksum FROM documents WHERE source = ? ORDER BY id", arguments: [source])
        guard checksums == record.documents.map(\.checksum) else { return false }
        let envelope = try String.fetchOne(db, sql: "SELECT envelope FROM sources WHERE id = ?", arguments: [source])
        guard let envelope, envelope != record.envelope else { return envelope != nil }
        // The same path may be written in another way.
        let decoder = JSONDecoder()
        var stored = try decoder.decode(GazetteRecord.self, from: Data(envelope.utf8))
        let given = try decoder.decode(GazetteRecord.self, from: Data(record.envelope.utf8))
        stored.source.path = given.source.path
        return stored == given
    }
}
