/// How many passages fit.
public struct HitCount: Equatable, Sendable {
    public var value: Int
    /// Else there are at least as many.
    public var isExact: Bool
}

/// How hits are counted.
public enum HitCounting: Sendable {
    /// Exactly where the index says it at once or few fit; else so far as little time allows.
    case quick
    /// The same with more time, some milliseconds at most: for people, who wait longer for the program to start.
    case thorough
    /// Exactly, however long it takes.
    case exact
}

/// The best passages and how many fit.
struct TopHits {
    /// Best first; of equal scores, the lower id.
    var best: [RankedPassage]
    var count: HitCount
    /// Whether others come behind them.
    var hasMore: Bool
}

/// The segments of one generation.
///
/// Stays valid while later ones are written.
struct Searcher: Sendable {
    let manifest: IndexManifest
    let segments: [Segment]
    let similarity: Similarity
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

    func prepare(_ plan: QueryPlan) -> PreparedPlan { PreparedPlan(plan, in: segments, passageCount: passageCount) }

    // MARK: The best

    /// A page of the passages that fit, the best first, and how many fit.
    ///
    /// Of those that are best by themselves, the first ``Proximity/depth`` are put in order anew by how near the phrases
    /// stand to each other; what comes behind them keeps its order.
    ///
    /// - Parameters:
    ///   - position: How many hits come before the page.
    ///   - last: The last of these, where that is known.
    func search(
        _ plan: PreparedPlan, limit: Int, position: Int = 0, last: RankedPassage? = nil, counting: HitCounting = .quick
    ) -> TopHits {
        let proximity = Proximity(plan.phrases, in: self)
        let depth = proximity == nil ? 0 : Proximity.depth
        let limit = max(limit, 0)
        var best: [RankedPassage]
        var isAll = false
        if let last, position >= depth {
            best = top(plan, limit: limit + 1, after: last)
        } else {
            let wanted = limit == 0 ? 0 : max(position + limit + 1, depth)
            best = top(plan, limit: wanted)
            isAll = wanted > 0 && best.count < wanted
            proximity?.reorder(&best)
            if isAll {
                let count = HitCount(value: best.count, isExact: true)
                let rest = best.dropFirst(position)
                return TopHits(best: Array(rest.prefix(limit)), count: count, hasMore: rest.count > limit)
            }
            best = Array(best.dropFirst(position))
        }
        let hasMore = best.count > limit
        return TopHits(best: Array(best.prefix(limit)), count: count(plan, counting), hasMore: hasMore)
    }

    /// The best passages by themselves, best first.
    func top(_ plan: PreparedPlan, limit: Int, after: RankedPassage? = nil) -> [RankedPassage] {
        guard limit > 0 else { return [] }
        var floor: Float?
        if after == nil, let phrase = plan.onlyPhrase {
            let (best, isSure) = top(phrase, limit: limit)
            if isSure { return best }
            if best.count == limit { floor = best.last?.score }
        }
        var top = TopCollector(limit: limit, floor: floor, after: after)
        forEachSegment(plan) { clauses, segment in
            var search = BlockMaxSearch(clauses, in: segment, isLive: isLive)
            search.run(into: &top)
        }
        return top.best()
    }

    private func forEachSegment(_ plan: PreparedPlan, _ body: (Clauses, Segment) -> Void) {
        for (number, segment) in segments.enumerated() {
            let context = ScoringContext(similarity: similarity, text: PassageText(segment))
            if let clauses = plan.clauses(in: segment, number, context) { body(clauses, segment) }
        }
    }

    /// The best passages for one phrase, and whether they are sure; see ``PhraseSearch``.
    private func top(
        _ phrase: PreparedPhrase, limit: Int
    ) -> (best: [RankedPassage], isSure: Bool) {
        let isCharacter = phrase.phrase.isOneCharacter
        guard isCharacter || !phrase.lists.contains(where: { $0?.isEmpty == true }) else { return ([], false) }
        let parts = segments.enumerated().compactMap { number, segment -> PhraseSearch.Part? in
            guard let list = leadingList(of: phrase, in: segment, number) else { return nil }
            let isExact = isCharacter || phrase.phrase.isOneBigram
            return PhraseSearch.Part(
                segment: segment, list: list, weight: phrase.weight, asksNoWords: phrase.phrase.asksNoWords,
                wanted: isExact ? nil : phrase.phrase)
        }
        let found = PhraseSearch(parts, limit: limit, similarity: similarity, isLive: isLive).run()
        guard isCharacter, found.isSure else { return found }
        // Where enough passages have it as a word of its own, no other can be better.
        guard found.best.count == limit, let last = found.best.last else { return (found.best, false) }
        return (found.best, last.score > phrase.weight * similarity.highestInside)
    }

