import Ingest

/// A rule of the text on the meaning of its own words, with its place in the paragraph.
struct DefinitionMatch: Equatable, Sendable {
    /// What is defined.
    var kind: DefinitionRecord.Kind
    /// Where it holds: 本办法, 前款.
    var scope: String?
    var term: String
    var meaning: String
    /// What stands as its quote.
    var range: Range<Int>
}

/// Reads the rules by which a text defines its own words.
///
///     short  := name "（" … ("以下" | "下") ("简称" | "统称" | "称") ["为"] (“X” | 《X》 | X) … "）"
///     days   := “五日” {“七日”} ["等"] ["的规定"] ("是指" | "指" | "为" …) "工作日"
///     bounds := “以上” {“以下”} … ["不"] ("含" | "包括" …) "本数"
///     meaning := [scope] ["所称"] term ["，"] ("是指" | "系指" | "指" | "包括") words, to the end of the sentence
enum DefinitionGrammar {
    /// The rules of one paragraph, in the order of their places.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - start: Where its own text begins, behind its label.
    /// - Complexity: O(*n*) in the length of the paragraph.
    static func definitions(in text: [Unicode.Scalar], from start: Int = 0) -> [DefinitionMatch] {
        var found: [DefinitionMatch] = []
        var sentence = start
        var index = start
        while index < text.count {
            if text[index].endsSentence { sentence = index + 1 }
            if text[index] == "以" || text[index] == "下", let match = ShortNameRule.read(text, at: index, from: start) {
                found.append(match.definition)
                index = match.end
            } else if text.has("工作日", at: index) {
                found += DayRule.read(text, max(sentence, index - 120)..<index)
                index += 3
            } else if text.has("本数", at: index) || text.has("本數", at: index) {
                found += BoundRule.read(text, max(sentence, index - 120)..<index)
                index += 2
            } else if text[index] == "指" || text[index] == "包",
                let match = MeaningRule.read(text, at: index, from: sentence)
            {
                found.append(match)
                index = max(index + 1, match.range.upperBound)
            } else {
                index += 1
            }
        }
        return found
    }
}

/// 「“五日”“七日”是指工作日」.
private enum DayRule {
    private static let verbs = ["是指", "均指", "系指", "均为", "指的是", "均是", "指", "为", "為", "按", "以", "是"]
    private static let fillers = ["的规定", "的期限", "期限", "时限", "的时间", "均", "都", "等", "，"]

    static func read(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [DefinitionMatch] {
        var end = range.upperBound
        guard let verb = verbs.first(where: { text[range].ends(with: $0) }) else { return [] }
        end -= verb.unicodeScalars.count
        while let filler = fillers.first(where: { text[range.lowerBound..<end].ends(with: $0) }) {
            end -= filler.unicodeScalars.count
        }
        let terms = QuotedWords.endingAt(end, text, from: range.lowerBound)
        guard !terms.isEmpty, terms.allSatisfy({ days($0.text) != nil }) else { return [] }
        let quote = terms[0].start..<range.upperBound + 3
        return terms.map { DefinitionMatch(kind: .days, term: $0.text, meaning: "工作日", range: quote) }
    }

    /// The number of days that a term names: 5 for 五日, 0 for 日 alone; nil where it names none.
    static func days(_ term: String) -> Int? {
        let scalars = Array(term.unicodeScalars)
        guard let last = scalars.last, last == "日" || last == "天" else { return nil }
        if scalars.count == 1 { return 0 }
        guard let (number, end) = Numeral.scan(scalars, at: 0), end == scalars.count - 1 else { return nil }
        return number
    }
}

extension DefinitionMatch {
    /// The number of days that the term of a day rule names; 0 for all.
    static func days(_ term: String) -> Int? { DayRule.days(term) }
}

/// 「“以上”“以下”均包括本数」, 以上（下）含本数.
private enum BoundRule {
    private static let terms = ["以上", "以下", "以内", "以外", "不满", "超过", "届满", "不足"]
    private static let verbs = ["不包括", "不包含", "不含", "包括", "包含", "含", "均含", "连"]

    static func read(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [DefinitionMatch] {
        guard let verb = verbs.first(where: { text[range].ends(with: $0) }) else { return [] }
        let clause = range.lowerBound..<range.upperBound - verb.unicodeScalars.count
        // Only the terms that the verb covers: 「“以上”含本数，“以下”不含本数」 are two rules.
        var start = clause.upperBound
        while start > clause.lowerBound, !text[clause.lowerBound..<start].ends(with: "本数") { start -= 1 }
        var found: [(term: String, at: Int)] = []
        for at in start..<clause.upperBound {
            if let term = terms.first(where: { text.has($0, at: at) }), at + 2 <= clause.upperBound {
                found.append((term, at))
                if term == "以上", text.has("（下）", at: at + 2) || text.has("(下)", at: at + 2) {
                    found.append(("以下", at))
                }
            }
        }
        guard let first = found.first else { return [] }
        return found.map {
            DefinitionMatch(kind: .bounds, term: $0.term, meaning: verb + "本数", range: first.at..<range.upperBound + 2)
        }
    }
}

/// Words in quotation marks, one behind the other.
private enum QuotedWords {
    /// The words that end at an offset, such as “五日”“七日” and “五日”、“七日”, in the order of the text.
    static func endingAt(
        _ end: Int, _ text: [Unicode.Scalar], from floor: Int
    ) -> [(start: Int, text: String)] {
        var words: [(start: Int, text: String)] = []
        var end = end
        while end > floor {
            let mark = text[end - 1]
            if mark == "、" || mark == "和" || mark == "或" || mark == "及" || mark.isBlank {
                end -= 1
                continue
            }
            guard mark == "”" || mark == "」", let open = text[floor..<end].lastIndex(where: { $0 == "“" || $0 == "「" })
            else { break }
            words.append((open, text[open + 1..<end - 1].filter { !$0.isBlank }.string))
            end = open
        }
        return words.reversed()
    }
}
