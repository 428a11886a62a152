import Extract
import Foundation
import GRDB

/// Writes prepared records into the tables, and takes them out again.
///
/// It only binds and steps statements: all that takes thought was done when the record was prepared.
struct RecordWriter {
    let db: Database
    /// The ids of units that were met before.
    var units: [String: Int64]

    init(db: Database, units: [String: Int64] = [:]) {
        self.db = db
        self.units = units
    }

    private func execute(_ sql: String, _ values: [DatabaseValue]) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Raises the generation and gives it.
    func nextGeneration() throws -> Int64 {
        try db.execute(sql: "UPDATE state SET generation = generation + 1")
        return try Int64.fetchOne(db, sql: "SELECT generation FROM state") ?? 0
    }

    /// Stores a record whose path and digest are new.
    mutating func insert(_ record: PreparedRecord, generation: Int64) throws {
        try execute(
            "INSERT INTO sources (path, sha256, generation, checksum, envelope) VALUES (?, ?, ?, ?, ?)",
            [
                record.path.databaseValue, record.sha256.databaseValue, generation.databaseValue,
                record.envelopeChecksum.databaseValue, record.envelope.databaseValue,
            ])
        let source = db.lastInsertedRowID
        let statement = try db.cachedStatement(sql: "SELECT next_passage FROM state")
        var next = try Int64.fetchOne(statement) ?? 1
        for document in record.documents {
            try insert(document, source: source, sha256: record.sha256, first: next)
            next += Int64(document.passageCount)
        }
        try execute("UPDATE state SET next_passage = ?", [next.databaseValue])
    }

    private mutating func insert(
        _ document: PreparedDocument, source: Int64, sha256: String, first: Int64
    ) throws {
        let name = try uniqueName(document.name, sha256: sha256)
        let last = first + Int64(document.passageCount) - 1
        try execute(
            """
            INSERT INTO documents (source, name, name_key, number, number_key, title, title_key, titles, kind, kind_key, issuers,
                recipients_key, year, signed, effective, expires, line, first, last, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [source.databaseValue, name.databaseValue] + document.columns
                + [first.databaseValue, last.databaseValue, document.checksum.databaseValue])
        let id = db.lastInsertedRowID
        for issuer in document.issuers {
            try execute(
                "INSERT INTO issuers VALUES (?, ?, ?)",
                [id.databaseValue, issuer.name.databaseValue, issuer.key.databaseValue])
        }
        for (number, part) in document.parts.enumerated() {
            try execute(
                "INSERT INTO record_parts VALUES (?, ?, ?)",
                [RowID.of(id, number).databaseValue, part.size.databaseValue, Self.blob(part.bytes)])
        }
        try insertPassages(of: document, id: id)
        for kind in RecordMap.Kind.allCases {
            for (number, row) in (document.records[kind] ?? []).enumerated() {
                let passage = row.passage.map { first + Int64($0) }
                let columns: [DatabaseValue] = [
                    RowID.of(id, number).databaseValue, passage?.databaseValue ?? .null,
                    row.place.lowerBound.databaseValue, row.place.count.databaseValue,
                ]
                try execute(Self.insertion(kind), columns + row.values)
            }
        }
    }

    private mutating func insertPassages(of document: PreparedDocument, id: Int64) throws {
        var units: [Int64] = []
        for (number, unit) in document.units.enumerated() {
            let unitID = try self.id(ofUnit: unit.name, key: unit.key)
            units.append(unitID)
            let uses = document.assignments.count { $0.unit == number }
            try execute(
                "INSERT INTO unit_uses VALUES (?, ?, ?)",
                [unitID.databaseValue, id.databaseValue, uses.databaseValue])
        }
        let assignments = AssignmentTable(units: units, entries: document.assignments)
        try execute(
            "INSERT INTO passages VALUES (?, ?, ?)",
            [
                id.databaseValue, Self.blob(document.passages),
                assignments.entries.isEmpty ? .null : Self.blob(assignments.bytes),
            ])
    }

    private static func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

    private static func insertion(_ kind: RecordMap.Kind) -> String {
        switch kind {
        case .tasks, .deadlines, .citations, .events: "INSERT INTO \(kind.rawValue) VALUES (?, ?, ?, ?, ?, ?, ?)"
        case .targets: "INSERT INTO targets VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        case .definitions: "INSERT INTO definitions VALUES (?, ?, ?, ?, ?)"
        case .duties: "INSERT INTO duties VALUES (?, ?, ?, ?, ?, ?)"
        }
    }

    private mutating func id(ofUnit name: String, key: String) throws -> Int64 {
        if let id = units[name] { return id }
        let known = try Int64.fetchOne(
            try db.cachedStatement(sql: "SELECT id FROM units WHERE name = ?"), arguments: [name])
        if known == nil {
            try execute("INSERT INTO units (name, key) VALUES (?, ?)", [name.databaseValue, key.databaseValue])
        }
        let id = known ?? db.lastInsertedRowID
        units[name] = id
        return id
    }

    /// The id of a document where no other has it; else with a part of the source's digest behind it, and with a number where
    /// the same source gives it twice.
    private func uniqueName(_ name: String, sha256: String) throws -> String {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM documents WHERE name = ?")
        var result = name
        var number = 1
        while try Int.fetchOne(statement, arguments: [result]) != nil {
            result = "\(name)~\(sha256.prefix(8))" + (number > 1 ? "-\(number)" : "")
            number += 1
        }
        return result
    }

    /// Takes a source out, with all that was made of it.
    func remove(source: Int64, generation: Int64) throws {
        let documents = try Row.fetchAll(
            db, sql: "SELECT id, first, last FROM documents WHERE source = ? ORDER BY first", arguments: [source])
        let first: Int64? = documents.first?["first"]
        let last: Int64? = documents.last?["last"]
        if let first, let last, first <= last {
            try db.execute(sql: "INSERT INTO removed VALUES (?, ?, ?)", arguments: [first, last, generation])
        }
        for row in documents {
            let id: Int64 = row["id"]
            for table in Schema.ownedTables {
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE id BETWEEN ? AND ?",
                    arguments: [RowID.first(of: id), RowID.last(of: id)])
            }
            for table in ["issuers", "unit_uses", "passages"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE document = ?", arguments: [id])
            }
        }
        try db.execute(sql: "DELETE FROM documents WHERE source = ?", arguments: [source])
        try db.execute(sql: "DELETE FROM sources WHERE id = ?", arguments: [source])
    }
}
