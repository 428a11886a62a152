import Ingest

/// 「本办法所称有效投诉，是指…。」, 「甲类区域：指…」, 「前款所称乙，包括…」.
enum MeaningRule {
    /// Verbs that define | whether they do so without 所称 before the term.
    private static let verbs: [(word: String, isClear: Bool)] = [
        ("是指", true), ("系指", true), ("均指", true), ("指的是", true), ("指", false), ("包括", false),
    ]
    private static let named = ScalarWords("所称之 所定之 所定 之 所称的 所称 所指的 所指 规定的 所规定的 用语 中的 中 上的 所谓")
    private static let scopes = ScalarWords(
        "本法 本条例 本办法 本规定 本细则 本实施细则 本规则 本准则 本规程 本章程 本解释 本标准 本规范 本通知 本意见 本方案 本决定 本条 本款 本章 本节 前款 前条 前项 上款 上述 第一款 第二款 第三款 本通则 本公约 本指南 本预案 本要点 本目录 本措施 本制度"
    )
    private static let longestTerm = 40
    private static let longestMeaning = 600

    /// The definition whose verb holds an offset; nil where none is there.
    ///
    /// - Parameter floor: Where the sentence begins.
    static func read(_ text: [Unicode.Scalar], at index: Int, from floor: Int) -> DefinitionMatch? {
        // What counts as days is a rule of its own.
        guard let verb = verb(text, at: index, from: floor), !text.has("工作日", at: verb.end) else { return nil }
        var end = verb.start
        while end > floor, text[end - 1].isBlank || "，,：:".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        let hasMark = end < verb.start
        guard let head = head(text, floor..<end) else { return nil }
        guard verb.isClear || head.isNamed || hasMark && verb.word == "指" && floor == head.start else { return nil }
        guard let term = term(text, head.term) else { return nil }
        let stop = meaningEnd(text, from: verb.end)
        guard stop - verb.end >= 2 else { return nil }
        return DefinitionMatch(
            kind: verb.word == "包括" ? .includes : .meaning, scope: head.scope, term: text.compact(term),
            meaning: text.compact(verb.end..<stop), range: head.start..<stop)
    }

    // MARK: The verb

    private static func verb(
        _ text: [Unicode.Scalar], at index: Int, from floor: Int
    ) -> (word: String, isClear: Bool, start: Int, end: Int)? {
        for (word, isClear) in verbs {
            let offset = word == "指的是" || word == "指" || word == "包括" ? 0 : 1
            let start = index - offset
            guard start > floor, text.has(word, at: start) else { continue }
            var end = start + word.unicodeScalars.count
            // 指定, 指导, 指标: other words.
            if word == "指", let next = end < text.count ? text[end] : nil,
                "定导标挥引示派令数控南向明出责纹的".unicodeScalars.contains(next)
            {
                return nil
            }
            while end < text.count, text[end].isBlank || "：:，,".unicodeScalars.contains(text[end]) { end += 1 }
            return (word, isClear, start, end)
        }
        return nil
    }

    private static func meaningEnd(_ text: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        while index < text.count, index - start < longestMeaning, text[index] != "。", text[index] != "\n" {
            // A ； parts the members of a list of definitions.
            if text[index] == "；" || text[index] == ";" { return index }
            index += 1
        }
        while index > start, text[index - 1].isBlank { index -= 1 }
        return index
    }

    // MARK: The term

    /// What stands before the verb: 本办法 | 所称 | 有效投诉.
    private static func head(
        _ text: [Unicode.Scalar], _ range: Range<Int>
    ) -> (start: Int, scope: String?, isNamed: Bool, term: Range<Int>)? {
        let start = range.first { !text[$0].isBlank } ?? range.upperBound
        guard start < range.upperBound else { return nil }
        let scope = scopes.match(text, at: start, before: range.upperBound)
        let behind = start + (scope ?? 0)
        if let word = named.last(text, in: behind..<range.upperBound), word.upperBound < range.upperBound,
            text[word.lowerBound] == "所" || scope != nil && !text[word.upperBound..<range.upperBound].isEmpty
        {
            return (start, scope.map { text[start..<start + $0].string }, true, word.upperBound..<range.upperBound)
        }
        return (start, scope.map { text[start..<start + $0].string }, false, behind..<range.upperBound)
    }

    /// The term without marks of quotation; nil where the words are a clause and no term.
    private static func term(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isBlank || "，,的".unicodeScalars.contains(text[start]) { start += 1 }
        if end - start > 2, "“「".unicodeScalars.contains(text[start]), "”」".unicodeScalars.contains(text[end - 1]),
            !text[(start + 1)..<(end - 1)].contains(where: { "“”「」".unicodeScalars.contains($0) })
        {
            (start, end) = (start + 1, end - 1)
        } else if let open = text[start..<end].lastIndex(where: { $0 == "“" || $0 == "「" }),
            let close = text[open..<end].firstIndex(where: { $0 == "”" || $0 == "」" }), close == end - 1, open > start
        {
            // 刑法第三条规定的“情节严重”: what is defined is quoted.
            (start, end) = (open + 1, close)
        }
        guard (1...longestTerm).contains(end - start),
            !text[start..<end].contains(where: { $0.isComma || $0 == "：" || $0 == "。" }),
            text[start..<end].contains(where: { $0.isHan || $0.isLatin })
        else { return nil }
        return pronouns.match(text, at: start, before: end) == end - start ? nil : start..<end
    }

    private static let pronouns = ScalarWords("其 这 那 它 此 也 均 即 就 主要 一般 这里 其中 具体 特 具体是 分别 应当 内容 范围 包括")
}
