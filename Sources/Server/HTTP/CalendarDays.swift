import Foundation

/// Days as text.
enum CalendarDays {
    /// Whether a text is a day of the calendar, as 2026-01-31.
    static func isDay(_ text: String) -> Bool { text.utf8.count == 10 && adding(0, to: text) == text }

    /// The day so many days later; nil where the text is none.
    static func adding(_ count: Int, to text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...9999).contains(year),
            (1...12).contains(month), (1...31).contains(day),
            let date = calendar.date(from: DateComponents(year: year, month: month, day: day)),
            let later = calendar.date(byAdding: .day, value: count, to: date)
        else { return nil }
        let found = calendar.dateComponents([.year, .month, .day], from: later)
        guard let year = found.year, let month = found.month, let day = found.day else { return nil }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
