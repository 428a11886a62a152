import Ingest

/// Reads what other instruments a paragraph cites, by 《title》 or by number, and in what relation.
///
/// ```swift
/// let text = Array("根据《条例》（国务院令第541号），制定本办法。".unicodeScalars)
/// CitationGrammar.citations(in: text, context: context)   // one, with title and number, .basis
/// ```
enum CitationGrammar {
    /// - Parameters:
    ///   - text: One paragraph.
    ///   - context: The document's own titles and kind.
    ///   - isOpening: Whether the paragraph stands before the first heading of the document or of what it issues, or is
    ///     its first article: there instruments are named as the basis.
    ///   - known: Names of instruments that the document prints elsewhere.
    /// - Complexity: O(*n*) in the length of the paragraph.
    static func citations(
        in text: [Unicode.Scalar], context: CitationContext, isOpening: Bool = false, known: LawNames = LawNames()
    ) -> [CitationMatch] {
        let pieces = pieces(in: text, context: context, known: known)
        let relations = CitationRelations(text: text, context: context, isOpening: isOpening)
        let amenders = relations.amenders(among: pieces)
        var matches: [CitationMatch] = []
        for group in relations.groups(of: pieces) {
            guard case .cited(let relation, let rule) = relations.verdict(on: pieces[group]) else { continue }
            for index in group {
                let piece = pieces[index]
                guard relation == .repeals || isInstrument(piece, in: text) else { continue }
                // Its own title is no citation, but an older text of that title may be repealed or passed on.
                if let title = piece.title, context.isOwn(title), relation != .forwards, relation != .repeals {
                    continue
                }
                if amenders[index], relation != .mention {
                    matches += piece.matches(.mention, rule: "amended the one behind it", in: text)
                } else {
                    matches += piece.matches(relation, rule: rule, in: text)
                }
            }
        }
        return matches
    }

    /// Reads the instruments that a document's own title names: 关于修改《…》的决定, 关于转发《…》的通知, 《…》的解读.
    ///
    /// What a title issues (印发《…》) is the document's own and not cited.
    static func citations(inTitle text: [Unicode.Scalar], context: CitationContext) -> [CitationMatch] {
        pieces(in: text, context: context).flatMap { piece -> [CitationMatch] in
            let before = 0..<piece.range.lowerBound
            let relation: CitationMatch.Relation
            let rule: String
            if CitationLexicon.amendInTitle.last(text, in: before) != nil {
                (relation, rule) = (.amends, "修改 in the title")
            } else if RepealWords.verbsBefore.last(text, in: before) != nil {
                (relation, rule) = (.repeals, "废止 in the title")
            } else if CitationLexicon.forward.last(text, in: before) != nil {
                (relation, rule) = (.forwards, "转发 in the title")
            } else if CitationLexicon.issuing.last(text, in: before) != nil {
                return []
            } else if context.genre == .instrument, let word = CitationLexicon.weakBasis.last(text, in: before) {
                (relation, rule) = (.basis, "\(text[word].string) in the title")
            } else {
                (relation, rule) = (.mention, "named in the title")
            }
            return piece.matches(relation, rule: rule, in: text)
        }
    }

    /// Titles and numbers, each number with the title to which it belongs.
    private static func pieces(
        in text: [Unicode.Scalar], context: CitationContext, known: LawNames = LawNames()
    ) -> [CitationPiece] {
        var titles = TitleScanner.titles(in: text).filter { title in
            let lead = max(0, title.range.lowerBound - 6)..<title.range.lowerBound
            return !CitationLexicon.naming.endsWith(text, in: lead)
        }
        let laws = UnquotedLaw.titles(in: text, known: known)
        if !laws.isEmpty {
            titles = (titles + laws).sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
        let printed = DocumentNumber.find(in: text).filter { !context.ownNumbers.contains($0.number.text) }
        let standards = StandardNumber.find(in: text)
        let numbers =
            standards.isEmpty ? printed : (printed + standards).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return CitationPiece.join(titles: titles, numbers: numbers, in: text)
    }

    /// Whether a title is one of an instrument, by its number, its ending or the verb before it.
    private static func isInstrument(_ piece: CitationPiece, in text: [Unicode.Scalar]) -> Bool {
        guard let title = piece.titleScalars, piece.numbers.isEmpty else { return true }
        if CitationTitle.endsAsInstrument(title) { return true }
        if CitationLexicon.noKinds.endsWith(title, in: 0..<CitationTitle.endWithoutBrackets(title)) { return false }
        if title.count > 8, title.has("关于", at: 0) || title.has("關於", at: 0) { return true }
        let before = max(0, piece.range.lowerBound - 4)..<piece.range.lowerBound
        return CitationLexicon.instrumentVerbs.endsWith(text, in: before)
    }
}
