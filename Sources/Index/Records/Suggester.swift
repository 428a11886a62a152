import GRDB

/// What names are suggested of.
public enum SuggestionKind: String, CaseIterable, Sendable {
    case unit, number, title, issuer, indicator
}

/// Finds names by a part of them, or by their likeness.
struct Suggester {
    let db: Database
    let normalizer: Normalizer

    private func columns(_ kind: SuggestionKind) -> (table: String, name: String, key: String) {
        switch kind {
        case .unit: ("assignments", "unit", "unit_key")
        case .number: ("documents", "number", "number_key")
        case .title: ("documents", "title", "title_key")
        case .issuer: ("issuers", "name", "key")
        case .indicator: ("targets", "indicator", "indicator_key")
        }
    }

    /// Names that hold a text: those that begin with it first, then the commonest, then by name.
    func completions(of text: String, kind: SuggestionKind, limit: Int) throws -> [FacetCount] {
        let (table, name, key) = columns(kind)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(name) AS v, count(*) AS n, instr(\(key), ?1) AS place FROM \(table)
                WHERE \(key) IS NOT NULL AND instr(\(key), ?1) > 0
                GROUP BY \(key) ORDER BY place > 1, n DESC, v LIMIT ?2
                """, arguments: [normalizer.key(text), limit]
        ).map { FacetCount(value: $0["v"], count: $0["n"]) }
    }

    /// Names that share most of their characters and pairs of characters with a text (Dice, 1945), at least two fifths.
    func names(like text: String, kind: SuggestionKind, limit: Int) throws -> [String] {
        let (table, name, key) = columns(kind)
        let wanted = Self.pairs(normalizer.key(text))
        guard !wanted.isEmpty else { return [] }
        var found: [(name: String, likeness: Double)] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(name) AS v, \(key) AS k FROM \(table) WHERE \(key) IS NOT NULL GROUP BY \(key)")
        while let row = try rows.next() {
            let pairs = Self.pairs(row["k"])
            let likeness = 2 * Double(pairs.intersection(wanted).count) / Double(pairs.count + wanted.count)
            if likeness >= 0.4 { found.append((row["v"], likeness)) }
        }
        return found.sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }.prefix(limit).map(\.name)
    }

    /// The characters and the pairs of neighbours of a name.
    private static func pairs(_ key: String) -> Set<String> {
        let characters = Array(key)
        return Set(characters.map { String($0) } + zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
    }
}
