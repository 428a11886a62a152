import Extract
import Foundation
import GRDB

/// Holds the tables of `records.sqlite` against the checksums of the records, and against the records.
struct RecordVerifier {
    struct Problem {
        var kind: VerificationReport.Problem.Kind
        var place: String?
        var message: String
    }

    let normalizer: Normalizer
    private(set) var problems: [Problem] = []
    private(set) var sources = 0
    private(set) var documents = 0
    private(set) var passages = 0

    init(normalizer: Normalizer) { self.normalizer = normalizer }

    mutating func run(_ db: Database) throws {
        for message in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where message != "ok" {
            add(.records, message: message)
        }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
            add(
                .derived, place: "table \(row[0] as String? ?? "")",
                message: "row \(row[1] as Int64? ?? 0) belongs to nothing")
        }
        for row in try Row.fetchAll(db, sql: "SELECT path, envelope, checksum FROM sources ORDER BY id") {
            sources += 1
            let path: String = row["path"]
            check(row, "envelope", place: path) { try JSONDecoder().decode(GazetteRecord.self, from: $0) }
        }
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM documents ORDER BY id")
        for id in ids { try verify(document: id, db) }
    }

    private mutating func verify(document id: Int64, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT name, record, checksum FROM documents WHERE id = ?", arguments: [id])
        else { return }
        documents += 1
        let name: String = row["name"]
        guard
            let document = check(
                row, "record", place: name, { try JSONDecoder().decode(DocumentRecord.self, from: $0) })
        else { return }
        let texts = try String.fetchAll(
            db, sql: "SELECT text FROM passages WHERE document = ? ORDER BY id", arguments: [id])
        passages += texts.count
        if texts != Passage.all(of: document).map(\.text) {
            add(.derived, place: "\(name), table passages", message: "the texts are not those of the record")
        }
        try compare("tasks", document.tasks, id, name, db)
        try compare("deadlines", document.deadlines, id, name, db)
        try compare("targets", document.targets, id, name, db)
        try compare("citations", document.citations, id, name, db)
        try compare("definitions", document.definitions, id, name, db)
        try compare("duties", document.duties, id, name, db)
        try compare("events", document.events, id, name, db)
    }

    private mutating func compare<Record: RecordContent>(
        _ table: String, _ records: [Record], _ document: Int64, _ name: String, _ db: Database
    ) throws {
        let stored = try Data.fetchAll(
            db, sql: "SELECT record FROM \(table) WHERE document = ? ORDER BY rowid", arguments: [document])
        let decoder = JSONDecoder()
        let isSame =
            stored.count == records.count
            && zip(stored, records).allSatisfy { (try? decoder.decode(Record.self, from: $0)) == $1 }
        if !isSame { add(.derived, place: "\(name), table \(table)", message: "the rows are not those of the record") }
    }

    @discardableResult
    private mutating func check<Record>(
        _ row: Row, _ column: String, place: String, _ decode: (Data) throws -> Record
    ) -> Record? {
        let data: Data = row[column]
        guard row["checksum"] == RecordChecksum.of(data) else {
            add(.records, place: place, message: "the checksum is wrong")
            return nil
        }
        do {
            return try decode(data)
        } catch {
            add(.records, place: place, message: "the record can't be read: \(error)")
            return nil
        }
    }

    private mutating func add(_ kind: VerificationReport.Problem.Kind, place: String? = nil, message: String) {
        problems.append(Problem(kind: kind, place: place, message: message))
    }
}

/// The checksum that is kept beside each record.
enum RecordChecksum {
    static func of(_ record: Data) -> Int64 { Int64(bitPattern: Checksum.of([UInt8](record))) }
}
