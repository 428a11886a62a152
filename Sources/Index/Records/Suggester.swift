import GRDB

/// What names are suggested of.
public enum SuggestionKind: String, CaseIterable, Sendable {
    case unit, number, title, issuer, indicator
}

/// Finds names by a part of them, or by their likeness.
struct Suggester {
    let db: Database
    let normalizer: Normalizer

    /// A table with each name once, how often it occurs, and its folded form.
    private func names(_ kind: SuggestionKind) -> String {
        switch kind {
        case .unit:
            """
            (SELECT name, key, (SELECT sum(uses) FROM unit_uses WHERE unit = units.id) AS n FROM units
                WHERE id IN (SELECT unit FROM unit_uses))
            """
        case .number: "(SELECT number AS name, number_key AS key, 1 AS n FROM documents WHERE number IS NOT NULL)"
        case .title: "(SELECT title AS name, title_key AS key, 1 AS n FROM documents)"
        case .issuer: "(SELECT name, key, 1 AS n FROM issuers)"
        case .indicator: "(SELECT indicator AS name, indicator_key AS key, 1 AS n FROM targets)"
        }
    }

    /// Names that hold a text: those that begin with it first, then the commonest, then by name.
    func completions(of text: String, kind: SuggestionKind, limit: Int) throws -> [FacetCount] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT name, sum(n) AS n, instr(key, ?1) AS place FROM \(names(kind)) WHERE instr(key, ?1) > 0
                GROUP BY key ORDER BY place > 1, n DESC, name LIMIT ?2
                """, arguments: [normalizer.key(text), limit]
        ).map { FacetCount(value: $0[0], count: $0[1]) }
    }

    /// Names that share most of their characters and pairs of characters with a text (Dice, 1945), at least two fifths.
    func names(like text: String, kind: SuggestionKind, limit: Int) throws -> [String] {
        let wanted = Self.pairs(normalizer.key(text))
        guard !wanted.isEmpty else { return [] }
        var found: [(name: String, likeness: Double)] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT name AS v, key AS k FROM \(names(kind)) GROUP BY key")
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
