extension RandomAccessCollection where Element == Unicode.Scalar, Index == Int {
    /// Whether the text ends with a string.
    public func ends(with suffix: String) -> Bool {
        let suffix = Array(suffix.unicodeScalars)
        return count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
    }

    /// Whether the text begins with a string.
    public func begins(with prefix: String) -> Bool {
        var at = startIndex
        for scalar in prefix.unicodeScalars {
            guard at < endIndex, self[at] == scalar else { return false }
            at += 1
        }
        return true
    }

    /// Whether a string stands somewhere in the text.
    public func contains(_ needle: String) -> Bool { firstRange(of: needle) != nil }

    /// Where a string first stands, at or behind an offset.
    public func firstRange(of needle: String, from start: Int? = nil) -> Range<Int>? {
        let needle = Array(needle.unicodeScalars)
        guard let first = needle.first, count >= needle.count else { return nil }
        var at = start ?? startIndex
        let last = endIndex - needle.count
        while at <= last {
            if self[at] == first, self[at..<at + needle.count].elementsEqual(needle) { return at..<at + needle.count }
            at += 1
        }
        return nil
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
