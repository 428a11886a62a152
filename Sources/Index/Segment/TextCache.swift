import Synchronization

/// The pages of a segment's texts that were read last, for all threads.
///
/// Texts are read from the file rather than through the mapping. They are the larger part of a segment, and of most only a few
/// are looked at; but a page that is touched in a mapping brings many around it into this process's memory.
final class TextCache: Sendable {
    private let file: PagedFile
    private let state = Mutex(State())

    init(_ file: PagedFile) { self.file = file }

    /// Copies a part of the file.
    ///
    /// - Parameter target: Room for as many bytes.
    /// - Returns: Whether its pages are as they were written.
    func copy(_ range: Range<Int>, into target: UnsafeMutableRawPointer) -> Bool {
        // Taken out of the closure's captures, since a pointer can't be sent into it.
        let address = UInt(bitPattern: target)
        return state.withLock { state in
            guard let target = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return false }
            return unsafe state.copy(range, of: file, into: target)
        }
    }

    @safe private struct State: ~Copyable, @unchecked Sendable {
        /// How many pages there is room for: 8 MB, of which the system gives what is used.
        private static let count = 1 << 11

        /// The number of the page in each place, -1 for none; a page has one place where it may stand.
        private var pages = [Int32](repeating: -1, count: count)
        private let memory: UnsafeMutableRawPointer

        init() {
            unsafe memory = .allocate(byteCount: Self.count * PagedFile.pageSize, alignment: PagedFile.pageSize)
        }

        deinit { unsafe memory.deallocate() }

        mutating func copy(_ range: Range<Int>, of file: PagedFile, into target: UnsafeMutableRawPointer) -> Bool {
            var at = range.lowerBound
            while at < range.upperBound {
                let page = at / PagedFile.pageSize
                guard let start = unsafe self.page(page, of: file) else { return false }
                let end = min(range.upperBound, (page + 1) * PagedFile.pageSize)
                unsafe (target + (at - range.lowerBound)).copyMemory(
                    from: start + at % PagedFile.pageSize, byteCount: end - at)
                at = end
            }
            return true
        }

        /// A page, read where it isn't here; good until the next call.
        private mutating func page(_ page: Int, of file: PagedFile) -> UnsafeMutableRawPointer? {
            let place = page & (Self.count - 1)
            let start = unsafe memory + place * PagedFile.pageSize
            if pages[place] == Int32(page) { return unsafe start }
            pages[place] = -1
            guard unsafe file.copy(page: page, into: start) else { return nil }
            pages[place] = Int32(page)
            return unsafe start
        }
    }
}
