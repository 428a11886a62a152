/// Writes the list of the passages that hold a bigram of characters, or a character.
///
///     count of passages (varint)
///     fewer than 128 passages: a tail
///     else: for each block, and for the tail if there is one, a head of 12 bytes; then the blocks, see ``PostingBlock``,
///     then the tail
///
///     head   the block's last passage (3), its offset behind the heads (3), the bound of the shares (2, see
///            ``Similarity/bound(_:)``), that of the shares if all occurrences were whole words (2), gap width (1), code
///            width (1)
///     tail   the usual code (1), then for each passage its gap doubled, plus one where a byte with its code follows (varint)
struct PostingEncoder {
    static let headSize = 12

    private let similarity: Similarity
    private let lengths: [UInt8]
    private var gaps = [UInt32](repeating: 0, count: PostingBlock.size)
    private var codes = [UInt32](repeating: 0, count: PostingBlock.size)
    private var block = [UInt8](repeating: 0, count: PostingBlock.maximumLength)
    private var body: [UInt8] = []

    /// - Parameter lengths: For each passage of the segment its ``FieldNorm``.
    init(similarity: Similarity, lengths: [UInt8]) {
        self.similarity = similarity
        self.lengths = lengths
    }

    /// Appends a list; passages ascend, and there is at least one.
    mutating func append(passages: [UInt32], codes listCodes: [UInt8], to output: inout [UInt8]) {
        let count = passages.count
        output.append(varint: UInt64(count))
        guard count >= PostingBlock.size else {
            appendTail(passages[...], listCodes[...], before: -1, to: &output)
            return
        }
        body.removeAll(keepingCapacity: true)
        var before: Int64 = -1
        var start = 0
        while start + PostingBlock.size <= count {
            let offset = UInt32(body.count)
            var bounds = Bounds()
            for index in 0..<PostingBlock.size {
                let passage = passages[start + index]
                gaps[index] = UInt32(Int64(passage) - before - 1)
                before = Int64(passage)
                let code = listCodes[start + index]
                codes[index] = UInt32(code)
                bounds.add(code, lengths[Int(passage)], similarity)
            }
            let made = unsafe PostingBlock.encode(gaps: &gaps, codes: &codes, to: &block)
            body.append(contentsOf: block[..<made.length])
            appendHead(
                last: UInt32(before), offset: offset, bounds: bounds, widths: (made.gapWidth, made.codeWidth),
                to: &output
            )
            start += PostingBlock.size
        }
        if start < count {
            var bounds = Bounds()
            for index in start..<count { bounds.add(listCodes[index], lengths[Int(passages[index])], similarity) }
            appendHead(
                last: passages[count - 1], offset: UInt32(body.count), bounds: bounds, widths: (0, 0), to: &output)
            appendTail(passages[start...], listCodes[start...], before: before, to: &body)
        }
        output.append(contentsOf: body)
    }

    /// The highest shares of a block.
    private struct Bounds {
        var share: Float = 0
        var wholeShare: Float = 0

        mutating func add(_ code: UInt8, _ fieldNorm: UInt8, _ similarity: Similarity) {
            share = max(share, similarity.share(code: code, fieldNorm: fieldNorm))
            let whole = similarity.share(code: code, fieldNorm: fieldNorm, asksNoWords: true)
            wholeShare = max(wholeShare, whole)
        }
    }

    private func appendHead(
        last: UInt32, offset: UInt32, bounds: Bounds, widths: (gap: Int, code: Int), to output: inout [UInt8]
    ) {
        output.append(fixed: UInt16(truncatingIfNeeded: last))
        output.append(UInt8(truncatingIfNeeded: last >> 16))
        output.append(fixed: UInt16(truncatingIfNeeded: offset))
        output.append(UInt8(truncatingIfNeeded: offset >> 16))
        output.append(fixed: Similarity.bound(bounds.share))
        output.append(fixed: Similarity.bound(bounds.wholeShare))
        output.append(UInt8(widths.gap))
        output.append(UInt8(widths.code))
    }

    private func appendTail(
        _ passages: ArraySlice<UInt32>, _ codes: ArraySlice<UInt8>, before: Int64, to output: inout [UInt8]
    ) {
        let usual = codes.first ?? 0
        output.append(usual)
        var before = before
        for (passage, code) in zip(passages, codes) {
            let gap = UInt64(Int64(passage) - before - 1)
            output.append(varint: gap << 1 | (code == usual ? 0 : 1))
            if code != usual { output.append(code) }
            before = Int64(passage)
        }
    }
}
