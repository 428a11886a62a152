extension RandomAccessCollection where Element == Unicode.Scalar, Index == Int {
    /// Whether the text ends with a string.
    @inlinable
    public func ends(with suffix: String) -> Bool {
        var at = endIndex
        for scalar in suffix.unicodeScalars.reversed() {
            guard at > startIndex, self[at - 1] == scalar else { return false }
            at -= 1
        }
        return true
    }

    /// Whether the text begins with a string.
    @inlinable
    public func begins(with prefix: String) -> Bool { holds(prefix.unicodeScalars, from: startIndex) }

    /// Whether a string stands somewhere in the text.
    @inlinable
    public func contains(_ needle: String) -> Bool { firstRange(of: needle) != nil }

    /// Where a string first stands, at or behind an offset.
    ///
    /// Nothing is allocated: only where its first character stands is the string looked at further.
    @inlinable
    public func firstRange(of needle: String, from start: Int? = nil) -> Range<Int>? {
        let needle = needle.unicodeScalars
        guard let first = needle.first else { return nil }
        var at = start ?? startIndex
        while at < endIndex {
            if self[at] == first, holds(needle, from: at) { return at..<at + needle.count }
            at += 1
        }
        return nil
    }

    /// Whether a string stands at an offset.
    @inlinable
    func holds(_ word: String.UnicodeScalarView, from start: Int) -> Bool {
        var at = start
        for scalar in word {
            guard at < endIndex, self[at] == scalar else { return false }
            at += 1
        }
        return true
    }
}

extension [Unicode.Scalar] {
    public init(_ string: String) { self = Array(string.unicodeScalars) }

    /// The text with brackets and quotes of one shape each and no white space, for comparing titles.
    public var comparable: [Unicode.Scalar] {
        compactMap { scalar in
            if scalar.isBlank { return nil }
            switch scalar {
            case "（": return "("
            case "）": return ")"
            case "－", "—", "–", "─": return "-"
            case "《", "》", "〈", "〉", "“", "”", "‘", "’", "\"", "「", "」", "『", "』": return nil
            default:
                if (0xFF01...0xFF5E).contains(scalar.value) {
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }
                return scalar
            }
        }
    }

    /// The text without the white space that only the setting put there: all but that between Latin letters or digits.
    public var tidied: [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(count)
        var pending = false
        for scalar in self {
            if scalar.isBlank {
                pending = true
                continue
            }
            if pending, let last = result.last, last.isLatin, scalar.isLatin { result.append(" ") }
            pending = false
            result.append(scalar)
        }
        return result
    }
}
