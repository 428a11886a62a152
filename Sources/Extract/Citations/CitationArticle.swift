import Ingest

/// The article of an instrument that a citation points to: 《甲法》第三条第二款、第五条, 某法（以下简称本法）第二十条之一.
enum CitationArticle {
    private static let longestBracket = 60

    /// The range of the pointer right behind title, number and what stands there in brackets; nil where none stands there.
    static func range(_ text: [Unicode.Scalar], behind end: Int) -> Range<Int>? {
        let start = behindBrackets(text, end)
        guard var last = InternalReferences.pointerEnd(text, at: start) else { return nil }
        while let next = joint(text, last), let end = InternalReferences.pointerEnd(text, at: next) { last = end }
        return start..<last
    }

    /// The offset behind a 、, 和 or 及 that another pointer may follow.
    private static func joint(_ text: [Unicode.Scalar], _ index: Int) -> Int? {
        let next = skipBlanks(text, index)
        guard next < text.count, "、和及与或".unicodeScalars.contains(text[next]) else { return nil }
        return skipBlanks(text, next + 1)
    }

    private static func behindBrackets(_ text: [Unicode.Scalar], _ end: Int) -> Int {
        var index = skipBlanks(text, end)
        while index < text.count, "（(）)".unicodeScalars.contains(text[index]) {
            let limit = min(text.count, index + longestBracket)
            guard let close = text[index..<limit].firstIndex(where: { $0 == "）" || $0 == ")" }) else { return index }
            index = skipBlanks(text, close + 1)
        }
        return index
    }

    private static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }
}
