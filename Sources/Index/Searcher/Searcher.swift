/// A state of the full-text index.
protocol PhraseIndex: Sendable {
    /// The live passages that hold a phrase, exactly those, in ascending order of ids.
    func matches(of phrase: Phrase) -> [PhraseMatch]
    /// The best live passages that fit, best first; of equal scores, the lower id.
    func top(_ query: PhraseQuery, limit: Int) -> [RankedPassage]
    /// The rarity of a phrase, which weighs it against others.
    func rarity(of phrase: Phrase) -> Float
    /// The ids of all live passages, ascending.
    func allPassages() -> [Int64]
    /// The live passages, and their mean length in folded UTF-16 units.
    var statistics: (passages: Int, meanLength: Double) { get }
}

/// A passage that holds a phrase.
struct PhraseMatch: Equatable, Sendable {
    /// The archive's id of the passage.
    var passage: Int64
    /// How often the phrase stands there.
    var counts: TermFrequency
    /// How well the passage fits, from 0 to 2, before the phrase's rarity; see ``Similarity``.
    var share: Float
}

/// The segments of one generation.
///
/// Stays valid while later ones are written.
struct Searcher: PhraseIndex {
    let manifest: IndexManifest
    let segments: [Segment]
    private let similarity: Similarity
    private let passageCount: Int

    init(manifest: IndexManifest, segments: [Segment]) {
        self.manifest = manifest
        self.segments = segments
        passageCount = segments.reduce(0) { $0 + $1.passageCount }
        let units = segments.reduce(0) { $0 + $1.unitCount }
        similarity = Similarity(meanLength: Float(units) / Float(max(passageCount, 1)))
    }

    /// Whether a page of a segment proved damaged.
    var isDamaged: Bool { segments.contains { $0.file.isDamaged } }

    func matches(of phrase: Phrase) -> [PhraseMatch] {
        var matches: [PhraseMatch] = []
        forEachMatch(of: phrase) { matches.append($0) }
        return matches
    }

    /// The ids of the live passages that hold a phrase, ascending.
    func passages(with phrase: Phrase) -> [Int64] {
        var passages: [Int64] = []
        forEachMatch(of: phrase) { passages.append($0.passage) }
        return passages
    }

    private func forEachMatch(of phrase: Phrase, _ body: (PhraseMatch) -> Void) {
        for segment in segments {
            let text = PassageText(segment)
            guard let cursor = PhraseCursor(phrase, weight: 1, in: segment, similarity: similarity, text: text) else {
                continue
            }
            var passage = cursor.lead.advance(to: 0)
            while passage != PostingCursor.end {
                let id = segment.id(of: Int(passage))
                if let code = cursor.check(), !manifest.isRemoved(id) {
                    let share = cursor.lead.share(of: code, segment.fieldNorm(of: Int(passage)))
                    body(PhraseMatch(passage: id, counts: TermFrequency(code: code), share: share))
                }
                passage = cursor.lead.advance(to: passage + 1)
            }
        }
    }

    func top(_ query: PhraseQuery, limit: Int) -> [RankedPassage] {
        var floor: Float?
        if query.must.count + query.should.count == 1 {
            let (best, isSure) = top((query.must + query.should)[0], excluding: query.mustNot, limit: limit)
            if isSure { return best }
            if best.count == limit { floor = best.last?.score }
        }
        var top = TopCollector(limit: limit, floor: floor)
        for segment in segments {
            var search = BlockMaxSearch(query, in: segment, similarity: similarity, weight: weight, isLive: isLive)
            search?.run(into: &top)
        }
        return top.best
    }

    /// The best passages for one phrase, and whether they are sure; see ``PhraseSearch``.
    private func top(
        _ clause: PhraseQuery.Clause, excluding excluded: [Phrase], limit: Int
    ) -> (best: [RankedPassage], isSure: Bool) {
        let weight = weight(of: clause)
        func search(_ cursor: (Segment, PassageText) -> PhraseCursor?) -> (best: [RankedPassage], isSure: Bool) {
            let parts = segments.compactMap { segment -> PhraseSearch.Part? in
                let text = PassageText(segment)
                return cursor(segment, text).map { PhraseSearch.Part(segment: segment, cursor: $0, text: text) }
            }
            return PhraseSearch(
                parts, limit: limit, similarity: similarity, excluding: excluded, isLive: isLive
            ).run()
        }
        if clause.phrase.isOneCharacter {
            // Where enough passages have it as a word of its own, no other can be better.
            let own = search { segment, text in
                guard let character = segment.character(clause.phrase.parts[0][0]),
                    let place = segment.list(ofCharacter: character),
                    let lead = PostingCursor(segment, list: place, similarity: similarity)
                else { return nil }
                return PhraseCursor(exact: clause.phrase, weight: weight, lead: lead, text: text)
            }
            if own.best.count == limit, let last = own.best.last, last.score >= weight * Similarity.wholeTier {
                return own
            }
        }
        return search { segment, text in
            PhraseCursor(clause.phrase, weight: weight, in: segment, similarity: similarity, text: text)
        }
    }

    func allPassages() -> [Int64] {
        segments.flatMap { segment in (0..<segment.passageCount).map { segment.id(of: $0) } }
            .filter { !manifest.isRemoved($0) }
    }

    var statistics: (passages: Int, meanLength: Double) {
        let units = segments.reduce(0) { $0 + $1.unitCount }
        return (passageCount, passageCount == 0 ? 1 : max(Double(units) / Double(passageCount), 1))
    }

    private var isLive: ((Int64) -> Bool)? {
        manifest.removed.isEmpty ? nil : { [manifest] in !manifest.isRemoved($0) }
    }

    private func weight(of clause: PhraseQuery.Clause) -> Float { rarity(of: clause.phrase) * clause.boost }

    /// The rarity of a phrase: that of its rarest bigram of characters, or of its character as a word of its own.
    func rarity(of phrase: Phrase) -> Float {
        let keys = phrase.keys
        var found: Int?
        for (first, second) in keys.bigrams {
            let count = segments.reduce(0) { sum, segment in
                sum + (segment.list(of: first, second).map { segment.count(ofList: $0) } ?? 0)
            }
            found = min(found ?? count, count)
        }
        if keys.bigrams.isEmpty {
            for unit in keys.singles {
                let count = segments.reduce(0) { sum, segment in
                    let list = segment.character(unit).flatMap { segment.list(ofCharacter: $0) }
                    return sum + (list.map { segment.count(ofList: $0) } ?? 0)
                }
                found = min(found ?? count, count)
            }
        }
        return Similarity.rarity(passages: passageCount, found: found ?? passageCount)
    }
}
