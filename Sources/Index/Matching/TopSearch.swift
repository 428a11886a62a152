/// Which literals a passage must hold, which add to its score, and which it must not hold.
struct LiteralQuery {
    /// A literal and what its score is multiplied by.
    struct Clause {
        var literal: Literal
        var boost: Float = 1
    }

    var must: [Clause] = []
    var should: [Clause] = []
    var mustNot: [Literal] = []
}

/// Finds the best passages without scoring all that fit.
///
/// The passages are gone through window by window: a window is a stretch in which every list that scores has one block, or
/// the block of the rarest list that must be in. Where the sum of the blocks' bounds doesn't reach the worst of the best so
/// far, the window is left out; where it wouldn't reach it without one of the lists, that list leads through the window
/// (block-max pruning after Ding and Suel, "Faster top-k document retrieval using block-max indexes", 2011, with the division
/// of lists of MaxScore, Turtle and Flood 1995).
struct TopSearch {
    private let segment: Segment
    private let relevance: Relevance
    private let isLive: ((Int64) -> Bool)?
    private let must: [LiteralCursor]
    private let all: [LiteralCursor]
    private let mustNot: [LiteralCursor]
    private var bounds: [Float]

    /// Nil where no passage of the segment can fit.
    ///
    /// - Parameters:
    ///   - weight: What a literal's shares are multiplied by: rarity and boost.
    ///   - isLive: Whether a passage counts; nil where all do.
    init?(
        _ query: LiteralQuery, in segment: Segment, relevance: Relevance, weight: (LiteralQuery.Clause) -> Float,
        isLive: ((Int64) -> Bool)?
    ) {
        self.segment = segment
        self.relevance = relevance
        self.isLive = isLive
        let text = PassageText(segment)
        func cursor(_ clause: LiteralQuery.Clause) -> LiteralCursor? {
            LiteralCursor(
                clause.literal, weight: weight(clause), in: segment, relevance: relevance, text: text)
        }
        var must: [LiteralCursor] = []
        for clause in query.must {
            guard let cursor = cursor(clause) else { return nil }
            must.append(cursor)
        }
        must.sort { $0.lead.count < $1.lead.count }
        let should = query.should.compactMap(cursor)
        guard !must.isEmpty || !should.isEmpty else { return nil }
        self.must = must
        all = must + should
        mustNot = query.mustNot.compactMap { cursor(LiteralQuery.Clause(literal: $0)) }
        bounds = [Float](repeating: 0, count: all.count)
    }

    mutating func run(into top: inout TopList) {
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
        if let leader = must.first {
            guard let bound = leader.lead.bound(at: start) else { return nil }
            last = bound.last
            for (index, cursor) in all.enumerated() {
                bounds[index] = cursor.lead.bound(from: start, to: last) * cursor.weight
            }
            return last
        }
        for (index, cursor) in all.enumerated() {
            if let bound = cursor.lead.bound(at: start) {
                bounds[index] = bound.share * cursor.weight
                last = min(last, bound.last)
            } else {
                bounds[index] = 0
            }
        }
        return last == PostingCursor.end ? nil : last
    }

    /// The rarest of the lists that a passage of the window needs to get in.
    private func leader(total: Float, threshold: Float) -> Int? {
        var best: Int?
        for (index, cursor) in all.enumerated() where index < must.count || total - bounds[index] <= threshold {
            if let found = best, all[found].lead.count <= cursor.lead.count { continue }
            best = index
        }
        return best
    }

    private func walk(_ leader: Int, from start: UInt32, to last: UInt32, total: Float, into top: inout TopList) {
        let cursor = all[leader]
        let rest = total - bounds[leader]
        var passage = cursor.lead.advance(to: start)
        while passage <= last, passage != PostingCursor.end {
            let (passages, codes) = unsafe cursor.lead.rest(upTo: last)
            var moved = 0
            for index in 0..<passages.count {
                let passage = unsafe passages[index]
                let lengthClass = segment.lengthClass(of: Int(passage))
                let share = cursor.lead.share(of: UInt8(truncatingIfNeeded: unsafe codes[index]), lengthClass)
                let score = share * cursor.weight
                guard score + rest > top.threshold else { continue }
                cursor.lead.move(by: index - moved)
                moved = index
                if cursor.mayHold(passage) { weigh(passage, lengthClass, rest: total, into: &top) }
            }
            passage = cursor.lead.advance(to: unsafe passages[passages.count - 1] + 1)
        }
    }

    private func walkAll(from start: UInt32, to last: UInt32, total: Float, into top: inout TopList) {
        for cursor in all { cursor.lead.advance(to: start) }
        while true {
            var passage = PostingCursor.end
            for cursor in all { passage = min(passage, cursor.lead.passage) }
            guard passage <= last, passage != PostingCursor.end else { return }
            weigh(passage, segment.lengthClass(of: Int(passage)), rest: total, into: &top)
            for cursor in all where cursor.lead.passage == passage { cursor.lead.advance(to: passage + 1) }
        }
    }

    /// Scores a passage, as long as it can still get in.
    private func weigh(_ passage: UInt32, _ lengthClass: UInt8, rest total: Float, into top: inout TopList) {
        var score: Float = 0
        var rest = total
        var needsCheck = false
        for (index, cursor) in all.enumerated() {
            rest -= bounds[index]
            if cursor.lead.advance(to: passage) == passage {
                score += cursor.lead.share(of: cursor.lead.code, lengthClass) * cursor.weight
                if !cursor.isExact { needsCheck = true }
            } else if index < must.count {
                return
            }
            guard score + max(rest, 0) > top.threshold else { return }
        }
        for cursor in mustNot where cursor.isExact && cursor.holds(passage) { return }
        if needsCheck {
            guard let narrowed = sum(passage, lengthClass, { $0.narrow() }), narrowed > top.threshold,
                let checked = sum(passage, lengthClass, { $0.check() }), checked > top.threshold
            else { return }
            score = checked
        }
        for cursor in mustNot where !cursor.isExact && cursor.holds(passage) { return }
        add(passage, score, &top)
    }

    /// The score of a passage by codes; nil where it doesn't hold what it must.
    @inline(__always)
    private func sum(
        _ passage: UInt32, _ lengthClass: UInt8, _ code: (LiteralCursor) -> UInt8?
    ) -> Float? {
        var score: Float = 0
        for (index, cursor) in all.enumerated() where cursor.lead.passage == passage {
            if let code = code(cursor) {
                score += cursor.lead.share(of: code, lengthClass) * cursor.weight
            } else if index < must.count {
                return nil
            }
        }
        return score > 0 ? score : nil
    }

    @inline(__always)
    private func add(_ passage: UInt32, _ score: Float, _ top: inout TopList) {
        let id = segment.id(of: Int(passage))
        if let isLive, !isLive(id) { return }
        top.add(id, score: score)
    }
}
