import Ingest

/// Finds 《》（）“” of which one half is missing.
///
/// What opens in one paragraph and closes in one of the next is not queried: a table or a page end may have cut the
/// paragraph. Nor is the “ that opens each paragraph of a long quotation, or the 1） that labels an item.
enum BracketCheck {
    private struct Half {
        var kind: Int
        var paragraph: Int
        var index: Int
    }

    /// How many paragraphs away the other half may stand.
    private static let reach = 3
    private static let names: [(open: String, close: String)] = [("《", "》"), ("（", "）"), ("“", "”")]

    static func findings(in paragraphs: [[Unicode.Scalar]]) -> [TextFinding] {
        var open: [[Half]] = [[], [], []]
        var stray: [Half] = []
        for (number, text) in paragraphs.enumerated() {
            let halves = unpaired(in: text, paragraph: number)
            for half in halves.closing {
                // A half closed here may have opened before.
                if let last = open[half.kind].last, number - last.paragraph <= reach {
                    open[half.kind].removeLast()
                } else {
                    stray.append(half)
                }
            }
            for half in halves.opening { open[half.kind].append(half) }
        }
        return open.joined().map { finding($0, isOpening: true, paragraphs) }
            + stray.map { finding($0, isOpening: false, paragraphs) }
    }

    /// The halves without a counterpart in a paragraph.
    private static func unpaired(in text: [Unicode.Scalar], paragraph: Int) -> (opening: [Half], closing: [Half]) {
        var waiting: [[Int]] = [[], [], []]
        var closing: [Half] = []
        let first = text.firstIndex { !$0.isBlank } ?? 0
        let lastQuote = text.lastIndex(of: "”") ?? -1
        for (index, scalar) in text.enumerated() {
            switch scalar {
            case "《": waiting[0].append(index)
            case "》": close(0, index)
            case "（", "(": waiting[1].append(index)
            case "）", ")": if !waiting[1].isEmpty || !isLabel(text, index) { close(1, index) }
            case "“": if lastQuote > index || !opensQuotedParagraph(text, index, first) { waiting[2].append(index) }
            case "”": close(2, index)
            default: break
            }
        }
        func close(_ kind: Int, _ index: Int) {
            if waiting[kind].popLast() == nil { closing.append(Half(kind: kind, paragraph: paragraph, index: index)) }
        }
        // A quotation of several paragraphs opens each of them and closes once.
        if closing.contains(where: { $0.kind == 2 }), first < text.count, text[first] == "“" {
            closing.removeAll { $0.kind == 2 }
        }
        let opening = waiting.enumerated().flatMap { kind, places in
            places.map { Half(kind: kind, paragraph: paragraph, index: $0) }
        }
        return (opening, closing)
    }

    private static func opensQuotedParagraph(_ text: [Unicode.Scalar], _ index: Int, _ first: Int) -> Bool {
        index == first || index > 0 && text[index - 1] == "："
    }

    /// The ） of 1） or a) at the beginning of an item.
    private static func isLabel(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = text[index - 1]
        guard before.decimalDigit != nil || before.isLatin || Numeral.digit(before) != nil || before == "十" else {
            return false
        }
        var start = index
        while start > 0, index - start < 3,
            text[start - 1].decimalDigit != nil || text[start - 1].isLatin
                || Numeral.digit(text[start - 1]) != nil || text[start - 1] == "十"
        { start -= 1 }
        guard start > 0 else { return true }
        let outside = text[start - 1]
        return outside.isBlank || outside.endsSentence || outside.isComma || outside == "：" || outside == "、"
    }

    private static func finding(_ half: Half, isOpening: Bool, _ paragraphs: [[Unicode.Scalar]]) -> TextFinding {
        let text = paragraphs[half.paragraph]
        let name = names[half.kind]
        let context = text[half.index..<min(text.count, half.index + 12)].string
        let message =
            isOpening
            ? "「\(name.open)」没有与之配对的「\(name.close)」：\(context)"
            : "「\(name.close)」没有与之配对的「\(name.open)」：…\(text[max(0, half.index - 11)...half.index].string)"
        return TextFinding(.warning, "unclosed-bracket", message, half.paragraph, half.index..<half.index + 1)
    }
}
