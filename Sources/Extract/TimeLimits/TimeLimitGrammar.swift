import Ingest

/// Finds the time limits and periods that a paragraph sets for doing something.
///
/// It covers limits by a date (2019年6月底前), periods (2019年6月1日-12月15日, “十四五”期间), what recurs (每年11月10日前)
/// and durations (自…之日起30日内). Bare target years (到2025年), dates of issue, the force of documents, ages and past
/// events are none.
///
/// ```swift
/// let text = Array("完成时限：2019年6月底前".unicodeScalars)
/// TimeLimitGrammar.timeLimits(in: text, context: TimeContext())   // by 2019-06-30
/// ```
///
/// Complexity: O(*n*) in the length of the paragraph.
enum TimeLimitGrammar {
    /// The limits of one paragraph, in the order of their places.
    static func timeLimits(in text: AnalyzedText, context: TimeContext = TimeContext()) -> [TimeLimit] {
        guard !context.isRetrospective else { return [] }
        var reader = TimeLimitReader(text, context: context)
        return reader.read()
    }

    /// The limits of a paragraph that no other grammar reads.
    static func timeLimits(in text: [Unicode.Scalar], context: TimeContext = TimeContext()) -> [TimeLimit] {
        timeLimits(in: AnalyzedText(text), context: context)
    }
}

/// Walks once over a paragraph and remembers what later dates inherit.
struct TimeLimitReader {
    let text: CompactText
    let scalars: [Unicode.Scalar]
    let brackets: BracketMap
    let context: TimeContext
    /// Where the clause began in which the reader stands.
    var clauseStart = 0
    /// The latest year printed in the paragraph that is not before the document's.
    var lastYear: Int?
    /// The month that the sentence named last.
    var lastMonth: Int?
    /// Whether the sentence already named what recurs each year.
    var recursYearly = false

    init(_ text: AnalyzedText, context: TimeContext) {
        self.text = text.compact
        self.context = context
        scalars = text.compact.scalars
        brackets = text.compactBrackets
    }

    mutating func read() -> [TimeLimit] {
        var limits: [TimeLimit] = []
        var index = 0
        while index < scalars.count {
            noteBoundary(at: index)
            guard !brackets.isInTitle(index), canBegin(at: index) else {
                index += 1
                continue
            }
            let (limit, end) = limit(at: index)
            if let limit { limits.append(limit) }
            index = max(end, index + 1)
        }
        return limits
    }

    /// The limit that begins at an offset, and the offset behind what was read, limit or not.
    private mutating func limit(at index: Int) -> (limit: TimeLimit?, end: Int) {
        if let found = planPeriod(at: index) { return found }
        if let found = period(at: index) { return found }
        if let found = point(at: index) { return found }
        if let found = duration(at: index) { return found }
        return (nil, index + 1)
    }

    private mutating func noteBoundary(at index: Int) {
        switch scalars[index] {
        case "。", "！", "？", "；":
            clauseStart = index + 1
            recursYearly = false
            lastMonth = nil
        case "，", "：", "、": clauseStart = index + 1
        default: break
        }
    }

    /// Whether a date or duration may begin with this character; most text is passed over here.
    private func canBegin(at index: Int) -> Bool {
        let scalar = scalars[index]
        if isNumeral(scalar) {
            guard let before = scalars.at(index - 1) else { return true }
            return !isNumeral(before) && before != "第" && before != "." && before != "/"
        }
        switch scalar {
        case "今", "本", "明", "来", "每", "各", "当", "次", "翌", "下", "年", "上", "第", "前", "“", "半": return true
        default: return false
        }
    }

    func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "十", "百", "廿", "卅": true
        default: scalar.decimalDigit != nil || Numeral.digit(scalar) != nil
        }
    }

    /// Makes the record of a stretch of the compact text.
    func limit(
        _ range: Range<Int>, _ kind: DeadlineRecord.Kind, date: String?, start: String? = nil, duration: String? = nil,
        event: String? = nil, certainty: DeadlineRecord.Certainty
    ) -> TimeLimit {
        TimeLimit(
            range: text.original(range), kind: kind, date: date, start: start, duration: duration, event: event,
            certainty: certainty)
    }

    /// The year of a date, and whether it had to be inferred.
    mutating func year(of date: DateExpression) -> (year: Int?, isInferred: Bool) {
        switch date.year {
        case .printed(let year):
            if year >= context.year ?? year { lastYear = year }
            return (year, false)
        case .relative(let distance): return (context.year.map { $0 + distance }, true)
        case .absent: return (lastYear ?? context.year, true)
        case .each, .eachPart: return (nil, false)
        }
    }

    /// Whether a date lies before the document.
    func isPast(_ date: PartialDate) -> Bool {
        guard let year = date.year else { return false }
        if let signed = context.signed, date.month != nil { return date.lastDay.iso < signed }
        return year < context.year ?? year
    }
}
