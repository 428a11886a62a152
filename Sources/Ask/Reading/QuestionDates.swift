import Index
import Ingest

/// Reads the days that questions name: 2019年6月底前, 2026年上半年, 每年8月31日前, by the end of June 2019, between May and June 2019.
struct QuestionDates {
    private let text: [Unicode.Scalar]
    private let today: Day

    /// - Parameter today: ISO 8601; 今年 and this year are counted from it.
    init(_ text: [Unicode.Scalar], today: String) {
        self.text = text
        let parts = today.split(separator: "-").compactMap { Int($0) }
        self.today = Day(
            year: parts.first, month: parts.dropFirst().first, day: parts.dropFirst(2).first, part: nil, isYearly: false
        )
    }

    /// A day, or a part of the calendar that has one.
    private struct Day: Equatable {
        var year: Int?
        var month: Int?
        var day: Int?
        /// A half or quarter of a year, or a third of a month: its first and last month or day.
        var part: ClosedRange<Int>?
        var isYearly: Bool

        var isYearOnly: Bool { year != nil && month == nil && part == nil }
    }

    /// The days at a place, and the offset behind them.
    func scan(at start: Int) -> (AskedDates, Int)? {
        guard start == 0 || !(QuestionText.isLatin(text[start - 1]) && QuestionText.isLatin(text[start])) else {
            return nil
        }
        var at = start
        var isLimit = false
        var isFirst = false
        if let end = word(Self.limitPrefixes, at: at) {
            (at, isLimit) = (end, true)
        } else if let end = word(Self.firstPrefixes, at: at) {
            (at, isFirst) = (end, true)
        } else if let end = word(Self.fromPrefixes, at: at) {
            at = end
        }
        let hasPrefix = at > start
        guard let (first, firstEnd) = day(at: at) else { return nil }
        var end = firstEnd
        var last = first
        if let joint = word(Self.joints, at: end),
            let (second, secondEnd) = day(at: joint) ?? dayOfMonth(at: joint, of: first)
        {
            last = second
            // 2019年5月至6月, between May and June 2019.
            var opening = first
            opening.year = first.year ?? second.year
            last.year = second.year ?? first.year
            guard let bounds = Self.bounds(opening, last) else { return nil }
            end = word(["之间", "期间", "间"] + Self.limitSuffixes, at: secondEnd) ?? secondEnd
            return (AskedDates(bounds: bounds, isLimit: false, year: nil), end)
        }
        if let behind = word(["期间"], at: end) { end = behind }
        if let behind = word(Self.limitSuffixes, at: end) { (end, isLimit) = (behind, true) }
        guard let bounds = Self.bounds(first, last) else { return nil }
        var asked = AskedDates(bounds: bounds, isLimit: isLimit, year: first.isYearOnly && !isLimit ? first.year : nil)
        if first.isYearOnly, hasPrefix, !isFirst, end == firstEnd, word(Self.goalPrefixes, at: start) != nil {
            // 到2025年 names the year of a goal as well as a limit.
            asked.year = first.year
        }
        if isLimit { asked.bounds.first = nil }
        if isFirst { asked.bounds.last = nil }
        return (asked, end)
    }

    // MARK: One day

    /// 8日 behind 1月5日到.
    private func dayOfMonth(at start: Int, of first: Day) -> (Day, Int)? {
        guard first.day != nil, let (number, end) = Numeral.scan(text, at: skipSpace(start)), (1...31).contains(number),
            end < text.count, text[end] == "日" || text[end] == "号"
        else { return nil }
        var day = first
        day.day = number
        return (day, end + 1)
    }

    private func day(at start: Int) -> (Day, Int)? {
        let at = skipSpace(start)
        guard at < text.count else { return nil }
        return han(at: at) ?? iso(at: at) ?? english(at: at)
    }

