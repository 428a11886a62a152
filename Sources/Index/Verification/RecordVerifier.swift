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
        try checkOwners(db)
        let sources = try Row.fetchCursor(db, sql: "SELECT id, path, envelope, checksum FROM sources ORDER BY id")
        while let row = try sources.next() { try verify(source: row, db) }
    }

    /// Whether every row belongs to a document, and every document to a source.
    private mutating func checkOwners(_ db: Database) throws {
        var owners = ["issuers": "document", "unit_uses": "document", "passages": "document"]
        for table in Schema.ownedTables { owners[table] = "id >> 24" }
        for (table, owner) in owners.sorted(by: { $0.key < $1.key }) {
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM \(table) WHERE \(owner) NOT IN (SELECT id FROM documents)") ?? 0
            if count > 0 { add(.derived, place: "table \(table)", message: "\(count) rows belong to nothing") }
        }
        let count =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM documents WHERE source NOT IN (SELECT id FROM sources)") ?? 0
        if count > 0 { add(.records, place: "table documents", message: "\(count) documents belong to no source") }
    }

    private mutating func verify(source row: Row, _ db: Database) throws {
        sources += 1
        let path: String = row["path"]
        let json = Array((row["envelope"] as String).utf8)
        let envelope = check(GazetteRecord.self, json, checksum: row["checksum"], place: path)
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM documents WHERE source = ? ORDER BY id", arguments: [row["id"] as Int64])
        for id in ids { try verify(document: id, issueYear: envelope?.issue?.year, db) }
    }

    /// Makes the rows of a document anew from its record and holds them against those that are stored.
    private mutating func verify(document id: Int64, issueYear: Int?, _ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM documents WHERE id = ?", arguments: [id]) else {
            return
        }
        documents += 1
        let name: String = row["name"]
        let json: [UInt8]
        do {
            json = try StoredRecord(id, in: db).all()
        } catch let error as ArchiveError {
            return add(.records, place: name, message: error.cause ?? "\(error.code)")
        }
        guard let record = check(DocumentRecord.self, json, checksum: row["checksum"], place: name) else { return }
        let made = try PreparedDocument(record, issueYear: issueYear, normalizer: normalizer)
        passages += made.passageCount
        let rows = StoredRows(document: id, first: row["first"], db: db)
        let isWhole = try row["last"] - row["first"] + 1 == made.passageCount && rows.columns() == made.columns
        if !isWhole || !name.hasPrefix(made.name) { report(name, "documents") }
        if try rows.issuers() != made.issuers.map({ [$0.name, $0.key] }) { report(name, "issuers") }
        if try !rows.hasPassages(of: made) { report(name, "passages") }
        for kind in RecordMap.Kind.allCases where try rows.records(kind) != made.records[kind] ?? [] {
            report(name, kind.rawValue)
        }
    }

    private mutating func report(_ name: String, _ table: String) {
        add(.derived, place: "\(name), table \(table)", message: "the rows are not those of the record")
    }

    private mutating func check<Record: Decodable>(
        _ type: Record.Type, _ json: [UInt8], checksum: Int64, place: String
    ) -> Record? {
        guard checksum == RecordChecksum.of(json) else {
            add(.records, place: place, message: "the checksum is wrong")
            return nil
        }
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch {
            add(.records, place: place, message: "the record can't be read: \(error)")
            return nil
        }
    }

    private mutating func add(_ kind: VerificationReport.Problem.Kind, place: String? = nil, message: String) {
        problems.append(Problem(kind: kind, place: place, message: message))
    }
}

/// The rows of a document as they are stored, in the form in which ``PreparedDocument`` gives them.
private struct StoredRows {
    let document: Int64
    let first: Int64
    let db: Database

    private static let columnNames = [
        "name_key", "number", "number_key", "title", "title_key", "titles", "kind", "kind_key", "issuers",
        "recipients_key", "year",
        "signed", "effective", "expires", "line",
    ]

    func columns() throws -> [DatabaseValue] {
        let names = Self.columnNames.joined(separator: ", ")
        let row = try Row.fetchOne(db, sql: "SELECT \(names) FROM documents WHERE id = ?", arguments: [document])
        return row.map { Array($0.databaseValues) } ?? []
    }

    func issuers() throws -> [[String]] {
        try Row.fetchAll(
            db, sql: "SELECT name, key FROM issuers WHERE document = ? ORDER BY rowid", arguments: [document]
        ).map { [$0[0], $0[1]] }
    }

    func hasPassages(of made: PreparedDocument) throws -> Bool {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT passages, assignments FROM passages WHERE document = ?", arguments: [document])
        else { return false }
        let table = AssignmentTable(try row.bytes(1))
        let names = try table.units.map {
            try String.fetchOne(db, sql: "SELECT name FROM units WHERE id = ?", arguments: [$0])
        }
        let uses = try Row.fetchAll(
            db, sql: "SELECT unit, uses FROM unit_uses WHERE document = ?", arguments: [document])
        let counted = uses.allSatisfy { use in
            let place = table.units.firstIndex(of: use[0])
            return place.map { place in made.assignments.count { $0.unit == place } == use[1] as Int } ?? false
        }
        return try row.bytes(0) == made.passages && table.entries == made.assignments && counted
            && uses.count == made.units.count && names == made.units.map(\.name)
    }

    func records(_ kind: RecordMap.Kind) throws -> [PreparedDocument.RecordRow] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM \(kind.rawValue) WHERE id BETWEEN ? AND ? ORDER BY id",
            arguments: [RowID.first(of: document), RowID.last(of: document)]
        ).map { row in
            let passage: Int64? = row["passage"]
            let (start, length): (Int, Int) = (row["start"], row["length"])
            return PreparedDocument.RecordRow(
                passage: passage.map { Int($0 - first) }, place: start..<start + max(length, 0),
                values: Array(row.databaseValues.dropFirst(4)))
        }
    }
}

/// The checksum that is kept beside each record.
enum RecordChecksum {
    static func of(_ record: [UInt8]) -> Int64 { Int64(bitPattern: Checksum.of(record)) }
}
