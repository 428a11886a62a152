/// A state of the full-text index.
protocol LiteralIndex: Sendable {
    /// The live passages that hold a literal, exactly those, in ascending order of ids.
    func matches(of literal: Literal) -> [LiteralMatch]
    /// The best live passages that fit, best first; of equal scores, the lower id.
    func top(_ query: LiteralQuery, limit: Int) -> [RankedPassage]
    /// The rarity of a literal, which weighs it against others.
    func rarity(of literal: Literal) -> Float
    /// The ids of all live passages, ascending.
    func allPassages() -> [Int64]
    /// The live passages, and their mean length in folded UTF-16 units.
    var statistics: (passages: Int, meanLength: Double) { get }
}

/// A passage that holds a literal.
struct LiteralMatch: Equatable, Sendable {
    /// The archive's id of the passage.
    var passage: Int64
    /// How often the literal stands there.
    var counts: Counts
    /// How well the passage fits, from 0 to 2, before the literal's rarity; see ``Relevance``.
    var share: Float
}

/// The segments of one generation.
///
/// Stays valid while later ones are written.
struct IndexSnapshot: LiteralIndex {
    let manifest: IndexManifest
    let segments: [Segment]
    private let relevance: Relevance
    private let passageCount: Int

    init(manifest: IndexManifest, segments: [Segment]) {
        self.manifest = manifest
        self.segments = segments
        passageCount = segments.reduce(0) { $0 + $1.passageCount }
        let units = segments.reduce(0) { $0 + $1.unitCount }
        relevance = Relevance(meanLength: Float(units) / Float(max(passageCount, 1)))
    }

    /// Whether a page of a segment proved damaged.
    var isDamaged: Bool { segments.contains { $0.file.isDamaged } }

    func matches(of literal: Literal) -> [LiteralMatch] {
        var matches: [LiteralMatch] = []
        forEachMatch(of: literal) { matches.append($0) }
        return matches
    }

    /// The ids of the live passages that hold a literal, ascending.
    func passages(with literal: Literal) -> [Int64] {
        var passages: [Int64] = []
        forEachMatch(of: literal) { passages.append($0.passage) }
        return passages
    }

    private func forEachMatch(of literal: Literal, _ body: (LiteralMatch) -> Void) {
        for segment in segments {
            let text = PassageText(segment)
            guard let cursor = LiteralCursor(literal, weight: 1, in: segment, relevance: relevance, text: text) else {
                continue
            }
            var passage = cursor.lead.advance(to: 0)
            while passage != PostingCursor.end {
                let id = segment.id(of: Int(passage))
                if let code = cursor.check(), !manifest.isRemoved(id) {
                    let share = cursor.lead.share(of: code, segment.lengthClass(of: Int(passage)))
                    body(LiteralMatch(passage: id, counts: Counts(code: code), share: share))
                }
                passage = cursor.lead.advance(to: passage + 1)
            }
        }
    }

    func top(_ query: LiteralQuery, limit: Int) -> [RankedPassage] {
        var floor: Float?
        if query.must.count + query.should.count == 1 {
            let (best, isSure) = top((query.must + query.should)[0], excluding: query.mustNot, limit: limit)
            if isSure { return best }
            if best.count == limit { floor = best.last?.score }
        }
        var top = TopList(limit: limit, floor: floor)
        for segment in segments {
            var search = TopSearch(query, in: segment, relevance: relevance, weight: weight, isLive: isLive)
            search?.run(into: &top)
        }
        return top.best
    }

    /// The best passages for one literal, and whether they are sure; see ``LiteralSearch``.
    private func top(
        _ clause: LiteralQuery.Clause, excluding excluded: [Literal], limit: Int
    ) -> (best: [RankedPassage], isSure: Bool) {
        let weight = weight(of: clause)
        func search(_ cursor: (Segment, PassageText) -> LiteralCursor?) -> (best: [RankedPassage], isSure: Bool) {
            let parts = segments.compactMap { segment -> LiteralSearch.Part? in
                let text = PassageText(segment)
                return cursor(segment, text).map { LiteralSearch.Part(segment: segment, cursor: $0, text: text) }
            }
            return LiteralSearch(
                parts, limit: limit, relevance: relevance, excluding: excluded, isLive: isLive
            ).run()
        }
        if clause.literal.isOneCharacter {
            // Where enough passages have it as a word of its own, no other can be better.
            let own = search { segment, text in
                guard let character = segment.character(clause.literal.parts[0][0]),
                    let place = segment.list(ofCharacter: character),
                    let lead = PostingCursor(segment, list: place, relevance: relevance)
                else { return nil }
                return LiteralCursor(exact: clause.literal, weight: weight, lead: lead, text: text)
            }
            if own.best.count == limit, let last = own.best.last, last.score >= weight * Relevance.wholeTier {
                return own
            }
        }
        return search { segment, text in
            LiteralCursor(clause.literal, weight: weight, in: segment, relevance: relevance, text: text)
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

    private func weight(of clause: LiteralQuery.Clause) -> Float { rarity(of: clause.literal) * clause.boost }

    /// The rarity of a literal: that of its rarest pair of characters, or of its character as a word of its own.
    func rarity(of literal: Literal) -> Float {
        let keys = literal.keys
        var found: Int?
        for (first, second) in keys.pairs {
            let count = segments.reduce(0) { sum, segment in
                sum + (segment.list(of: first, second).map { segment.count(ofList: $0) } ?? 0)
            }
            found = min(found ?? count, count)
        }
        if keys.pairs.isEmpty {
            for unit in keys.singles {
                let count = segments.reduce(0) { sum, segment in
                    let list = segment.character(unit).flatMap { segment.list(ofCharacter: $0) }
                    return sum + (list.map { segment.count(ofList: $0) } ?? 0)
                }
                found = min(found ?? count, count)
            }
        }
        return Relevance.rarity(passages: passageCount, found: found ?? passageCount)
    }
}
