/// A day of the Gregorian calendar.
struct CalendarDay: Comparable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The first day of an ISO 8601 date, month or year.
    init?(first text: String) { self.init(text, month: 1) { _, _ in 1 } }

    /// The last day of an ISO 8601 date, month or year.
    init?(last text: String) { self.init(text, month: 12, day: Self.length) }

    private init?(_ text: String, month: Int, day: (_ year: Int, _ month: Int) -> Int) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), let year = parts[0], (1...9999).contains(year) else { return nil }
        var month = month
        if parts.count > 1 {
            guard let given = parts[1], (1...12).contains(given) else { return nil }
            month = given
        }
        var chosen = day(year, month)
        if parts.count > 2 {
            guard let given = parts[2], (1...Self.length(year, month)).contains(given) else { return nil }
            chosen = given
        }
        self.init(year: year, month: month, day: chosen)
    }

    /// The first day of what recurs each year (`--11-10`, or `--02` for a month's end), and its rule.
    static func recurring(_ text: String, from year: Int?) -> (day: CalendarDay, rule: String)? {
        guard text.hasPrefix("--") else { return nil }
        let parts = text.dropFirst(2).split(separator: "-").map { Int($0) }
        guard let year, let month = parts.first ?? nil, (1...12).contains(month) else { return nil }
        if parts.count > 1 {
            guard let day = parts[1], (1...length(2000, month)).contains(day) else { return nil }
            return (
                CalendarDay(year: day == 29 && month == 2 ? leap(from: year) : year, month: month, day: day),
                "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(day)"
            )
        }
        return (
            CalendarDay(year: year, month: month, day: length(year, month)),
            "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=-1"
        )
    }

    private static func leap(from year: Int) -> Int {
        var year = year
        while length(year, 2) < 29 { year += 1 }
        return year
    }

    static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    var next: CalendarDay {
        if day < Self.length(year, month) { return CalendarDay(year: year, month: month, day: day + 1) }
        return month < 12
            ? CalendarDay(year: year, month: month + 1, day: 1) : CalendarDay(year: year + 1, month: 1, day: 1)
    }

    /// Eight digits.
    var compact: String { text(separator: "") }

    /// ISO 8601.
    var iso: String { text(separator: "-") }

    private func text(separator: String) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: separator)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
