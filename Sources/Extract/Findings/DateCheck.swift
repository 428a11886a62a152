import Ingest

/// Finds dates that no calendar has: 2月30日, 2019年13月.
enum DateCheck {
    static func findings(in text: [Unicode.Scalar], paragraph: Int) -> [TextFinding] {
        var findings: [TextFinding] = []
        for index in text.indices where text[index] == "月" {
            guard let month = number(endingAt: index, in: text) else { continue }
            let before = skipBack(text, month.start)
            var year: Int?
            if before > 0, text[before - 1] == "年" {
                year = number(endingAt: before - 1, in: text).map(\.value).flatMap {
                    (1000...2999).contains($0) ? $0 : nil
                }
            }
            let day = day(behind: index + 1, in: text)
            guard day != nil || year != nil else { continue }
            let end = day?.end ?? index + 1
            let isPossible: Bool
            if !(1...12).contains(month.value) {
                isPossible = false
            } else if let day {
                isPossible = (1...CalendarDate.days(in: month.value, of: year ?? 2000)).contains(day.value)
            } else {
                isPossible = true
            }
            guard !isPossible else { continue }
            let range = month.start..<end
            findings.append(
                TextFinding(.error, "impossible-date", "日期不存在：\(text.compact(range))", paragraph, range))
        }
        return findings
    }

    /// The number that ends before an offset.
    private static func number(endingAt end: Int, in text: [Unicode.Scalar]) -> (value: Int, start: Int)? {
        var start = skipBack(text, end)
        let stop = start
        while start > 0, stop - start < 5,
            text[start - 1].decimalDigit != nil || Numeral.digit(text[start - 1]) != nil || text[start - 1] == "十"
        {
            start -= 1
        }
        guard start < stop, let read = Numeral.scan(text, at: start), read.end == stop else { return nil }
        return (read.value, start)
    }

    private static func day(behind start: Int, in text: [Unicode.Scalar]) -> (value: Int, end: Int)? {
        var index = start
        while index < text.count, text[index].isBlank { index += 1 }
        guard let read = Numeral.scan(text, at: index) else { return nil }
        index = read.end
        while index < text.count, text[index].isBlank { index += 1 }
        return index < text.count && text[index] == "日" ? (read.value, index + 1) : nil
    }

    private static func skipBack(_ text: [Unicode.Scalar], _ end: Int) -> Int {
        var index = end
        while index > 0, end - index < 4, text[index - 1].isBlank { index -= 1 }
        return index
    }
}
