import Extract
import Foundation
import GRDB

/// Reads the tables into answers.
struct RecordReader {
    let db: Database
    let normalizer: Normalizer
    private let decoder = JSONDecoder()

    init(db: Database, normalizer: Normalizer) {
        self.db = db
        self.normalizer = normalizer
    }

    static let summaryColumns =
        "d.id AS key, d.name, d.number, d.title, d.kind, d.issuers, d.signed, d.year, s.path AS file, d.line"
    private static let order = "ORDER BY s.path, d.id"

    func documents(_ filter: DocumentFilter) throws -> [DocumentSummary] {
        var conditions = ["1"]
        var arguments: [(any DatabaseValueConvertible)?] = []
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        require("d.number_key = ?", filter.number.map(normalizer.key))
        require("d.kind_key = ?", filter.kind.map(normalizer.key))
        require("d.year = ?", filter.year)
        require("d.id IN (SELECT document FROM issuers WHERE instr(key, ?) > 0)", filter.issuer.map(normalizer.key))
        return try summaries(where: conditions.joined(separator: " AND "), arguments).map(\.summary)
    }

    /// The rows that a reference means: by the first of these ways that gives any.
    func documents(matching reference: String) throws -> [(key: Int64, summary: DocumentSummary)] {
        let key = normalizer.key(reference)
        guard !key.isEmpty else { return [] }
        for condition in ["d.number_key = ?", "d.name_key = ?", "d.title_key = ?", "instr(d.title_key, ?) > 0"] {
            let found = try summaries(where: condition, [key])
            if !found.isEmpty { return found }
        }
        guard let colon = reference.lastIndex(of: ":"), let line = Int(reference[reference.index(after: colon)...])
        else {
            return []
        }
        let file = String(reference[..<colon])
        return try summaries(where: "d.line = ?", [line])
            .filter { $0.summary.file == file || $0.summary.file.hasSuffix("/" + file) }
    }

    func document(key: Int64) throws -> DocumentRecord? {
        try Data.fetchOne(db, sql: "SELECT record FROM documents WHERE id = ?", arguments: [key])
            .map { try decoder.decode(DocumentRecord.self, from: $0) }
    }

    private func summaries(
        where condition: String, _ arguments: [(any DatabaseValueConvertible)?]
    ) throws -> [(key: Int64, summary: DocumentSummary)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.summaryColumns) FROM documents d JOIN sources s ON s.id = d.source
                WHERE \(condition) \(Self.order)
                """, arguments: StatementArguments(arguments)
        ).map { ($0["key"], try summary($0)) }
    }

    func summary(_ row: Row) throws -> DocumentSummary {
        DocumentSummary(
            id: row["name"], number: row["number"], title: row["title"], kind: row["kind"],
            issuers: try strings(row["issuers"]), signed: row["signed"], year: row["year"], file: row["file"],
            line: row["line"])
    }

    func strings(_ json: String) throws -> [String] {
        try decoder.decode([String].self, from: Data(json.utf8))
    }

    func tasks(_ filter: TaskFilter) throws -> [TaskHit] {
        var conditions = ["1"]
        var arguments: [(any DatabaseValueConvertible)?] = []
        if let document = filter.document {
            let keys = try documents(matching: document).map { String($0.key) }
            conditions.append("d.id IN (\(keys.joined(separator: ",")))")
        }
        if let label = filter.label {
            conditions.append("t.label_key = ?")
            arguments.append(LabelKey.of(label, normalizer: normalizer))
        }
        if let text = filter.text {
            conditions.append("(instr(t.text_key, ?) > 0 OR instr(t.path_key, ?) > 0)")
            arguments += [normalizer.key(text), normalizer.key(text)]
        }
        if let year = filter.year {
            conditions.append("d.year = ?")
            arguments.append(year)
        }
        let rank = try assignmentCondition(filter, conditions: &conditions, arguments: &arguments)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.summaryColumns), t.record AS t_record, \(rank) AS rank
                FROM tasks t JOIN documents d ON d.id = t.document JOIN sources s ON s.id = d.source
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY rank, s.path, t.id
                """, arguments: StatementArguments(arguments)
        ).map { row in
            let data: Data = row["t_record"]
            return TaskHit(document: try summary(row), task: try decoder.decode(TaskRecord.self, from: data))
        }
    }

    /// Adds the condition on unit and role; gives the expression that puts tasks of the exact unit first.
    private func assignmentCondition(
        _ filter: TaskFilter, conditions: inout [String], arguments: inout [(any DatabaseValueConvertible)?]
    ) throws -> String {
        guard filter.unit != nil || filter.role != nil else { return "0" }
        var inner = ["a.task = t.id"]
        if let unit = filter.unit {
            let key = normalizer.key(unit)
            let names = try FieldLookup(db: db, normalizer: normalizer, today: "").unitKeys(key)
            let all = names.exact + names.prefixed
            inner.append("a.unit_key IN (\(all.map { _ in "?" }.joined(separator: ",")))")
            arguments += all.map { $0 as (any DatabaseValueConvertible)? }
        }
        if let role = filter.role { inner.append("a.role = '\(role.rawValue)'") }
        let test = "EXISTS (SELECT 1 FROM assignments a WHERE \(inner.joined(separator: " AND ")))"
        conditions.append(test)
        guard let unit = filter.unit else { return "0" }
        arguments.insert(normalizer.key(unit), at: 0)
        let role = filter.role.map { " AND a.role = '\($0.rawValue)'" } ?? ""
        return "NOT EXISTS (SELECT 1 FROM assignments a WHERE a.task = t.id AND a.unit_key = ?\(role))"
    }

    func articles(document: String?, label: String?) throws -> [ArticleHit] {
        var condition = "d.id IN (SELECT document FROM passages WHERE type = 'article')"
        if let document {
            let keys = try documents(matching: document).map { String($0.key) }
            condition += " AND d.id IN (\(keys.joined(separator: ",")))"
        }
        let asked = label.map { LabelKey.of($0, normalizer: normalizer) }
        var hits: [ArticleHit] = []
        for (key, summary) in try summaries(where: condition, []) {
            for found in ProvisionSearch.all(in: try self.document(key: key)?.provisions ?? [])
            where found.provision.level == .article {
                guard asked.map({ ProvisionSearch.has(found.provision, label: $0, normalizer: normalizer) }) ?? true
                else {
                    continue
                }
                hits.append(ArticleHit(document: summary, path: found.path, article: found.provision))
            }
        }
        return hits
    }
}
