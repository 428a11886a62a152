/// A plan for a state of the index: the lists of its phrases found, their rarity known.
indirect enum PreparedPlan {
    case phrase(PreparedPhrase)
    /// - Parameter inner: The passages with the pattern's phrases, or all.
    case pattern(TextPattern, inner: PreparedPlan, name: String, boost: Float)
    case set(PassageSet, name: String, boost: Float)
    case all
    case boolean(must: [PreparedPlan], should: [PreparedPlan], mustNot: [PreparedPlan])

    init(_ plan: QueryPlan, in segments: [Segment], passageCount: Int) {
        func prepared(_ plans: [QueryPlan]) -> [PreparedPlan] {
            plans.map { PreparedPlan($0, in: segments, passageCount: passageCount) }
        }
        func prepared(_ phrase: Phrase, _ name: String, _ boost: Float) -> PreparedPlan {
            .phrase(PreparedPhrase(phrase, name: name, boost: boost, in: segments, passageCount: passageCount))
        }
        switch plan {
        case .phrase(let phrase, let name, let boost): self = prepared(phrase, name, boost)
        case .pattern(let pattern, let phrases, let name, let boost):
            let inner = phrases.map { prepared($0, name, boost) }
            self = .pattern(
                pattern, inner: inner.isEmpty ? .all : .boolean(must: inner, should: [], mustNot: []), name: name,
                boost: boost)
        case .set(let set, let name, let boost): self = .set(set, name: name, boost: boost)
        case .all: self = .all
        case .boolean(let must, let should, let mustNot):
            self = .boolean(must: prepared(must), should: prepared(should), mustNot: prepared(mustNot))
        }
    }

    /// The phrases that passages are the better for, in the order of the query.
    var phrases: [PreparedPhrase] {
        switch self {
        case .phrase(let phrase): [phrase]
        case .boolean(let must, let should, _): (must + should).flatMap(\.phrases)
        case .pattern, .set, .all: []
        }
    }

    /// The parts in a segment; nil where no passage fits.
    ///
    /// - Parameter number: The number of the segment.
    func clauses(in segment: Segment, _ number: Int, _ context: ScoringContext) -> Clauses? {
        let again = { self.clauses(in: segment, number, context) }
        guard case .boolean(let must, let should, let mustNot) = self else {
            return scorer(in: segment, number, context).map {
                Clauses(must: [$0], should: [], mustNot: [], make: again)
            }
        }
        func scorers(_ plans: [PreparedPlan]) -> [Scorer] {
            plans.compactMap { $0.scorer(in: segment, number, context) }
        }
        var required = scorers(must)
        guard required.count == must.count else { return nil }
        let optional = scorers(should)
        if must.isEmpty, should.isEmpty, !mustNot.isEmpty { required = [AllScorer(segment)] }
        guard !required.isEmpty || !optional.isEmpty else { return nil }
        return Clauses(must: required, should: optional, mustNot: scorers(mustNot), make: again)
    }

    private func scorer(in segment: Segment, _ number: Int, _ context: ScoringContext) -> Scorer? {
        switch self {
        case .phrase(let phrase): phrase.scorer(in: segment, number, context)
        case .pattern(let pattern, let inner, _, _):
            inner.clauses(in: segment, number, context).map {
                PatternScorer(BooleanScorer($0), pattern, text: context.text) {
                    self.scorer(in: segment, number, context)
                }
            }
        case .set(let set, _, let boost): SetScorer(set, weight: boost, in: segment)
        case .all: AllScorer(segment)
        case .boolean: clauses(in: segment, number, context).map(BooleanScorer.init)
        }
    }
}

/// A phrase and its lists.
struct PreparedPhrase {
    let phrase: Phrase
    let name: String
    let boost: Float
    /// BM25's inverse document frequency: of the rarest bigram of characters, or of the rarest character.
    let rarity: Float
    /// The characters by which it is found where it has no bigrams.
    let singles: [UInt16]
    /// For each segment the lists of all bigrams; nil where no passage can hold the phrase.
    ///
    /// Empty where it has none.
    let lists: [[PostingList]?]

    var weight: Float { rarity * boost }

    init(_ phrase: Phrase, name: String, boost: Float, in segments: [Segment], passageCount: Int) {
        self.phrase = phrase
        self.name = name
        self.boost = boost
        let keys = phrase.keys
        singles = keys.bigrams.isEmpty ? keys.singles : []
        let found = segments.map { segment in keys.bigrams.map { segment.list(of: $0.0, $0.1) } }
        lists = found.map { lists in
            let there = lists.compactMap(\.self)
            return there.count == lists.count ? there : nil
        }
        var counts = keys.bigrams.indices.map { index in found.reduce(0) { $0 + ($1[index]?.count ?? 0) } }
        counts += singles.map { unit in
            segments.reduce(0) { sum, segment in
                sum + (segment.character(unit).map(segment.passageCount(ofCharacter:)) ?? 0)
            }
        }
        rarity = Similarity.rarity(passages: passageCount, found: counts.min() ?? passageCount)
    }

    func scorer(in segment: Segment, _ number: Int, _ context: ScoringContext) -> Scorer? {
        guard let lists = lists[number] else { return nil }
        if lists.isEmpty {
            guard !singles.isEmpty else { return nil }
            return CharacterScorer(phrase, units: singles, weight: weight, in: segment, context)
        }
        return PhraseScorer(phrase, lists: lists, weight: weight, in: segment, context)
    }

    /// How many passages hold it, where the lists say so; those that were taken out count.
    func exactCount(in segments: [Segment]) -> Int? {
        if phrase.isOneCharacter {
            return segments.reduce(0) { sum, segment in
                sum + (segment.character(singles[0]).map(segment.passageCount(ofCharacter:)) ?? 0)
            }
        }
        guard phrase.isOneBigram else { return lists.allSatisfy { $0 == nil } && singles.isEmpty ? 0 : nil }
        return lists.reduce(0) { $0 + ($1?.first?.count ?? 0) }
    }
}
