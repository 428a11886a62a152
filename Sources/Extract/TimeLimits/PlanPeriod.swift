import Ingest

/// A five-year plan (“十四五”, 第十四个五年规划) and the years that it covers.
///
/// The plans follow one another without a gap since 1981 (“六五”), so that the *n*-th covers the years
/// 1951 + 5*n* to 1955 + 5*n*: “十四五” is 2021 to 2025.
struct PlanPeriod: Hashable, Sendable {
    /// The number of the plan, 14 for “十四五”.
    var number: Int

    /// The first year.
    var start: Int { 1951 + 5 * number }
    /// The last year.
    var end: Int { start + 4 }

    /// Reads a plan's name that begins at an offset, with or without quotation marks.
    ///
    /// - Returns: The plan and the offset behind its name; nil where no name begins.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> (plan: PlanPeriod, end: Int)? {
        var index = start
        let opening = text.at(index)
        let isQuoted = opening == "“" || opening == "\"" || opening == "「"
        if isQuoted { index += 1 }
        var digits: [Unicode.Scalar] = []
        while digits.count < 4, let scalar = text.at(index), scalar == "十" || Numeral.digit(scalar) != nil {
            digits.append(scalar)
            index += 1
        }
        guard digits.count >= 2, digits.last == "五", let number = Numeral.value(of: Array(digits.dropLast())) else {
            return nil
        }
        // Without marks only 十X五 is a plan: 二五 and 六五 may be anything.
        guard (6...30).contains(number), isQuoted || (digits.count >= 3 && digits.first == "十") else { return nil }
        if isQuoted {
            guard let closing = text.at(index), closing == "”" || closing == "\"" || closing == "」" else { return nil }
            index += 1
        }
        return (PlanPeriod(number: number), index)
    }

    /// A plan in full: 第十四个五年规划.
    static func scanInFull(_ text: [Unicode.Scalar], at start: Int) -> PlanPeriod? {
        guard text[start] == "第", let (number, end) = Numeral.scan(text, at: start + 1), (6...30).contains(number),
            text[end...].starts(with: "个五年".unicodeScalars)
        else { return nil }
        return PlanPeriod(number: number)
    }
}
