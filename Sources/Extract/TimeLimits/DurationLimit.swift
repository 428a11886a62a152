import Ingest

/// Limits by a duration: 90日内, 15个工作日内, 自批准之日起30日内, 可延长3个工作日, 提前30天, 不超过20个工作日.
extension TimeLimitReader {
    func duration(at index: Int) -> (limit: TimeLimit?, end: Int)? {
        guard let length = Length.scan(scalars, at: index) else { return nil }
        let end = length.range.upperBound
        guard !brackets.isInQuotes(index), scalars.at(index - 1) != "月", scalars.at(index - 1) != "年" else {
            return (nil, end)
        }
        if let found = inside(length) { return found }
        if let range = leading(length) {
            // Of 届满30日前 the event is what comes, from the beginning of its clause.
            let isAhead = scalars[range.upperBound - 1] == "前" && range.lowerBound > clauseStart
            let event = isAhead ? aheadEvent(from: range.lowerBound, to: length.range.lowerBound) : nil
            return (
                limit(
                    range, .within, date: nil, duration: length.iso, event: event.map(text.printed),
                    certainty: .needsEvent),
                max(end, range.upperBound)
            )
        }
        return (nil, end)
    }

    /// 有效期届满 of 有效期届满30日前, 会议举行 of 应当在会议举行三十日前.
    private func aheadEvent(from start: Int, to end: Int) -> Range<Int> {
        let floor = max(clauseStart, start - 60)
        let begin = behindPreposition(floor..<end)
        return min(begin, start)..<end
    }

    // MARK: 内

    private func inside(_ length: Length) -> (limit: TimeLimit?, end: Int)? {
        let end = length.range.upperBound
        guard let (insideLength, _) = TimeWords.inside.match(scalars, at: end, before: scalars.count) else {
            return nil
        }
        let after = end + insideLength
        let isPast =
            TimeWords.pastBefore.match(scalars, endingAt: length.range.lowerBound, from: clauseStart) != nil
            && comingEvent(before: length.range.lowerBound - 1) == nil
        let isGoal = TimeWords.reducing.match(scalars, endingAt: length.range.lowerBound, from: clauseStart) != nil
        let isBan = TimeWords.banBehind.match(scalars, at: after, before: scalars.count) != nil
        guard !isPast, !isBan, !isGoal else { return (nil, after) }
        let (start, event) = anchor(before: length.range.lowerBound)
        return (
            limit(
                start..<after, .within, date: nil, duration: length.iso, event: event.map(text.printed),
                certainty: .needsEvent),
            after
        )
    }

    /// Where a limit begins with what it is counted from (自批准之日起, 接到申请后), and that event.
    private func anchor(before start: Int) -> (start: Int, event: Range<Int>?) {
        let floor = max(sentenceClause(before: start), start - 60)
        var end = start
        if scalars.at(end - 1) == "的" { end -= 1 }
        if scalars.holds("起", endingAt: end) {
            if let from = origin(before: end - 1, floor: floor) { return (from, from + 1..<end - 1) }
            let from = behindPreposition(floor..<end - 1)
            if from < end - 1 { return (from, from..<end - 1) }
        } else if scalars.holds("后", endingAt: end), scalars.at(end - 2) != "前" {
            let stop = scalars.holds("之后", endingAt: end) || scalars.holds("以后", endingAt: end) ? end - 2 : end - 1
            let from = behindPreposition(floor..<max(floor, stop))
            if from < stop { return (start, from..<stop) }
        } else if scalars.at(end - 1) == "前", comingEvent(before: end - 1) != nil, floor < end - 1 {
            return (start, behindPreposition(floor..<end - 1)..<end)
        } else if let (from, stop) = laterAnchor(in: floor..<start) {
            return (start, from..<stop)
        }
        return (start, nil)
    }

    /// 接到申请后，应当在15个工作日内: the event stands in the clause before.
    private func laterAnchor(in range: Range<Int>) -> (from: Int, stop: Int)? {
        guard range.lowerBound >= 2, scalars[range.lowerBound - 1] == "，", scalars[range.lowerBound - 2] == "后",
            scalars.at(range.lowerBound - 3) != "前"
        else { return nil }
        let stop = range.lowerBound - 2
        var from = stop
        while from > 0, stop - from < 40, !"，。；：、".unicodeScalars.contains(scalars[from - 1]) { from -= 1 }
        return from < stop ? (from, stop) : nil
    }

    /// Where an event begins behind the last 在 or 于 of its clause: 应当在|收到材料.
    private func behindPreposition(_ range: Range<Int>) -> Int {
        let last = range.dropLast().last { scalars[$0] == "在" || scalars[$0] == "于" && scalars.at($0 - 1) != "关" }
        return last.map { $0 + 1 } ?? range.lowerBound
    }

