import Ingest

/// Limits by a date: 2019年6月底前, 年底前, 到2019年年底, 完成时限：2019年12月, and those that recur: 每年8月31日前.
extension TimeLimitReader {
    mutating func point(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard let date = DateExpression.scan(scalars, at: index) else {
            return bareDay(at: index) ?? restOfYear(at: index)
        }
        if let stage = stage(date) { return stage }
        let end = date.range.upperBound
        let before = limitWord(at: end)
        let range = date.range.lowerBound..<end + before
        if isCondition(at: range.upperBound, isLimit: before > 0) { return (nil, end) }
        switch date.year {
        case .each: return (yearly(date, range, isLimit: before > 0), range.upperBound)
        case .eachPart:
            guard before > 0 || date.isEnd else { return (nil, end) }
            return (limit(range, .recurring, date: nil, certainty: .stated), range.upperBound)
        case .absent where recursYearly && (before > 0 || isListed(range.lowerBound)):
            return (yearly(date, range, isLimit: before > 0), range.upperBound)
        default: return (dated(date, range, hasLimitWord: before > 0), range.upperBound)
        }
    }

    // MARK: Less than a date

    /// 25日前, of the month that the sentence named.
    private mutating func bareDay(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard let lastMonth, !isNumeral(scalars.at(index - 1) ?? "，"),
            var date = DateExpression.scan(scalars, at: index, allowsBareDay: true), date.day != nil, date.month == nil,
            limitWord(at: date.range.upperBound) > 0, !brackets.isInTitle(index)
        else { return nil }
        date.month = lastMonth
        let range = index..<date.range.upperBound + limitWord(at: date.range.upperBound)
        return (dated(date, range, hasLimitWord: true), range.upperBound)
    }

    /// 年内, at the beginning of a clause or behind 力争.
    private func restOfYear(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard scalars.holds("年内", at: index), let year = context.year, scalars.at(index + 2) != "部",
            index == clauseStart || TimeWords.until.match(scalars, endingAt: index, from: clauseStart) != nil
        else { return nil }
        return (limit(index..<index + 2, .by, date: "\(year)-12-31", certainty: .computed), index + 2)
    }

    /// 阶段（2019年5月）: the month is the period of the stage.
    private mutating func stage(_ date: DateExpression) -> (limit: TimeLimit?, end: Int)? {
        let (start, end) = (date.range.lowerBound, date.range.upperBound)
        guard scalars.at(start - 1) == "（", scalars.at(end) == "）", scalars.holds("阶段", endingAt: start - 1),
            date.isWithinYear, date.year != .each, date.year != .eachPart
        else { return nil }
        let (year, isInferred) = year(of: date)
        guard year != nil, !isPast(date.last(in: year)) else { return (nil, end) }
        return (
            limit(
                date.range, .during, date: date.last(in: year).iso, start: date.first(in: year).iso,
                certainty: isInferred ? .computed : .stated),
            end
        )
    }

    /// How long the 前 or 以前 at an offset is, with what may stand before it: （星期四）前, 下班前; 0 where none stands there.
    private func limitWord(at index: Int) -> Int {
        let start = index + remark(at: index)
        guard let (length, _) = TimeWords.before.match(scalars, at: start, before: scalars.count) else { return 0 }
        if length == 1, let next = scalars.at(start + 1), next == "后" || next == "往" { return 0 }
        return start + length - index
    }

    /// How long a remark on the day is: （星期四）, （周五）, 下班, 中午.
    private func remark(at index: Int) -> Int {
        if let (length, _) = TimeWords.daytimes.match(scalars, at: index, before: scalars.count) { return length }
        guard scalars.at(index) == "（", let close = scalars[index...].prefix(8).firstIndex(of: "）"),
            scalars.at(index + 1) == "周" || scalars.holds("星期", at: index + 1)
        else { return 0 }
        let length = close + 1 - index
        return length + (TimeWords.daytimes.match(scalars, at: close + 1, before: scalars.count)?.length ?? 0)
    }

    /// Whether a date goes on a list: 每年4月、10月.
    private func isListed(_ start: Int) -> Bool {
        guard let before = scalars.at(start - 1) else { return false }
        return before == "、" || before == "和" || before == "及"
    }

    // MARK: Each year

