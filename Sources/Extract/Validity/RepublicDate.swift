import Ingest

/// Dates by the calendar of the Republic, as Taiwan prints them: 中華民國九十二年七月一日 is 1 July 2003.
enum RepublicDate {
    private static let eras = ["中華民國", "民國", "中华民国", "民国"]

    /// Reads a date that begins at an offset.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> (date: CalendarDate, end: Int)? {
        guard let era = eras.first(where: { text.has($0, at: start) }) else { return nil }
        var cursor = start + era.unicodeScalars.count
        var parts: [Int] = []
        for mark: Unicode.Scalar in ["年", "月", "日"] {
            guard let number = Numeral.scan(text, at: skipBlanks(text, cursor)) else { return nil }
            cursor = skipBlanks(text, number.end)
            guard cursor < text.count, text[cursor] == mark else { return nil }
            parts.append(number.value)
            cursor += 1
        }
        guard parts[0] < 300, let date = CalendarDate(year: 1911 + parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        return (date, cursor)
    }

    private static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }
}
