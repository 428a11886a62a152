/// A passage that fits a query, and how well.
struct ScoredPassage: Equatable, Sendable {
    var id: Int64
    var score: Double

    /// The passages of both, ascending as they are, with the sums of their scores.
    static func intersection(_ left: [ScoredPassage], _ right: [ScoredPassage]) -> [ScoredPassage] {
        var result: [ScoredPassage] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i].id < right[j].id {
                i += 1
            } else if left[i].id > right[j].id {
                j += 1
            } else {
                result.append(ScoredPassage(id: left[i].id, score: left[i].score + right[j].score))
                (i, j) = (i + 1, j + 1)
            }
        }
        return result
    }
}