    private func leadingList(of phrase: PreparedPhrase, in segment: Segment, _ number: Int) -> PostingList? {
        if phrase.phrase.isOneCharacter {
            return segment.character(phrase.singles[0]).flatMap { segment.list(ofCharacter: $0) }
        }
        return phrase.lists[number]?.min { $0.count < $1.count }
    }

    private var isLive: ((Int64) -> Bool)? {
        manifest.removed.isEmpty ? nil : { [manifest] in !manifest.isRemoved($0) }
    }

    // MARK: All

    /// How many passages fit.
    func count(_ plan: PreparedPlan, _ counting: HitCounting) -> HitCount {
        if manifest.removed.isEmpty, let count = knownCount(plan) { return HitCount(value: count, isExact: true) }
        // How far to count, and how many steps that may take, see `MatchWalk`.
        let (limit, steps) =
            switch counting {
            case .quick: (1_000, 2_400)
            case .thorough: (100_000, 400_000)
            case .exact: (Int.max, Int.max)
            }
        var patience = steps
        var count = 0
        let isAll = forEachMatch(plan, patience: &patience) { _ in
            count += 1
            return count < limit
        }
        if isAll { return HitCount(value: count, isExact: true) }
        return HitCount(value: max(count, leastCount(plan)), isExact: false)
    }

    private func knownCount(_ plan: PreparedPlan) -> Int? {
        switch plan {
        case .phrase(let phrase): phrase.exactCount(in: segments)
        case .all: passageCount
        case .pattern, .set, .boolean: nil
        }
    }

    /// How many passages fit at least, by the lists alone.
    private func leastCount(_ plan: PreparedPlan) -> Int {
        guard manifest.removed.isEmpty, case .boolean(let must, let should, let mustNot) = plan, must.isEmpty,
            mustNot.isEmpty
        else { return 0 }
        return should.compactMap(knownCount).max() ?? 0
    }

    /// The ids of all passages that fit, ascending.
    func allMatches(_ plan: PreparedPlan) -> [Int64] {
        var ids: [Int64] = []
        var patience = Int.max
        _ = forEachMatch(plan, patience: &patience) { id in
            ids.append(id)
            return true
        }
        return ids
    }

    /// Gives the ids of the passages that fit, ascending, until told to stop.
    ///
    /// - Returns: Whether all were gone through.
    private func forEachMatch(_ plan: PreparedPlan, patience: inout Int, _ body: (Int64) -> Bool) -> Bool {
        for (number, segment) in segments.enumerated() {
            let context = ScoringContext(similarity: similarity, text: PassageText(segment))
            guard let clauses = plan.clauses(in: segment, number, context) else { continue }
            let walk = MatchWalk(clauses, in: segment, isLive: isLive)
            guard walk.run(over: 0..<segment.passageCount, patience: &patience, body) else { return false }
        }
        return true
    }

    /// How many passages of a run of ids fit.
    func count(_ plan: PreparedPlan, in ids: ClosedRange<Int64>) -> Int {
        var count = 0
        forEachMatch(plan, in: ids) { _ in count += 1 }
        return count
    }

    /// Gives the passages of a run of ids that fit, ascending.
    func forEachMatch(_ plan: PreparedPlan, in ids: ClosedRange<Int64>, _ body: (Int64) -> Void) {
        for (number, segment) in segments.enumerated() {
            let passages = segment.firstPassage(from: ids.lowerBound)..<segment.firstPassage(from: ids.upperBound + 1)
            guard !passages.isEmpty else { continue }
            let context = ScoringContext(similarity: similarity, text: PassageText(segment))
            guard let clauses = plan.clauses(in: segment, number, context) else { continue }
            var patience = Int.max
            _ = MatchWalk(clauses, in: segment, isLive: isLive).run(over: passages, patience: &patience) { id in
                body(id)
                return true
            }
        }
    }

    /// The segment of a passage and its number there; nil where there is none.
    func place(of id: Int64) -> (segment: Segment, number: Int, passage: Int)? {
        guard let number = segments.lastIndex(where: { $0.firstID <= id }) else { return nil }
        let segment = segments[number]
        let passage = segment.firstPassage(from: id)
        guard passage < segment.passageCount, segment.id(of: passage) == id, !manifest.isRemoved(id) else { return nil }
        return (segment, number, passage)
    }
}

extension PreparedPlan {
    /// The one phrase that passages must hold, where that is all.
    fileprivate var onlyPhrase: PreparedPhrase? {
        if case .phrase(let phrase) = self { phrase } else { nil }
    }
}
