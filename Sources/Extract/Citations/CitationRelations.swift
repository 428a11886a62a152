import Ingest

/// Tells in what relation the instruments of a paragraph stand to the document, by the clauses around them.
struct CitationRelations {
    let text: [Unicode.Scalar]
    let genre: CitationContext.Genre
    /// Whether the paragraph opens the document or what it issues: all of it gives the reason.
    private let isOpening: Bool
    /// The document's own title says that it amends.
    private let isAmendment: Bool
    private let repeal: RepealClause
    /// Quoted passages: what an amendment puts in.
    private let quotes: [Range<Int>]

    enum Verdict: Equatable {
        case cited(CitationMatch.Relation, rule: String)
        /// What the document itself issues.
        case own
    }

    init(text: [Unicode.Scalar], context: CitationContext, isOpening: Bool) {
        self.text = text
        self.isOpening = isOpening
        genre = context.genre
        isAmendment = context.isAmendment
        quotes = QuotedText.ranges(in: text)
        repeal = RepealClause(text: text, isRepeal: context.isRepeal, isPlan: context.isPlan)
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

    /// Whether an offset stands in what the document quotes.
    func isQuoted(_ index: Int) -> Bool { QuotedText.covers(quotes, index) }

    // MARK: The clauses around an instrument

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

    /// What follows an instrument, to the end of the sentence or the next instrument.
    private func tail(after start: Int) -> Range<Int> {
        var end = start
        let limit = min(text.count, start + 90)
        while end < limit, !text[end].endsSentence, text[end] != "《" { end += 1 }
        return start..<end
    }

    private func firstClause(of tail: Range<Int>) -> Range<Int> {
        let end = text[tail].firstIndex(where: \.isComma) ?? tail.upperBound
        return tail.lowerBound..<min(tail.upperBound, end + 1)
    }

    // MARK: Relations

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
        let clause = firstClause(of: tail)
        let strong = CitationLexicon.strongBasis.last(text, in: lead)
        let weak = CitationLexicon.weakBasis.last(text, in: lead)
        if genre == .instrument, let found = act(lead, tail, hasReason: strong != nil || weak != nil, isNumber) {
            return found
        }
        let near = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 12)
        if CitationLexicon.forward.endsWith(text, in: lead) { return (.forwards, "转发 before") }
        if let word = CitationLexicon.forward.first(text, in: near) {
            return (.forwards, "\(text[word].string) behind")
        }
        if let word = CitationLexicon.lookingBack.first(text, in: clause) {
            return (.mention, "looking back: \(text[word].string)")
        }
        if isHistory(tail) { return (.mention, "amended this text") }
        if let strong = strong ?? label(before: lead) { return (.basis, "\(text[strong].string) before") }
        if let weak, CitationLexicon.spirit.first(text, in: clause) != nil {
            return (.basis, "\(text[weak].string)…精神")
        }
        guard let word = weak ?? demand(in: clause), givesReason(text[word], around: lead.upperBound) else {
            return (.mention, "named")
        }
        return (.basis, "\(text[word].string) in the purpose clause")
    }

    /// What the document does to the instrument: repeals or amends it.
    private func act(
        _ lead: Range<Int>, _ tail: Range<Int>, hasReason: Bool, _ isNumber: Bool
    ) -> (CitationMatch.Relation, String)? {
        if let found = repeal.before(lead) ?? repeal.behind(tail.lowerBound, before: tail.upperBound) {
            return found.isWhole ? (.repeals, found.rule) : (.amends, "\(found.rule), a part")
        }
        // 为贯彻《甲》，决定对两件规章作如下修改: what stands behind the comma is not of 《甲》.
        let reach = hasReason ? firstClause(of: tail) : tail
        return amends(lead, reach, isNumber: isNumber).map { (.amends, $0) }
    }

    /// 根据…通过的《关于修改…的决定》第二次修正: the instrument changed the text that names it.
    private func isHistory(_ tail: Range<Int>) -> Bool {
        var cursor = tail.lowerBound
        while cursor < tail.upperBound, text[cursor].isBlank || text[cursor] == "》" { cursor += 1 }
        if cursor < tail.upperBound, text[cursor] == "第", let number = Numeral.scan(text, at: cursor + 1),
            number.end < tail.upperBound, text[number.end] == "次"
        {
            cursor = number.end + 1
        }
        return CitationLexicon.revised.match(text, at: cursor, before: tail.upperBound) != nil
    }

    /// 《…》规定，…; what is 规定的 is spoken of.
    private func demand(in clause: Range<Int>) -> Range<Int>? {
        guard let word = CitationLexicon.demands.first(text, in: clause) else { return nil }
        // 规定的情节 speaks of something else, 规定：“…” quotes.
        guard word.upperBound < text.count else { return word }
        return "的之：:“".unicodeScalars.contains(text[word.upperBound]) ? nil : word
    }

    /// Whether the sentence that holds an offset gives the reason of the document, or the opening paragraph does so for a
    /// word of purpose (贯彻《甲》); 依照《甲》处罚 applies a law wherever it stands.
    private func givesReason(_ word: ArraySlice<Unicode.Scalar>, around index: Int) -> Bool {
        guard genre == .instrument else { return false }
        let opens = text[..<word.startIndex].allSatisfy(\.isBlank)
        if isOpening, opens || !CitationLexicon.applying.contains(Array(word)) { return true }
        var start = index
        while start > 0, !text[start - 1].endsSentence { start -= 1 }
        let end = text[index...].firstIndex(where: \.endsSentence) ?? text.count
        return CitationLexicon.enacts(text, start..<end)
    }

    /// The 依據 of 「依據：行政程序法第一百五十四條」, where the lead begins behind its colon.
    private func label(before lead: Range<Int>) -> Range<Int>? {
        let colon = lead.lowerBound - 1
        guard colon > 1, text[colon] == "：" || text[colon] == ":" else { return nil }
        let label = max(0, colon - 6)..<colon
        guard CitationLexicon.strongBasis.endsWith(text, in: label) else { return nil }
        return CitationLexicon.strongBasis.last(text, in: label)
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
}
