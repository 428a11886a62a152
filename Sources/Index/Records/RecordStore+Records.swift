import Extract
import Foundation
import GRDB

/// Reads records that stand at passages: time limits, targets, citations, definitions, duties, events.
extension RecordReader {
    func deadlines(_ filter: RecordFilter) throws -> [RecordHit<DeadlineRecord>] {
        var query = RecordQuery("deadlines", filter, reader: self)
        if let dates = filter.dates { query.require(dates, column: "x.date") }
        if let unit = filter.unit { try query.requireUnit(unit, role: filter.role) }
        if let label = filter.label {
            query.require("t.label_key = ?", [LabelKey.of(label, normalizer: normalizer)])
        }
        let hits = try query.hits(of: DeadlineRecord.self)
        guard let text = filter.text.map(normalizer.key) else { return hits }
        return hits.filter { hit in
            [hit.task?.text, hit.text].compactMap(\.self).contains { normalizer.key($0).contains(text) }
                || hit.path.contains { normalizer.key($0).contains(text) }
        }
    }

    func targets(_ filter: RecordFilter) throws -> [RecordHit<TargetRecord>] {
        var query = RecordQuery("targets", filter, reader: self)
        if let text = filter.text { query.require("instr(x.indicator_key, ?) > 0", [normalizer.key(text)]) }
        if let year = filter.year { query.require("x.year = ?", [year]) }
        return try query.hits(of: TargetRecord.self)
    }

    func definitions(_ filter: RecordFilter) throws -> [RecordHit<DefinitionRecord>] {
        var query = RecordQuery("definitions", filter, reader: self)
        if let text = filter.text { query.require("x.term_key = ?", [normalizer.key(text)]) }
        return try query.hits(of: DefinitionRecord.self)
    }

    func duties(_ filter: RecordFilter) throws -> [RecordHit<DutyRecord>] {
        var query = RecordQuery("duties", filter, reader: self)
        if let person = filter.text { query.require("x.person_key = ?", [normalizer.key(person)]) }
        if let unit = filter.unit {
            // 市发展改革委（市粮食和储备局） is the first with another name.
            let key = normalizer.key(unit)
            query.require("(instr(x.units_key, ?) > 0 OR instr(x.units_key, ?) > 0)", ["\n\(key)\n", "\n\(key)("])
        }
        return try query.hits(of: DutyRecord.self)
    }

    func events(_ filter: RecordFilter) throws -> [RecordHit<EventRecord>] {
        var query = RecordQuery("events", filter, reader: self)
        if let text = filter.text { query.require("instr(x.text_key, ?) > 0", [normalizer.key(text)]) }
        if let dates = filter.dates { query.require(dates, column: "x.date") }
        return try query.hits(of: EventRecord.self)
    }

    /// The citations of an instrument, or by a document.
    func citations(_ filter: CitationFilter) throws -> [RecordHit<CitationRecord>] {
        var query = RecordQuery("citations", RecordFilter(document: filter.document), reader: self)
        if let cited = filter.cited {
            // A document of the archive may be cited by its number or by its title.
            let known = try documents(matching: cited).map(\.summary)
            let keys = Set(([cited] + known.compactMap(\.number)).map(normalizer.key))
            let titles = Set((known.isEmpty ? [cited] : known.map(\.title)).map(normalizer.key))
            let parts =
                keys.map { _ in "x.number_key = ?" }
                + titles.map { _ in "x.title_key = ?" }
            query.require(
                "(\(parts.joined(separator: " OR ")))",
                keys.sorted().map { $0 as (any DatabaseValueConvertible)? }
                    + titles.sorted().map { $0 as (any DatabaseValueConvertible)? })
        }
        if let relation = filter.relation { query.require("x.relation = ?", [relation.rawValue]) }
        return try query.hits(of: CitationRecord.self)
    }
}

/// A query of one table of records.
private struct RecordQuery {
    private let table: String
    private let reader: RecordReader
    private var conditions: [String] = ["1"]
    private var arguments: [(any DatabaseValueConvertible)?] = []
    private var isEmpty = false

    init(_ table: String, _ filter: RecordFilter, reader: RecordReader) {
        self.table = table
        self.reader = reader
        guard let document = filter.document else { return }
        let keys = (try? reader.documents(matching: document).map { String($0.key) }) ?? []
        conditions.append("x.document IN (\(keys.joined(separator: ",")))")
    }

    mutating func require(_ condition: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        conditions.append(condition)
        arguments += values
    }

    /// A year or month at an end stands for any of its days.
    mutating func require(_ dates: DateBounds, column: String) {
        if let recurring = dates.recurring {
            let other = dates.isOfAnyYear == true ? "____\(recurring.dropFirst())%" : nil
            require("(\(column) LIKE ? OR \(column) LIKE ?)", ["\(recurring)%", other])
            return
        }
        require("\(column) IS NOT NULL AND \(column) NOT LIKE '-%'")
        if let first = dates.first { require("\(column) >= ?", [first]) }
        if let last = dates.last { require("\(column) <= ?", [last + "~"]) }
    }

    /// Requires that the record stands in a task of a unit.
    mutating func requireUnit(_ unit: String, role: AssignmentRecord.Role?) throws {
        let names = try FieldLookup(db: reader.db, normalizer: reader.normalizer, today: "").unitKeys(
            reader.normalizer.key(unit))
        let all = names.exact + names.prefixed
        let role = role.map { " AND a.role = '\($0.rawValue)'" } ?? ""
        require(
            """
            EXISTS (SELECT 1 FROM assignments a WHERE a.task = t.id
                AND a.unit_key IN (\(all.map { _ in "?" }.joined(separator: ",")))\(role))
            """, all.map { $0 as (any DatabaseValueConvertible)? })
    }

    func hits<Record: RecordContent>(of type: Record.Type) throws -> [RecordHit<Record>] {
        let join = table == "deadlines" ? "LEFT JOIN tasks t ON t.document = x.document AND t.name = x.task" : ""
        let decoder = JSONDecoder()
        return try Row.fetchAll(
            reader.db,
            sql: """
                SELECT \(RecordReader.summaryColumns), x.record AS x_record, p.text AS p_text, p.path AS p_path,
                    p.label AS p_label, \(table == "deadlines" ? "t.record" : "NULL") AS t_record
                FROM \(table) x JOIN documents d ON d.id = x.document JOIN sources s ON s.id = d.source
                LEFT JOIN passages p ON p.id = x.passage \(join)
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY s.path, x.rowid
                """, arguments: StatementArguments(arguments)
        ).map { row in
            let task: Data? = row["t_record"]
            let path: String? = row["p_path"]
            return RecordHit(
                document: try reader.summary(row), record: try decoder.decode(type, from: row["x_record"] as Data),
                text: row["p_text"], path: try path.map(reader.strings) ?? [], label: row["p_label"],
                task: try task.map { try decoder.decode(TaskRecord.self, from: $0) })
        }
    }
}
