/// Writes the list of the passages that hold a pair of characters, or a character.
///
///     count of passages (varint)
///     fewer than 128 passages: a tail
///     else: for each block, and for the tail if there is one, a head of 12 bytes; then the blocks, see ``PostingBlock``,
///     then the tail
///
///     head   the block's last passage (4), its offset behind the heads (4), its bound (2, see ``Relevance/bound(_:)``),
///            gap width (1), code width (1)
///     tail   the usual code (1), then for each passage its gap doubled, plus one where a byte with its code follows (varint)
struct PostingEncoder {
    static let headSize = 12

    private let relevance: Relevance
    private let lengths: [UInt8]
    private var gaps = [UInt32](repeating: 0, count: PostingBlock.size)
    private var codes = [UInt32](repeating: 0, count: PostingBlock.size)
    private var block = [UInt8](repeating: 0, count: PostingBlock.maximumLength)
    private var body: [UInt8] = []

    /// - Parameter lengths: For each passage of the segment its ``LengthClass``.
    init(relevance: Relevance, lengths: [UInt8]) {
        self.relevance = relevance
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
            var bound: Float = 0
            for index in 0..<PostingBlock.size {
                let passage = passages[start + index]
                gaps[index] = UInt32(Int64(passage) - before - 1)
                before = Int64(passage)
                let code = listCodes[start + index]
                codes[index] = UInt32(code)
                bound = max(bound, relevance.share(code: code, lengthClass: lengths[Int(passage)]))
            }
            let made = unsafe PostingBlock.encode(gaps: &gaps, codes: &codes, to: &block)
            body.append(contentsOf: block[..<made.length])
            appendHead(
                last: UInt32(before), offset: offset, bound: bound, widths: (made.gapWidth, made.codeWidth), to: &output
            )
            start += PostingBlock.size
        }
        if start < count {
            var bound: Float = 0
            for index in start..<count {
                let share = relevance.share(code: listCodes[index], lengthClass: lengths[Int(passages[index])])
                bound = max(bound, share)
            }
            appendHead(last: passages[count - 1], offset: UInt32(body.count), bound: bound, widths: (0, 0), to: &output)
            appendTail(passages[start...], listCodes[start...], before: before, to: &body)
        }
        output.append(contentsOf: body)
    }

    private func appendHead(
        last: UInt32, offset: UInt32, bound: Float, widths: (gap: Int, code: Int), to output: inout [UInt8]
    ) {
        output.append(fixed: last)
        output.append(fixed: offset)
        output.append(fixed: Relevance.bound(bound))
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
