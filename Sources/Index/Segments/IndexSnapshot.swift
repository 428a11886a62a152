/// A state of the full-text index: what a faster engine would have to offer.
protocol LiteralIndex: Sendable {
    /// The live passages that hold a literal, exactly those, in ascending order of ids.
    func matches(of literal: [UInt32]) -> [LiteralMatch]
    /// The ids of all live passages, ascending.
    func allPassages() -> [Int64]
    /// The live passages, and their mean length in folded scalars.
    var statistics: (passages: Int, meanLength: Double) { get }
}

/// The segments of one generation. Stays valid while later ones are written.
struct IndexSnapshot: LiteralIndex {
    let manifest: IndexManifest
    let segments: [Segment]

    func matches(of literal: [UInt32]) -> [LiteralMatch] {
        segments.flatMap { PhraseMatcher($0).matches(of: literal) }.filter { !isRemoved($0.passage) }
    }

    func allPassages() -> [Int64] {
        segments.flatMap { segment in (0..<segment.passageCount).map { segment.id(of: $0) } }.filter { !isRemoved($0) }
    }

    var statistics: (passages: Int, meanLength: Double) {
        let passages = segments.reduce(0) { $0 + $1.passageCount }
        let length = manifest.segments.reduce(0) { $0 + $1.scalars }
        return (passages, passages == 0 ? 1 : max(Double(length) / Double(passages), 1))
    }

    /// Whether a passage was taken out after its segment was written.
    private func isRemoved(_ passage: Int64) -> Bool {
        let removed = manifest.removed
        var low = 0
        var high = removed.count
        while low < high {
            let middle = (low + high) / 2
            if removed[middle].last < passage { low = middle + 1 } else { high = middle }
        }
        return low < removed.count && removed[low].first <= passage
    }
}