    /// The 自 or 从 from which a limit runs; 自然, 各自 and the like are none.
    private func origin(before end: Int, floor: Int) -> Int? {
        for index in stride(from: end - 1, through: floor, by: -1) {
            switch scalars[index] {
            case "自":
                let next = scalars.at(index + 1)
                let isWord = next.map { "然己主行愿动治身信觉".unicodeScalars.contains($0) } ?? true
                if !isWord, scalars.at(index - 1) != "各", scalars.at(index - 1) != "独" { return index }
            case "从" where scalars.at(index + 1) != "业": return index
            case "，", "。", "；": return nil
            default: break
            }
        }
        return nil
    }

    private func sentenceClause(before index: Int) -> Int {
        // A list inside the event (审核通过、批准之日) does not end its clause.
        var start = index
        while start > 0, index - start < 60, !"，。；：".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
        return start
    }

    // MARK: Words before the duration

    /// The range of 延长3个工作日, 提前30天, 时限不超过20个工作日, 用3年时间.
    private func leading(_ length: Length) -> Range<Int>? {
        let start = length.range.lowerBound
        let end = length.range.upperBound
        if let (count, _) = TimeWords.extending.match(scalars, endingAt: start, from: clauseStart) {
            return scalars.at(end) == "以" ? nil : start - count..<end
        }
        if let (count, _) = TimeWords.ahead.match(scalars, endingAt: start, from: clauseStart) {
            return TimeWords.gained.match(scalars, at: end, before: scalars.count) == nil ? start - count..<end : nil
        }
        if let (count, _) = TimeWords.atMost.match(scalars, endingAt: start, from: clauseStart), length.isShort {
            let floor = max(clauseStart, start - count - 14)
            return TimeWords.limitNouns.occurs(in: scalars, floor..<start) ? start - count..<end : nil
        }
        if scalars.at(end) == "前", let event = comingEvent(before: start) { return event..<end + 1 }
        return span(length)
    }

    /// 用三年左右的时间.
    private func span(_ length: Length) -> Range<Int>? {
        guard scalars.at(length.range.lowerBound - 1) == "用", length.unit == "Y" || length.unit == "M" else {
            return nil
        }
        var end = length.range.upperBound
        for word in ["左右", "的"] where scalars.holds(word, at: end) { end += word.unicodeScalars.count }
        return scalars.holds("时间", at: end) ? length.range.lowerBound - 1..<end + 2 : nil
    }

    /// Where the event begins that a duration with 前 precedes (有效期届满30日前).
    private func comingEvent(before start: Int) -> Int? {
        TimeWords.comingEvents.match(scalars, endingAt: start, from: clauseStart).map { start - $0.length }
    }
}

/// A length of time as printed: 90日, 十五个工作日, 3至5年, 半年.
struct Length: Equatable, Sendable {
    var range: Range<Int>
    /// The number; of a range its upper end.
    var count: Int
    /// The letters of ``TimeWords/durations``.
    var unit: String

    /// Whether it is one of days or hours.
    var isShort: Bool { unit == "D" || unit == "WD" || unit == "TH" || unit == "TM" }

    /// ISO 8601, with `WD` for working days.
    var iso: String {
        switch unit {
        case "TH": "PT\(count)H"
        case "TM": "PT\(count)M"
        case "Q": "P\(count * 3)M"
        default: "P\(count)\(unit)"
        }
    }

    /// Reads the length that begins at an offset.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> Length? {
        if let half = half(text, at: start) { return half }
        guard let (first, firstEnd) = Numeral.scan(text, at: start) else { return nil }
        var (count, end) = (first, firstEnd)
        if let mark = text.at(end), "至到-~".unicodeScalars.contains(mark),
            let (high, highEnd) = Numeral.scan(text, at: end + 1), high > count
        {
            (count, end) = (high, highEnd)
        }
        guard count < 10_000, let (length, unit) = TimeWords.durations.match(text, at: end, before: text.count) else {
            return nil
        }
        // 2019年内 is a year, 2019年 none.
        guard unit != "Y" || count < 1900 else { return nil }
        return Length(range: start..<end + length, count: count, unit: unit)
    }

    private static func half(_ text: [Unicode.Scalar], at start: Int) -> Length? {
        if text.holds("半年", at: start) { return Length(range: start..<start + 2, count: 6, unit: "M") }
        if text.holds("半个月", at: start) { return Length(range: start..<start + 3, count: 15, unit: "D") }
        return nil
    }
}
