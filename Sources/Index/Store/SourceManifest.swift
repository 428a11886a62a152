public import Foundation
import GRDB

/// What became of one file that was given to an archive.
public struct ManifestEntry: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, Sendable { case stored, duplicate, failed, passedOver }
    /// The absolute path.
    public var path: String
    /// The SHA-256 of its bytes, in hexadecimal; nil where they could not be read.
    public var sha256: String?
    /// In bytes.
    public var size: Int
    /// When the file was last changed, in seconds since 1970.
    public var modified: Double
    /// Which build of the program read it.
    public var reader: String
    public var outcome: Outcome
    /// Why it failed or was passed over, or which path holds the same bytes.
    public var reason: String?
    /// How many documents it gave.
    public var documents: Int
    /// When it was read: ISO 8601, UTC.
    public var read: String

    public init(
        path: String, sha256: String?, size: Int, modified: Double, reader: String, outcome: Outcome,
        reason: String? = nil,
        documents: Int = 0, read: Date = Date()
    ) {
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.modified = modified
        self.reader = reader
        self.outcome = outcome
        self.reason = reason
        self.documents = documents
        self.read = read.formatted(.iso8601)
    }
}

extension Schema {
    /// The table of what was read, added to archives that were made without it.
    static func addManifest(_ db: Database) throws {
        try db.execute(
            sql: "CREATE TABLE IF NOT EXISTS manifest (path TEXT PRIMARY KEY, entry BLOB NOT NULL) WITHOUT ROWID")
    }
}

extension RecordStore {
    func manifest() throws(ArchiveError) -> [ManifestEntry] {
        try read { db in
            guard try db.tableExists("manifest") else { return [] }
            return try Data.fetchAll(db, sql: "SELECT entry FROM manifest ORDER BY path")
                .map { try JSONDecoder().decode(ManifestEntry.self, from: $0) }
        }
    }

    func manifestEntry(_ path: String) throws(ArchiveError) -> ManifestEntry? {
        try read { db in
            try Data.fetchOne(db, sql: "SELECT entry FROM manifest WHERE path = ?", arguments: [path])
                .map { try JSONDecoder().decode(ManifestEntry.self, from: $0) }
        }
    }

    func note(_ entry: ManifestEntry) throws(ArchiveError) {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO manifest VALUES (?, ?)",
                arguments: [entry.path, try JSONEncoder().encode(entry)])
        }
    }
}

extension Archive {
    /// What became of every file that was given to the archive, by path.
    public func manifest() throws(ArchiveError) -> [ManifestEntry] { try store.manifest() }

    /// What became of one file; nil where it was never given.
    ///
    /// - Parameter path: As given; it is made absolute.
    public func manifestEntry(for path: String) throws(ArchiveError) -> ManifestEntry? {
        try store.manifestEntry(SourcePath.standardized(path))
    }

    /// Notes what became of a file, so that a later run need not read it again.
    public func note(_ entry: ManifestEntry) throws(ArchiveError) {
        var entry = entry
        entry.path = SourcePath.standardized(entry.path)
        try store.note(entry)
    }
}
