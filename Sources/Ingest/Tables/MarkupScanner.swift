/// Walks over markup that stands in a text: tags, and characters with entities resolved.
struct MarkupScanner {
    struct Tag {
        /// In lower case.
        var name: String
        var isEnd: Bool
        var rowSpan = 1
        var columnSpan = 1
        /// Where it begins.
        var offset: Int
    }

    enum Piece {
        case tag(Tag)
        /// A character, and the offset of the first character of the source that stands for it.
        case text(Unicode.Scalar, Int)
    }

    private let text: [Unicode.Scalar]
    private var at = 0

    init(_ text: MappedText) { self.text = text.scalars }

    init(_ text: [Unicode.Scalar]) { self.text = text }

    /// Where a tag of a name begins.
    static func find(_ name: String, in text: [Unicode.Scalar]) -> Int? {
        var from = 0
        while let open = text.firstRange(of: "<", from: from) {
            if let (tag, _) = tag(text, at: open.lowerBound), tag.name == name, !tag.isEnd { return open.lowerBound }
            from = open.upperBound
        }
        return nil
    }

    /// The range of the end tag of a name.
    static func findEnd(_ name: String, in text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        var from = start
        while let open = text.firstRange(of: "</", from: from) {
            if let (tag, end) = tag(text, at: open.lowerBound), tag.name == name { return open.lowerBound..<end }
            from = open.upperBound
        }
        return nil
    }

    mutating func next() -> Piece? {
        guard at < text.count else { return nil }
        let start = at
        if text[at] == "<", let (tag, end) = Self.tag(text, at: at) {
            at = end
            return .tag(tag)
        }
        if text[at] == "&", let (scalar, end) = Self.entity(text, at: at) {
            at = end
            return .text(scalar, start)
        }
        at += 1
        return .text(text[start], start)
    }

    /// Tags are shorter than this, attributes included.
    private static let longestTag = 400

    private static func tag(_ text: [Unicode.Scalar], at start: Int) -> (tag: Tag, end: Int)? {
        guard let close = text[start...].prefix(longestTag).firstIndex(of: ">") else { return nil }
        var index = start + 1
        let isEnd = index < close && text[index] == "/"
        if isEnd { index += 1 }
        let nameStart = index
        while index < close, text[index].isLatin || text[index].decimalDigit != nil { index += 1 }
        guard index > nameStart else { return nil }
        let name = text[nameStart..<index].string.lowercased()
        let attributes = Array(text[index..<close])
        return (
            Tag(
                name: name, isEnd: isEnd, rowSpan: number("rowspan", in: attributes),
                columnSpan: number("colspan", in: attributes), offset: start), close + 1
        )
    }

    private static func number(_ name: String, in attributes: [Unicode.Scalar]) -> Int {
        guard let found = attributes.firstRange(of: name) ?? attributes.firstRange(of: name.uppercased()),
            let digit = attributes[found.upperBound...].firstIndex(where: { $0.decimalDigit != nil }),
            digit - found.upperBound <= 4
        else { return 1 }
        return Numeral.scanArabic(attributes, at: digit)?.value ?? 1
    }

    private static let entities: [(String, Unicode.Scalar)] = [
        ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"),
    ]

    private static func entity(_ text: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
        for (name, scalar) in entities where text[start...].begins(with: name) {
            return (scalar, start + name.unicodeScalars.count)
        }
        return nil
    }
}
