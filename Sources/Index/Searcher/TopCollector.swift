/// A passage and its score.
struct RankedPassage: Equatable, Sendable {
    /// The archive's id.
    var passage: Int64
    var score: Float
}

/// The best passages so far; of equal scores, the one that came first.
struct TopCollector {
    let limit: Int
    private(set) var best: [RankedPassage] = []

    /// - Parameter floor: A score that is known to be reached by as many as are wanted: lower ones can't enter.
    init(limit: Int, floor: Float? = nil) {
        self.limit = max(limit, 0)
        threshold = floor?.nextDown ?? -1
        best.reserveCapacity(min(self.limit, 1024) + 1)
    }

    /// What a score must exceed to enter.
    private(set) var threshold: Float

    /// Whether a passage can't enter: the list is full, and all in it are better, or as good and come earlier.
    func excludes(_ passage: Int64, score: Float) -> Bool {
        guard best.count == limit, let last = best.last else { return false }
        return score < last.score || score == last.score && passage > last.passage
    }

    /// Adds a passage whose id may be lower than that of others.
    mutating func insert(_ passage: Int64, score: Float) {
        guard score >= threshold, limit > 0 else { return }
        let place = best.firstIndex { $0.score < score || $0.score == score && $0.passage > passage } ?? best.count
        best.insert(RankedPassage(passage: passage, score: score), at: place)
        if best.count > limit { best.removeLast() }
        if best.count == limit { threshold = best[limit - 1].score }
    }

    /// Adds a passage whose id is higher than that of all before.
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
