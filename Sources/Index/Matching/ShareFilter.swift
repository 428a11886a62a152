/// Tells without a division which postings are not worth a look: for each code the longest passage whose share reaches a
/// threshold.
@safe final class ShareFilter {
    private let relevance: Relevance
    private let asksNoWords: Bool
    private var threshold: Float = -1
    /// For each code two more than the highest class of lengths that reaches the threshold, 1 where none does; 0 where not
    /// yet known.
    private let limits: UnsafeMutablePointer<UInt16>

    init(_ relevance: Relevance, asksNoWords: Bool) {
        self.relevance = relevance
        self.asksNoWords = asksNoWords
        unsafe limits = .allocate(capacity: 256)
        unsafe limits.initialize(repeating: .max, count: 256)
    }

    deinit { unsafe limits.deallocate() }

    func raise(to share: Float) {
        guard share > threshold else { return }
        threshold = share
        unsafe limits.update(repeating: 0, count: 256)
    }

    @inline(__always)
    func allows(_ code: UInt8, _ lengthClass: UInt8) -> Bool {
        let limit = unsafe limits[Int(code)]
        if limit == 0 { return UInt16(lengthClass) + 1 < find(code) }
        return UInt16(lengthClass) + 1 < limit
    }

    private func find(_ code: UInt8) -> UInt16 {
        let counted = asksNoWords ? relevance.whole(code) : code
        var (low, high) = (0, 256)
        while low < high {
            let middle = (low + high) / 2
            if relevance.share(code: counted, lengthClass: UInt8(middle)) >= threshold {
                low = middle + 1
            } else {
                high = middle
            }
        }
        unsafe limits[Int(code)] = UInt16(low) + 1
        return UInt16(low) + 1
    }
}
