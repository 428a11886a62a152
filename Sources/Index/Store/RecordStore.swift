import Foundation
import GRDB

/// The records of an archive: `records.sqlite`, the truth from which the index is made.
struct RecordStore: Sendable {
    let pool: DatabasePool
    let path: String

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
        configuration.busyMode = .timeout(10)
        configuration.label = "gongbao"
        do {
            if exists { try Self.check(path) }
            pool = try DatabasePool(path: path, configuration: configuration)
            if !exists { try pool.write { try Schema.create($0) } }
            if !readOnly { try pool.write { try Schema.addManifest($0) } }
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw Self.wrap(error, path: path)
        }
    }

    /// Looks at the marks of a file before anything is written to it.
    private static func check(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            try DatabaseQueue(path: path, configuration: configuration).read { db in
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                    throw ArchiveError(.notAnArchive, path: path)
                }
                guard try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.version else {
                    throw ArchiveError(.unsupportedVersion, path: path)
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw ArchiveError(.notAnArchive, path: path, cause: error.message)
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
                db, sql: "SELECT id, text FROM passages WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
                arguments: [id, last, limit]
            ).map { IndexedText(id: $0["id"], text: $0["text"]) }
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
