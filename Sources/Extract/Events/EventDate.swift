import Ingest

/// What opens an entry of a 大事记: 10月3日, 10月10—12日, 11月2日—3日, 12月30日-次年1月2日, 同日, 8月中旬, 是月, △.
struct EventDate {
    /// What is printed of a day; year and month may be left to what stands before.
    struct Day: Equatable {
        var year: Int?
        var month: Int?
        var day: Int?
        var isNextYear = false
    }

    /// Which day the entry tells of.
    enum Kind: Equatable {
        /// A day, or several.
        case day(Day, last: Day?)
        /// 同日, or a mark that sets off a further entry of one day.
        case sameDay
        /// A month, a part of one or a season: 4月, 8月中旬, 是月. What it prints of year and month holds for what follows.
        case vague(Day)
    }

    var kind: Kind
    /// Behind the date and the blanks that follow it.
    var end: Int

    /// Reads what opens an entry at the beginning of a paragraph.
    static func scan(_ text: [Unicode.Scalar]) -> EventDate? {
        let start = skip(text, 0)
        guard start < text.count else { return nil }
        if EventLexicon.isBullet(text[start]) {
            let behind = skip(text, start + 1)
            // ●4月1日 is a date behind a mark.
            return dated(text, behind) ?? EventDate(kind: .sameDay, end: behind)
        }
        return dated(text, start)
    }

    private static func dated(_ text: [Unicode.Scalar], _ start: Int) -> EventDate? {
        if let length = EventLexicon.sameDay.match(text, at: start, before: text.count) {
            let end = start + length
            guard end >= text.count || text[end] != "常" else { return nil }
            return EventDate(kind: .sameDay, end: afterMark(text, end))
        }
        if let length = EventLexicon.vague.match(text, at: start, before: text.count) {
            return isMark(text, start + length)
                ? EventDate(kind: .vague(Day()), end: afterMark(text, start + length)) : nil
        }
        let open = start < text.count && isOpening(text[start]) ? start + 1 : start
        return days(text, open)
    }

    /// Reads a day, several days, or a month.
    private static func days(_ text: [Unicode.Scalar], _ start: Int) -> EventDate? {
        guard let first = day(text, start) else { return nil }
        var cursor = first.end
        guard first.value.day != nil else { return month(text, first.value, cursor) }
        var last: Day?
        let dash = skip(text, cursor)
        if dash < text.count, isDash(text[dash]) || text[dash] == "、" || text[dash] == "和" {
            let next = skip(text, text.has("——", at: dash) ? dash + 2 : dash + 1)
            if let second = day(text, next), second.value.day != nil, !second.isBare {
                last = second.value
                cursor = second.end
            }
        }
        // 10—12日: the first number has its 日 behind the second.
        if first.isBare, last == nil { return nil }
        return EventDate(kind: .day(first.value, last: last), end: afterMark(text, cursor))
    }

    /// Reads 4月, 8月中旬 and 5月份, where the text of an entry may begin behind them.
    private static func month(_ text: [Unicode.Scalar], _ value: Day, _ end: Int) -> EventDate? {
        guard value.month != nil else { return nil }
        var cursor = end
        if let part = EventLexicon.partOfMonth.match(text, at: cursor, before: text.count) { cursor += part }
        let isPart = cursor - end == 2
        guard isPart || isMark(text, cursor) else { return nil }
        return EventDate(kind: .vague(value), end: afterMark(text, cursor))
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
        return value.day == nil && value.month == nil ? nil : (value, cursor, false)
    }

    /// Whether what stands at an offset parts a date from its text.
    private static func isMark(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index < text.count else { return true }
        let scalar = text[index]
        return scalar.isBlank || scalar.isComma || scalar == "：" || scalar == ":" || isClosing(scalar) || scalar == "【"
            || EventLexicon.isBullet(scalar)
    }

    /// Steps over brackets, 星期, commas and bullets between a date and its text.
    private static func afterMark(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = skip(text, index)
        if next < text.count, isClosing(text[next]) { next = skip(text, next + 1) }
        for word in ["（星期", "(星期", "（周"] where text.has(word, at: next) {
            let limit = min(text.count, next + 8)
            if let close = text[next..<limit].firstIndex(where: isClosing) { next = skip(text, close + 1) }
        }
        if next < text.count, text[next].isComma || text[next] == "：" || text[next] == ":" {
            next = skip(text, next + 1)
        }
        if next < text.count, EventLexicon.isBullet(text[next]) { next = skip(text, next + 1) }
        return next
    }

    private static func skip(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "【" || scalar == "［" || scalar == "[" || scalar == "（" || scalar == "(" || scalar == "〔"
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "】" || scalar == "］" || scalar == "]" || scalar == "）" || scalar == ")" || scalar == "〕"
    }

    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "－", "—", "–", "─", "―", "~", "～", "〜", "至", "到", "一": true
        default: false
        }
    }
}
