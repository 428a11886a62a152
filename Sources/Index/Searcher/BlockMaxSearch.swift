/// Which phrases a passage must hold, which add to its score, and which it must not hold.
struct PhraseQuery {
    /// A phrase and what its score is multiplied by.
    struct Clause {
        var phrase: Phrase
        var boost: Float = 1
    }

    var must: [Clause] = []
    var should: [Clause] = []
    var mustNot: [Phrase] = []
}

/// Finds the best passages without scoring all that fit.
///
/// The passages are gone through window by window: a window is a stretch in which every list that scores has one block, or
/// the block of the rarest list that must be in. Where the sum of the blocks' bounds doesn't reach the worst of the best so
/// far, the window is left out; where it wouldn't reach it without one of the lists, that list leads through the window
/// (block-max pruning after Ding and Suel, "Faster top-k document retrieval using block-max indexes", 2011, with the division
/// of lists of MaxScore, Turtle and Flood 1995).
struct BlockMaxSearch {
    private let segment: Segment
    private let similarity: Similarity
    private let isLive: ((Int64) -> Bool)?
    /// Those that a passage must hold, then those that only add to its score.
    private let wanted: CursorRow<PhraseCursor>
    private let mustCount: Int
    private let unwanted: CursorRow<PhraseCursor>
    private var bounds: [Float]

    /// Nil where no passage of the segment can fit.
    ///
    /// - Parameters:
    ///   - weight: What a phrase's shares are multiplied by: rarity and boost.
    ///   - isLive: Whether a passage counts; nil where all do.
    init?(
        _ query: PhraseQuery, in segment: Segment, similarity: Similarity, weight: (PhraseQuery.Clause) -> Float,
        isLive: ((Int64) -> Bool)?
    ) {
        self.segment = segment
        self.similarity = similarity
        self.isLive = isLive
        let text = PassageText(segment)
        func cursor(_ clause: PhraseQuery.Clause) -> PhraseCursor? {
            PhraseCursor(
                clause.phrase, weight: weight(clause), in: segment, similarity: similarity, text: text)
        }
        var must: [PhraseCursor] = []
        for clause in query.must {
            guard let cursor = cursor(clause) else { return nil }
            must.append(cursor)
        }
        must.sort { $0.lead.count < $1.lead.count }
        let should = query.should.compactMap(cursor)
        guard !must.isEmpty || !should.isEmpty else { return nil }
        wanted = CursorRow(must + should)
        mustCount = must.count
        unwanted = CursorRow(query.mustNot.compactMap { cursor(PhraseQuery.Clause(phrase: $0)) })
        bounds = [Float](repeating: 0, count: wanted.count)
    }

    mutating func run(into top: inout TopCollector) {
        var start: UInt32 = 0
        while let last = openWindow(at: start) {
            // A little more, since the bounds are added up in another order than the scores.
            let total = bounds.reduce(0, +) * 1.000_01
            if total > top.threshold {
                if let leader = leader(total: total, threshold: top.threshold) {
                    walk(leader, from: start, to: last, total: total, into: &top)
                } else {
                    walkAll(from: start, to: last, total: total, into: &top)
                }
            }
            guard last < PostingCursor.end - 1, Int(last) + 1 < segment.passageCount else { return }
            start = last + 1
        }
    }

    /// Takes in the bounds of the window that begins at a passage; gives the window's last passage, nil where nothing is left.
    private mutating func openWindow(at start: UInt32) -> UInt32? {
        var last = PostingCursor.end
        if mustCount > 0 {
            guard let bound = wanted.at(0, { $0.lead.bound(at: start) }) else { return nil }
            last = bound.last
            for index in 0..<wanted.count {
                bounds[index] = wanted.at(index, { $0.lead.bound(from: start, to: last) * $0.weight })
            }
            return last
        }
        for index in 0..<wanted.count {
            if let bound = wanted.at(index, { $0.lead.bound(at: start) }) {
                bounds[index] = bound.share * wanted.at(index, { $0.weight })
                last = min(last, bound.last)
            } else {
                bounds[index] = 0
            }
        }
        return last == PostingCursor.end ? nil : last
    }

    /// The rarest of the lists that a passage of the window needs to get in.
    private func leader(total: Float, threshold: Float) -> Int? {
        var best: (index: Int, count: Int)?
        for index in 0..<wanted.count where index < mustCount || total - bounds[index] <= threshold {
            let count = wanted.at(index, { $0.lead.count })
            if let found = best, found.count <= count { continue }
            best = (index, count)
        }
        return best?.index
    }

