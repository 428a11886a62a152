import Synchronization

/// The pages of a segment's texts that were read last, for all threads.
///
/// Texts are read from the file rather than through the mapping. They are the larger part of a segment, and of most only a few
/// are looked at; but a page that is touched in a mapping brings many around it into this process's memory.
@safe final class TextCache: @unchecked Sendable {
    /// How many pages there is room for: 8 MB, of which the system gives what is used.
    private static let count = 1 << 11

    private let file: SegmentFile
    /// Held while what follows is used.
    private let lock = Mutex(())
    /// The number of the page in each place, -1 for none; a page has one place where it may stand.
    private var pages = [Int32](repeating: -1, count: count)
    private let memory: UnsafeMutableRawPointer

    init(_ file: SegmentFile) {
        self.file = file
        unsafe memory = .allocate(byteCount: Self.count * SegmentFormat.pageSize, alignment: SegmentFormat.pageSize)
    }

    deinit { unsafe memory.deallocate() }

    /// Copies a part of the file.
    ///
    /// - Parameter target: Room for as many bytes.
    /// - Returns: Whether its pages are as they were written.
    func copy(_ range: Range<Int>, into target: UnsafeMutableRawPointer) -> Bool {
        lock.withLock { _ in
            var at = range.lowerBound
            while at < range.upperBound {
                let page = at / SegmentFormat.pageSize
                guard let start = unsafe self.page(page) else { return false }
                let end = min(range.upperBound, (page + 1) * SegmentFormat.pageSize)
                unsafe (target + (at - range.lowerBound)).copyMemory(
                    from: start + at % SegmentFormat.pageSize, byteCount: end - at)
                at = end
            }
            return true
        }
    }

    /// A page, read where it isn't here; good until the next call.
    private func page(_ page: Int) -> UnsafeMutableRawPointer? {
        let place = page & (Self.count - 1)
        let start = unsafe memory + place * SegmentFormat.pageSize
        if pages[place] == Int32(page) { return unsafe start }
        pages[place] = -1
        guard unsafe file.copy(page: page, into: start) else { return nil }
        pages[place] = Int32(page)
        return unsafe start
    }
}
