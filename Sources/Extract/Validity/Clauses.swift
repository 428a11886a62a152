import Ingest

/// The clauses of one sentence that speak of validity.
struct Clauses {
    let text: [Unicode.Scalar]
    let sentence: Range<Int>
    let context: ValidityContext
    /// Whether the sentence before sets the commencement, so that 有效期5年 alone speaks of the document.
    let followsCommencement: Bool
    /// Where the first word ends by which the sentence speaks of the document itself; nil where there is none.
    let selfEnd: Int?
    /// Whether a title in 《》 stands in the sentence.
    let hasTitle: Bool

    /// How far before a date the subject of its clause is looked for.
    private static let reach = 240

    init(
        text: [Unicode.Scalar], sentence: Range<Int>, context: ValidityContext, followsCommencement: Bool = false
    ) {
        self.text = text
        self.sentence = sentence
        self.context = context
        self.followsCommencement = followsCommencement
        selfEnd = ValidityLexicon.self_.first(text, in: sentence)?.upperBound
        hasTitle = text[sentence].contains("》")
    }

    struct Commencement {
        var date: CalendarDate?
        /// 自发布之日起, where no date is printed.
        var event: String?
        var weight: Int
        var end: Int
        /// How the day was found.
        var rule = "day printed"
    }

    struct Expiry {
        var date: CalendarDate
        /// How the day was found.
        var rule: String
    }

    // MARK: 自…起施行

    /// The commencement that the sentence sets; nil where it sets none.
    var commencement: Commencement? {
        var best: Commencement?
        for index in sentence {
            guard let found = opening(at: index).flatMap({ commencement(at: index, $0) }) ?? term(of: index) else {
                continue
            }
            if best.map({ found.weight > $0.weight }) ?? true { best = found }
        }
        return best
    }

    /// The length of a word that opens a commencement: 自, 从, 于, 追溯至; 0 for a date that stands without one.
    private func opening(at index: Int) -> Int? {
        switch text[index] {
        case "自", "从", "從", "于", "於": return 1
        case "追": return ValidityLexicon.backTo.match(text, at: index, before: sentence.upperBound)
        case _ where text[index].decimalDigit != nil || Numeral.digit(text[index]) != nil:
            guard index == sentence.lowerBound || !isNumeral(text[index - 1]),
                let read = dateOrDay(at: index), read.end < sentence.upperBound, text[read.end] == "起"
            else { return nil }
            return 0
        default: return nil
        }
    }

