import CICUShims

/// Cuts texts into words by ICU's dictionary.
///
/// One thread at a time; opening one takes milliseconds, so keep it for many texts.
@safe struct WordBreaker: ~Copyable {
    private let pointer: OpaquePointer

    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    init(locale: String = "zh") throws(ArchiveError) {
        var status: Int32 = 0
        guard let opened = unsafe cicu_breaker_open(locale, &status) else {
            throw ArchiveError(.icu, cause: unsafe String(cString: cicu_status_name(status)))
        }
        unsafe pointer = opened
    }

    deinit { unsafe cicu_breaker_close(pointer) }

    /// Cuts a text: words, and the marks between them.
    ///
    /// - Parameters:
    ///   - units: The text in UTF-16.
    ///   - ends: Receives the offset behind each token; one token is the whole text where ICU fails.
    func cut(_ units: [UInt16], ends: inout [Int32]) {
        ends.removeAll(keepingCapacity: true)
        guard !units.isEmpty else { return }
        let count = units.count
        ends.append(contentsOf: repeatElement(0, count: count))
        var status: Int32 = 0
        let found = unsafe cicu_breaker_cut(pointer, units, Int32(count), &ends, &status)
        if status > 0 || found == 0 { ends[0] = Int32(count) }
        ends.removeLast(count - max(Int(found), 1))
    }
}

/// What the index depends on: with another ICU, words and foldings may differ.
enum TextRules {
    /// Raise this when folding or the choice of keys changes.
    static let version = 3

    /// Names the rules by which an index was made.
    static var stamp: String { "\(version)/icu-\(unsafe String(cString: cicu_version()))" }
}
