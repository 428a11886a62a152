import Foundation
import GRDB

/// The records of an archive: `records.sqlite`, the truth from which the index is made.
struct RecordStore: Sendable {
    let pool: DatabasePool
    let path: String

    /// How long to wait where another process has the database to itself, as it has for an instant when it is the last to close.
    private static let busySeconds = 10.0

    /// Opens the database; creates it where `create` is set and there is none.
    ///
    /// - Throws: ``ArchiveError`` with `notAnArchive`, `unsupportedVersion` or `database`.
    init(at url: URL, create: Bool, readOnly: Bool) throws(ArchiveError) {
        path = url.path(percentEncoded: false)
        let exists = FileManager.default.fileExists(atPath: path)
        guard exists || create else { throw ArchiveError(.notAnArchive, path: path) }
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Self.busySeconds)
        configuration.label = "gongbao"
        do {
            let isOld = exists ? try Self.isOld(path) : false
            if isOld, readOnly { throw ArchiveError(.unsupportedVersion, path: path) }
            if !exists { try Self.create(url) }
            pool = try DatabasePool(path: path, configuration: configuration)
            // What was reported as stored must stand when the power fails, not only when the process does.
            if !readOnly { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
            if isOld { try upgrade() }
            if !readOnly { try pool.write { try Schema.addManifest($0) } }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw Self.wrap(error, path: path)
        }
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
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busySeconds)
        do {
            return try DatabaseQueue(path: path, configuration: configuration).read { db in
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                    throw ArchiveError(.notAnArchive, path: path)
                }
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                guard (1...Schema.version).contains(version) else {
                    throw ArchiveError(.unsupportedVersion, path: path)
                }
                return version < Schema.version
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw ArchiveError(.notAnArchive, path: path, cause: error.message)
        }
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
            try upgrade()
        } catch {
            throw Self.wrap(error, path: path)
        }
    }

    /// Makes the tables of this version from the records of an earlier one, all or nothing.
    private func upgrade() throws {
        let normalizer = try Normalizer.shared()
        try pool.writeWithoutTransaction { db in
            // Tables are dropped with all that refers to them.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            try db.inTransaction {
                let sources = try Row.fetchAll(db, sql: "SELECT id, path FROM sources ORDER BY id")
                let records = try sources.map {
                    (path: $0["path"] as String, record: try Self.record(db, source: $0["id"]))
                }
                let generation = try Int64.fetchOne(db, sql: "SELECT generation FROM state") ?? 0
                try Schema.remake(db, generation: generation)
                for (path, record) in records {
                    if let record { try Self.insert(record, path: path, db: db, normalizer: normalizer) }
                }
                return .commit
            }
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        do { return try pool.read(body) } catch { throw Self.wrap(error, path: path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        do { return try pool.write(body) } catch { throw Self.wrap(error, path: path) }
    }

    private static func wrap(_ error: any Error, path: String) -> ArchiveError {
        switch error {
        case let error as ArchiveError: error
        case let error as DatabaseError: ArchiveError(.database, path: path, cause: error.message ?? "\(error)")
        default: ArchiveError(.database, path: path, cause: "\(error)")
        }
    }
}

extension RecordStore: IndexedRecords {
    func generation() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT generation FROM state") ?? 0 }
    }

    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [IndexedText] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, text, emphasis FROM passages WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
                arguments: [id, last, limit]
            ).map { IndexedText(id: $0["id"], text: $0["text"], emphasis: $0["emphasis"]) }
        }
    }

    func lastPassage() throws(ArchiveError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'passages'") ?? 0 }
    }

    func removed(after generation: Int64) throws(ArchiveError) -> [IndexManifest.Run] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT first, last FROM removed WHERE generation > ? ORDER BY first", arguments: [generation]
            ).map { IndexManifest.Run(first: $0["first"], last: $0["last"]) }
        }
    }
}
