import Ingest

/// The year and month that a title or heading of a 大事记 sets for the entries below it.
struct EventPeriod: Equatable {
    var year: Int?
    /// nil where the heading names several months, or none.
    var month: Int?

    /// Reads a title: 2012年3月大事记, 大事记（2020年4月）, 1988～1994年大事记.
    ///
    /// - Returns: nil where it names no year.
    static func inTitle(_ title: [Unicode.Scalar]) -> EventPeriod? {
        let text = title.filter { !$0.isBlank }
        var index = 0
        while index < text.count {
            guard let number = Numeral.scan(text, at: index) else {
                index += 1
                continue
            }
            index = max(number.end, index + 1)
            guard (1000...2999).contains(number.value), number.end < text.count,
                text[number.end] == "年" || EventDate.isDash(text[number.end])
            else { continue }
            var period = EventPeriod(year: number.value)
            if text[number.end] == "年", let month = Numeral.scan(text, at: number.end + 1),
                (1...12).contains(month.value), month.end < text.count, text[month.end] == "月",
                month.end + 1 >= text.count || !EventDate.isDash(text[month.end + 1])
            {
                period.month = month.value
            }
            return period
        }
        return nil
    }

    /// Reads a paragraph that holds a year or a month and nothing else.
    static func heading(_ text: [Unicode.Scalar]) -> EventPeriod? {
        let line = text.filter { !$0.isBlank && !"【】［］[]（）()".unicodeScalars.contains($0) }
        guard (2...12).contains(line.count) else { return nil }
        var result = EventPeriod()
        var cursor = 0
        while cursor < line.count {
            guard let number = Numeral.scan(line, at: cursor), number.end < line.count else { return nil }
            switch line[number.end] {
            case "年": result.year = number.value
            case "月": result.month = number.value
            default: return nil
            }
            cursor = number.end + 1
            if cursor < line.count, line[cursor] == "份" || line[cursor] == "度" { cursor += 1 }
        }
        guard result.year.map({ (1000...2999).contains($0) }) ?? true else { return nil }
        return result.year != nil || (1...12).contains(result.month ?? 0) ? result : nil
    }
}
