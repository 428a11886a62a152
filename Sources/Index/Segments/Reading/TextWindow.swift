/// A stretch of a segment's texts in memory.
///
/// Texts are read from the file rather than through the mapping: they are the larger part of a segment, and of most only a few
/// are looked at.
@safe final class TextWindow {
    private let file: SegmentFile
    private let memory: UnsafeMutableRawPointer
    /// The pages in memory.
    private var pages = 0..<0

    /// How many pages are read at once where texts are read one after the other.
    private static let readAhead = 16
    /// The longest text, in pages, that is kept in this window.
    private static let capacity = readAhead

    init(_ file: SegmentFile) {
        self.file = file
        unsafe memory = .allocate(byteCount: (Self.capacity + 1) * SegmentFormat.pageSize, alignment: 16)
    }

    deinit { unsafe memory.deallocate() }

    /// The pieces of a text.
    ///
    /// - Parameters:
    ///   - start: Where the texts begin in the file.
    ///   - bits: The place of the text among them.
    /// - Returns: Nil where the file is damaged. Good until the next call.
    func pieces(from start: Int, bits: Range<Int>) -> PieceReader? {
        let first = (start + bits.lowerBound / 8) / SegmentFormat.pageSize
        // A reader takes eight bytes at a time.
        let last = min((start + bits.upperBound / 8 + 8) / SegmentFormat.pageSize, file.pageCount - 1)
        guard first <= last else {
            file.noteDamage()
            return nil
        }
        if !(pages.contains(first) && pages.contains(last)) {
            guard last - first < Self.capacity else {
                // Rare enough to go through the mapping.
                let end = start + (bits.upperBound + 7) / 8
                guard file.isSound(start + bits.lowerBound / 8..<end) else { return nil }
                return unsafe PieceReader(file.base + start, bits: bits)
            }
            let isNext = !pages.isEmpty && first >= pages.lowerBound && first <= pages.upperBound + Self.readAhead
            let end = isNext ? min(max(last + 1, first + Self.readAhead), file.pageCount) : last + 1
            pages = 0..<0
            guard unsafe file.copy(pages: first..<end, into: memory) else { return nil }
            pages = first..<end
        }
        let offset = start - pages.lowerBound * SegmentFormat.pageSize
        let shift = bits.lowerBound / 8
        let place = unsafe UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)) + (offset + shift)
        return unsafe PieceReader(place, bits: bits.lowerBound - shift * 8..<bits.upperBound - shift * 8)
    }
}
