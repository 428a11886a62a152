/// Goes through the passages of a segment that fit, window by window, and scores only those that can be among the best.
///
/// A window is a stretch in which the rarest part that must fit has one block; where nothing must, it is of fixed size. Where the
/// sum of the bounds doesn't reach the worst of the best so far, the window is left out (block-max pruning after Ding and
/// Suel, 2011). Else a part leads without which no passage gets in; or the parts that together are needed are added up over
/// the window, and the rest is asked for what comes near (MaxScore; Turtle and Flood, "Query evaluation: strategies and
/// optimizations", 1995).
struct BlockMaxSearch {
    private let segment: Segment
    private let clauses: Clauses
    private let isLive: ((Int64) -> Bool)?
    private var bounds: [Float]
    private let candidates = Candidates()
    private lazy var window = WindowScores()

    init(_ clauses: Clauses, in segment: Segment, isLive: ((Int64) -> Bool)?) {
        self.segment = segment
        self.clauses = clauses
        self.isLive = isLive
        bounds = [Float](repeating: 0, count: clauses.wanted.count)
    }

    mutating func run(into top: inout TopCollector) {
        var start: UInt32 = 0
        while Int(start) < segment.passageCount, let last = openWindow(at: start) {
            // A little more, since the bounds are added up in another order than the scores.
            let total = bounds.reduce(0, +) * 1.000_01
            if total > top.threshold {
                candidates.removeAll()
                if let leader = leader(
                    total: total, threshold: top.threshold, isWide: last - start >= WindowScores.size)
                {
                    follow(leader, from: start, to: last, total: total, into: &top)
                } else {
                    addUp(from: start, to: last, into: &top)
                }
            }
            guard last < PostingsIterator.end - 1 else { return }
            start = last + 1
        }
    }

    /// Takes in the bounds of the window that begins at a passage; gives the window's last passage, nil where nothing is left.
    private mutating func openWindow(at start: UInt32) -> UInt32? {
        var last = start | (WindowScores.size - 1)
        if clauses.mustCount > 0 {
            guard let end = clauses.wanted.at(0, { $0.stretch(from: start) }) else { return nil }
            last = end
        }
        for index in 0..<bounds.count { bounds[index] = clauses.wanted.at(index) { $0.bound(from: start, to: last) } }
        return last
    }

    /// The part that leads: the rarest of those that must fit, and of those without which no passage of the window gets in.
    ///
    /// - Parameter isWide: Whether the window is so wide that a part which need not fit might have too many stops in it.
    private func leader(total: Float, threshold: Float, isWide: Bool) -> Int? {
        var best: (index: Int, cost: Int)? = clauses.mustCount > 0 ? (0, clauses.wanted.at(0) { $0.cost }) : nil
        guard !isWide else { return best?.index }
        for index in clauses.mustCount..<bounds.count where total - bounds[index] <= threshold {
            let cost = clauses.wanted.at(index) { $0.cost }
            if let found = best, found.cost <= cost { continue }
            best = (index, cost)
        }
        return best?.index
    }

    private mutating func follow(
        _ leader: Int, from start: UInt32, to last: UInt32, total: Float, into top: inout TopCollector
    ) {
        var rest = total - bounds[leader]
        clauses.wanted.at(leader) {
            $0.collect(from: start, to: last, above: top.threshold - rest, into: candidates)
        }
        for index in 0..<clauses.mustCount where index != leader && candidates.count > 0 {
            rest -= bounds[index]
            clauses.wanted.at(index) {
                $0.add(to: candidates, above: top.threshold - rest * 1.000_01, isRequired: true)
            }
        }
        confirm(clauses.mustCount..<bounds.count, but: leader, rest: rest, into: &top)
    }

    /// Adds up the parts that together are needed, where none must fit.
    private mutating func addUp(from start: UInt32, to last: UInt32, into top: inout TopCollector) {
        // Those with the lowest bounds are left for later, as long as they can't get a passage in by themselves.
        let order = bounds.indices.sorted { bounds[$0] < bounds[$1] }
        var rest: Float = 0
        var later = 0
        while later < order.count, (rest + bounds[order[later]]) * 1.000_01 <= top.threshold {
            rest += bounds[order[later]]
            later += 1
        }
        let window = self.window
        window.open(start, last)
        for index in order[later...] {
            clauses.wanted.at(index) { $0.accumulate(into: window, candidates) }
        }
        candidates.removeAll()
        rest *= 1.000_01
        window.collect(above: top.threshold - rest, into: candidates)
        confirm(order[..<later].reversed(), rest: rest, into: &top)
    }

