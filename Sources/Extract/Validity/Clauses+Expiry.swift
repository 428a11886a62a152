import Ingest

/// Until when a document holds: 有效期至2023年12月31日, 有效期五年, 试行一年.
extension Clauses {
    /// The last day of validity.
    ///
    /// - Parameters:
    ///   - start: The first day.
    ///   - anchor: The commencement that the sentence itself sets.
    func expiry(from start: CalendarDate?, anchor: Commencement?) -> Expiry? {
        guard anchor != nil || speaksOfItself else { return nil }
        for index in sentence {
            if let read = until(at: index) ?? lapse(at: index) { return Expiry(date: read.date, rule: "day printed") }
        }
        guard let start else { return nil }
        // 试行一年: the verb itself opens the term.
        let places = anchor.map { [$0.end - 2] + Array($0.end..<max($0.end, sentence.upperBound)) } ?? Array(sentence)
        for index in places {
            guard let months = term(at: index) else { continue }
            let name = months % 12 == 0 ? "\(months / 12) years" : "\(months) months"
            return Expiry(
                date: start.adding(months: months).adding(days: -1), rule: "\(name) from \(start.description)")
        }
        return nil
    }

    /// 本办法有效期五年: the document is the subject, not a permit of which it speaks.
    private var speaksOfItself: Bool {
        guard let word = ValidityLexicon.validFor.first(text, in: sentence) else { return extends }
        let lead = sentence.lowerBound..<word.lowerBound
        if followsCommencement, lead.allSatisfy({ text[$0].isBlank }) { return true }
        if extends { return true }
        return lead.count <= 16 && ValidityLexicon.self_.first(text, in: lead) != nil
    }

    /// 有效期延长至2028年6月30日: a notice whose whole matter it is.
    private var extends: Bool { ValidityLexicon.extended.first(text, in: sentence) != nil }

    /// 有效期至2023年12月31日.
    func until(at index: Int) -> (date: CalendarDate, end: Int)? {
        // 追溯至 looks back.
        guard index == sentence.lowerBound || text[index - 1] != "溯",
            let length = ValidityLexicon.validUntil.match(text, at: index, before: sentence.upperBound),
            let read = dateOrDay(at: skipBlanks(index + length))
        else { return nil }
        let end = read.end < sentence.upperBound && text[read.end] == "止" ? read.end + 1 : read.end
        return (read.date, end)
    }

    /// 2023年6月30日废止: the last day but for the word 起.
    private func lapse(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard index == sentence.lowerBound || text[index - 1].decimalDigit == nil && !hasTitle,
            let read = dateOrDay(at: index), text.has("失效", at: read.end) || text.has("废止", at: read.end)
        else { return nil }
        return read
    }

    /// 有效期五年, 试行期为6个月, as months.
    private func term(at index: Int) -> Int? {
        guard let length = ValidityLexicon.validFor.match(text, at: index, before: sentence.upperBound) else {
            return nil
        }
        guard let number = Numeral.scan(text, at: skipBlanks(index + length)), number.value < 200 else { return nil }
        let cursor = skipBlanks(number.end)
        guard cursor < sentence.upperBound else { return nil }
        if text[cursor] == "年" { return number.value * 12 }
        return text.has("个月", at: cursor) || text.has("個月", at: cursor) || text.has("月", at: cursor)
            ? number.value : nil
    }
}
