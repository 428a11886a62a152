import CAskWords

/// One way to ask for something: what must be said for it, and how much each thing speaks for it.
struct IntentRule {
    var intent: Question.Intent
    /// Groups of features; of each group one must be there.
    var needs: [[Feature]]
    /// What each feature adds; one of weight 0 is understood and no more.
    var weights: [Feature: Double]

    static let all: [IntentRule] = read(.builtIn(ASK_INTENTS))

    static func read(_ table: LexiconTable) -> [IntentRule] {
        table.rows.compactMap { row in
            guard row.count == 3, let intent = Question.Intent(rawValue: row[0]) else { return nil }
            let needs = row[1].split(separator: " ").map { $0.split(separator: "|").map(String.init) }
            var weights: [Feature: Double] = [:]
            for cell in row[2].split(separator: " ") {
                let parts = cell.split(separator: ":")
                guard parts.count == 2, let weight = Double(parts[1]) else { return nil }
                weights[String(parts[0])] = weight
            }
            return IntentRule(intent: intent, needs: needs, weights: weights)
        }
    }

    /// Returns how well features fit, and what each adds; nil where something needed is missing.
    func score(_ features: Set<Feature>) -> (sum: Double, parts: [Feature: Double])? {
        guard needs.allSatisfy({ $0.contains(where: features.contains) }) else { return nil }
        let parts = weights.filter { features.contains($0.key) && $0.value != 0 }
        return (parts.values.reduce(0, +), parts)
    }
}
