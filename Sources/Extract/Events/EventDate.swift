import Ingest

/// The date that opens an entry of a 大事记: 10月3日, 10月10—12日, 11月2日—3日, 12月30日-次年1月2日, 同日.
struct EventDate {
    /// What is printed of a day; year and month may be left to what stands before.
    struct Day: Equatable {
        var year: Int?
        var month: Int?
        var day: Int?
        var isNextYear = false
    }

    var start: Day?
    var last: Day?
    /// Behind the date and the blanks that follow it.
    var end: Int

    /// 同日 and its like: the day of the entry before.
    private static let sameDay = ScalarWords("同日 当日 當日 是日 同一天 当天")

    /// Reads the date at the beginning of a paragraph.
    static func scan(_ text: [Unicode.Scalar]) -> EventDate? {
        var cursor = skip(text, 0)
        if let length = sameDay.match(text, at: cursor, before: text.count) {
            cursor += length
            guard isBoundary(text, cursor) else { return nil }
            return EventDate(start: nil, last: nil, end: afterMark(text, cursor))
        }
        guard let first = day(text, cursor), first.value.day != nil || first.value.month != nil else { return nil }
        cursor = first.end
        var result = EventDate(start: first.value, last: nil, end: cursor)
        let dash = skip(text, cursor)
        if dash < text.count, isDash(text[dash]) || text[dash] == "、" || text[dash] == "和" {
            let next = skip(text, text.has("——", at: dash) ? dash + 2 : dash + 1)
            if let second = day(text, next), second.value.day != nil {
                result.last = second.value
                cursor = second.end
            }
        }
        guard result.start?.day != nil, let third = result.start else { return nil }
        // 10—12日: the first number has its 日 behind the second.
        if first.isBare, result.last == nil { return nil }
        result.start = third
        result.end = afterMark(text, cursor)
        return result
    }

    /// Reads [year年|次年][month月]day[日]; the 日 may be missing where a range follows.
    private static func day(_ text: [Unicode.Scalar], _ start: Int) -> (value: Day, end: Int, isBare: Bool)? {
        var value = Day()
        var cursor = start
        for word in ["次年", "翌年"] where text.has(word, at: cursor) {
            value.isNextYear = true
            cursor += 2
        }
        for _ in 0..<3 {
            guard let number = Numeral.scan(text, at: skip(text, cursor)) else { break }
            let mark = skip(text, number.end)
            let sign: Unicode.Scalar = mark < text.count ? text[mark] : " "
            if sign == "年", value.month == nil, (1000...2999).contains(number.value) {
                value.year = number.value
            } else if sign == "月", value.month == nil, (1...12).contains(number.value) {
                value.month = number.value
            } else if sign == "日", (1...31).contains(number.value) {
                value.day = number.value
                return (value, mark + 1, false)
            } else if isDash(sign), (1...31).contains(number.value) {
                value.day = number.value
                return (value, number.end, true)
            } else {
                return nil
            }
            cursor = mark + 1
        }
        return value.day == nil ? nil : (value, cursor, false)
    }

    /// Whether an entry's text may begin here: 同日 is no part of a longer word.
    private static func isBoundary(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        index >= text.count || text[index] != "常"
    }

    private static func afterMark(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = skip(text, index)
        if next < text.count, text[next].isComma || text[next] == "：" || text[next] == ":" || text[next] == "△" {
            next = skip(text, next + 1)
        }
        return next
    }

    private static func skip(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "－", "—", "–", "─", "―", "~", "～", "至", "到", "一": true
        default: false
        }
    }
}
