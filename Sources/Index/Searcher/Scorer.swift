/// Walks through the passages of a segment that may fit a part of a query, and scores them.
///
/// Passages only ever ascend. A stop is a candidate: ``upperScore`` says at once what its score is at most; ``confirmed()`` looks
/// closer, at the text where it must, and gives the very score.
class Scorer {
    /// How many stops there are at most.
    var cost: Int { 0 }
    /// Whether every stop fits and ``upperScore`` is its score.
    var isExact: Bool { true }
    /// The passage at hand; `PostingsIterator.end` behind the last.
    final var passage: UInt32 = 0

    /// Moves to the first stop from `target` on, if it isn't there or beyond already; gives ``passage``.
    func advance(to target: UInt32) -> UInt32 { PostingsIterator.end }

    /// Whether a passage is a stop, and moves to it if so; passages ascend.
    func seek(_ target: UInt32) -> Bool { advance(to: target) == target }

    /// The end of the stretch from `first` on in which bounds are best asked for; nil where nothing is left.
    func stretch(from first: UInt32) -> UInt32? {
        first == PostingsIterator.end ? nil : first | (WindowScores.size - 1)
    }

    /// The highest score of the passages from `first` to `last`; stretches ascend.
    func bound(from first: UInt32, to last: UInt32) -> Float { 0 }

    /// What the score of the passage at hand is at most.
    var upperScore: Float { 0 }

    /// The same, a little closer; nil where the passage can't fit.
    func narrowed() -> Float? { upperScore }

    /// The score of the passage at hand; nil where it doesn't fit.
    func confirmed() -> Float? { upperScore }

    /// Gives the stops from `first` to `last` whose upper score is above a threshold.
    ///
    /// Stretches ascend; ``passage`` is not moved.
    func collect(from first: UInt32, to last: UInt32, above threshold: Float, into candidates: Candidates) {}

    /// Adds the upper scores to those of some candidates that are stops; as above.
    ///
    /// - Parameters:
    ///   - threshold: What the sum must exceed; other candidates fall away.
    ///   - isRequired: Whether those that are no stops fall away in any case.
    func add(to candidates: Candidates, above threshold: Float, isRequired: Bool) {}

    /// Adds the upper scores of all stops of a window.
    func accumulate(into window: WindowScores, _ candidates: Candidates) {
        candidates.removeAll()
        collect(from: window.first, to: window.last, above: -1, into: candidates)
        for index in 0..<candidates.count {
            let (passage, score) = candidates[index]
            window.add(score, to: passage)
        }
    }
}

/// A scorer that asks itself, one passage after the other, through a second scorer for the stretches.
class SteppingScorer: Scorer {
    /// A scorer of the same stops that is moved independently.
    func twin() -> Scorer? { nil }
    private lazy var scanner = twin()

    final override func collect(
        from first: UInt32, to last: UInt32, above threshold: Float, into candidates: Candidates
    ) {
        guard let scanner else { return }
        var passage = scanner.advance(to: first)
        while passage <= last, passage != PostingsIterator.end {
            let score = scanner.upperScore
            if score > threshold { candidates.append(passage, score) }
            passage = scanner.advance(to: passage + 1)
        }
    }

    final override func add(to candidates: Candidates, above threshold: Float, isRequired: Bool) {
        guard let scanner else { return candidates.removeAll() }
        let missing: Float = isRequired ? -1 : 0
        candidates.filter(above: threshold) { scanner.seek($0) ? scanner.upperScore : missing }
    }
}

/// Passages of a window, and what their scores are at most.
@safe final class Candidates {
    private(set) var count = 0
    private let passages: UnsafeMutablePointer<UInt32>
    private let scores: UnsafeMutablePointer<Float>

    /// No window has more stops: a block, or ``WindowScores/size`` passages.
    private static let capacity = max(PostingBlock.size, Int(WindowScores.size))

    init() {
        unsafe passages = .allocate(capacity: Self.capacity)
        unsafe scores = .allocate(capacity: Self.capacity)
    }

    deinit {
        unsafe passages.deallocate()
        unsafe scores.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> (passage: UInt32, score: Float) {
        assert(index < count)
        return unsafe (passages[index], scores[index])
    }

    @inline(__always)
    func append(_ passage: UInt32, _ score: Float) {
        guard count < Self.capacity else { return assertionFailure("a window with too many stops") }
        unsafe passages[count] = passage
        unsafe scores[count] = score
        count &+= 1
    }

    func removeAll() { count = 0 }

    /// Keeps those that get a score above a threshold.
    ///
    /// - Parameter body: Gives what is added to the score; a negative number for nothing and no place.
    @inline(__always)
    func filter(above threshold: Float, _ body: (_ passage: UInt32) -> Float) {
        let count = self.count
        var kept = 0
        for index in 0..<count {
            let passage = unsafe passages[index]
            let added = body(passage)
            let sum = unsafe scores[index] + added
            guard added >= 0, sum > threshold else { continue }
            unsafe passages[kept] = passage
            unsafe scores[kept] = sum
            kept &+= 1
        }
        self.count = kept
    }
}

/// The sums of scores of the passages of a window.
@safe final class WindowScores {
    static let size: UInt32 = 2048

    private(set) var first: UInt32 = 0
    private(set) var last: UInt32 = 0
    private let scores: UnsafeMutablePointer<Float>
    private let bits: UnsafeMutablePointer<UInt64>
    private static let words = Int(size) / 64

    init() {
        unsafe scores = .allocate(capacity: Int(Self.size))
        unsafe bits = .allocate(capacity: Self.words)
        unsafe scores.initialize(repeating: 0, count: Int(Self.size))
        unsafe bits.initialize(repeating: 0, count: Self.words)
    }

    deinit {
        unsafe scores.deallocate()
        unsafe bits.deallocate()
    }

    /// Empties the window and moves it; it has no more than ``size`` passages.
    func open(_ first: UInt32, _ last: UInt32) {
        (self.first, self.last) = (first, last)
        unsafe scores.update(repeating: 0, count: Int(Self.size))
        unsafe bits.update(repeating: 0, count: Self.words)
    }

    @inline(__always)
    func add(_ score: Float, to passage: UInt32) {
        let place = Int((passage &- first) & (Self.size - 1))
        unsafe scores[place] += score
        unsafe bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Gives the passages whose sum is above a threshold, ascending.
    func collect(above threshold: Float, into candidates: Candidates) {
        for word in 0..<Self.words {
            var rest = unsafe bits[word]
            while rest != 0 {
                let place = word << 6 + rest.trailingZeroBitCount
                rest &= rest - 1
                let score = unsafe scores[place]
                if score > threshold { candidates.append(first + UInt32(place), score) }
            }
        }
    }

    /// How many passages have a score.
    var count: Int {
        var sum = 0
        for word in 0..<Self.words { sum += unsafe bits[word].nonzeroBitCount }
        return sum
    }
}
