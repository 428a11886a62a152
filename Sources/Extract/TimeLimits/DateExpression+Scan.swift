import Ingest

extension DateExpression {
    /// Reads the date that begins at an offset.
    ///
    /// - Parameter needsYear: Whether a bare day (31日) is a date too, as behind the dash of a period.
    /// - Complexity: O(1); a date has at most some twenty characters.
    static func scan(_ text: [Unicode.Scalar], at start: Int, allowsBareDay: Bool = false) -> DateExpression? {
        var reader = DateReader(text: text, index: start)
        guard var date = reader.read(allowsBareDay: allowsBareDay) else { return nil }
        date.range = start..<reader.index
        return date
    }
}

/// Reads one date, part by part.
private struct DateReader {
    let text: [Unicode.Scalar]
    var index: Int

    mutating func read(allowsBareDay: Bool) -> DateExpression? {
        var date = DateExpression(range: index..<index, year: .absent)
        if let plan = planEnd() { return plan }
        let hasYear = readYear(&date)
        readPart(&date)
        if date.part == nil { readMonth(&date) }
        if date.month == nil, date.part == nil, allowsBareDay || date.year == .eachPart { readDay(&date) }
        readTime(&date)
        if date.year == .eachPart { return date.part != nil || date.day != nil || date.hasTime ? date : nil }
        guard hasYear || date.isWithinYear else { return nil }
        if case .tenDays = date.part, date.month == nil { return nil }
        return date
    }

    /// “十四五”末.
    private mutating func planEnd() -> DateExpression? {
        guard let (plan, end) = PlanPeriod.scan(text, at: index) else { return nil }
        let closing = text.at(end)
        guard closing == "末" || closing == "底" else { return nil }
        index = end + 1
        return DateExpression(range: index..<index, year: .printed(plan.end), part: .end, isEnd: true)
    }

    // MARK: Year

    private mutating func readYear(_ date: inout DateExpression) -> Bool {
        if let (length, year) = TimeWords.years.match(text, at: index, before: text.count) {
            date.year = year
            index += length
            return true
        }
        guard let (value, end) = yearNumber(), let mark = text.at(end) else { return false }
        // A scan's 午 for 年 is taken only where a month or an end of year follows.
        let isSlip = mark == "午" && (Numeral.scan(text, at: end + 1) != nil || text.at(end + 1) == "底")
        guard mark == "年" || isSlip else { return false }
        date.year = .printed(value)
        index = end + 1
        if text.at(index) == "度", text.at(index + 1) == "底" || text.at(index + 1) == "末" { index += 1 }
        return true
    }

    private func yearNumber() -> (value: Int, end: Int)? {
        var end = index
        var value = 0
        while end - index < 5, let scalar = text.at(end), let digit = scalar.decimalDigit ?? Numeral.digit(scalar) {
            value = value * 10 + digit
            end += 1
        }
        return end - index == 4 && (1900...2100).contains(value) ? (value, end) : nil
    }

    // MARK: Parts

    private mutating func readPart(_ date: inout DateExpression) {
        // 2019年年底 and 2019年底, and 年底 alone.
        let follows = date.year != .absent
        if text.at(index) == "年", let mark = text.at(index + 1), "底末终初".unicodeScalars.contains(mark) {
            close(&date, mark, length: 2)
        } else if follows, date.year != .eachPart, let mark = text.at(index), "底末初".unicodeScalars.contains(mark) {
            close(&date, mark, length: 1)
        } else if date.year == .eachPart, let mark = text.at(index), "底末初".unicodeScalars.contains(mark) {
            close(&date, mark, length: 1)
        } else if let (length, part) = TimeWords.parts.match(text, at: index, before: text.count) {
            date.part = part
            index += length
            if let mark = text.at(index), mark == "底" || mark == "末" {
                date.isEnd = true
                index += 1
            }
        }
    }

    private mutating func close(_ date: inout DateExpression, _ mark: Unicode.Scalar, length: Int) {
        date.part = mark == "初" ? .beginning : .end
        date.isEnd = mark != "初"
        index += length
    }

    // MARK: Month and day

    private mutating func readMonth(_ date: inout DateExpression) {
        guard let (month, end) = Numeral.scan(text, at: index), (1...12).contains(month), text.at(end) == "月" else {
            return
        }
        date.month = month
        index = end + 1
        if text.at(index) == "份" { index += 1 }
        readDay(&date)
        if date.day != nil { return }
        if let mark = text.at(index), "底末初".unicodeScalars.contains(mark) {
            close(&date, mark, length: 1)
        } else if let (length, third) = TimeWords.tenDays.match(text, at: index, before: text.count) {
            date.part = .tenDays(third)
            index += length
        }
    }

    private mutating func readDay(_ date: inout DateExpression) {
        guard let (day, end) = Numeral.scan(text, at: index), let mark = text.at(end), mark == "日" || mark == "号",
            (1...PartialDate.days(in: date.month ?? 1, of: 2000)).contains(day)
        else { return }
        date.day = day
        index = end + 1
    }

    private mutating func readTime(_ date: inout DateExpression) {
        guard date.day != nil || date.year == .eachPart, let (hour, end) = Numeral.scan(text, at: index),
            (0...24).contains(hour), let mark = text.at(end), mark == "时" || mark == "点"
        else { return }
        date.hasTime = true
        index = end + 1
        if let (minute, minuteEnd) = Numeral.scan(text, at: index), minute < 60, text.at(minuteEnd) == "分" {
            index = minuteEnd + 1
        }
    }
}