    private mutating func walk(
        _ leader: Int, from start: UInt32, to last: UInt32, total: Float, into top: inout TopCollector
    ) {
        let rest = total - bounds[leader]
        let lengths = unsafe segment.pointer(.lengths)
        var passage = wanted.at(leader, { $0.lead.advance(to: start) })
        while passage <= last, passage != PostingCursor.end {
            let (lead, weight) = wanted.at(leader, { ($0.lead, $0.weight) })
            let (passages, codes) = unsafe lead.rest(upTo: last)
            var moved = 0
            for index in 0..<passages.count {
                let passage = unsafe passages[index]
                let fieldNorm = unsafe lengths[Int(passage)]
                let share = lead.share(of: UInt8(truncatingIfNeeded: unsafe codes[index]), fieldNorm)
                guard share * weight + rest > top.threshold else { continue }
                lead.move(by: index - moved)
                moved = index
                if wanted.at(leader, { $0.mayHold(passage) }) {
                    weigh(passage, fieldNorm, rest: total, into: &top)
                }
            }
            passage = lead.advance(to: unsafe passages[passages.count - 1] + 1)
        }
    }

    private mutating func walkAll(from start: UInt32, to last: UInt32, total: Float, into top: inout TopCollector) {
        for index in 0..<wanted.count { wanted.at(index, { _ = $0.lead.advance(to: start) }) }
        while true {
            var passage = PostingCursor.end
            for index in 0..<wanted.count { passage = min(passage, wanted.at(index, { $0.lead.passage })) }
            guard passage <= last, passage != PostingCursor.end else { return }
            weigh(passage, segment.fieldNorm(of: Int(passage)), rest: total, into: &top)
            for index in 0..<wanted.count {
                wanted.at(index) { cursor in
                    if cursor.lead.passage == passage { cursor.lead.advance(to: passage + 1) }
                }
            }
        }
    }

    /// Scores a passage, as long as it can still get in.
    private func weigh(_ passage: UInt32, _ fieldNorm: UInt8, rest total: Float, into top: inout TopCollector) {
        var score: Float = 0
        var rest = total
        var needsCheck = false
        for index in 0..<wanted.count {
            rest -= bounds[index]
            let isThere = wanted.at(index) { cursor in
                guard cursor.lead.advance(to: passage) == passage else { return false }
                score += cursor.lead.share(of: cursor.lead.code, fieldNorm) * cursor.weight
                if !cursor.isExact { needsCheck = true }
                return true
            }
            guard isThere || index >= mustCount, score + max(rest, 0) > top.threshold else { return }
        }
        guard !isUnwanted(passage, where: \.isExact) else { return }
        if needsCheck {
            guard let narrowed = sum(passage, fieldNorm, { $0.narrow() }), narrowed > top.threshold,
                let checked = sum(passage, fieldNorm, { $0.check() }), checked > top.threshold
            else { return }
            score = checked
        }
        guard !isUnwanted(passage, where: { !$0.isExact }) else { return }
        add(passage, score, &top)
    }

    private func isUnwanted(_ passage: UInt32, where isAsked: (PhraseCursor) -> Bool) -> Bool {
        for index in 0..<unwanted.count
        where unwanted.at(index, { isAsked($0) && $0.holds(passage) }) { return true }
        return false
    }

    /// The score of a passage by codes; nil where it doesn't hold what it must.
    @inline(__always)
    private func sum(
        _ passage: UInt32, _ fieldNorm: UInt8, _ code: (PhraseCursor) -> UInt8?
    ) -> Float? {
        var score: Float = 0
        for index in 0..<wanted.count {
            let part = wanted.at(index) { cursor -> Float? in
                guard cursor.lead.passage == passage else { return 0 }
                return code(cursor).map { cursor.lead.share(of: $0, fieldNorm) * cursor.weight }
            }
            if let part {
                score += part
            } else if index < mustCount {
                return nil
            }
        }
        return score > 0 ? score : nil
    }

    @inline(__always)
    private func add(_ passage: UInt32, _ score: Float, _ top: inout TopCollector) {
        let id = segment.id(of: Int(passage))
        if let isLive, !isLive(id) { return }
        top.add(id, score: score)
    }
}
