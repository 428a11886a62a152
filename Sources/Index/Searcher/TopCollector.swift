/// A passage and its score.
struct RankedPassage: Equatable, Sendable {
    /// The archive's id.
    var passage: Int64
    var score: Float

    /// Whether it comes before another: the better one, of equals the lower id.
    @inline(__always)
    static func < (left: RankedPassage, right: RankedPassage) -> Bool {
        left.score != right.score ? left.score > right.score : left.passage < right.passage
    }
}

/// The best passages so far; of equal scores, the lower ids.
struct TopCollector {
    let limit: Int
    /// Passages up to this one in the order of hits are left out.
    private let after: RankedPassage?
    /// In order where few are wanted; else unordered, up to twice as many as are wanted.
    private var found: [RankedPassage] = []
    private let isOrdered: Bool

    /// - Parameters:
    ///   - floor: A score that is known to be reached by as many as are wanted: lower ones can't enter.
    ///   - after: The last hit that isn't wanted again.
    init(limit: Int, floor: Float? = nil, after: RankedPassage? = nil) {
        self.limit = max(limit, 0)
        self.after = after
        isOrdered = limit <= 64
        threshold = self.limit == 0 ? .infinity : floor?.nextDown ?? -1
        found.reserveCapacity(isOrdered ? self.limit + 1 : min(self.limit, 4096) * 2)
    }

    /// What a score must exceed to enter, for a passage whose id is higher than those of all before.
    private(set) var threshold: Float

    /// The best passages, best first.
    consuming func best() -> [RankedPassage] {
        if isOrdered { return found }
        found.sort(by: <)
        return Array(found.prefix(limit))
    }

    /// Whether a passage can't enter: as many as are wanted come before it.
    func excludes(_ passage: RankedPassage) -> Bool {
        if passage.score < threshold { return true }
        guard isOrdered, found.count == limit, let last = found.last else { return false }
        return last < passage
    }

    /// Adds a passage whose id is higher than that of all before.
    @inline(__always)
    mutating func add(_ passage: Int64, score: Float) {
        guard score > threshold else { return }
        insert(RankedPassage(passage: passage, score: score))
    }

    /// Adds a passage whose id may be lower than that of others.
    mutating func insert(_ passage: RankedPassage) {
        guard !excludes(passage), limit > 0 else { return }
        if let after, !(after < passage) { return }
        guard isOrdered else { return append(passage) }
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle] < passage { low = middle + 1 } else { high = middle }
        }
        found.insert(passage, at: low)
        if found.count > limit { found.removeLast() }
        if found.count == limit { threshold = max(threshold, found[limit - 1].score) }
    }

    private mutating func append(_ passage: RankedPassage) {
        found.append(passage)
        guard found.count >= limit * 2 else { return }
        found.sort(by: <)
        found.removeLast(found.count - limit)
        threshold = max(threshold, found[limit - 1].score)
    }
}