    private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.decimalDigit != nil || Numeral.digit(scalar) != nil
    }

    private func commencement(at index: Int, _ length: Int) -> Commencement? {
        let weight = weight(before: index)
        guard weight >= 0 else { return nil }
        var cursor = index + length
        var date: CalendarDate?
        var event: String?
        var rule = "day printed"
        if let read = dateOrDay(at: skipBlanks(cursor)) {
            date = read.date
            cursor = read.end
        } else if let read = month(at: skipBlanks(cursor)) {
            date = read.date
            cursor = read.end
            rule = "first day of the month or year printed"
        } else if let day = dayOfEvent(at: cursor) {
            cursor = day.end
            event = text[index..<day.end].string
            let known = context.date(of: Array(text[index..<day.end]), isDayAfter: day.later > 0)
            date = known?.day.adding(days: day.later)
            rule = known.map { "counted from \($0.name)" } ?? "day not known"
            if let later = delay(at: cursor) {
                cursor = later.end
                event = text[index..<later.end].string
                date = date?.adding(days: later.days)
                rule += " and \(later.days) days"
            }
        } else {
            return nil
        }
        cursor = skipBlanks(cursor)
        if cursor < sentence.upperBound, text[cursor] == "起" { cursor += 1 }
        cursor = skipBlanks(cursor)
        if cursor < sentence.upperBound, text[cursor].isComma { cursor = skipBlanks(cursor + 1) }
        if let until = until(at: cursor) {
            cursor = until.end
            // 有效期自2024年3月1日至2029年2月28日
            if ValidityLexicon.validFor.endsWith(text, in: sentence.lowerBound..<index) {
                return Commencement(date: date, event: event, weight: weight, end: cursor, rule: rule)
            }
        }
        guard let verb = ValidityLexicon.takesEffect.match(text, at: cursor, before: sentence.upperBound) else {
            guard let date, isDecided(index), text[cursor - 1] == "起" else { return nil }
            return Commencement(date: date, weight: 0, end: cursor, rule: "day from which the decision acts")
        }
        let end = cursor + verb
        // 自2020年1月1日起施行的…, 自发布之日起执行新的…: the words belong to something else.
        guard closes(at: end) else { return nil }
        return Commencement(date: date, event: event, weight: weight, end: end, rule: rule)
    }

    /// 决定自2001年1月1日起调整…: what the document decides holds from that day.
    private func isDecided(_ index: Int) -> Bool {
        ValidityLexicon.decides.endsWith(text, in: clauseStart(before: index)..<index)
    }

    /// 执行期限为2023年1月1日至2024年12月31日: a period with both ends.
    private func term(of index: Int) -> Commencement? {
        guard let length = ValidityLexicon.validFor.match(text, at: index, before: sentence.upperBound) else {
            return nil
        }
        let weight = weight(before: index)
        var cursor = skipBlanks(index + length)
        if cursor < sentence.upperBound, text[cursor] == "：" || text[cursor] == "为" { cursor = skipBlanks(cursor + 1) }
        guard weight >= 1, let first = dateOrDay(at: cursor) else { return nil }
        cursor = skipBlanks(first.end)
        if cursor < sentence.upperBound, text[cursor] == "起" { cursor = skipBlanks(cursor + 1) }
        guard let last = until(at: cursor) ?? dash(at: cursor) else { return nil }
        return Commencement(date: first.date, event: nil, weight: weight, end: last.end)
    }

    /// Reads the end of a period behind a dash: —2024年12月31日.
    private func dash(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard index < sentence.upperBound, "—－-–～~到".unicodeScalars.contains(text[index]) else { return nil }
        var next = index
        while next < sentence.upperBound, "—－-–～~到".unicodeScalars.contains(text[next]) { next += 1 }
        return dateOrDay(at: skipBlanks(next))
    }

    /// 2020年, 2020年7月 before 起: from its first day.
    private func month(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard let year = Numeral.scan(text, at: index), (1900...2199).contains(year.value),
            year.end < sentence.upperBound, text[year.end] == "年"
        else { return nil }
        var end = year.end + 1
        var month = 1
        if let read = Numeral.scan(text, at: skipBlanks(end)), (1...12).contains(read.value),
            read.end < sentence.upperBound, text[read.end] == "月"
        {
            month = read.value
            end = read.end + 1
        }
        guard end < sentence.upperBound, text[end] == "起",
            let date = CalendarDate(year: year.value, month: month, day: 1)
        else { return nil }
        return (date, end)
    }

    /// Whether a clause may end here.
    private func closes(at index: Int) -> Bool {
        let next = skipBlanks(index)
        guard next < sentence.upperBound else { return true }
        switch text[next] {
        case "，", ",", "、", "）", ")", "：", ":", "”", "」", "至", "有", "并", "並", "试", "由", "。": return true
        default: break
        }
        // 试行一年
        guard let number = Numeral.scan(text, at: next), number.end < sentence.upperBound else { return false }
        return text[number.end] == "年" || text[number.end] == "个" || text[number.end] == "個"
    }

    /// 2: the sentence speaks of the document (本办法…); 1: it names no other subject; -1: it speaks of another one.
    func weight(before index: Int) -> Int {
        if let selfEnd, selfEnd <= index {
            // 本办法修正条文自…施行 is of an amendment, not of the document.
            return ValidityLexicon.amended.first(text, in: selfEnd..<index) == nil ? 2 : -1
        }
        let lead = max(sentence.lowerBound, index - Self.reach)..<index
        guard hasTitle, let close = text[lead].lastIndex(of: "》") else {
            return index - sentence.lowerBound < 12 ? 1 : 0
        }
        if let open = text[lead.lowerBound...close].firstIndex(of: "《"),
            !context.mayBeOwn(text.compact(open + 1..<close))
        {
            return -1
        }
        return 1
    }

    func dateOrDay(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard let read = CalendarDate.scan(text, at: index) ?? republican(at: index),
            read.end <= sentence.upperBound
        else { return nil }
        return read
    }

    /// 一百十一年八月一日, in a document whose own date tells that the years are of the Republic.
    private func republican(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard let signed = context.signed, index < sentence.upperBound,
            let year = Numeral.scan(text, at: index), (30...200).contains(year.value),
            abs(year.value + 1911 - signed.year) <= 3, year.end < sentence.upperBound, text[year.end] == "年",
            let month = Numeral.scan(text, at: skipBlanks(year.end + 1)), month.end < sentence.upperBound,
            text[month.end] == "月", let day = Numeral.scan(text, at: skipBlanks(month.end + 1)),
            day.end < sentence.upperBound, text[day.end] == "日",
            let date = CalendarDate(year: year.value + 1911, month: month.value, day: day.value)
        else { return nil }
        return (date, day.end + 1)
    }

    /// 发布之日, 本办法公布之日; the day after for 公佈翌日.
    private func dayOfEvent(at start: Int) -> (end: Int, later: Int)? {
        if text.has("即日", at: start) { return (start + 2, 0) }
        let limit = min(sentence.upperBound, start + 24)
        guard start < limit, let verb = ValidityLexicon.publication.first(text, in: start..<limit) else { return nil }
        if text[start..<verb.lowerBound].contains(where: { $0.isComma }) { return nil }
        var cursor = verb.upperBound
        if text.has("施行", at: cursor) || text.has("实施", at: cursor) { cursor += 2 }
        if text.has("翌日", at: cursor) || text.has("次日", at: cursor) { return (cursor + 2, 1) }
        for word in ["之日", "当日", "日", "後", "后"] where text.has(word, at: cursor) {
            return (cursor + word.unicodeScalars.count, 0)
        }
        return nil
    }

    /// 起30日后, 满三十日后.
    private func delay(at start: Int) -> (days: Int, end: Int)? {
        var cursor = skipBlanks(start)
        if cursor < sentence.upperBound, text[cursor] == "起" { cursor += 1 }
        if cursor < sentence.upperBound, text[cursor] == "满" || text[cursor] == "滿" { cursor += 1 }
        guard let number = Numeral.scan(text, at: skipBlanks(cursor)), number.value < 1000 else { return nil }
        cursor = skipBlanks(number.end)
        guard cursor < sentence.upperBound, text[cursor] == "日" || text[cursor] == "天" else { return nil }
        cursor += 1
        guard cursor < sentence.upperBound, text[cursor] == "后" || text[cursor] == "後" || text[cursor] == "起" else {
            return nil
        }
        return (number.value, cursor + 1)
    }

    func clauseStart(before index: Int) -> Int {
        var start = index
        while start > sentence.lowerBound, index - start < Self.reach, !text[start - 1].isComma { start -= 1 }
        return start
    }

    func clauseEnd(from index: Int) -> Int {
        text[index..<sentence.upperBound].firstIndex(where: \.isComma) ?? sentence.upperBound
    }

    func skipBlanks(_ index: Int) -> Int {
        var next = index
        while next < sentence.upperBound, text[next].isBlank { next += 1 }
        return next
    }
}
