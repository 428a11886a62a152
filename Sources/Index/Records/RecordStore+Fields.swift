import Extract
import GRDB

/// Finds the passages to which fields of the query language give values.
struct FieldLookup {
    let db: Database
    let normalizer: Normalizer
    /// The day on which documents are in force or not, ISO 8601.
    let today: String

    /// The weight of a unit named in full, and of one named without its area.
    private static let exactWeight = 2.0
    private static let partWeight = 1.0

    /// The passages for which all tests hold, in ascending order of ids.
    ///
    /// Several tests are those of one ``RecordKind``: a role is that of the unit beside it, a value that of the indicator.
    func passages(_ tests: [(QueryField, FieldTest)]) throws -> [ScoredPassage] {
        let companions = tests.filter { $0.0 == .role || $0.0 == .value }
        let owners = tests.filter { $0.0 == .unit || $0.0 == .indicator }
        var results: [[ScoredPassage]] = []
        for owner in owners { results.append(try passages(owner, beside: companions)) }
        if owners.isEmpty { for companion in companions { results.append(try passages(companion, beside: [])) } }
        for test in tests where !companions.contains(where: { $0 == test }) && !owners.contains(where: { $0 == test }) {
            results.append(try passages(test, beside: []))
        }
        return results.dropFirst().reduce(results.first ?? []) { ScoredPassage.intersection($0, $1) }
    }

    private func passages(
        _ test: (field: QueryField, test: FieldTest), beside others: [(QueryField, FieldTest)]
    ) throws -> [ScoredPassage] {
        switch test.field {
        case .number:
            return try ofDocuments(names(test.test, column: "number_key", table: "documents", isPart: isPartOfNumber))
        case .title: return try ofDocuments(names(test.test, column: "title_key", table: "documents") { _ in true })
        case .kind: return try ofDocuments(names(test.test, column: "kind_key", table: "documents") { _ in false })
        case .year: return try ofDocuments(numbers("year", test.test))
        case .signed: return try ofDocuments(dates("signed", test.test))
        case .effective: return try ofDocuments(dates("coalesce(effective, signed)", test.test))
        case .status: return try ofDocuments(status(test.test))
        case .issuer:
            let condition = try names(test.test, column: "key", table: "issuers") { _ in true }
            return try ofDocuments(
                Condition("id IN (SELECT document FROM issuers WHERE \(condition.sql))", condition.arguments))
        case .unit: return try units(test.test, role: others.compactMap { role($0.1) }.first)
        case .lead: return try units(test.test, role: .lead)
        case .role:
            guard let role = role(test.test) else { return [] }
            return try assignments.passages(role: role).map { ScoredPassage(id: $0, score: 0) }
        case .type: return try types(test.test)
        case .label: return try labels(test.test, isArticle: false)
        case .article: return try labels(test.test, isArticle: true)
        case .due: return try records("deadlines", [dates("date", test.test)])
        case .indicator, .value:
            let tests = [test] + others
            return try records("targets", try tests.map { try target($0) })
        case .expires: return try ofDocuments(dates("expires", test.test))
        case .recipient:
            return try ofDocuments(names(test.test, column: "recipients_key", table: "documents") { _ in true })
        case .person:
            return try records("duties", [names(test.test, column: "person_key", table: "duties") { _ in false }])
        case .date: return try records("events", [dates("date", test.test)])
        case .repeals, .amends:
            let relation = Condition("relation = '\(test.field.rawValue)'")
            return try records("citations", [relation, try citing(test.test)])
        case .cites: return try records("citations", [try citing(test.test)])
        case .text: return []
        }
    }

    private var assignments: AssignmentLookup { AssignmentLookup(db: db, normalizer: normalizer) }

    // MARK: Conditions

    /// Part of a number without its serial: 沈政发〔2026〕.
    private func isPartOfNumber(_ key: String) -> Bool { !key.hasSuffix("号") }