    private mutating func yearly(_ date: DateExpression, _ range: Range<Int>, isLimit: Bool) -> TimeLimit? {
        guard date.isWithinYear else { return nil }
        let isRule =
            isLimit || scalars[range.lowerBound] == "每" || scalars[range.lowerBound] == "各"
            || isListed(range.lowerBound)
        if !isLimit, let next = scalars.at(range.upperBound), next == "为" || next == "是" { return nil }
        guard isRule else { return nil }
        recursYearly = true
        let isWhole = isLimit || date.isEnd || date.day != nil
        let day = isWhole ? date.last(in: nil) : PartialDate(month: date.last(in: nil).month)
        return limit(range, .recurring, date: day.iso, certainty: .stated)
    }

    // MARK: Once

    private mutating func dated(_ date: DateExpression, _ range: Range<Int>, hasLimitWord: Bool) -> TimeLimit? {
        let (year, isInferred) = year(of: date)
        lastMonth = date.month ?? lastMonth
        let isLabelled = isLabelled(range)
        let isYearsCourse = !date.isWithinYear && isCourse(of: date, at: range.upperBound)
        guard date.isWithinYear || isLabelled || isYearsCourse else { return nil }
        var range = range
        let prefix = untilPrefix(of: date, at: range.lowerBound)
        guard
            hasLimitWord || isLabelled || isYearsCourse || prefix > 0
                || (date.isEnd && isCompletion(at: range.upperBound))
        else { return nil }
        let day = date.last(in: year)
        guard isLabelled || !isPast(day), !boundsForce(range.lowerBound) else { return nil }
        if prefix > 0, let mark = scalars.at(range.lowerBound - 1), mark == "到" || mark == "至" {
            range = range.lowerBound - 1..<range.upperBound
        }
        if isYearsCourse { range = range.lowerBound..<range.upperBound + 1 }
        let isPlan = scalars[date.range.lowerBound] == "“" || scalars[date.range.lowerBound] == "十"
        return limit(
            range, .by, date: year == nil ? nil : day.iso, certainty: isInferred || isPlan ? .computed : .stated)
    }

    /// Whether what stands behind a date says that something is done by then: 2021年底，全面完成.
    private func isCompletion(at index: Int) -> Bool {
        let start = scalars.at(index) == "，" ? index + 1 : index
        return TimeWords.completion.match(scalars, at: start, before: scalars.count) != nil
    }

    /// Whether 内 makes the course of the year a limit: 2019年内, 今年内.
    private func isCourse(of date: DateExpression, at end: Int) -> Bool {
        guard scalars.at(end) == "内" else { return false }
        return scalars.at(end + 1) != "容" && scalars.at(end + 1) != "部"
    }

    /// How long the 到 before a date is, where it makes the date an end point.
    private func untilPrefix(of date: DateExpression, at start: Int) -> Int {
        guard date.isEnd || date.day != nil || date.month != nil else { return 0 }
        return TimeWords.until.match(scalars, endingAt: start, from: clauseStart)?.length ?? 0
    }

    /// Whether the date is the content of a 完成时限.
    private func isLabelled(_ range: Range<Int>) -> Bool {
        if context.isLabelled { return true }
        var start = range.lowerBound
        if scalars.at(start - 1) == "：" || scalars.at(start - 1) == "为" { start -= 1 }
        guard start < range.lowerBound else { return false }
        return TimeWords.labels.match(scalars, endingAt: start, from: max(0, start - 8)) != nil
    }

    /// Whether a date is part of a condition: 2020年12月31日前已开工的, 2005年底前登记的.
    private func isCondition(at end: Int, isLimit: Bool) -> Bool {
        guard let (length, _) = TimeWords.condition.match(scalars, at: end, before: scalars.count) else { return false }
        switch scalars[end] {
        case "已", "未", "尚", "仍", "的": return isLimit || scalars[end] != "的"
        default:
            let rest = scalars[min(end + length, scalars.count)...].prefix(16)
            guard let mark = rest.first(where: { "，。；、的".unicodeScalars.contains($0) }) else { return false }
            return mark == "的"
        }
    }

    /// Whether the clause before an offset speaks of how long a document is in force.
    private func boundsForce(_ start: Int) -> Bool {
        boundsForce(max(clauseStart, start - 24)..<start)
    }

    /// Whether words before a date speak of how long a document is in force.
    func boundsForce(_ before: Range<Int>) -> Bool {
        TimeWords.validity.occurs(in: scalars, before)
            || ["施行", "实施"].contains { scalars[before].ends(with: $0) }
    }
}
