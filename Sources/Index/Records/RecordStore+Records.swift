public import Extract
import GRDB

/// Reads records that stand at passages: time limits, targets, citations, definitions, duties, events.
extension RecordReader {
    func deadlines(_ filter: RecordFilter) throws -> [RecordHit<DeadlineRecord>] {
        var query = try RecordQuery(.deadlines, filter, reader: self)
        if let dates = filter.dates { query.require(dates, column: "x.date") }
        if let unit = filter.unit {
            let tasks = try AssignmentLookup(db: db, normalizer: normalizer).tasks(unit: unit, role: filter.role)
            query.require(Condition.among(tasks.all, column: "t.id"))
        }
        if let label = filter.label {
            query.require("t.label_key = ?", [LabelKey.of(label, normalizer: normalizer)])
        }
        query.text = filter.text.map(normalizer.key)
        return try query.hits(of: DeadlineRecord.self)
    }

    func targets(_ filter: RecordFilter) throws -> [RecordHit<TargetRecord>] {
        var query = try RecordQuery(.targets, filter, reader: self)
        if let text = filter.text {
            // Few names, each asked once, lead to the rows by the index.
            query.require(
                "x.indicator_key IN (SELECT DISTINCT indicator_key FROM targets WHERE instr(indicator_key, ?) > 0)",
                [normalizer.key(text)])
        }
        if let year = filter.year { query.require("x.year = ?", [year]) }
        return try query.hits(of: TargetRecord.self)
    }

    func definitions(_ filter: RecordFilter) throws -> [RecordHit<DefinitionRecord>] {
        var query = try RecordQuery(.definitions, filter, reader: self)
        if let text = filter.text { query.require("x.term_key = ?", [normalizer.key(text)]) }
        return try query.hits(of: DefinitionRecord.self)
    }

    func duties(_ filter: RecordFilter) throws -> [RecordHit<DutyRecord>] {
        var query = try RecordQuery(.duties, filter, reader: self)
        if let person = filter.text { query.require("x.person_key = ?", [normalizer.key(person)]) }
        if let unit = filter.unit {
            // 市发展改革委（市粮食和储备局） is the first with another name.
            let key = normalizer.key(unit)
            query.require("(instr(x.units_key, ?) > 0 OR instr(x.units_key, ?) > 0)", ["\n\(key)\n", "\n\(key)("])
        }
        return try query.hits(of: DutyRecord.self)
    }

    func events(_ filter: RecordFilter) throws -> [RecordHit<EventRecord>] {
        var query = try RecordQuery(.events, filter, reader: self)
        if let text = filter.text { query.require("instr(x.text_key, ?) > 0", [normalizer.key(text)]) }
        if let dates = filter.dates { query.require(dates, column: "x.date") }
        return try query.hits(of: EventRecord.self)
    }

    /// The citations of an instrument, or by a document.
    func citations(_ filter: CitationFilter) throws -> [RecordHit<CitationRecord>] {
        var records = RecordFilter(document: filter.document)
        records.limit = filter.limit
        var query = try RecordQuery(.citations, records, reader: self)
        if let cited = filter.cited {
            // A document of the archive may be cited by its number or by its title.
            let known = try documents(matching: cited).documents.map(\.summary)
            let numbers = Set(([cited] + known.compactMap(\.number)).map(normalizer.key))
            let titles = Set((known.isEmpty ? [cited] : known.map(\.title)).map(normalizer.key))
            var condition = Condition.among(numbers.sorted(), column: "number_key")
            let byTitle = Condition.among(titles.sorted(), column: "title_key")
            condition.sql = """
                x.id IN (SELECT id FROM citations WHERE \(condition.sql)
                    UNION SELECT id FROM citations WHERE \(byTitle.sql))
                """
            condition.arguments += byTitle.arguments
            query.require(condition)
        }
        if let relation = filter.relation { query.require("x.relation = ?", [relation.rawValue]) }
        return try query.hits(of: CitationRecord.self)
    }
}

