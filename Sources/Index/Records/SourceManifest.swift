public import Foundation
import GRDB

/// What became of one file that was given to an archive.
public struct ManifestEntry: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, CaseIterable, Sendable { case stored, duplicate, failed, passedOver }
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
    /// Why it failed, or which path holds the same bytes.
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

/// The table of what was given to `ingest`.
enum SourceManifest {
    static func put(_ entry: ManifestEntry, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                entry.path, entry.outcome.rawValue, entry.documents, entry.size, entry.modified, entry.reader,
                entry.sha256, entry.reason, entry.read,
            ])
    }

    static func entry(_ row: Row) -> ManifestEntry {
        var entry = ManifestEntry(
            path: row["path"], sha256: row["sha256"], size: row["size"], modified: row["modified"],
            reader: row["reader"], outcome: ManifestEntry.Outcome(rawValue: row["outcome"]) ?? .failed,
            reason: row["reason"], documents: row["documents"])
        entry.read = row["read"]
        return entry
    }
}

extension Archive {
    /// What became of the files that were given to the archive, by path.
    ///
    /// - Parameters:
    ///   - outcome: Only of files with this outcome.
    ///   - offset: How many of the first to leave out.
    public func manifest(
        outcome: ManifestEntry.Outcome? = nil, limit: Int = .max, offset: Int = 0
    ) throws(ArchiveError) -> [ManifestEntry] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM manifest WHERE outcome = ?1 OR ?1 IS NULL ORDER BY path LIMIT ?2 OFFSET ?3",
                arguments: [outcome?.rawValue, limit, offset]
            ).map(SourceManifest.entry)
        }
    }

    /// How many files with each outcome were given to the archive.
    public func manifestCounts() throws(ArchiveError) -> [ManifestEntry.Outcome: Int] {
        try store.read { db in
            var counts: [ManifestEntry.Outcome: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT outcome, count(*) AS n FROM manifest GROUP BY outcome") {
                if let outcome = ManifestEntry.Outcome(rawValue: row["outcome"]) { counts[outcome] = row["n"] }
            }
            return counts
        }
    }

    /// What became of one file; nil where it was never given.
    ///
    /// - Parameter path: As given; it is made absolute.
    public func manifestEntry(for path: String) throws(ArchiveError) -> ManifestEntry? {
        let path = SourcePath.standardized(path)
        return try store.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM manifest WHERE path = ?", arguments: [path])
                .map(SourceManifest.entry)
        }
    }

    /// Notes what became of a file, so that a later run need not read it again.
    public func note(_ entry: ManifestEntry) throws(ArchiveError) { try add([IngestFile(nil, entry)]) }
}
