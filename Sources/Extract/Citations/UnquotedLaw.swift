import Ingest

/// Laws that are named without 《》: 行政许可法第五十条, 根据宪法和国务院组织法，制定本条例.
///
/// Without marks only two forms show that a name is one: an article behind it, and a list behind 根据 in the sentence
/// that enacts the document. Other mentions are left out.
enum UnquotedLaw {
    private static let longest = 30

    /// The laws so named, in reading order, outside of 《》.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func titles(in text: [Unicode.Scalar]) -> [TitleScanner.Title] {
        var found: [TitleScanner.Title] = []
        var depth = 0
        var floor = 0
        var basis: Int?  // behind the 根据 whose list is being read
        lazy var enacts = CitationLexicon.purpose(text)
        for index in text.indices {
            switch text[index] {
            case "《": depth += 1
            case "》":
                depth = max(0, depth - 1)
                floor = index + 1
            case "，", ",", "。", "；", "制", "訂", "订": basis = nil
            case "根", "依", "遵":
                if depth == 0,
                    let length = CitationLexicon.basisOfLaws.match(text, at: index, before: text.count),
                    enacts
                {
                    basis = index + length
                }
            case "法", "典", "例":
                guard depth == 0, isNamed(text, index, basis),
                    let start = start(of: text, endingAt: index, floor: floor)
                else { continue }
                let range = start..<index + 1
                let scalars = text[range].filter { !$0.isBlank }
                guard isLaw(scalars) else { continue }
                found.append(TitleScanner.Title(range: range, title: scalars.string, scalars: scalars))
                floor = index + 1
            default: break
            }
        }
        return found
    }

    /// Whether what stands around the last character of a name shows that it is one.
    private static func isNamed(_ text: [Unicode.Scalar], _ index: Int, _ basis: Int?) -> Bool {
        let behind = index + 1
        if behind < text.count, text[behind] == "第", let number = Numeral.scan(text, at: behind + 1),
            number.end < text.count, text[number.end] == "条" || text[number.end] == "條"
        {
            return true
        }
        guard let basis, text[index] != "例", index - basis < 80 else { return false }
        guard behind < text.count else { return true }
        return text[behind].isComma || "、和与與及的".unicodeScalars.contains(text[behind])
    }

    /// Where a name begins: behind the last verb, preposition or name of another law.
    private static func start(of text: [Unicode.Scalar], endingAt index: Int, floor: Int) -> Int? {
        var start = index
        while start > floor, index - start < longest, text[start - 1].isHan { start -= 1 }
        let isCut = start > floor && text[start - 1].isHan
        var begin = isCut ? nil : Optional(start)
        for place in start..<index {
            if let length = CitationLexicon.beforeLaw.match(text, at: place, before: index) {
                // 对外贸易法 and 地方各级人民代表大会和地方各级人民政府组织法 hold such a word themselves.
                if CitationLexicon.insideLaw.match(text, at: place, before: index) != nil { continue }
                begin = max(begin ?? 0, place + length)
            } else if "和与與及或".unicodeScalars.contains(text[place]),
                place > 0, "法典例则定》條条項项款".unicodeScalars.contains(text[place - 1])
            {
                begin = max(begin ?? 0, place + 1)
            }
        }
        return begin
    }

    private static func isLaw(_ name: [Unicode.Scalar]) -> Bool {
        guard name.count >= 2 else { return false }
        if CitationLexicon.noLaws.endsWith(name, in: 0..<name.count) { return false }
        if name[0] == "本" || name[0] == "该" || name[0] == "該" || name[0] == "此" || name[0] == "其" { return false }
        // 条例 without its subject may be any.
        return name.last != "例" || name.count >= 5 && CitationLexicon.kinds.endsWith(name, in: 0..<name.count)
    }
}