extension Archive {
    /// The findings over all sources: documents that cite what another one repeals, for each source by its path.
    ///
    /// Only documents that repeal by a number, and those that cite such a number, are read; one at a time.
    public func citationsOfRepealed() throws(ArchiveError) -> [String: [Finding]] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH repealed AS (
                        SELECT DISTINCT number_key FROM citations
                        WHERE relation = 'repeals' AND relation <> 'mention' AND number_key IS NOT NULL)
                    SELECT DISTINCT s.path, s.sha256, d.id
                    FROM repealed r CROSS JOIN citations c ON c.number_key = r.number_key
                    JOIN documents d ON d.id = c.id >> 24 JOIN sources s ON s.id = d.source ORDER BY s.path, d.id
                    """)
            let reader = RecordReader(db: db, normalizer: normalizer)
            var records: [GazetteRecord] = []
            for row in rows {
                guard let document = try reader.document(key: row["id"]) else { continue }
                if records.last?.source.path != row["path"] {
                    let coverage = CoverageRecord(text: 0, table: 0, furniture: 0, blank: 0, unread: [])
                    let source = SourceRecord(
                        path: row["path"], sha256: row["sha256"], format: "", encoding: "", pages: nil, lines: 0,
                        coverage: coverage)
                    records.append(GazetteRecord(source: source))
                }
                records[records.count - 1].documents.append(RepealFindings.essentials(of: document))
            }
            return RepealFindings.findings(in: records)
        }
    }
}

/// A query of one table of records.
private struct RecordQuery {
    private let kind: RecordMap.Kind
    private let reader: RecordReader
    private var condition = Condition.always
    private let limit: Int
    private let isOfDocuments: Bool
    /// A folded part of the task, the passage, or a heading above it.
    var text: String?

    init(_ kind: RecordMap.Kind, _ filter: RecordFilter, reader: RecordReader) throws {
        self.kind = kind
        self.reader = reader
        limit = filter.limit
        isOfDocuments = filter.document != nil
        if let document = filter.document { condition.require(try reader.among(documents: document)) }
    }

    mutating func require(_ other: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        condition.require(other, values)
    }

    mutating func require(_ other: Condition) { condition.require(other) }

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

    /// With a document, its rows are gone through; else the rows that fit lead to their documents.
    private var source: String {
        let table = kind.rawValue
        return isOfDocuments
            ? """
            FROM documents d CROSS JOIN \(table) x ON x.id BETWEEN d.id << 24 AND (d.id << 24) + 16777215
            JOIN sources s ON s.id = d.source
            """
            : "FROM \(table) x CROSS JOIN documents d ON d.id = x.id >> 24 JOIN sources s ON s.id = d.source"
    }

    func hits<Record: RecordContent>(of type: Record.Type) throws -> [RecordHit<Record>] {
        let hasTasks = kind == .deadlines
        let task = hasTasks ? "LEFT JOIN tasks t ON t.id = (d.id << 24) + x.task" : ""
        let columns =
            hasTasks
            ? "t.start AS t_start, t.length AS t_length, t.text_key, t.path_key"
            : "NULL AS t_start, NULL AS t_length, NULL AS text_key, NULL AS path_key"
        let rows = try Row.fetchCursor(
            reader.db,
            sql: """
                SELECT x.id, x.passage, x.start, x.length, d.first, \(columns) \(source) \(task)
                WHERE \(condition.sql) ORDER BY s.path, x.id
                """, arguments: StatementArguments(condition.arguments))
        var hits: [RecordHit<Record>] = []
        while hits.count < limit, let row = try rows.next() {
            if let hit = try hit(row, type) { hits.append(hit) }
        }
        return hits
    }

    /// The hit for a row; nil where it does not hold the text that is asked for.
    private func hit<Record: RecordContent>(_ row: Row, _ type: Record.Type) throws -> RecordHit<Record>? {
        let document = RowID.document(row["id"])
        var (content, path): (PassageContent?, [String]) = (nil, [])
        if let passage: Int64 = row["passage"] {
            let passages = try reader.passages(of: document, first: row["first"])
            let number = Int(passage - passages.first)
            if passages.entries.indices.contains(number) {
                content = try passages.content(of: number)
                path = try passages.path(of: number)
            }
        }
        if let text {
            let keys: [String?] = [row["text_key"], row["path_key"]]
            let isThere =
                keys.contains { $0?.contains(text) ?? false }
                || ([content?.text].compactMap(\.self) + path).contains { reader.normalizer.key($0).contains(text) }
            guard isThere else { return nil }
        }
        let taskStart: Int? = row["t_start"]
        return RecordHit(
            document: try reader.summary(of: document),
            record: try reader.decode(type, document: document, start: row["start"], length: row["length"]),
            text: content?.text, path: path, label: content?.label,
            task: try taskStart.map {
                try reader.decode(TaskRecord.self, document: document, start: $0, length: row["t_length"])
            })
    }
}
