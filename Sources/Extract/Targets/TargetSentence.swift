import Ingest

/// A sentence, or the part of one before a ；, cut into clauses at commas and colons outside of brackets.
struct TargetSentence: Sendable {
    var range: Range<Int>
    var clauses: [Range<Int>]

    /// The sentences of a text, in order.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func all(in text: [Unicode.Scalar], _ brackets: BracketMap, from origin: Int) -> [TargetSentence] {
        var sentences: [TargetSentence] = []
        var clauses: [Range<Int>] = []
        var start = origin
        var clauseStart = origin
        for index in origin..<text.count where !brackets.isEnclosed(index) {
            switch text[index] {
            case "，", "：":
                clauses.append(clauseStart..<index)
                clauseStart = index + 1
            case "。", "！", "？", "；":
                clauses.append(clauseStart..<index)
                sentences.append(TargetSentence(range: start..<index, clauses: clauses))
                clauses = []
                start = index + 1
                clauseStart = start
            default: break
            }
        }
        if clauseStart < text.count { clauses.append(clauseStart..<text.count) }
        if !clauses.isEmpty { sentences.append(TargetSentence(range: start..<text.count, clauses: clauses)) }
        return sentences
    }

    /// The end of the label with which a paragraph begins such as （三） or 一、; 0 where it has none.
    static func labelEnd(_ text: [Unicode.Scalar]) -> Int {
        let isBracketed = text.first == "（"
        guard let (_, end) = Numeral.scan(text, at: isBracketed ? 1 : 0), let mark = text.at(end) else { return 0 }
        if isBracketed { return mark == "）" ? end + 1 : 0 }
        if mark == "." { return text.at(end + 1)?.decimalDigit == nil ? end + 1 : 0 }
        return mark == "、" ? end + 1 : 0
    }
}
