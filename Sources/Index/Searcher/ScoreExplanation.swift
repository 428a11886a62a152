/// What a part of a query adds to the score of a passage.
public struct ScorePart: Codable, Equatable, Sendable {
    /// The part of the query; `near` for what phrases add by standing near each other.
    public var part: String
    /// How often its text stands there as whole words, and inside words.
    public var whole: Int?
    public var inside: Int?
    /// BM25's share of the occurrences.
    public var share: Double?
    /// The rarity by which the share is multiplied.
    public var rarity: Double?
    /// The boosts by which it is multiplied.
    public var boost: Double
    public var score: Double
}

extension Searcher {
    /// What makes up the score of a passage.
    func explanation(of id: Int64, _ plan: PreparedPlan, isReordered: Bool) -> [ScorePart] {
        guard let (segment, number, passage) = place(of: id) else { return [] }
        let context = ScoringContext(similarity: similarity, text: PassageText(segment))
        var parts: [ScorePart] = []
        explain(plan, segment, number, UInt32(passage), context, &parts)
        if isReordered, let bonus = Proximity(plan.phrases, in: self)?.bonus(of: id), bonus > 0 {
            parts.append(ScorePart(part: "near", boost: 1, score: Double(bonus)))
        }
        return parts
    }

    private func explain(
        _ plan: PreparedPlan, _ segment: Segment, _ number: Int, _ passage: UInt32, _ context: ScoringContext,
        _ parts: inout [ScorePart]
    ) {
        switch plan {
        case .boolean(let must, let should, _):
            for part in must + should { explain(part, segment, number, passage, context, &parts) }
        case .phrase(let phrase):
            guard let scorer = phrase.scorer(in: segment, number, context), scorer.seek(passage),
                let frequency = (scorer as? PhraseScorer)?.frequency() ?? (scorer as? CharacterScorer)?.frequency()
            else { return }
            let share = similarity.share(
                code: frequency.code, fieldNorm: segment.fieldNorm(of: Int(passage)),
                asksNoWords: phrase.phrase.asksNoWords)
            parts.append(
                ScorePart(
                    part: phrase.name, whole: frequency.whole, inside: frequency.part, share: Double(share),
                    rarity: Double(phrase.rarity), boost: Double(phrase.boost), score: Double(share * phrase.weight)))
        case .pattern(_, _, let name, let boost), .set(_, let name, let boost):
            guard let score = plan.clauses(in: segment, number, context)?.score(of: passage), score > 0 else { return }
            parts.append(ScorePart(part: name, boost: Double(boost), score: Double(score)))
        case .all: break
        }
    }
}
