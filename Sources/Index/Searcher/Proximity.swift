/// Puts the best passages in order anew by how near the phrases of a query stand to each other (after Büttcher, Clarke and
/// Lushman, "Term proximity scoring for ad-hoc retrieval", 2006).
///
/// Phrases that follow each other in the query add, where they stand in a passage side by side, half the weight of the commoner
/// one; the farther apart, the less.
struct Proximity {
    /// How many of the best passages are looked at.
    static let depth = 20
    private static let weight: Float = 0.5
    /// The distance, in UTF-16 units, at which a neighbour counts half.
    private static let halfDistance: Float = 4
    /// Beyond it, it counts nothing.
    private static let farthest = 40
    /// What the reverse order counts.
    private static let reverse: Float = 0.8

    private let phrases: [PreparedPhrase]
    private let searcher: Searcher

    /// Nil where there are no two phrases.
    init?(_ phrases: [PreparedPhrase], in searcher: Searcher) {
        guard phrases.count > 1 else { return nil }
        self.phrases = phrases
        self.searcher = searcher
    }

    /// Puts the first passages in order anew, and raises their scores.
    func reorder(_ best: inout [RankedPassage]) {
        let count = min(best.count, Self.depth)
        var texts: [Int: PassageText] = [:]
        for index in 0..<count { best[index].score += bonus(of: best[index].passage, &texts) }
        best[..<count].sort(by: <)
    }

    /// What the nearness of the phrases adds to the score of a passage.
    func bonus(of id: Int64) -> Float {
        var texts: [Int: PassageText] = [:]
        return bonus(of: id, &texts)
    }

    private func bonus(of id: Int64, _ texts: inout [Int: PassageText]) -> Float {
        guard let (segment, number, passage) = searcher.place(of: id) else { return 0 }
        let text = texts[number] ?? PassageText(segment)
        texts[number] = text
        var bonus: Float = 0
        var before: (places: [Range<Int>], weight: Float)?
        for phrase in phrases {
            let places = text.places(of: phrase.phrase, in: passage, limit: 16)
            guard !places.isEmpty else { continue }
            if let before { bonus += min(before.weight, phrase.weight) * Self.nearness(before.places, places) }
            before = (places, phrase.weight)
        }
        return bonus * Self.weight
    }

    /// From 0 for far apart to 1 for side by side.
    private static func nearness(_ left: [Range<Int>], _ right: [Range<Int>]) -> Float {
        var nearest: Float = 0
        for first in left {
            for second in right where !first.overlaps(second) {
                let isForward = second.lowerBound >= first.upperBound
                let distance =
                    isForward ? second.lowerBound - first.upperBound : first.lowerBound - second.upperBound
                guard distance <= farthest else { continue }
                let share = halfDistance / (halfDistance + Float(distance))
                nearest = max(nearest, isForward ? share : share * reverse)
            }
        }
        return nearest
    }
}
