import Extract
import GRDB

/// Reads tasks, and who has which role in them.
extension RecordReader {
    /// - Returns: The tasks, those of the very unit asked for first, then by file and place; and how many fit without the limit.
    func tasks(_ filter: TaskFilter) throws -> (tasks: [TaskHit], total: Int) {
        var condition = Condition.always
        if let label = filter.label {
            condition.require("t.label_key = ?", [LabelKey.of(label, normalizer: normalizer)])
        }
        if let text = filter.text.map(normalizer.key) {
            condition.require("(instr(t.text_key, ?) > 0 OR instr(t.path_key, ?) > 0)", [text, text])
        }
        if let year = filter.year { condition.require("d.year = ?", [year]) }
        if let document = filter.document { condition.require(try among(documents: document)) }
        var exact: Set<Int64> = []
        if filter.unit != nil || filter.role != nil {
            let found = try AssignmentLookup(db: db, normalizer: normalizer).tasks(unit: filter.unit, role: filter.role)
            exact = found.exact
            condition.require(Condition.among(found.all, column: "t.id"))
        }
        var rows = try Row.fetchAll(
            db, sql: "SELECT t.id, t.start, t.length \(source(filter)) WHERE \(condition.sql) ORDER BY s.path, t.id",
            arguments: StatementArguments(condition.arguments))
        let total = rows.count
        if filter.unit != nil {
            rows = rows.filter { exact.contains($0["id"]) } + rows.filter { !exact.contains($0["id"]) }
        }
        let page = rows.dropFirst(filter.offset).prefix(filter.limit)
        return (try page.map { try hit($0) }, total)
    }

    /// With one document or few, their tasks are gone through; else the tasks that fit lead to their documents.
    private func source(_ filter: TaskFilter) -> String {
        filter.document == nil
            ? "FROM tasks t CROSS JOIN documents d ON d.id = t.id >> 24 JOIN sources s ON s.id = d.source"
            : """
            FROM documents d CROSS JOIN tasks t ON t.id BETWEEN d.id << 24 AND (d.id << 24) + 16777215
            JOIN sources s ON s.id = d.source
            """
    }

    /// That a document is one of those that a reference means.
    func among(documents reference: String) throws -> Condition {
        let keys = try documents(matching: reference).documents.map { String($0.key) }
        return Condition("d.id IN (\(keys.joined(separator: ",")))")
    }

    private func hit(_ row: Row) throws -> TaskHit {
        let document = RowID.document(row["id"])
        return TaskHit(
            document: try summary(of: document),
            task: try decode(TaskRecord.self, document: document, start: row["start"], length: row["length"]))
    }

    func summary(of document: Int64) throws -> DocumentSummary {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(Self.summaryColumns) FROM documents d JOIN sources s ON s.id = d.source WHERE d.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [document]) else {
            throw ArchiveError(.database, cause: "document \(document) is missing")
        }
        return summary(row)
    }
}

/// Finds where units have roles.
struct AssignmentLookup {
    let db: Database
    let normalizer: Normalizer

    /// The keys of the units that a name means: that very name, and names that put an area before it.
    func unitKeys(_ key: String) throws -> (exact: [String], prefixed: [String]) {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT key FROM units
                WHERE instr(key, ?) > 0 AND id IN (SELECT unit FROM unit_uses) ORDER BY key
                """, arguments: [key])
        return (names.filter { $0 == key }, names.filter { UnitKey.isPrefixed($0, asked: key) })
    }

    /// The ids of the units with one of these keys.
    func units(_ condition: Condition) throws -> Set<Int64> {
        Set(
            try Int64.fetchAll(
                db, sql: "SELECT id FROM units WHERE \(condition.sql)",
                arguments: StatementArguments(condition.arguments)))
    }

    /// Calls `body` for each document in which any of the units has a role, by its first passage.
    ///
    /// - Parameter units: All units where nil.
    func forEachDocument(
        with units: Set<Int64>?, _ body: (_ document: Int64, _ first: Int64, AssignmentTable) throws -> Void
    ) throws {
        var condition = Condition("p.assignments IS NOT NULL")
        if let units {
            let list = units.sorted().map(String.init).joined(separator: ",")
            condition.require("p.document IN (SELECT document FROM unit_uses WHERE unit IN (\(list)))")
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.document, d.first, p.assignments FROM passages p JOIN documents d ON d.id = p.document
                WHERE \(condition.sql) ORDER BY d.first
                """)
        while let row = try rows.next() { try body(row[0], row[1], AssignmentTable(try row.bytes(2))) }
    }

    /// The tasks in which a unit has a role, ascending by id; and those in which it has it under this very name.
    func tasks(unit: String?, role: AssignmentRecord.Role?) throws -> (all: [Int64], exact: Set<Int64>) {
        let names = try unit.map { try unitKeys(normalizer.key($0)) }
        let wanted = try names.map { try units(.among($0.exact + $0.prefixed, column: "key")) }
        let exactUnits = try names.map { try units(.among($0.exact, column: "key")) } ?? []
        let role = role.flatMap { AssignmentRecord.Role.allCases.firstIndex(of: $0) }
        var all: [Int64] = []
        var exact: Set<Int64> = []
        try forEachDocument(with: wanted) { document, _, table in
            for entry in table.entries where role == nil || entry.role == role {
                let unit = table.units[entry.unit]
                guard wanted?.contains(unit) ?? true else { continue }
                let task = RowID.of(document, entry.task)
                if all.last != task { all.append(task) }
                if exactUnits.contains(unit) { exact.insert(task) }
            }
        }
        return (all, exact)
    }

    /// The passages at which units have roles, with a weight each, ascending.
    ///
    /// - Parameter weights: The weight of each unit that is asked for.
    func passages(weights: [Int64: Double], role: AssignmentRecord.Role?) throws -> [ScoredPassage] {
        let role = role.flatMap { AssignmentRecord.Role.allCases.firstIndex(of: $0) }
        var found: [ScoredPassage] = []
        try forEachDocument(with: Set(weights.keys)) { _, first, table in
            var inDocument: [Int: Double] = [:]
            for entry in table.entries where role == nil || entry.role == role {
                guard let passage = entry.passage, let weight = weights[table.units[entry.unit]] else { continue }
                inDocument[passage] = max(inDocument[passage] ?? 0, weight)
            }
            found += inDocument.sorted { $0.key < $1.key }
                .map { ScoredPassage(id: first + Int64($0.key), score: $0.value) }
        }
        return found
    }

    /// The passages at which any unit has a role, ascending.
    func passages(role: AssignmentRecord.Role) throws -> [Int64] {
        let role = AssignmentRecord.Role.allCases.firstIndex(of: role)
        var found: [Int64] = []
        try forEachDocument(with: nil) { _, first, table in
            let passages = Set(table.entries.filter { $0.role == role }.compactMap(\.passage))
            found += passages.sorted().map { first + Int64($0) }
        }
        return found
    }
}

extension Condition {
    /// That a column has one of these numbers.
    static func among(_ ids: [Int64], column: String) -> Condition {
        ids.isEmpty
            ? .never
            : Condition(
                "\(column) IN (SELECT value FROM json_each(?))", ["[\(ids.map(String.init).joined(separator: ","))]"])
    }
}
