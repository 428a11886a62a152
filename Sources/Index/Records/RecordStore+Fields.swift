import Extract
import Foundation
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
        case .lead: return try units(test.test, role: "lead")
        case .role:
            return try fetch(
                "SELECT DISTINCT passage FROM assignments WHERE role = ? AND passage IS NOT NULL ORDER BY passage",
                [role(test.test)])
        case .type: return try types(test.test)
        case .label: return try labels(test.test, isArticle: false)
        case .article: return try labels(test.test, isArticle: true)
        case .due: return try records("deadlines", [dates("date", test.test)])
        case .indicator, .value:
            let tests = [test] + others
            return try records("targets", try tests.map { try target($0) })
        case .cites:
            let number = try names(test.test, column: "number_key", table: "citations", isPart: isPartOfNumber)
            let title = try names(test.test, column: "title_key", table: "citations") { _ in true }
            return try records(
                "citations", [Condition("(\(number.sql) OR \(title.sql))", number.arguments + title.arguments)])
        case .text: return []
        }
    }

    // MARK: Conditions

    /// A condition of SQL and its arguments.
    struct Condition {
        var sql: String
        var arguments: [(any DatabaseValueConvertible)?]

        init(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) {
            self.sql = sql
            self.arguments = arguments
        }

        static var never: Condition { Condition("0") }
    }

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
            return Self.among(all.filter { wildcard.matches($0.unicodeScalars.map(\.value)) }, column: column)
        case .range: return .never
        }
    }

    private static func among(_ values: [String], column: String) -> Condition {
        guard !values.isEmpty else { return .never }
        return Condition("\(column) IN (SELECT value FROM json_each(?))", [json(values)])
    }

    private static func json(_ values: [String]) -> String {
        String(decoding: (try? JSONEncoder().encode(values)) ?? Data("[]".utf8), as: UTF8.self)
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
        var parts = ["\(column) IS NOT NULL", "\(column) NOT LIKE '-%'"]
        var arguments: [(any DatabaseValueConvertible)?] = []
        func require(_ comparison: String, _ bound: String) {
            parts.append("\(column) \(comparison) ?")
            arguments.append(bound)
        }
        // "~" comes behind every sign of a date, so that "2019-06~" comes behind every day of that month.
        switch test {
        case .equals(let text):
            require(">=", value(text))
            require("<=", value(text) + "~")
        case .pattern: return .never
        case .range(let lower, let upper):
            if let lower {
                lower.isIncluded ? require(">=", value(lower.value)) : require(">", value(lower.value) + "~")
            }
            if let upper {
                upper.isIncluded ? require("<=", value(upper.value) + "~") : require("<", value(upper.value))
            }
        }
        return Condition(parts.joined(separator: " AND "), arguments)
    }

    private func status(_ test: FieldTest) -> Condition {
        guard case .equals(let value) = test, let status = DocumentStatus(normalizer.key(value)) else { return .never }
        let repealed = """
            EXISTS (SELECT 1 FROM citations c WHERE c.relation = 'repeals' AND c.document <> documents.id
                AND (c.number_key = documents.number_key OR c.number_key IS NULL AND c.title_key = documents.title_key))
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

    private func role(_ test: FieldTest) -> String? {
        guard case .equals(let value) = test else { return nil }
        return FieldValue.role(normalizer.key(value))?.rawValue
    }

    private func target(_ test: (field: QueryField, test: FieldTest)) throws -> Condition {
        test.field == .value
            ? numbers("value", test.test)
            : try names(test.test, column: "indicator_key", table: "targets") { _ in true }
    }

    // MARK: Passages

    /// The names of units that a query means: that very name, and names that put an area before it.
    func unitKeys(_ key: String) throws -> (exact: [String], prefixed: [String]) {
        let names = try String.fetchAll(
            db, sql: "SELECT DISTINCT unit_key FROM assignments WHERE instr(unit_key, ?) > 0 ORDER BY unit_key",
            arguments: [key])
        return (names.filter { $0 == key }, names.filter { UnitKey.isPrefixed($0, asked: key) })
    }

    private func units(_ test: FieldTest, role: String?) throws -> [ScoredPassage] {
        var groups: [(condition: Condition, weight: Double)] = []
        switch test {
        case .equals(let value):
            let names = try unitKeys(normalizer.key(value))
            groups = [
                (Self.among(names.exact, column: "unit_key"), Self.exactWeight),
                (Self.among(names.prefixed, column: "unit_key"), Self.partWeight),
            ]
        case .pattern:
            groups = [(try names(test, column: "unit_key", table: "assignments") { _ in false }, Self.exactWeight)]
        case .range: break
        }
        var weights: [Int64: Double] = [:]
        for (condition, weight) in groups {
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT passage FROM assignments
                    WHERE \(condition.sql) AND passage IS NOT NULL \(role == nil ? "" : "AND role = ?")
                    """, arguments: StatementArguments(condition.arguments + (role.map { [$0] } ?? [])))
            for id in ids { weights[id] = max(weights[id] ?? 0, weight) }
        }
        return weights.sorted { $0.key < $1.key }.map { ScoredPassage(id: $0.key, score: $0.value) }
    }

    private func types(_ test: FieldTest) throws -> [ScoredPassage] {
        guard case .equals(let value) = test, let type = PassageType(rawValue: normalizer.key(value)) else { return [] }
        guard type.isRecord else {
            return try fetch("SELECT id FROM passages WHERE type = ? ORDER BY id", [type.rawValue])
        }
        return try fetch(
            "SELECT DISTINCT passage FROM \(type.rawValue)s WHERE passage IS NOT NULL ORDER BY passage", [])
    }

    private func labels(_ test: FieldTest, isArticle: Bool) throws -> [ScoredPassage] {
        var condition: Condition
        switch test {
        case .equals(let value):
            let key = LabelKey.of(value, normalizer: normalizer)
            condition = Condition("(p.label_key = ? OR p.number = ?)", [key, Int(key)])
        case .pattern(let pattern):
            let wildcard = Wildcard(pattern) { normalizer.fold($0).scalars }
            let all = try String.fetchAll(
                db, sql: "SELECT DISTINCT label_key FROM passages WHERE label_key IS NOT NULL")
            condition = Self.among(
                all.filter { wildcard.matches($0.unicodeScalars.map(\.value)) }, column: "p.label_key")
        case .range: return []
        }
        guard isArticle else {
            return try fetch("SELECT p.id FROM passages p WHERE \(condition.sql) ORDER BY p.id", condition.arguments)
        }
        // What stands under an article has its id before its own.
        return try fetch(
            """
            SELECT DISTINCT q.id FROM passages p JOIN passages q ON q.document = p.document
                AND (q.id = p.id OR substr(q.provision, 1, length(p.provision) + 1) = p.provision || '/')
            WHERE p.type = 'article' AND \(condition.sql) ORDER BY q.id
            """, condition.arguments)
    }

    private func records(_ table: String, _ conditions: [Condition]) throws -> [ScoredPassage] {
        let sql = conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
        return try fetch(
            "SELECT DISTINCT passage FROM \(table) WHERE passage IS NOT NULL AND \(sql) ORDER BY passage",
            conditions.flatMap(\.arguments))
    }

    private func ofDocuments(_ condition: Condition) throws -> [ScoredPassage] {
        try fetch(
            "SELECT id FROM passages WHERE document IN (SELECT id FROM documents WHERE \(condition.sql)) ORDER BY id",
            condition.arguments)
    }

    private func fetch(
        _ sql: String, _ arguments: [(any DatabaseValueConvertible)?]
    ) throws -> [ScoredPassage] {
        try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
            .map { ScoredPassage(id: $0, score: 0) }
    }
}
