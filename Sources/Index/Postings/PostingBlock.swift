/// One block of 128 postings: passages ascending, and for each the code of its counts (see ``TermFrequency``).
///
///     outliers among the gaps (1 byte; plus 128 where their bits take two bytes), outliers among the codes (1), the
///     usual code (1)
///     gaps     128 numbers of the gap's width, see ``BitPacking``
///     outliers of gaps: index (1), the bits above the width (1 or 2)
///     codes    128 numbers of the code's width: the code less the usual code, modulo 256
///     outliers of codes: index (1), the code (1)
///
/// A gap is the distance to the passage before, less one. The widths stand in the block's head; a number that is wider than
/// the width is an outlier, so that one rare passage doesn't widen the other 127 (after Zukowski et al., "Super-scalar
/// RAM-CPU cache compression", 2006).
enum PostingBlock {
    static let size = BitPacking.blockSize
    /// The longest a block gets, in bytes.
    static let maximumLength = 3 + 128 * 4 + 128 * 3 + 128 + 128 * 2
    private static let wideMark: UInt8 = 0x80

    /// Appends a block.
    ///
    /// - Parameters:
    ///   - gaps: 128 gaps.
    ///   - codes: 128 codes, as 32-bit numbers.
    ///   - output: Room for ``maximumLength`` bytes.
    /// - Returns: The length in bytes, and the two widths.
    static func encode(
        gaps: UnsafeMutablePointer<UInt32>, codes: UnsafeMutablePointer<UInt32>, to output: UnsafeMutablePointer<UInt8>
    ) -> (length: Int, gapWidth: Int, codeWidth: Int) {
        let usual = unsafe usualCode(codes)
        for index in 0..<size { unsafe codes[index] = (codes[index] &- usual) & 0xFF }
        let gapWidth = unsafe cheapestGapWidth(gaps)
        let codeWidth = unsafe cheapestWidth(codes, outlierBytes: 2, least: 0)
        var length = 3
        let raw = UnsafeMutableRawPointer(output)
        unsafe BitPacking.pack(gaps, width: gapWidth, into: raw + length)
        length += BitPacking.byteCount(width: gapWidth)
        var gapOutliers: UInt8 = 0
        let isWide = unsafe widest(gaps) > gapWidth + 8
        for index in 0..<size where unsafe gaps[index] >> UInt32(gapWidth) != 0 {
            let rest = unsafe gaps[index] >> UInt32(gapWidth)
            unsafe output[length] = UInt8(index)
            unsafe output[length + 1] = UInt8(truncatingIfNeeded: rest)
            length += 2
            if isWide {
                unsafe output[length] = UInt8(truncatingIfNeeded: rest >> 8)
                length += 1
            }
            gapOutliers += 1
        }
        if isWide { gapOutliers |= wideMark }
        unsafe BitPacking.pack(codes, width: codeWidth, into: raw + length)
        length += BitPacking.byteCount(width: codeWidth)
        var codeOutliers: UInt8 = 0
        for index in 0..<size where unsafe codes[index] >> UInt32(codeWidth) != 0 {
            unsafe output[length] = UInt8(index)
            unsafe output[length + 1] = UInt8(truncatingIfNeeded: codes[index] &+ usual)
            length += 2
            codeOutliers += 1
        }
        unsafe output[0] = gapOutliers
        unsafe output[1] = codeOutliers
        unsafe output[2] = UInt8(truncatingIfNeeded: usual)
        return (length, gapWidth, codeWidth)
    }

    /// How many bytes a block takes by its first bytes and its widths.
    static func length(_ input: UnsafePointer<UInt8>, gapWidth: Int, codeWidth: Int) -> Int {
        let gapOutliers = unsafe Int(input[0] & ~wideMark) * (input[0] & wideMark != 0 ? 3 : 2)
        return unsafe 3 + BitPacking.byteCount(width: gapWidth + codeWidth) + gapOutliers + Int(input[1]) * 2
    }

