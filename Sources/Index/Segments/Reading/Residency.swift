import Foundation
import Synchronization

/// Bounds how much of a mapped file is in this process's memory because its texts were looked at.
///
/// Texts are the larger part of a segment, and of most only a few are looked at; but a search that reads them all would leave
/// the whole file in memory. What is given back stays in the system's cache, as long as that has room.
@safe final class Residency: @unchecked Sendable {
    /// The bytes that the system maps at once around the one that is asked for.
    private static let stretch = 64 << 10
    /// How many bytes may be in memory.
    private static let limit = 32 << 20

    private let base: UnsafeMutableRawPointer
    private let range: Range<Int>
    /// For each stretch whether it was looked at since memory was last given back.
    ///
    /// Two threads may count the same one, or one may be given back while the other reads, which costs a little time and does
    /// no harm.
    private let touched: UnsafeMutablePointer<UInt8>
    private let stretches: Int
    private let count = Atomic<Int>(0)

    /// - Parameters:
    ///   - base: Where the mapping begins.
    ///   - range: The part that is bounded, in bytes from there.
    init(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) {
        unsafe self.base = UnsafeMutableRawPointer(mutating: base)
        self.range = range
        stretches = range.upperBound / Self.stretch + 1
        unsafe touched = .allocate(capacity: stretches)
        unsafe touched.initialize(repeating: 0, count: stretches)
    }

    deinit { unsafe touched.deallocate() }

    /// Notes that a part, which lies in the range, is about to be looked at.
    @inline(__always)
    func touch(_ part: Range<Int>) {
        for stretch in part.lowerBound / Self.stretch...part.upperBound / Self.stretch
        where unsafe touched[stretch] == 0 { add(stretch) }
    }

    private func add(_ stretch: Int) {
        if count.add(1, ordering: .relaxed).newValue * Self.stretch > Self.limit {
            count.store(0, ordering: .relaxed)
            unsafe touched.update(repeating: 0, count: stretches)
            // Whole pages of the range only: what lies beside it is used all the time.
            let page = Int(getpagesize())
            let first = (range.lowerBound + page - 1) / page * page
            let last = range.upperBound / page * page
            if first < last { unsafe madvise(base + first, last - first, MADV_DONTNEED) }
        }
        unsafe touched[stretch] = 1
    }
}
