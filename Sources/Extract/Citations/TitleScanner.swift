import Ingest

/// Finds titles in 《》, with 〈〉 and further 《》 inside them, and in 「」 where those hold the name of an instrument.
enum TitleScanner {
    struct Title {
        /// With the brackets.
        var range: Range<Int>
        /// Without them, blanks left out.
        var title: String
        var scalars: [Unicode.Scalar]
    }

    /// No title is longer; it bounds the work on brackets that are never closed.
    private static let longest = 220

    /// The outermost titles, in reading order.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func titles(in text: [Unicode.Scalar]) -> [Title] {
        var found: [Title] = []
        var index = 0
        while index < text.count {
            let opening = text[index]
            guard opening == "《" || opening == "「", let end = closing(text, from: index) else {
                index += 1
                continue
            }
            let inside = index + 1..<end - 1
            let title = text.compact(inside)
            let scalars = Array(title.unicodeScalars)
            if opening == "《" ? !scalars.isEmpty : isName(scalars) {
                found.append(Title(range: index..<end, title: title, scalars: scalars))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// The offset behind the bracket that closes the one at an offset.
    private static func closing(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        let double = text[start] == "《"
        var depth = 0
        var index = start
        while index < text.count, index - start < longest {
            switch text[index] {
            case "《": if double { depth += 1 }
            case "》": if double { depth -= 1 }
            case "「": if !double { depth += 1 }
            case "」": if !double { depth -= 1 }
            case "。", "！", "？": return nil
            default: break
            }
            index += 1
            if depth == 0 { return index }
            if depth > 4 { return nil }
        }
        return nil
    }

    /// Whether what stands in 「」 is the name of an instrument: such marks set off any words.
    private static func isName(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count >= 4 && scalars.allSatisfy { $0.isHan || $0 == "（" || $0 == "）" || $0.decimalDigit != nil }
            && CitationTitle.endsAsInstrument(scalars)
    }
}
