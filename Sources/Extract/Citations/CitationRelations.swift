import Ingest

/// Tells in what relation the instruments of a paragraph stand to the document, by the clauses around them.
struct CitationRelations {
    let text: [Unicode.Scalar]
    let genre: CitationContext.Genre
    /// Whether the paragraph gives the reason of the document.
    let givesReason: Bool

    /// The document's own title says that it amends.
    private let isAmendment: Bool
    /// Quoted passages: what an amendment puts in.
    private let quotes: [Range<Int>]

    enum Verdict: Equatable {
        case cited(CitationMatch.Relation, rule: String)
        /// What the document itself issues.
        case own
    }

    init(text: [Unicode.Scalar], context: CitationContext, isOpening: Bool) {
        self.text = text
        genre = context.genre
        isAmendment = context.isAmendment
        quotes = QuotedText.ranges(in: text)
        givesReason =
            context.genre == .instrument && isOpening
            || context.genre == .instrument && CitationLexicon.purpose(text)
    }

    /// Instruments that are listed together share their relation: 根据《甲》（1号）、《乙》和《丙》精神.
    func groups(of pieces: [CitationPiece]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in pieces.indices.dropFirst() {
            if !isListed(pieces[index - 1].range.upperBound..<pieces[index].range.lowerBound) {
                groups.append(start..<index)
                start = index
            }
        }
        if start < pieces.count { groups.append(start..<pieces.count) }
        return groups
    }

    /// Whether the text between two instruments only joins them: 、 和 等, brackets, an issuer's name, 第四十八条.
    private func isListed(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 48 else { return false }
        if text[gap].contains(where: { $0 == "。" || $0 == "：" || $0 == "！" || $0 == "？" }) { return false }
        if gap.count > 2, text[gap].contains(where: \.endsSentence) { return false }
        var search = gap
        while let word = CitationLexicon.breaksList.first(text, in: search) {
            // 1991年发布的《…》: the verb only tells which one is meant.
            guard word.upperBound < gap.upperBound, text[word.upperBound] == "的" else { return false }
            search = word.upperBound..<gap.upperBound
        }
        return true
    }

    func verdict(on group: ArraySlice<CitationPiece>) -> Verdict {
        guard let first = group.first, let last = group.last else { return .cited(.mention, rule: "named") }
        if isQuoted(first.range.lowerBound) { return .cited(.mention, rule: "in quoted text") }
        let lead = lead(before: first.range.lowerBound)
        let tail = tail(after: last.range.upperBound)
        if isOwn(lead, tail) { return .own }
        let isNumber =
            first.title == nil || first.numbers.first.map { $0.range.lowerBound == first.range.lowerBound } ?? false
        let (relation, rule) = relation(withoutDate(lead), tail, isNumber: isNumber)
        return .cited(relation, rule: rule)
    }

    /// 廢止十二月二十日第62/99/M號法令: the day of an instrument stands between it and the verb.
    private func withoutDate(_ lead: Range<Int>) -> Range<Int> {
        var end = lead.upperBound
        for mark in ["日", "月"] as [Unicode.Scalar] {
            guard end > lead.lowerBound, text[end - 1] == mark else {
                return end == lead.upperBound ? lead : lead.lowerBound..<end
            }
            var start = end - 1
            while start > lead.lowerBound,
                text[start - 1].decimalDigit != nil || Numeral.digit(text[start - 1]) != nil || text[start - 1] == "十"
            { start -= 1 }
            guard start < end - 1 else { return lead }
            end = start
        }
        return lead.lowerBound..<end
    }

    /// Whether an offset stands in what the document quotes.
    func isQuoted(_ index: Int) -> Bool { QuotedText.covers(quotes, index) }

    /// Which pieces only tell how the next one came to its text: 甲 and 乙 of 「经甲、乙修改的丙」.
    func amenders(among pieces: [CitationPiece]) -> [Bool] {
        var result = [Bool](repeating: false, count: pieces.count)
        for index in pieces.indices.reversed() {
            let end = pieces[index].range.upperBound
            if CitationLexicon.amender.match(text, at: end, before: text.count) != nil {
                result[index] = true
            } else if index + 1 < pieces.count, result[index + 1] {
                let gap = text[end..<max(end, pieces[index + 1].range.lowerBound)]
                result[index] = gap.count <= 2 && gap.allSatisfy { "、和及與与，".unicodeScalars.contains($0) }
            }
        }
        return result
    }

    /// The clause before an instrument, back to the last stop.
    private func lead(before end: Int) -> Range<Int> {
        var start = end
        let limit = max(0, end - 60)
        while start > limit, !text[start - 1].endsSentence, !text[start - 1].isComma, text[start - 1] != "》",
            text[start - 1] != "："
        {
            start -= 1
        }
        return start..<end
    }

    /// What follows an instrument, to the end of the sentence or the next instrument.
    private func tail(after start: Int) -> Range<Int> {
        var end = start
        let limit = min(text.count, start + 90)
        while end < limit, !text[end].endsSentence, text[end] != "《" { end += 1 }
        return start..<end
    }

