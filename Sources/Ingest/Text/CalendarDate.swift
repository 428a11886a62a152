/// A calendar date as documents print it: 2022年11月30日, ２０１９年５月１日, 二〇〇四年六月二十六日.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var year: Int
    public var month: Int
    public var day: Int

    /// A date; nil where the calendar has none such.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CalendarDate.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The number of days of a month.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Reads a date that begins at an offset; white space inside is passed over.
    ///
    /// Years are of the common era, or of the Republic where the text says so: 中華民國九十二年七月一日 is 1 July 2003.
    public static func scan(_ text: [Unicode.Scalar], at start: Int) -> (date: CalendarDate, end: Int)? {
        let era = ["中華民國", "民國", "中华民国", "民国"].first { text[start...].begins(with: $0) }
        let offset = era == nil ? 0 : 1911
        guard let (printed, afterYear) = part(text, start + (era?.unicodeScalars.count ?? 0), mark: "年"),
            case let year = printed + offset, (1000...2999).contains(year),
            let (month, afterMonth) = part(text, afterYear, mark: "月"),
            let (day, end) = part(text, afterMonth, mark: "日"),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date, end)
    }

    private static func part(_ text: [Unicode.Scalar], _ start: Int, mark: Unicode.Scalar) -> (Int, Int)? {
        var at = start
        while at < text.count, text[at].isBlank { at += 1 }
        guard let (value, behind) = Numeral.scan(text, at: at) else { return nil }
        at = behind
        while at < text.count, text[at].isBlank { at += 1 }
        guard at < text.count, text[at] == mark else { return nil }
        return (value, at + 1)
    }

    /// ISO 8601.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
