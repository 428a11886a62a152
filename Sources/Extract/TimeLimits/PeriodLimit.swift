import Ingest

/// Periods: 2019年6月1日-12月15日, 2024—2028年, 从2024年起连续5年, “十四五”期间, 每年11月1日至次年4月30日.
extension TimeLimitReader {
    // MARK: Plans

    /// “十四五”期间, unless two plans are compared.
    mutating func planPeriod(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard let (plan, end) = PlanPeriod.scan(scalars, at: index), scalars.holds("期间", at: end) else { return nil }
        let range = index..<end + 2
        let before = scalars.at(index - 1)
        let after = scalars.at(range.upperBound)
        let isComparison = before == "比" || before == "较" || before == "和" || after == "比" || after == "较"
        guard !isComparison, after != "的", plan.end >= context.year ?? plan.end else { return (nil, range.upperBound) }
        return (
            limit(
                range, .during, date: "\(plan.end)-12-31", start: "\(plan.start)-01-01", certainty: .computed),
            range.upperBound
        )
    }

    // MARK: Two ends

    mutating func period(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        if let found = course(at: index) { return found }
        guard let (first, last) = ends(at: index) else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        if !first.isWithinYear, !last.isWithinYear {
            guard isPeriodOfYears(range) else { return (nil, range.upperBound) }
        }
        if first.year == .each || last.year == .each {
            let start = first.first(in: nil).iso
            return (
                limit(range, .recurring, date: last.last(in: nil).iso, start: start, certainty: .stated),
                range.upperBound
            )
        }
        return (between(first, last, range), range.upperBound)
    }

    private mutating func between(_ first: DateExpression, _ last: DateExpression, _ range: Range<Int>) -> TimeLimit? {
        let (startYear, isInferred) = year(of: first)
        var endYear = startYear
        if case .printed(let year) = last.year { endYear = year }
        if case .relative = last.year { endYear = year(of: last).year }
        var last = last
        if last.month == nil, last.part == nil, last.day != nil { last.month = first.month }
        guard startYear != nil else { return nil }
        let start = first.first(in: startYear)
        // 12月24日至1月3日 runs over the new year.
        if last.year == .absent, let from = first.month, let to = last.month ?? first.month, to < from {
            endYear = startYear.map { $0 + 1 }
        }
        let end = last.last(in: endYear)
        guard start.iso <= end.iso, !isPast(end) else { return nil }
        // 「组织实施阶段（6月16日—10月31日）」 speaks of a stage, not of a rule in force.
        let isStage = scalars.at(range.lowerBound - 1) == "（" && scalars.holds("阶段", endingAt: range.lowerBound - 1)
        guard
            isStage
                || !boundsForce(max(clauseStart, range.lowerBound - 16)..<range.lowerBound)
        else { return nil }
        let isAcross = endYear != startYear && last.year == .absent
        return limit(
            range, .during, date: end.iso, start: start.iso, certainty: isInferred || isAcross ? .computed : .stated)
    }

    /// 2024—2028年 is a period where a comma or 期间 follows or 在, 从 precedes; else it belongs to a name.
    private func isPeriodOfYears(_ range: Range<Int>) -> Bool {
        if brackets.isInQuotes(range.lowerBound) { return false }
        if let before = scalars.at(range.lowerBound - 1) {
            if before == "（" {
                return scalars.holds("阶段", endingAt: range.lowerBound - 1)
            }
            if "在从自于".unicodeScalars.contains(before) { return true }
        }
        return scalars.at(range.upperBound) == "，" || scalars.holds("期间", at: range.upperBound)
    }

    // MARK: Reading both ends

    private func ends(at index: Int) -> (first: DateExpression, last: DateExpression)? {
        if let shared = sharedUnit(at: index) { return shared }
        guard let first = DateExpression.scan(scalars, at: index) else { return nil }
        let next = separator(at: first.range.upperBound)
        guard next > first.range.upperBound,
            let last = DateExpression.scan(scalars, at: next, allowsBareDay: true), last.year != .eachPart
        else { return nil }
        return (first, last)
    }

    /// The offset behind a dash or 至 that joins two dates; the offset itself where none stands there.
    private func separator(at index: Int) -> Int {
        var end = index
        for word in ["开始至", "起至", "起到", "开始到", "起"] where scalars.holds(word, at: end) {
            end += word.unicodeScalars.count
            break
        }
        let hasLead = end > index && scalars[end - 1] != "起"
        let start = end
        while end - start < 4, let mark = scalars.at(end), "-~至到…—".unicodeScalars.contains(mark) { end += 1 }
        return end > start || hasLead ? end : index
    }

    /// Two numbers before one 年, 月 or 日: 2024—2028年, 2022年3-6月, 10月12—14日.
    private func sharedUnit(at index: Int) -> (first: DateExpression, last: DateExpression)? {
        var lead = DateExpression.scan(scalars, at: index)
        if lead?.day != nil || lead?.part != nil { lead = nil }
        let start = lead?.range.upperBound ?? index
        guard let (low, lowEnd) = Numeral.scanArabic(scalars, at: start) else { return nil }
        let next = separator(at: lowEnd)
        guard next > lowEnd, let (high, highEnd) = Numeral.scanArabic(scalars, at: next), low < high else { return nil }
        var first = DateExpression(range: index..<lowEnd, year: lead?.year ?? .absent, month: lead?.month)
        var last = DateExpression(range: next..<highEnd + 1, year: .absent)
        switch scalars.at(highEnd) {
        case "年" where lead == nil && (1900...2100).contains(low) && (1900...2100).contains(high):
            first.year = .printed(low)
            last.year = .printed(high)
        case "月" where lead?.month == nil && high <= 12: (first.month, last.month) = (low, high)
        case "日" where lead?.month != nil && high <= 31: (first.day, last.day) = (low, high)
        default: return nil
        }
        return (first, last)
    }

    // MARK: So many years from one

    /// 从2024年起连续5年.
    private mutating func course(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard let before = scalars.at(index - 1), before == "从" || before == "自",
            let date = DateExpression.scan(scalars, at: index), !date.isWithinYear, case .printed(let year) = date.year
        else { return nil }
        var end = date.range.upperBound
        for word in ["起", "开始", "，", "连续"] where scalars.holds(word, at: end) { end += word.unicodeScalars.count }
        guard scalars.holds("连续", endingAt: end), let (count, countEnd) = Numeral.scan(scalars, at: end), count < 100,
            scalars.at(countEnd) == "年"
        else { return nil }
        let last = year + count - 1
        guard last >= context.year ?? last else { return (nil, countEnd + 1) }
        return (
            limit(
                index - 1..<countEnd + 1, .during, date: "\(last)-12-31", start: "\(year)-01-01", certainty: .computed),
            countEnd + 1
        )
    }
}