    private func isOwn(_ lead: Range<Int>, _ tail: Range<Int>) -> Bool {
        if CitationLexicon.nowPromulgated.first(text, in: tail) != nil {
            // 为贯彻《甲》，经市政府同意，现印发…: 《甲》 is only the reason.
            let reason =
                CitationLexicon.strongBasis.last(text, in: lead) ?? CitationLexicon.weakBasis.last(text, in: lead)
            if reason == nil { return true }
        }
        guard CitationLexicon.now.last(text, in: lead) != nil else { return false }
        if CitationLexicon.issuing.endsWith(text, in: lead) { return true }
        let near = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 24)
        return CitationLexicon.issuingBehind.first(text, in: near) != nil
            && CitationLexicon.forward.first(text, in: near) == nil
    }

    private func relation(
        _ lead: Range<Int>, _ tail: Range<Int>, isNumber: Bool
    ) -> (CitationMatch.Relation, String) {
        guard genre != .chronicle else { return (.mention, "named") }
        let afterComma = firstClause(of: tail)
        let strong = CitationLexicon.strongBasis.last(text, in: lead)
        let weak = CitationLexicon.weakBasis.last(text, in: lead)
        // 为贯彻《甲》，决定对两件规章作如下修改: what stands behind the comma is not of 《甲》.
        let reach = strong == nil && weak == nil ? tail : afterComma
        if let rule = repeals(lead, reach) { return (.repeals, rule) }
        if let rule = amends(lead, reach, isNumber: isNumber) { return (.amends, rule) }
        let near = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 12)
        if CitationLexicon.forward.endsWith(text, in: lead) { return (.forwards, "转发 before") }
        if let word = CitationLexicon.forward.first(text, in: near) {
            return (.forwards, "\(text[word].string) behind")
        }
        if let word = CitationLexicon.lookingBack.first(text, in: afterComma) {
            return (.mention, "looking back: \(text[word].string)")
        }
        if let strong = strong ?? label(before: lead) { return (.basis, "\(text[strong].string) before") }
        if let weak, CitationLexicon.spirit.first(text, in: afterComma) != nil {
            return (.basis, "\(text[weak].string)…精神")
        }
        if givesReason, let word = weak ?? CitationLexicon.demands.first(text, in: afterComma) {
            return (.basis, "\(text[word].string) in the purpose clause")
        }
        return (.mention, "named")
    }

    /// The 依據 of 「依據：行政程序法第一百五十四條」, where the lead begins behind its colon.
    private func label(before lead: Range<Int>) -> Range<Int>? {
        let colon = lead.lowerBound - 1
        guard colon > 1, text[colon] == "：" || text[colon] == ":" else { return nil }
        let label = max(0, colon - 6)..<colon
        guard CitationLexicon.strongBasis.endsWith(text, in: label) else { return nil }
        return CitationLexicon.strongBasis.last(text, in: label)
    }

    /// The words that repeal the instrument: 《…》同时废止, 废止《…》.
    private func repeals(_ lead: Range<Int>, _ tail: Range<Int>) -> String? {
        if CitationLexicon.repealBefore.endsWith(text, in: lead) {
            return CitationLexicon.later.first(text, in: lead) == nil ? "废止 before" : nil
        }
        guard let word = CitationLexicon.repealBehind.first(text, in: tail) else { return nil }
        // 《…》明令废止的, 《…》废止前: the words qualify something else.
        if word.upperBound < text.count, text[word.upperBound] == "的" || text[word.upperBound] == "前" { return nil }
        return "\(text[word].string) behind"
    }

    /// The words that amend it: 对《…》作如下修改; in a document that amends also 将《…》第二条修改为.
    private func amends(_ lead: Range<Int>, _ tail: Range<Int>, isNumber: Bool) -> String? {
        if CitationLexicon.draft.first(text, in: lead) != nil { return nil }
        if let word = CitationLexicon.amendBehind.first(text, in: tail) { return "\(text[word].string) behind" }
        if let word = CitationLexicon.amendBehindInDecision.first(text, in: tail),
            isAmendment || CitationLexicon.decides.first(text, in: lead) != nil
        {
            return "\(text[word].string) behind"
        }
        if CitationLexicon.amendBefore.endsWith(text, in: lead) { return "修正 before" }
        if isNumber, CitationLexicon.amendBeforeNumber.endsWith(text, in: lead) { return "修改 before" }
        if isAmendment, let word = CitationLexicon.change.first(text, in: tail) {
            return "\(text[word].string) in an amending document"
        }
        return nil
    }

    private func firstClause(of tail: Range<Int>) -> Range<Int> {
        let end = text[tail].firstIndex(where: \.isComma) ?? tail.upperBound
        return tail.lowerBound..<min(tail.upperBound, end + 1)
    }
}

extension CitationLexicon {
    /// Whether a paragraph says that the document is made for the reasons that it names: 制定本办法, 现将…印发.
    static func purpose(_ text: [Unicode.Scalar]) -> Bool {
        guard let word = purposeWords.first(text, in: 0..<text.count) else { return false }
        return word.upperBound <= 600
    }

    private static let purposeWords = ScalarWords(
        """
        制定本 制訂本 制订本 訂定本 订立本 制定如下 特制定 特制订 特製定 现制定 现制订 現制定 现印发 现将 現將 现就 現就 现提出 提出如下 提出以下 \
        通知如下 公告如下 通告如下 决定如下 決定如下 批复如下 意见如下 如下决定 如下決定 如下规定 作如下决定
        """)
}
