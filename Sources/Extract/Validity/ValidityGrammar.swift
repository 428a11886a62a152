import Ingest

/// Reads commencement, expiry and interpretation clauses: 自2023年1月1日起施行，有效期五年，由市财政局负责解释.
public enum ValidityGrammar {
    /// - Parameters:
    ///   - paragraphs: The document's text, in reading order.
    ///   - context: Its dates.
    /// - Complexity: O(*n*) in the length of the text.
    public static func validity(in paragraphs: [[Unicode.Scalar]], context: ValidityContext) -> ValidityMatch {
        var match = ValidityMatch()
        var weight = 0
        var hasJustBegun = false
        for (index, text) in paragraphs.enumerated() {
            for sentence in sentences(of: text) {
                let found = Clauses(
                    text: text, sentence: sentence, context: context, followsCommencement: hasJustBegun)
                let place = ValidityMatch.Sentence(paragraph: index, range: sentence)
                var isUsed = false
                hasJustBegun = false
                // The rule that speaks of the document itself (本办法自…) outweighs one that speaks of something in it;
                // of two equal ones the later is the closing clause.
                let commencement = found.commencement
                if let start = commencement, start.weight >= weight {
                    weight = start.weight
                    match.effective = start.date
                    match.effectiveEvent = start.event
                    match.note("effective", start.rule, place)
                    isUsed = true
                    hasJustBegun = true
                }
                if let end = found.expiry(
                    from: isUsed ? match.effective : match.effective ?? context.signed, anchor: commencement)
                {
                    match.expires = end.date
                    match.note("expires", end.rule, place)
                    isUsed = true
                }
                if let interpreter = found.interpreter {
                    match.interpreter = interpreter
                    match.note("interpreter", "named behind 由 or before 解释", place)
                    isUsed = true
                }
                if isUsed { match.sentences.append(place) }
            }
        }
        return match
    }

    /// The sentences that hold one of the words by which these clauses are known.
    private static func sentences(of text: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index].endsSentence {
            let range = start..<index
            start = index + 1
            guard range.count >= 5, ValidityLexicon.signals.first(text, in: range) != nil else { continue }
            ranges.append(range)
        }
        return ranges
    }
}
