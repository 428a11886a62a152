import Ingest

/// Tells in what relation the instruments of a paragraph stand to the document, by the clauses around them.
struct CitationRelations {
    let text: [Unicode.Scalar]
    let genre: CitationContext.Genre
    /// Whether the paragraph gives the reason of the document.
    let givesReason: Bool

    enum Verdict: Equatable {
        case cited(CitationMatch.Relation)
        /// What the document itself issues.
        case own
    }

    init(text: [Unicode.Scalar], context: CitationContext, isOpening: Bool) {
        self.text = text
        genre = context.genre
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
        var search = gap
        while let word = CitationLexicon.breaksList.first(text, in: search) {
            // 1991年发布的《…》: the verb only tells which one is meant.
            guard word.upperBound < gap.upperBound, text[word.upperBound] == "的" else { return false }
            search = word.upperBound..<gap.upperBound
        }
        return true
    }

    func verdict(on group: ArraySlice<CitationPiece>) -> Verdict {
        guard let first = group.first, let last = group.last else { return .cited(.mention) }
        let lead = lead(before: first.range.lowerBound)
        let tail = tail(after: last.range.upperBound)
        if isOwn(lead, tail) { return .own }
        return .cited(relation(lead, tail))
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
        if CitationLexicon.nowPromulgated.first(text, in: tail) != nil { return true }
        guard CitationLexicon.now.last(text, in: lead) != nil else { return false }
        if CitationLexicon.issuing.endsWith(text, in: lead) { return true }
        let near = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 24)
        return CitationLexicon.issuingBehind.first(text, in: near) != nil
            && CitationLexicon.forward.first(text, in: near) == nil
    }

    private func relation(_ lead: Range<Int>, _ tail: Range<Int>) -> CitationMatch.Relation {
        let afterComma = firstClause(of: tail)
        if genre != .chronicle {
            if repeals(lead, tail) { return .repeals }
            if CitationLexicon.amendBehind.first(text, in: tail) != nil
                || CitationLexicon.amendBefore.endsWith(text, in: lead)
            {
                return .amends
            }
            let near = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 12)
            if CitationLexicon.forward.endsWith(text, in: lead) || CitationLexicon.forward.first(text, in: near) != nil
            {
                return .forwards
            }
            if CitationLexicon.lookingBack.first(text, in: afterComma) != nil { return .mention }
            if CitationLexicon.strongBasis.last(text, in: lead) != nil { return .basis }
            let hasTrigger = CitationLexicon.weakBasis.last(text, in: lead) != nil
            if hasTrigger, CitationLexicon.spirit.first(text, in: afterComma) != nil { return .basis }
            if givesReason { return .basis }
        }
        return .mention
    }

    /// Whether the sentence repeals the instrument: 《…》同时废止, 废止《…》.
    private func repeals(_ lead: Range<Int>, _ tail: Range<Int>) -> Bool {
        if CitationLexicon.repealBefore.endsWith(text, in: lead) { return true }
        guard let word = CitationLexicon.repealBehind.first(text, in: tail) else { return false }
        // 《…》明令废止的, 《…》废止前: the words qualify something else.
        return !(word.upperBound < text.count && (text[word.upperBound] == "的" || text[word.upperBound] == "前"))
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