    /// Adds what is left to the candidates, and scores those that can still get in.
    ///
    /// - Parameters:
    ///   - parts: The parts that were not asked, the highest bounds first where that is known.
    ///   - leader: One of them that was asked.
    ///   - rest: What they can add.
    @inline(__always)
    private func confirm(
        _ parts: some Sequence<Int>, but leader: Int? = nil, rest: Float, into top: inout TopCollector
    ) {
        var rest = rest
        for index in parts where index != leader && candidates.count > 0 {
            rest = max(rest - bounds[index], 0)
            clauses.wanted.at(index) {
                $0.add(to: candidates, above: top.threshold - rest * 1.000_01, isRequired: false)
            }
        }
        for place in 0..<candidates.count {
            let (passage, score) = candidates[place]
            if score * 1.000_01 > top.threshold { confirm(passage, into: &top) }
        }
    }

    private func confirm(_ passage: UInt32, into top: inout TopCollector) {
        if !clauses.isExact {
            guard let upper = clauses.sum(passage, { $0.narrowed() }), upper > top.threshold else { return }
        }
        guard let score = clauses.sum(passage, { $0.confirmed() }), score > top.threshold,
            !clauses.isExcluded(passage)
        else { return }
        let id = segment.id(of: Int(passage))
        if let isLive, !isLive(id) { return }
        top.add(id, score: score)
    }
}

/// Goes through all passages of a segment that fit, window by window.
struct MatchWalk {
    private let segment: Segment
    private let clauses: Clauses
    private let isLive: ((Int64) -> Bool)?
    private let candidates = Candidates()

    init(_ clauses: Clauses, in segment: Segment, isLive: ((Int64) -> Bool)?) {
        self.segment = segment
        self.clauses = clauses
        self.isLive = isLive
    }

    /// What it costs to go through a window, and to look at a text, beside a step from one candidate to the next.
    private static let windowCost = 50
    private static let lookCost = 40

    /// Gives the passages that fit, ascending, until told to stop.
    ///
    /// - Parameters:
    ///   - passages: Which to look at.
    ///   - patience: How many steps to make; a look at a text counts more than one.
    ///   - body: Takes the id of a passage; gives whether to go on.
    /// - Returns: Whether all were gone through.
    func run(over passages: Range<Int>, patience: inout Int, _ body: (Int64) -> Bool) -> Bool {
        var start = UInt32(passages.lowerBound)
        let needsLook = !clauses.isExact || clauses.excluded.count > 0
        while Int(start) < passages.upperBound, let end = windowEnd(start) {
            let last = min(end, UInt32(passages.upperBound - 1))
            fill(from: start, to: last)
            patience -= Self.windowCost
            for index in 0..<candidates.count {
                let passage = candidates[index].passage
                patience -= 1
                if !needsLook || fits(passage, &patience) {
                    let id = segment.id(of: Int(passage))
                    if isLive?(id) ?? true, !body(id) { return false }
                }
                guard patience > 0 else { return false }
            }
            guard patience > 0 else { return false }
            guard last < PostingsIterator.end - 1 else { return true }
            start = last + 1
        }
        return true
    }

    private func windowEnd(_ start: UInt32) -> UInt32? {
        clauses.mustCount > 0
            ? clauses.wanted.at(0) { $0.stretch(from: start) } : start | (WindowScores.size - 1)
    }

    private func fill(from start: UInt32, to last: UInt32) {
        candidates.removeAll()
        if clauses.mustCount > 0 {
            clauses.wanted.at(0) { $0.collect(from: start, to: last, above: -1, into: candidates) }
            for index in 1..<max(clauses.mustCount, 1) where candidates.count > 0 {
                clauses.wanted.at(index) { $0.add(to: candidates, above: -1, isRequired: true) }
            }
            return
        }
        let window = WindowScores()
        window.open(start, last)
        for index in 0..<clauses.wanted.count { clauses.wanted.at(index) { $0.accumulate(into: window, candidates) } }
        candidates.removeAll()
        window.collect(above: -1, into: candidates)
    }

    private func fits(_ passage: UInt32, _ patience: inout Int) -> Bool {
        if !clauses.isExact {
            guard clauses.sum(passage, { $0.narrowed() }) != nil else { return false }
            patience -= Self.lookCost
            guard clauses.sum(passage, { $0.confirmed() }) != nil else { return false }
        }
        guard clauses.excluded.count > 0 else { return true }
        patience -= 1
        return !clauses.isExcluded(passage)
    }
}

extension Clauses {
    /// The score of a passage; nil where it doesn't fit.
    ///
    /// Passages ascend.
    func score(of passage: UInt32) -> Float? {
        guard advance(to: passage) == passage, !isExcluded(passage) else { return nil }
        return sum(passage) { $0.confirmed() }
    }
}
