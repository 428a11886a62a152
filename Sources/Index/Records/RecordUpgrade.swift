import Extract
import Foundation
import GRDB

/// Makes the tables of this version from the records that are stored, by whichever version, all or nothing.
///
/// One source is in memory at a time.
enum RecordUpgrade {
    private static let prefix = "old_"

    static func run(_ pool: any DatabaseWriter) throws {
        let normalizer = try Normalizer.shared()
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.inTransaction {
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                try setAside(db)
                try Schema.create(db)
                try takeOver(db, from: version, normalizer: normalizer)
                for table in try names(db, type: "table") where table.hasPrefix(prefix) {
                    try db.execute(sql: "DROP TABLE \(table)")
                }
                return .commit
            }
            // What the earlier tables took is given back, where there is room to do it.
            try? db.execute(sql: "VACUUM")
        }
    }

    private static func names(_ db: Database, type: String) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
            arguments: [type])
    }

    /// Gives all tables other names, and takes their indexes away, whose names are wanted.
    private static func setAside(_ db: Database) throws {
        for index in try names(db, type: "index") { try db.execute(sql: "DROP INDEX \(index)") }
        for table in try names(db, type: "table") {
            try db.execute(sql: "ALTER TABLE \(table) RENAME TO \(prefix)\(table)")
        }
        if try db.tableExists("\(prefix)documents") {
            try db.execute(sql: "CREATE INDEX \(prefix)source ON \(prefix)documents (source)")
        }
    }

    private static func takeOver(_ db: Database, from version: Int, normalizer: Normalizer) throws {
        let generation = (try Int64.fetchOne(db, sql: "SELECT generation FROM \(prefix)state") ?? 0) + 1
        let last =
            version < 3
            ? try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name LIKE '%passages'") ?? 0
            : try Int64.fetchOne(db, sql: "SELECT next_passage - 1 FROM \(prefix)state") ?? 0
        // Ids go on from where they were, since an index may know the old ones.
        try db.execute(sql: "UPDATE state SET generation = ?, next_passage = ?", arguments: [generation, last + 1])
        if last > 0 { try db.execute(sql: "INSERT INTO removed VALUES (1, ?, ?)", arguments: [last, generation]) }
        var writer = RecordWriter(db: db)
        let sources = try Row.fetchAll(db, sql: "SELECT id, path FROM \(prefix)sources ORDER BY id")
        for source in sources {
            let record = try record(db, source: source["id"], version: version)
            let prepared = try PreparedRecord(record, path: source["path"], normalizer: normalizer)
            try writer.insert(prepared, generation: generation)
        }
        try takeOverManifest(db, from: version)
    }

    /// The whole record of a source in the tables set aside.
    private static func record(_ db: Database, source: Int64, version: Int) throws -> GazetteRecord {
        guard version < 3 else { return try RecordReader.record(db, source: source, prefix: prefix) }
        let decoder = JSONDecoder()
        guard
            let envelope = try Data.fetchOne(
                db, sql: "SELECT envelope FROM \(prefix)sources WHERE id = ?", arguments: [source])
        else { throw ArchiveError(.database, cause: "source \(source) has no record") }
        var record = try decoder.decode(GazetteRecord.self, from: envelope)
        let documents = try Data.fetchAll(
            db, sql: "SELECT record FROM \(prefix)documents WHERE source = ? ORDER BY id", arguments: [source])
        record.documents = try documents.map { try decoder.decode(DocumentRecord.self, from: $0) }
        return record
    }

    private static func takeOverManifest(_ db: Database, from version: Int) throws {
        guard try db.tableExists("\(prefix)manifest") else { return }
        guard version < 3 else {
            return try db.execute(sql: "INSERT INTO manifest SELECT * FROM \(prefix)manifest")
        }
        for data in try Data.fetchAll(db, sql: "SELECT entry FROM \(prefix)manifest") {
            try SourceManifest.put(try JSONDecoder().decode(ManifestEntry.self, from: data), db)
        }
    }
}
