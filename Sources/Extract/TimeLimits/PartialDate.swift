/// A year, a month or a day, of a known or an unknown year, as ISO 8601.
struct PartialDate: Hashable, Sendable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// How many days a month has; February of an unknown year has 28.
    static func days(in month: Int, of year: Int?) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2:
            if let year, year % 4 == 0, year % 100 != 0 || year % 400 == 0 { 29 } else { 28 }
        default: 31
        }
    }

    /// The last day of the year or month that is named; the day itself where one is.
    var lastDay: PartialDate {
        let month = month ?? 12
        return PartialDate(year: year, month: month, day: day ?? Self.days(in: month, of: year))
    }

    /// The first day of the year or month that is named.
    var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) }

    /// `2019-06-30`, or `--06-30` and `--06` where the year is left open.
    var iso: String {
        var text = year.map { Self.padded($0, 4) } ?? "-"
        if let month { text += "-" + Self.padded(month, 2) }
        if let day { text += "-" + Self.padded(day, 2) }
        return text
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
