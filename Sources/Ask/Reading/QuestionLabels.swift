import Ingest

/// Reads how questions name tasks and articles: 第53项任务, 任务三（四）, 第十二条, task 53, article 12.
enum QuestionLabels {
    /// The label at a place, and the offset behind it.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> (Evidence.Value, Int)? {
        if text[start] == "第" { return ordinal(text, at: start) }
        if let found = numbered(text, at: start) { return found }
        for (word, isArticle) in names where matches(text, at: start, word) {
            let isLatin = QuestionText.isLatin(text[start])
            if isLatin, start > 0, QuestionText.isLatin(text[start - 1]) { continue }
            var at = skipSpace(text, start + word.count)
            for sign in signs where matches(text, at: at, sign) { at = skipSpace(text, at + sign.count) }
            guard let end = label(text, at: at), !isLatin || end == text.count || !QuestionText.isLatin(text[end]),
                !isFollowedByMeasure(text, end)
            else { continue }
            let printed = string(text[at..<end])
            return (isArticle ? .article(printed) : .label(printed), end)
        }
        return nil
    }

    /// 91号任务: a number and what it numbers, without 第.
    private static func numbered(_ text: [Unicode.Scalar], at start: Int) -> (Evidence.Value, Int)? {
        guard start == 0 || Numeral.digit(text[start - 1]) == nil && !QuestionText.isLatin(text[start - 1]),
            let (value, end) = Numeral.scan(text, at: start), end < text.count, text[end] == "号"
        else { return nil }
        for noun in taskNouns where matches(text, at: end + 1, noun) {
            return (.label(String(value)), end + 1 + noun.count)
        }
        return nil
    }

    /// 第53项, 第（一）项, 第十二条; 条 and 款 count articles unless tasks are spoken of.
    private static func ordinal(_ text: [Unicode.Scalar], at start: Int) -> (Evidence.Value, Int)? {
        guard let end = label(text, at: skipSpace(text, start + 1)) else { return nil }
        let labelRange = skipSpace(text, start + 1)..<end
        let at = skipSpace(text, end)
        guard at < text.count else { return nil }
        var behind = at + 1
        switch text[at] {
        case "项", "个", "件", "号", "点":
            for noun in taskNouns where matches(text, at: behind, noun) {
                behind += noun.count
                break
            }
            return (.label(string(text[labelRange])), behind)
        case "条":
            for noun in taskNouns where matches(text, at: behind, noun) {
                return (.label(string(text[labelRange])), behind + noun.count)
            }
            return (.article(string(text[start...at])), behind)
        default: return nil
        }
    }

    /// The offset behind a label: 53, 3.1, （一）, 三（四）, ①.
    private static func label(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        var at = start
        while at < text.count {
            if let end = bracketed(text, at: at) ?? numeral(text, at: at) {
                at = end
            } else if text[at] == "." || text[at] == "、", at > start, at + 1 < text.count,
                bracketed(text, at: at + 1) ?? numeral(text, at: at + 1) != nil
            {
                at += 1
            } else {
                break
            }
        }
        return at > start ? at : nil
    }

    private static func numeral(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        if ("①"..."⑳").contains(text[start]) { return start + 1 }
        return Numeral.scan(text, at: start)?.end
    }

    private static func bracketed(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        guard text[start] == "(" || text[start] == "〔" || text[start] == "[", start + 1 < text.count,
            let end = Numeral.scan(text, at: start + 1)?.end, end < text.count, ")〕]".unicodeScalars.contains(text[end])
        else { return nil }
        return end + 1
    }

    /// Whether what stands behind a number counts something: task 53 is a label, 任务53项 a number of tasks.
    private static func isFollowedByMeasure(_ text: [Unicode.Scalar], _ end: Int) -> Bool {
        end < text.count && "项个条件年月%".unicodeScalars.contains(text[end])
    }

    private static let names: [(word: [Unicode.Scalar], isArticle: Bool)] = [
        ("重点任务", false), ("工作任务", false), ("任务", false), ("task", false), ("item", false), ("measure", false),
        ("article", true), ("art.", true),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    private static let signs = ["number", "no.", "no", "#", "编号", "第"].map { Array($0.unicodeScalars) }
    private static let taskNouns = ["重点任务", "工作任务", "重点工作", "任务", "工作", "措施", "事项"].map {
        Array($0.unicodeScalars)
    }

    static func matches(_ text: [Unicode.Scalar], at start: Int, _ word: [Unicode.Scalar]) -> Bool {
        start + word.count <= text.count && text[start..<start + word.count].elementsEqual(word)
    }

    private static func skipSpace(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var at = start
        while at < text.count, text[at].properties.isWhitespace { at += 1 }
        return at
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
