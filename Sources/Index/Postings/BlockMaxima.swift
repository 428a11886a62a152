/// What the blocks of a list allow a score to be, before any of them is decoded (Ding and Suel, "Faster top-k document
/// retrieval using block-max indexes", 2011).
@safe final class BlockMaxima {
    private let list: PostingList
    private let similarity: Similarity
    private let asksNoWords: Bool
    /// The mean length with which the bounds were stored.
    private let storedMeanLength: Float
    /// The bound and the last passage of a list without heads.
    private let short: (share: Float, last: UInt32)
    /// The block that was asked for last.
    private var block = 0

    /// - Parameter norms: The segment's field norms.
    init(
        _ list: PostingList, similarity: Similarity, asksNoWords: Bool, storedMeanLength: Float,
        norms: UnsafePointer<UInt8>
    ) {
        self.list = list
        self.similarity = similarity
        self.asksNoWords = asksNoWords
        self.storedMeanLength = storedMeanLength
        var share: Float = 0
        var last: UInt32 = 0
        if !list.hasHeads {
            list.forEachPosting { passage, code in
                let norm = unsafe norms[Int(passage)]
                share = max(share, similarity.share(code: code, fieldNorm: norm, asksNoWords: asksNoWords))
                last = passage
            }
        }
        short = (share, last)
    }

    /// The last passage of the block in which the first passage from `target` on stands; nil where there is none.
    ///
    /// Targets ascend, as they do below.
    func last(at target: UInt32) -> UInt32? {
        guard list.hasHeads else { return short.last >= target ? short.last : nil }
        skip(to: target)
        return block < list.blockCount ? list.last(of: block) : nil
    }

    /// The highest share of the passages from `first` to `last`.
    func bound(from first: UInt32, to last: UInt32) -> Float {
        guard list.hasHeads else { return short.last >= first ? short.share : 0 }
        skip(to: first)
        guard block < list.blockCount else { return 0 }
        var highest = list.storedBound(of: block, asksNoWords: asksNoWords)
        var next = block + 1
        while next < list.blockCount, list.last(of: next - 1) < last {
            highest = max(highest, list.storedBound(of: next, asksNoWords: asksNoWords))
            next += 1
        }
        return similarity.share(bound: highest, storedMeanLength: storedMeanLength)
    }

    @inline(__always)
    private func skip(to target: UInt32) {
        while block < list.blockCount, list.last(of: block) < target { block += 1 }
    }
}
