import Extract
import Foundation
import GRDB

/// Reads the tables into answers.
struct RecordReader {
    let db: Database
    let normalizer: Normalizer
    private let opened = OpenedRecords()

    init(db: Database, normalizer: Normalizer) {
        self.db = db
        self.normalizer = normalizer
    }

    /// Documents of which parts were read last.
    private final class OpenedRecords {
        var records: [Int64: StoredRecord] = [:]
        var passages: [Int64: StoredPassages] = [:]
    }

    /// How many documents are kept open for what is read of them next.
    private static let openedLimit = 32

    static let summaryColumns =
        "d.id AS key, d.name, d.number, d.title, d.kind, d.issuers, d.signed, d.year, s.path AS file, d.line"

    // MARK: Documents

    /// - Returns: The documents, and how many fit without the limit.
    func documents(_ filter: DocumentFilter) throws -> (documents: [DocumentSummary], total: Int) {
        var condition = Condition.always
        if let number = filter.number { condition.require("d.number_key = ?", [normalizer.key(number)]) }
        if let kind = filter.kind { condition.require("d.kind_key = ?", [normalizer.key(kind)]) }
        if let year = filter.year { condition.require("d.year = ?", [year]) }
        if let issuer = filter.issuer {
            let key = normalizer.key(issuer)
            condition.require("d.id IN (SELECT document FROM issuers WHERE instr(key, ?) > 0)", [key])
        }
        if let status = filter.status {
            let fields = FieldLookup(db: db, normalizer: normalizer, today: filter.day ?? SearchRequest.currentDay())
            let test = fields.status(status)
            condition.require("d.id IN (SELECT documents.id FROM documents WHERE \(test.sql))", test.arguments)
        }
        let found = try summaries(where: condition, limit: filter.limit, offset: filter.offset).map(\.summary)
        guard filter.limit < .max || filter.offset > 0 else { return (found, found.count) }
        let total = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM documents d WHERE \(condition.sql)",
            arguments: StatementArguments(condition.arguments))
        return (found, total ?? 0)
    }

    /// The rows that a reference means: by the first of these ways that gives any.
    ///
    /// - Returns: The documents by file and place, and how many there are without the limit.
    func documents(
        matching reference: String, limit: Int = .max
    ) throws -> (documents: [(key: Int64, summary: DocumentSummary)], total: Int) {
        let key = normalizer.key(reference)
        guard !key.isEmpty else { return ([], 0) }
        let ways: [(String, String)] = [
            ("d.number_key = ?", key), ("d.name = ?", reference), ("d.name_key = ?", key), ("d.title_key = ?", key),
            ("instr(d.title_key, ?) > 0", key),
        ]
        for (condition, value) in ways {
            let found = try summaries(where: Condition(condition, [value]), limit: limit)
            if found.isEmpty { continue }
            if found.count < limit { return (found, found.count) }
            let total = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM documents d WHERE \(condition)", arguments: [value])
            return (found, total ?? found.count)
        }
        guard let colon = reference.lastIndex(of: ":"), let line = Int(reference[reference.index(after: colon)...])
        else {
            return ([], 0)
        }
        let file = String(reference[..<colon])
        let found = try summaries(where: Condition("d.line = ?", [line]))
            .filter { $0.summary.file == file || $0.summary.file.hasSuffix("/" + file) }
        return (Array(found.prefix(limit)), found.count)
    }

    func document(key: Int64) throws -> DocumentRecord? {
        let json = try StoredRecord(key, in: db).all()
        return json.isEmpty ? nil : try JSONDecoder().decode(DocumentRecord.self, from: Data(json))
    }

    /// The whole record of a source, put together again.
    ///
    /// - Parameter prefix: What stands before the names of the tables.
    static func record(_ db: Database, source: Int64, prefix: String = "") throws -> GazetteRecord {
        let envelope = try String.fetchOne(
            db, sql: "SELECT envelope FROM \(prefix)sources WHERE id = ?", arguments: [source])
        guard let envelope else { throw ArchiveError(.database, cause: "source \(source) has no record") }
        let decoder = JSONDecoder()
        var record = try decoder.decode(GazetteRecord.self, from: Data(envelope.utf8))
        let documents = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(prefix)documents WHERE source = ? ORDER BY id", arguments: [source])
        record.documents = try documents.map { document in
            let json = try StoredRecord(document, in: db, prefix: prefix).all()
            return try decoder.decode(DocumentRecord.self, from: Data(json))
        }
        return record
    }

    func summaries(
        where condition: Condition, limit: Int = .max, offset: Int = 0
    ) throws -> [(key: Int64, summary: DocumentSummary)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.summaryColumns) FROM documents d JOIN sources s ON s.id = d.source
                WHERE \(condition.sql) ORDER BY s.path, d.id LIMIT ? OFFSET ?
                """, arguments: StatementArguments(condition.arguments + [limit, offset])
        ).map { ($0["key"], summary($0)) }
    }

    func summary(_ row: Row) -> DocumentSummary {
        DocumentSummary(
            id: row["name"], number: row["number"], title: row["title"], kind: row["kind"],
            issuers: Self.strings(row["issuers"]), signed: row["signed"], year: row["year"], file: row["file"],
            line: row["line"])
    }

    private static func strings(_ json: String) -> [String] {
        var walker = JSONWalker(Array(json.utf8))
        return walker.texts()
    }

    // MARK: Passages

    /// The hit for a passage, and the ids of the passages of its document; nil where the passage is gone.
    func hit(_ passage: ScoredPassage, query: Query) throws -> (hit: SearchHit, document: ClosedRange<Int64>)? {
        guard let (row, document, number) = try place(of: passage.id) else { return nil }
        let content = try document.content(of: number)
        let hit = SearchHit(
            document: summary(row), type: document.entries[number].type.rawValue, provision: content.id,
            path: try document.path(of: number), label: content.label, text: content.text,
            marks: Highlights.of(query, in: normalizer.fold(content.text), normalizer: normalizer),
            line: content.line, column: content.column, score: passage.score,
            task: try task(around: number, in: document, key: row["key"]))
        return (hit, document.first...max(document.first, row["last"]))
    }

    /// The text of the task to which a passage belongs that is none itself.
    private func task(around number: Int, in document: StoredPassages, key: Int64) throws -> String? {
        guard document.entries[number].label.isEmpty, let parent = document.entries[number].parent else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT count(*) FROM tasks WHERE id >= ? AND id < ? AND passage = ?")
        func isTask(_ number: Int) throws -> Bool {
            try Int.fetchOne(
                statement, arguments: [key << 24, (key + 1) << 24, document.first + Int64(number)]) ?? 0 > 0
        }
        guard try isTask(parent), try !isTask(number) else { return nil }
        return try document.content(of: parent).text
    }

    /// The first ids and the last of the passages of all documents that have any, ascending.
    func documentRanges() throws -> [ClosedRange<Int64>] {
        try Row.fetchAll(db, sql: "SELECT first, last FROM documents WHERE first <= last ORDER BY first").map {
            ($0[0] as Int64)...($0[1] as Int64)
        }
    }

    /// The document of a passage, and the passage's number in it.
    private func place(of passage: Int64) throws -> (row: Row, document: StoredPassages, number: Int)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(Self.summaryColumns), d.first, d.last FROM documents d JOIN sources s ON s.id = d.source
                WHERE d.id = (SELECT id FROM documents WHERE first <= ? AND first <= last ORDER BY first DESC LIMIT 1)
                """)
        guard let row = try Row.fetchOne(statement, arguments: [passage]), passage <= row["last"] as Int64 else {
            return nil
        }
        let document = try passages(of: row["key"], first: row["first"])
        let number = Int(passage - document.first)
        return document.entries.indices.contains(number) ? (row, document, number) : nil
    }

    func passages(of document: Int64, first: Int64) throws -> StoredPassages {
        if let known = opened.passages[document] { return known }
        if opened.passages.count >= Self.openedLimit { opened.passages = [:] }
        let passages = try StoredPassages(of: document, first: first, in: db)
        opened.passages[document] = passages
        return passages
    }

    /// Decodes a part of a document's record.
    func decode<Record: Decodable>(
        _ type: Record.Type, document: Int64, start: Int, length: Int
    ) throws -> Record {
        let record = opened.records[document] ?? StoredRecord(document, in: db)
        if opened.records.count >= Self.openedLimit { opened.records = [:] }
        opened.records[document] = record
        return try JSONDecoder().decode(type, from: Data(try record.bytes(start..<start + max(length, 0))))
    }

    // MARK: Articles

    /// - Returns: The articles by file and place, and how many fit without the limit.
    func articles(
        document: String?, label: String?, limit: Int = .max, offset: Int = 0
    ) throws -> (articles: [ArticleHit], total: Int) {
        var condition = Condition("d.first <= d.last")
        if let document {
            let keys = try documents(matching: document).documents.map { String($0.key) }
            condition.require("d.id IN (\(keys.joined(separator: ",")))")
        }
        let asked = label.map { LabelTest($0, normalizer: normalizer) }
        var hits: [ArticleHit] = []
        var total = 0
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(Self.summaryColumns), d.first FROM documents d JOIN sources s ON s.id = d.source
                WHERE \(condition.sql) ORDER BY s.path, d.id
                """, arguments: StatementArguments(condition.arguments))
        while let row = try rows.next() {
            let statement = try db.cachedStatement(sql: "SELECT passages FROM passages WHERE document = ?")
            let stored = try Row.fetchOne(statement, arguments: [row["key"] as Int64])
            let table = PassageTable(try stored?.bytes(0) ?? [])
            try table.forEach { number, entry in
                guard entry.type == .article, asked?.fits(entry, in: table) ?? true else { return true }
                total += 1
                guard total > offset, hits.count < limit else { return true }
                let passages = try passages(of: row["key"], first: row["first"])
                let article = try JSONDecoder().decode(Provision.self, from: Data(try passages.json(of: number)))
                hits.append(
                    ArticleHit(document: summary(row), path: try passages.path(of: number), article: article))
                return true
            }
        }
        return (hits, total)
    }
}

/// A label that is asked for: as it is printed, or by its number alone.
struct LabelTest {
    private let key: [UInt8]
    private let number: Int?

    init(_ label: String, normalizer: Normalizer) {
        let key = LabelKey.of(label, normalizer: normalizer)
        self.key = Array(key.utf8)
        number = Int(key)
    }

    func fits(_ entry: PassageTable.Entry, in table: PassageTable) -> Bool {
        if let number, entry.number == number { return true }
        return entry.label.count == key.count && table.bytes[entry.label].elementsEqual(key)
    }
}

/// A condition of SQL and its arguments.
struct Condition {
    var sql: String
    var arguments: [(any DatabaseValueConvertible)?]

    init(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) {
        self.sql = sql
        self.arguments = arguments
    }

    static var never: Condition { Condition("0") }
    static var always: Condition { Condition("1") }

    mutating func require(_ other: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        sql += " AND \(other)"
        arguments += values
    }

    mutating func require(_ other: Condition) { require("(\(other.sql))", other.arguments) }

    /// That a column has one of these values.
    static func among(_ values: [String], column: String) -> Condition {
        guard !values.isEmpty else { return .never }
        let list = (try? RecordEncoder.encode(values)) ?? Array("[]".utf8)
        return Condition("\(column) IN (SELECT value FROM json_each(?))", [String(decoding: list, as: UTF8.self)])
    }
}