    /// Reads the passages of a block, which has the length that it says.
    ///
    /// - Parameters:
    ///   - before: The passage before the block's first; -1 for none.
    /// - Returns: The last passage as added up in 64 bits: where it has no more than 32, none of the others has.
    static func decodePassages(
        _ input: UnsafePointer<UInt8>, gapWidth: Int, before: Int64, into passages: UnsafeMutablePointer<UInt32>
    ) -> Int64 {
        unsafe BitPacking.unpack(UnsafeRawPointer(input) + 3, width: gapWidth, into: passages)
        var at = 3 + BitPacking.byteCount(width: gapWidth)
        let isWide = unsafe input[0] & wideMark != 0
        for _ in 0..<(unsafe input[0] & ~wideMark) {
            let index = Int(unsafe input[at] & 0x7F)
            var rest = UInt32(unsafe input[at + 1])
            if isWide { rest |= UInt32(unsafe input[at + 2]) << 8 }
            unsafe passages[index] |= rest << UInt32(gapWidth)
            at += isWide ? 3 : 2
        }
        var passage = before
        for index in 0..<size {
            passage &+= Int64(unsafe passages[index]) &+ 1
            unsafe passages[index] = UInt32(truncatingIfNeeded: passage)
        }
        return passage
    }

    /// Reads the codes of a block.
    static func decodeCodes(
        _ input: UnsafePointer<UInt8>, gapWidth: Int, codeWidth: Int, into codes: UnsafeMutablePointer<UInt32>
    ) {
        let usual = UInt32(unsafe input[2])
        let outliers = unsafe Int(input[0] & ~wideMark) * (input[0] & wideMark != 0 ? 3 : 2)
        var at = 3 + BitPacking.byteCount(width: gapWidth) + outliers
        unsafe BitPacking.unpack(UnsafeRawPointer(input) + at, width: codeWidth, into: codes)
        for index in 0..<size { unsafe codes[index] = (codes[index] &+ usual) & 0xFF }
        at += BitPacking.byteCount(width: codeWidth)
        for _ in 0..<(unsafe input[1]) {
            unsafe codes[Int(input[at] & 0x7F)] = UInt32(unsafe input[at + 1])
            at += 2
        }
    }

    /// The code that most of the block has.
    private static func usualCode(_ codes: UnsafePointer<UInt32>) -> UInt32 {
        var counts = InlineArray<256, UInt8>(repeating: 0)
        var best: UInt32 = 0
        for index in 0..<size {
            let code = unsafe codes[index] & 0xFF
            counts[Int(code)] += 1
            if counts[Int(code)] > counts[Int(best)] { best = code }
        }
        return best
    }

    private static func widest(_ values: UnsafePointer<UInt32>) -> Int {
        var all: UInt32 = 0
        for index in 0..<size { unsafe all |= values[index] }
        return BitPacking.width(of: all)
    }

    private static func cheapestGapWidth(_ gaps: UnsafePointer<UInt32>) -> Int {
        let widest = unsafe widest(gaps)
        let narrow = unsafe cheapestWidth(gaps, outlierBytes: 2, least: max(0, widest - 8))
        let wide = unsafe cheapestWidth(gaps, outlierBytes: 3, least: max(0, widest - 16))
        return unsafe cost(gaps, width: narrow, outlierBytes: 2) <= cost(gaps, width: wide, outlierBytes: 3)
            ? narrow : wide
    }

    private static func cost(_ values: UnsafePointer<UInt32>, width: Int, outlierBytes: Int) -> Int {
        var outliers = 0
        for index in 0..<size where unsafe values[index] >> UInt32(width) != 0 { outliers += 1 }
        // The count of outliers has seven bits.
        return outliers > 127 ? .max : BitPacking.byteCount(width: width) + outliers * outlierBytes
    }

    /// - Parameter least: The least width that leaves the outliers no more bits than they have room for.
    private static func cheapestWidth(_ values: UnsafePointer<UInt32>, outlierBytes: Int, least: Int) -> Int {
        var histogram = InlineArray<33, Int>(repeating: 0)
        for index in 0..<size { histogram[BitPacking.width(of: unsafe values[index])] += 1 }
        var width = 32
        while width > 0, histogram[width] == 0 { width -= 1 }
        var best = width
        var bestCost = BitPacking.byteCount(width: width)
        var outliers = 0
        while width > least {
            outliers += histogram[width]
            width -= 1
            let cost = BitPacking.byteCount(width: width) + outliers * outlierBytes
            if cost < bestCost { (best, bestCost) = (width, cost) }
        }
        return best
    }
}
