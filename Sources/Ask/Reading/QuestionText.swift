import Ingest

/// A question as it is compared: full-width forms as ASCII, letters small, Han characters in one script; and as it was typed.
struct QuestionText {
    let printed: [Unicode.Scalar]
    let folded: [Unicode.Scalar]

    init(_ text: String) {
        printed = Array(text.unicodeScalars)
        folded = printed.map { scalar in
            let value = scalar.value
            if value == 0x3000 || value == 0xA0 { return " " }
            let narrow = (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar
            if ("A"..."Z").contains(narrow) { return Unicode.Scalar(narrow.value + 32) ?? narrow }
            return HanFolding.fold(narrow)
        }
    }

    /// What stands at a range, as typed, without white space at its ends.
    func text(_ range: Range<Int>) -> String {
        var range = range
        while let first = range.first, folded[first].properties.isWhitespace { range.removeFirst() }
        while let last = range.last, folded[last].properties.isWhitespace { range.removeLast() }
        return String(String.UnicodeScalarView(printed[range]))
    }

    /// The same, folded.
    func key(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(folded[range])) }

    /// Whether an offset stands between two letters or digits of a Latin word.
    func isInsideWord(_ offset: Int) -> Bool {
        guard offset > 0, offset < folded.count else { return false }
        return Self.isLatin(folded[offset - 1]) && Self.isLatin(folded[offset])
    }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
}

extension Range where Bound == Int {
    fileprivate mutating func removeFirst() { self = (lowerBound + 1)..<upperBound }
    fileprivate mutating func removeLast() { self = lowerBound..<(upperBound - 1) }
}
