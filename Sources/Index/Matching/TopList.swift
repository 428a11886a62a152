/// A passage and its score.
struct RankedPassage: Equatable, Sendable {
    /// The archive's id.
    var passage: Int64
    var score: Float
}

/// The best passages so far; of equal scores, the one that came first.
struct TopList {
    let limit: Int
    private(set) var best: [RankedPassage] = []

    init(limit: Int) {
        self.limit = max(limit, 0)
        best.reserveCapacity(min(self.limit, 1024) + 1)
    }

    /// What a score must exceed to enter.
    private(set) var threshold: Float = -1

    mutating func add(_ passage: Int64, score: Float) {
        guard score > threshold, limit > 0 else { return }
        var (low, high) = (0, best.count)
        while low < high {
            let middle = (low + high) / 2
            if best[middle].score >= score { low = middle + 1 } else { high = middle }
        }
        best.insert(RankedPassage(passage: passage, score: score), at: low)
        if best.count > limit { best.removeLast() }
        if best.count == limit { threshold = best[limit - 1].score }
    }
}