    /// 2019年6月30日, 6月底, 今年第一季度, 每年8月31日.
    private func han(at start: Int) -> (Day, Int)? {
        var day = Day(isYearly: false)
        var at = start
        if let end = word(["每年"], at: at) {
            (day.isYearly, at) = (true, end)
        } else if let (year, end) = year(at: at) {
            (day.year, at) = (year, end)
        }
        if let (part, end) = partOfYear(at: at), day.year != nil {
            day.part = part
            return (day, end)
        }
        if let (number, end) = Numeral.scan(text, at: skipSpace(at)).map({ ($0.value, skipSpace($0.end)) }),
            end < text.count,
            text[end] == "月", (1...12).contains(number)
        {
            (day.month, at) = (number, end + 1)
            if at < text.count, text[at] == "份" { at += 1 }
            if let (number, end) = Numeral.scan(text, at: skipSpace(at)).map({ ($0.value, skipSpace($0.end)) }),
                end < text.count, text[end] == "日" || text[end] == "号", (1...31).contains(number)
            {
                (day.day, at) = (number, end + 1)
            } else if let end = word(["上旬"], at: at) {
                (day.part, at) = (1...10, end)
            } else if let end = word(["中旬"], at: at) {
                (day.part, at) = (11...20, end)
            }
        }
        guard day.year != nil || day.month != nil else { return nil }
        // The end of a month or year is its last day already.
        if let end = word(["年底", "底", "末", "下旬"], at: at) { at = end }
        if let end = word(["初"], at: at) { at = end }
        return (day, at)
    }

    private func year(at start: Int) -> (Int, Int)? {
        for (name, offset) in Self.relativeYears {
            if let end = word([name], at: start), let year = today.year { return (year + offset, end) }
        }
        guard let (value, end) = Numeral.scan(text, at: start).map({ ($0.value, skipSpace($0.end)) }), end < text.count,
            text[end] == "年", (1900...2199).contains(value)
        else { return nil }
        if let behind = word(["度"], at: end + 1) { return (value, behind) }
        return (value, end + 1)
    }

    private func partOfYear(at start: Int) -> (ClosedRange<Int>, Int)? {
        for (names, months) in Self.partsOfYear {
            if let end = word(names, at: start) { return (months, end) }
        }
        return nil
    }

    /// 2019-06-30, 2019/6, 2019.
    private func iso(at start: Int) -> (Day, Int)? {
        guard let (year, end) = Numeral.scanArabic(text, at: start), end - start == 4, (1900...2199).contains(year),
            end == text.count || text[end] != "年"
        else { return nil }
        var day = Day(year: year, isYearly: false)
        var at = end
        for _ in 0..<2 {
            guard at + 1 < text.count, "-/.".unicodeScalars.contains(text[at]),
                let (number, end) = Numeral.scanArabic(text, at: at + 1), end - at <= 3
            else { break }
            if day.month == nil {
                guard (1...12).contains(number) else { break }
                day.month = number
            } else {
                guard (1...31).contains(number) else { break }
                day.day = number
            }
            at = end
        }
        if day.month == nil {
            // A number of four digits is a year where nothing is counted by it.
            guard at == text.count || !text[at].isHan && !QuestionText.isLatin(text[at]) else { return nil }
            let next = skipSpace(at)
            guard next == text.count || !Self.measures.contains(text[next]) else { return nil }
        }
        return (day, at)
    }

    /// 30 June 2019, June 30, 2019, the end of June 2019, the first quarter of 2019, this year.
    private func english(at start: Int) -> (Day, Int)? {
        var at = start
        if let end = word(["the end of", "end of", "late", "the beginning of", "early", "mid"], at: at) {
            at = skipSpace(end)
        }
        for (names, months) in Self.englishParts {
            if let end = word(names, at: at), let (year, yearEnd) = englishYear(at: end) {
                return (Day(year: year, part: months, isYearly: false), yearEnd)
            }
        }
        var day = Day(isYearly: false)
        if let (number, end) = Numeral.scanArabic(text, at: at), (1...31).contains(number),
            let (month, monthEnd) = month(at: skipSpace(ordinalEnd(end)))
        {
            (day.day, day.month, at) = (number, month, monthEnd)
        } else if let (month, end) = month(at: at) {
            (day.month, at) = (month, end)
            let numberStart = skipSpace(at)
            if let (number, end) = Numeral.scanArabic(text, at: numberStart), end - numberStart <= 2,
                (1...31).contains(number)
            {
                (day.day, at) = (number, ordinalEnd(end))
            }
        }
        // A bare number of four digits is no year here; `iso` reads those.
        if day.month != nil || at > start || !("0"..."9").contains(text[start]), let (year, end) = englishYear(at: at) {
            day.year = year
            return (day, end)
        }
        guard day.month != nil else { return nil }
        if let end = word(["each year", "every year", "of each year", "of every year"], at: skipSpace(at)) {
            day.isYearly = true
            return (day, end)
        }
        return (day, at)
    }

    private func englishYear(at start: Int) -> (Int, Int)? {
        var at = start
        while at < text.count, text[at].properties.isWhitespace || text[at] == "," { at += 1 }
        if let end = word(["of"], at: at) { at = skipSpace(end) }
        for (names, offset) in [(["this year"], 0), (["last year"], -1), (["next year"], 1)] {
            if let end = word(names, at: at), let year = today.year { return (year + offset, end) }
        }
        guard at < text.count, let (year, end) = Numeral.scanArabic(text, at: at), end - at == 4,
            (1900...2199).contains(year), end == text.count || text[end] != "年"
        else { return nil }
        return (year, end)
    }

