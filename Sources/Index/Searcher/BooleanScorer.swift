/// Scores the passages that fit all of some parts, or one of some, and none of others.
final class BooleanScorer: SteppingScorer {
    private let clauses: Clauses
    private let isSure: Bool

    init(_ clauses: Clauses) {
        self.clauses = clauses
        isSure = clauses.excluded.count == 0 && clauses.isExact
    }

    override var cost: Int { clauses.cost }
    override var isExact: Bool { isSure }
    override func twin() -> Scorer? { clauses.again().map(BooleanScorer.init) }

    override func advance(to target: UInt32) -> UInt32 {
        passage = clauses.advance(to: target)
        return passage
    }

    override func bound(from first: UInt32, to last: UInt32) -> Float {
        var sum: Float = 0
        for index in 0..<clauses.wanted.count { sum += clauses.wanted.at(index) { $0.bound(from: first, to: last) } }
        return sum
    }

    override var upperScore: Float { clauses.sum(passage) { $0.upperScore } ?? 0 }
    override func narrowed() -> Float? { clauses.sum(passage) { $0.narrowed() } }

    override func confirmed() -> Float? {
        guard !clauses.isExcluded(passage) else { return nil }
        return clauses.sum(passage) { $0.confirmed() }
    }
}

/// The parts of a boolean query in a segment.
final class Clauses {
    /// Those that a passage must fit, the rarest first; then those that only add to its score.
    let wanted: CursorRow<Scorer>
    let mustCount: Int
    let excluded: CursorRow<Scorer>
    let isExact: Bool
    private let make: () -> Clauses?

    /// - Parameter make: Makes the same parts again, to be moved independently.
    init(must: [Scorer], should: [Scorer], mustNot: [Scorer], make: @escaping () -> Clauses?) {
        wanted = CursorRow(must.sorted { $0.cost < $1.cost } + should)
        mustCount = must.count
        excluded = CursorRow(mustNot)
        isExact = must.allSatisfy(\.isExact) && should.allSatisfy(\.isExact)
        self.make = make
    }

    func again() -> Clauses? { make() }

    var cost: Int {
        if mustCount > 0 { return wanted.at(0) { $0.cost } }
        return (0..<wanted.count).reduce(0) { sum, index in sum + wanted.at(index) { $0.cost } }
    }

    /// The first passage from `target` on at which all stop that must, or one does where none must.
    func advance(to target: UInt32) -> UInt32 {
        guard mustCount > 0 else {
            var least = PostingsIterator.end
            for index in 0..<wanted.count { least = min(least, wanted.at(index) { $0.advance(to: target) }) }
            return least
        }
        var passage = wanted.at(0) { $0.advance(to: target) }
        search: while passage != PostingsIterator.end {
            for index in 1..<mustCount {
                let found = wanted.at(index) { $0.seek(passage) ? passage : $0.nextStop(after: passage) }
                guard found == passage else {
                    passage = wanted.at(0) { $0.advance(to: found) }
                    continue search
                }
            }
            return passage
        }
        return passage
    }

    /// The sum of the scores of a passage; nil where it doesn't fit what it must.
    ///
    /// It is always added up in the same order, so that a passage has the same score in every search.
    @inline(__always)
    func sum(_ passage: UInt32, _ score: (Scorer) -> Float?) -> Float? {
        var sum: Float = 0
        var fits = mustCount > 0
        for index in 0..<wanted.count {
            let part = wanted.at(index) { $0.seek(passage) ? score($0) : nil }
            if let part {
                sum += part
                fits = true
            } else if index < mustCount {
                return nil
            }
        }
        return fits ? sum : nil
    }

    /// Whether a passage fits what it must not.
    func isExcluded(_ passage: UInt32) -> Bool {
        // Those that need no look at a text first.
        for isExact in [true, false] {
            for index in 0..<excluded.count
            where excluded.at(index, { $0.isExact == isExact && $0.seek(passage) && $0.confirmed() != nil }) {
                return true
            }
        }
        return false
    }
}

extension Scorer {
    /// The passage from which to look on after one that is no stop.
    fileprivate func nextStop(after target: UInt32) -> UInt32 { passage > target ? passage : target + 1 }
}

/// Scores the passages whose text a pattern fits.
final class PatternScorer: SteppingScorer {
    private let inner: Scorer
    private let pattern: TextPattern
    private let text: PassageText
    private let again: () -> Scorer?

    /// - Parameters:
    ///   - inner: The passages with all of the pattern's texts, or all passages.
    ///   - again: Makes the same scorer again, to be moved independently.
    init(_ inner: Scorer, _ pattern: TextPattern, text: PassageText, again: @escaping () -> Scorer?) {
        self.inner = inner
        self.pattern = pattern
        self.text = text
        self.again = again
    }

    override var cost: Int { inner.cost }
    override var isExact: Bool { false }
    override func twin() -> Scorer? { again() }

    override func advance(to target: UInt32) -> UInt32 {
        passage = inner.advance(to: target)
        return passage
    }

    override func bound(from first: UInt32, to last: UInt32) -> Float { inner.bound(from: first, to: last) }
    override var upperScore: Float { inner.upperScore }
    override func narrowed() -> Float? { inner.narrowed() }

    override func confirmed() -> Float? {
        guard let score = inner.confirmed() else { return nil }
        return text.withScalars(of: Int(passage), pattern.fits) == true ? score : nil
    }
}
