import GRDB

/// Finds the passages to which a field of the query language gives a value.
struct FieldLookup {
    let db: Database
    let folder: TextFolder

    /// The weight of a unit named in full, and of one named without its area.
    private static let exactWeight = 2.0
    private static let partWeight = 1.0

    /// The passages in ascending order of ids.
    func passages(_ field: QueryField, _ value: String) throws -> [ScoredPassage] {
        let key = folder.key(value)
        switch field {
        case .number: return try ofDocuments("number_key = ? OR (instr(number_key, ?) > 0 AND ? NOT LIKE '%号')", [key, key, key])
        case .title: return try ofDocuments("instr(title_key, ?) > 0", [key])
        case .kind: return try ofDocuments("kind_key = ?", [key])
        case .year: return try ofDocuments("year = ?", [Int(key)])
        case .issuer: return try ofDocuments("id IN (SELECT document FROM issuers WHERE instr(key, ?) > 0)", [key])
        case .unit: return try units(key, role: nil)
        case .lead: return try units(key, role: "lead")
        case .type: return try types(key)
        case .label:
            return try fetch(
                "SELECT id FROM passages WHERE label_key = ? OR number = ? ORDER BY id",
                [LabelKey.of(value, folder: folder), Int(key)])
        }
    }

    /// The names of units that a query means: that very name, and names that put an area before it.
    func unitKeys(_ key: String) throws -> (exact: [String], prefixed: [String]) {
        let names = try String.fetchAll(
            db, sql: "SELECT DISTINCT unit_key FROM assignments WHERE instr(unit_key, ?) > 0 ORDER BY unit_key",
            arguments: [key])
        return (names.filter { $0 == key }, names.filter { UnitKey.isPrefixed($0, asked: key) })
    }

    private func units(_ key: String, role: String?) throws -> [ScoredPassage] {
        let names = try unitKeys(key)
        var result: [ScoredPassage] = []
        for (keys, weight) in [(names.exact, Self.exactWeight), (names.prefixed, Self.partWeight)] {
            for name in keys {
                let found = try fetch(
                    """
                    SELECT DISTINCT passage FROM assignments
                    WHERE unit_key = ?1 AND (?2 IS NULL OR role = ?2) AND passage IS NOT NULL ORDER BY passage
                    """, [name, role], weight: weight)
                result = QueryEvaluator.union(result, found.filter { passage in !Self.contains(result, passage.id) })
            }
        }
        return result
    }

    private func types(_ key: String) throws -> [ScoredPassage] {
        guard let type = PassageType(rawValue: key) else { return [] }
        guard type.isRecord else { return try fetch("SELECT id FROM passages WHERE type = ? ORDER BY id", [key]) }
        return try fetch("SELECT DISTINCT passage FROM \(key)s WHERE passage IS NOT NULL ORDER BY passage", [])
    }

    private func ofDocuments(_ condition: String, _ arguments: [(any DatabaseValueConvertible)?]) throws -> [ScoredPassage] {
        try fetch(
            "SELECT id FROM passages WHERE document IN (SELECT id FROM documents WHERE \(condition)) ORDER BY id", arguments)
    }

    private func fetch(
        _ sql: String, _ arguments: [(any DatabaseValueConvertible)?], weight: Double = 0
    ) throws -> [ScoredPassage] {
        try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
            .map { ScoredPassage(id: $0, score: weight) }
    }

    private static func contains(_ passages: [ScoredPassage], _ id: Int64) -> Bool {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < passages.count && passages[low].id == id
    }
}