    /// A condition on folded names.
    private func names(
        _ test: FieldTest, column: String, table: String, isPart: (String) -> Bool
    ) throws -> Condition {
        switch test {
        case .equals(let value):
            let key = normalizer.key(value)
            return isPart(key)
                ? Condition("instr(\(column), ?) > 0", [key]) : Condition("\(column) = ?", [key])
        case .pattern(let pattern):
            let wildcard = Wildcard(pattern) { normalizer.fold($0).scalars }
            let all = try String.fetchAll(
                db, sql: "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
            return .among(all.filter { wildcard.matches($0.unicodeScalars.map(\.value)) }, column: column)
        case .range: return .never
        }
    }

    private func numbers(_ column: String, _ test: FieldTest) -> Condition {
        func value(_ text: String) -> Double { FieldValue.number(text, normalizer: normalizer) ?? 0 }
        switch test {
        case .equals(let text): return Condition("\(column) = ?", [value(text)])
        case .pattern: return .never
        case .range(let lower, let upper):
            var parts = ["\(column) IS NOT NULL"]
            if let lower { parts.append("\(column) \(lower.isIncluded ? ">=" : ">") \(value(lower.value))") }
            if let upper { parts.append("\(column) \(upper.isIncluded ? "<=" : "<") \(value(upper.value))") }
            return Condition(parts.joined(separator: " AND "))
        }
    }

    /// A condition on dates in ISO 8601, of which a part may be known; a year or month stands for any of its days.
    private func dates(_ column: String, _ test: FieldTest) -> Condition {
        func value(_ text: String) -> String { FieldValue.date(text, normalizer: normalizer) ?? text }
        var condition = Condition("\(column) IS NOT NULL AND \(column) NOT LIKE '-%'")
        // "~" comes behind every sign of a date, so that "2019-06~" comes behind every day of that month.
        switch test {
        case .equals(let text):
            condition.require("\(column) >= ?", [value(text)])
            condition.require("\(column) <= ?", [value(text) + "~"])
        case .pattern: return .never
        case .range(let lower, let upper):
            if let lower {
                lower.isIncluded
                    ? condition.require("\(column) >= ?", [value(lower.value)])
                    : condition.require("\(column) > ?", [value(lower.value) + "~"])
            }
            if let upper {
                upper.isIncluded
                    ? condition.require("\(column) <= ?", [value(upper.value) + "~"])
                    : condition.require("\(column) < ?", [value(upper.value)])
            }
        }
        return condition
    }

    private func status(_ test: FieldTest) -> Condition {
        guard case .equals(let value) = test, let status = DocumentStatus(normalizer.key(value)) else { return .never }
        return self.status(status)
    }

    /// A condition on rows of `documents`: that they are in force, or not, on the day.
    func status(_ status: DocumentStatus) -> Condition {
        // What is repealed is found once, from the few citations that repeal, by the numbers and titles they name.
        let repealed = """
            id IN (
                SELECT d.id FROM (
                    SELECT number_key, min(id >> 24) AS low, max(id >> 24) AS high FROM citations
                    WHERE relation = 'repeals' AND relation <> 'mention' AND number_key IS NOT NULL GROUP BY number_key
                ) c CROSS JOIN documents d ON d.number_key = c.number_key WHERE d.id <> c.low OR d.id <> c.high
                UNION
                SELECT d.id FROM (
                    SELECT title_key, min(id >> 24) AS low, max(id >> 24) AS high FROM citations
                    WHERE relation = 'repeals' AND relation <> 'mention' AND number_key IS NULL GROUP BY title_key
                ) c CROSS JOIN documents d ON d.title_key = c.title_key WHERE d.id <> c.low OR d.id <> c.high)
            """
        let expired = "(expires IS NOT NULL AND expires < ?)"
        let pending = "(effective IS NOT NULL AND effective > ?)"
        switch status {
        case .repealed: return Condition(repealed)
        case .expired: return Condition("\(expired) AND NOT \(repealed)", [today])
        case .pending: return Condition("\(pending) AND NOT \(repealed)", [today])
        case .effective: return Condition("NOT \(repealed) AND NOT \(expired) AND NOT \(pending)", [today, today])
        }
    }

    private func role(_ test: FieldTest) -> AssignmentRecord.Role? {
        guard case .equals(let value) = test else { return nil }
        return FieldValue.role(normalizer.key(value))
    }

    private func target(_ test: (field: QueryField, test: FieldTest)) throws -> Condition {
        test.field == .value
            ? numbers("value", test.test)
            : try names(test.test, column: "indicator_key", table: "targets") { _ in true }
    }

    /// A condition on citations: that they name an instrument by its number, or by a part of its title.
    private func citing(_ test: FieldTest) throws -> Condition {
        let number = try names(test, column: "number_key", table: "citations", isPart: isPartOfNumber)
        let title = try names(test, column: "title_key", table: "citations") { _ in true }
        return Condition("(\(number.sql) OR \(title.sql))", number.arguments + title.arguments)
    }

    // MARK: Passages

    private func units(_ test: FieldTest, role: AssignmentRecord.Role?) throws -> [ScoredPassage] {
        var groups: [(condition: Condition, weight: Double)] = []
        switch test {
        case .equals(let value):
            let names = try assignments.unitKeys(normalizer.key(value))
            groups = [
                (.among(names.prefixed, column: "key"), Self.partWeight),
                (.among(names.exact, column: "key"), Self.exactWeight),
            ]
        case .pattern: groups = [(try names(test, column: "key", table: "units") { _ in false }, Self.exactWeight)]
        case .range: break
        }
        var weights: [Int64: Double] = [:]
        for (condition, weight) in groups {
            for unit in try assignments.units(condition) { weights[unit] = weight }
        }
        return weights.isEmpty ? [] : try assignments.passages(weights: weights, role: role)
    }

    private func types(_ test: FieldTest) throws -> [ScoredPassage] {
        guard case .equals(let value) = test, let type = PassageType(rawValue: normalizer.key(value)) else { return [] }
        if type.isRecord { return try records("\(type.rawValue)s", []) }
        return try passages { _, entry in entry.type == type }
    }

    private func labels(_ test: FieldTest, isArticle: Bool) throws -> [ScoredPassage] {
        let fits: (PassageTable, PassageTable.Entry) -> Bool
        switch test {
        case .equals(let value):
            let asked = LabelTest(value, normalizer: normalizer)
            fits = { asked.fits($1, in: $0) }
        case .pattern(let pattern):
            let wildcard = Wildcard(pattern) { normalizer.fold($0).scalars }
            var known: [String: Bool] = [:]
            fits = { table, entry in
                guard !entry.label.isEmpty else { return false }
                let label = table.label(of: entry)
                if let fits = known[label] { return fits }
                let result = wildcard.matches(label.unicodeScalars.map(\.value))
                known[label] = result
                return result
            }
        case .range: return []
        }
        guard isArticle else { return try passages(fits) }
        return try passages({ $1.type == .article && fits($0, $1) }, withAllBelow: true)
    }

    /// The passages whose entries fit, ascending.
    ///
    /// - Parameter withAllBelow: Whether those that belong to one that fits count as well.
    private func passages(
        _ fits: (PassageTable, PassageTable.Entry) -> Bool, withAllBelow: Bool = false
    ) throws -> [ScoredPassage] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.first, p.passages FROM documents d JOIN passages p ON p.document = d.id
                WHERE d.first <= d.last ORDER BY d.first
                """)
        var found: [ScoredPassage] = []
        while let row = try rows.next() {
            let first: Int64 = row[0]
            let table = PassageTable(try row.bytes(1))
            var chosen: Set<Int> = []
            table.forEach { number, entry in
                if withAllBelow {
                    guard fits(table, entry) || entry.parent.map(chosen.contains) ?? false else { return true }
                    chosen.insert(number)
                } else if !fits(table, entry) {
                    return true
                }
                found.append(ScoredPassage(id: first + Int64(number), score: 0))
                return true
            }
        }
        return found
    }

    private func records(_ table: String, _ conditions: [Condition]) throws -> [ScoredPassage] {
        let sql = (["passage IS NOT NULL"] + conditions.map { "(\($0.sql))" }).joined(separator: " AND ")
        return try Int64.fetchAll(
            db, sql: "SELECT DISTINCT passage FROM \(table) WHERE \(sql) ORDER BY passage",
            arguments: StatementArguments(conditions.flatMap(\.arguments))
        ).map { ScoredPassage(id: $0, score: 0) }
    }

    /// All passages of the documents that fit.
    private func ofDocuments(_ condition: Condition) throws -> [ScoredPassage] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT first, last FROM documents WHERE first <= last AND \(condition.sql) ORDER BY first",
            arguments: StatementArguments(condition.arguments))
        var found: [ScoredPassage] = []
        while let row = try rows.next() {
            let (first, last): (Int64, Int64) = (row[0], row[1])
            for id in first...max(first, last) { found.append(ScoredPassage(id: id, score: 0)) }
        }
        return found
    }
}
