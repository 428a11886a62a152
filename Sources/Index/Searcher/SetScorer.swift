/// Passages that fit by what the records say of them, ascending, with what that adds to their scores.
struct PassageSet: Sendable {
    let passages: [ScoredPassage]
    /// The highest score of any.
    let highest: Double

    init(_ passages: [ScoredPassage]) {
        self.passages = passages
        // All score something, or none.
        highest = passages.first.map { $0.score > 0 } == true ? passages.reduce(0) { max($0, $1.score) } : 0
    }

    /// The place of the first id that is no less than `id`, from a place on.
    func place(of id: Int64, from start: Int) -> Int {
        var low = start
        var stride = 1
        while low + stride < passages.count, passages[low + stride].id < id {
            low += stride
            stride *= 2
        }
        var high = min(low + stride, passages.count)
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Walks through the passages of a set that stand in a segment.
final class SetScorer: SteppingScorer {
    private let set: PassageSet
    private let weight: Float
    private let segment: Segment
    private var place: Int

    init(_ set: PassageSet, weight: Float, in segment: Segment) {
        self.set = set
        self.weight = weight
        self.segment = segment
        place = segment.passageCount > 0 ? set.place(of: segment.id(of: 0), from: 0) : set.passages.count
    }

    override var cost: Int { min(set.passages.count, segment.passageCount) }
    override func twin() -> Scorer? { SetScorer(set, weight: weight, in: segment) }

    override func advance(to target: UInt32) -> UInt32 {
        guard Int(target) < segment.passageCount else { return finish() }
        place = set.place(of: segment.id(of: Int(target)), from: place)
        while place < set.passages.count {
            let id = set.passages[place].id
            let found = segment.firstPassage(from: id)
            guard found < segment.passageCount else { break }
            if segment.id(of: found) == id {
                passage = UInt32(found)
                return passage
            }
            place += 1
        }
        return finish()
    }

    private func finish() -> UInt32 {
        passage = PostingsIterator.end
        return passage
    }

    override func bound(from first: UInt32, to last: UInt32) -> Float { Float(set.highest) * weight }
    override var upperScore: Float { place < set.passages.count ? Float(set.passages[place].score) * weight : 0 }
}

/// Walks through all passages of a segment.
final class AllScorer: SteppingScorer {
    private let segment: Segment

    init(_ segment: Segment) { self.segment = segment }

    override var cost: Int { segment.passageCount }
    override func twin() -> Scorer? { AllScorer(segment) }

    override func advance(to target: UInt32) -> UInt32 {
        passage = Int(target) < segment.passageCount ? target : PostingsIterator.end
        return passage
    }
}
