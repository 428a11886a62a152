import Ingest

/// Evidence that words tell what was done, or set a condition, instead of a goal.
enum Retrospect {
    /// Whether the text below a heading tells what was done: 2025年工作回顾, 取得的成绩.
    static func isRetrospective(heading: [Unicode.Scalar]) -> Bool {
        let text = CompactText(heading).scalars
        return text.count <= 60 && TargetWords.retrospective.occurs(in: text, 0..<text.count)
    }

    /// Whether a paragraph begins by looking back: 五年来.
    static func opens(_ text: [Unicode.Scalar]) -> Bool {
        TargetWords.retrospectiveOpenings.occurs(in: text, 0..<min(text.count, 14))
    }

    /// Whether a clause tells what was done or is.
    static func tellsPast(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Bool {
        TargetWords.past.occurs(in: text, clause)
            || clause.contains { isPerfective(text, $0) || isStanding(text, $0, before: clause.upperBound) }
    }

    /// 户籍人口600万: what a place has.
    private static func isStanding(_ text: [Unicode.Scalar], _ index: Int, before end: Int) -> Bool {
        guard let (length, _) = TargetWords.standing.match(text, at: index, before: end) else { return false }
        return text.at(index + length)?.decimalDigit != nil
    }

    /// Whether a 了 completes a verb; 为了, 除了 and 了解 do not.
    private static func isPerfective(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard text[index] == "了", text.at(index + 1) != "解" else { return false }
        return text.at(index - 1) != "为" && text.at(index - 1) != "除"
    }

    /// Whether a clause sets a condition: 符合条件的, 超过3次时, 如.
    static func isCondition(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Bool {
        guard let first = clause.first, let last = clause.last, last + 1 < text.count, text[last + 1] == "，" else {
            return false
        }
        if text[last] == "的"
            || text[last] == "时" && text.at(last - 1) != "同" && text.at(last - 1) != "及" && text.at(last - 1) != "小"
        {
            return true
        }
        return "如若当凡".unicodeScalars.contains(text[first]) && text.at(first + 1) != "好" && text.at(first + 1) != "地"
            && text.at(first + 1) != "前" && text.at(first + 1) != "期"
    }
}
