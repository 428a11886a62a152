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

    /// Tells for each offset of a folded text, its end included, whether a word begins or ends there.
    func boundaries(of text: FoldedText) -> [Bool] {
        var boundaries = [Bool](repeating: false, count: text.scalars.count + 1)
        boundaries[0] = true
        boundaries[text.scalars.count] = true
        guard !text.scalars.isEmpty else { return boundaries }
        let ends = cut(text.string)
        var next = 0
        var byteOffset = 0
        for (offset, scalar) in text.scalars.enumerated() {
            while next < ends.count, ends[next] < byteOffset { next += 1 }
            if next < ends.count, ends[next] == byteOffset { boundaries[offset] = true }
            byteOffset += Unicode.Scalar(scalar).map { UTF8.width($0) } ?? 0
        }
        return boundaries
    }

    /// The UTF-8 offsets behind each piece of a text.
    fileprivate func cut(_ text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            let capacity = bytes.count
            var ends = [Int32](repeating: 0, count: capacity)
            var kinds = [Int32](repeating: 0, count: capacity)
            var status: Int32 = 0
            guard let base = bytes.baseAddress else { return [] }
            let count = unsafe base.withMemoryRebound(to: CChar.self, capacity: capacity) { start in
                unsafe cicu_breaker_split(pointer, start, Int32(capacity), &ends, &kinds, Int32(capacity), &status)
            }
            return status <= 0 ? ends.prefix(Int(count)).map(Int.init) : []
        }
    }
}

/// Counts the words of a text by ICU's dictionary: the least that a search engine has to do with it.
///
/// Benchmarks hold reading and extraction against it. The index itself asks ``WordBreaker``.
@safe public struct WordCounter: ~Copyable {
    private let breaker: WordBreaker

    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    public init() throws(ArchiveError) { breaker = try WordBreaker() }

    /// How many pieces, words and the marks between them, a text consists of.
    public func count(_ text: String) -> Int { breaker.cut(text).count }
}

/// What the index depends on: with another ICU, words and foldings may differ.
enum TextRules {
    /// Raise this when folding or the choice of keys changes.
    static let version = 1

    /// Names the rules by which an index was made.
    static var stamp: String { "\(version)/icu-\(unsafe String(cString: cicu_version()))" }
}