    private func month(at start: Int) -> (Int, Int)? {
        for (number, name) in Self.months.enumerated() {
            for form in [name, String(name.prefix(3)) + ".", String(name.prefix(3))] {
                if let end = word([form], at: start) { return (number + 1, end) }
            }
        }
        return nil
    }

    private func ordinalEnd(_ end: Int) -> Int { word(["st", "nd", "rd", "th"], at: end) ?? end }

    // MARK: Days to bounds

    private static func bounds(_ first: Day, _ last: Day) -> DateBounds? {
        if first.isYearly || first.year == nil {
            guard let month = first.month else { return nil }
            let text = "--\(padded(month, 2))" + (first.day.map { "-\(padded($0, 2))" } ?? "")
            return DateBounds(recurring: text, isOfAnyYear: !first.isYearly)
        }
        guard let firstYear = first.year, let lastYear = last.year else { return nil }
        let firstMonth = first.month ?? first.part?.lowerBound ?? 1
        let lastMonth = last.month ?? last.part?.upperBound ?? 12
        let firstDay = first.day ?? (first.month != nil ? first.part?.lowerBound : nil) ?? 1
        let lastDay =
            last.day ?? (last.month != nil ? last.part?.upperBound : nil)
            ?? CalendarDate.days(in: lastMonth, of: lastYear)
        return DateBounds(
            first: "\(padded(firstYear, 4))-\(padded(firstMonth, 2))-\(padded(firstDay, 2))",
            last: "\(padded(lastYear, 4))-\(padded(lastMonth, 2))-\(padded(lastDay, 2))")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // MARK: Words

    private func skipSpace(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at].properties.isWhitespace { at += 1 }
        return at
    }

    /// The offset behind the first of some words that stands at a place.
    private func word(_ words: [String], at start: Int) -> Int? {
        for word in words {
            let scalars = Array(word.unicodeScalars)
            let at = skipSpace(start)
            guard QuestionLabels.matches(text, at: at, scalars) else { continue }
            let end = at + scalars.count
            if let last = scalars.last, QuestionText.isLatin(last), end < text.count, QuestionText.isLatin(text[end]),
                !("0"..."9").contains(text[end])
            {
                continue
            }
            return end
        }
        return nil
    }

    private static let limitPrefixes = [
        "截至", "截止到", "截止", "不迟于", "不晚于", "最迟", "到", "至", "by no later than", "not later than", "no later than", "by",
        "before", "until",
        "due by", "due on", "due",
    ]
    private static let goalPrefixes = ["到", "至", "by"]
    private static let firstPrefixes = ["自", "since", "after", "as of"]
    private static let fromPrefixes = ["在", "于", "从", "between", "from", "in", "during", "on", "for", "within"]
    private static let joints = ["到", "至", "和", "-", "—", "–", "－", "~", "～", "and", "to", "until", "through"]
    private static let limitSuffixes = ["以前", "之前", "前", "为止", "止"]
    private static let relativeYears = [
        ("今年", 0), ("本年度", 0), ("本年", 0), ("去年", -1), ("上年", -1), ("明年", 1), ("前年", -2), ("后年", 2),
    ]
    private static let partsOfYear: [([String], ClosedRange<Int>)] = [
        (["上半年"], 1...6), (["下半年"], 7...12), (["第一季度", "一季度", "第1季度"], 1...3), (["第二季度", "二季度", "第2季度"], 4...6),
        (["第三季度", "三季度", "第3季度"], 7...9), (["第四季度", "四季度", "第4季度"], 10...12), (["全年"], 1...12),
    ]
    private static let englishParts: [([String], ClosedRange<Int>)] = [
        (["the first half", "first half", "h1"], 1...6), (["the second half", "second half", "h2"], 7...12),
        (["the first quarter", "first quarter", "q1"], 1...3), (["the second quarter", "second quarter", "q2"], 4...6),
        (["the third quarter", "third quarter", "q3"], 7...9),
        (["the fourth quarter", "fourth quarter", "q4"], 10...12),
    ]
    /// What numbers count, as a rule.
    private static let measures: Set<Unicode.Scalar> = Set(
        "套个家项公万亿人户亩吨米件条名台辆座处所场次平千百元天倍届位间株头只艘架艇%".unicodeScalars)
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
