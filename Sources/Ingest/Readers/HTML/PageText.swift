/// Text as pages print it.
enum PageText {
    /// A text whose entities were escaped twice: `&amp;nbsp;` gives the characters `&nbsp;`, which mean a blank.
    static func unescaped(_ text: String) -> [Unicode.Scalar] {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains("&") || scalars.contains("<") else { return scalars }
        var result: [Unicode.Scalar] = []
        var scanner = MarkupScanner(scalars)
        while let piece = scanner.next() {
            switch piece {
            case .text(let scalar, _): result.append(scalar)
            // Tags escaped twice are paragraphs.
            case .tag(let tag): if ["p", "br", "div", "tr", "li"].contains(tag.name) { result.append("\u{2029}") }
            }
        }
        return result
    }

    /// The paragraphs of a text that parts them by white space only: two full-width blanks behind the end of a sentence.
    static func paragraphs(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = []
        var part: [Unicode.Scalar] = []
        var at = 0
        while at < text.count {
            if text[at] == "\u{2029}" {
                parts.append(part)
                part = []
                at += 1
                continue
            }
            if text[at] == "\u{3000}" {
                var end = at
                while end < text.count, text[end].isBlank { end += 1 }
                let closes = part.last { !$0.isBlank }.map { "。；：！？）”:;".unicodeScalars.contains($0) } ?? false
                if end - at >= 2, closes {
                    parts.append(part)
                    part = []
                }
                part += text[at..<end]
                at = end
                continue
            }
            part.append(text[at])
            at += 1
        }
        parts.append(part)
        return parts.filter { $0.contains { !$0.isBlank } }
    }
}
