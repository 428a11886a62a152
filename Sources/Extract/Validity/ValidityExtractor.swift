import Ingest

/// Makes the validity record of a document from its passages.
struct ValidityExtractor {
    let passages: [Passage]
    /// The document's own titles.
    let titles: CitationContext
    /// The day on which the gazette came out.
    let published: CalendarDate?

    /// - Parameters:
    ///   - record: The document, its dates filled in.
    ///   - citations: What it cites, in the order of the text.
    /// - Returns: nil where the document says nothing of its validity.
    func validity(of record: DocumentRecord, citations: [CitationRecord]) -> ValidityRecord? {
        var context = ValidityContext(
            signed: Self.date(record.signed), printed: Self.date(record.printed), published: published)
        context.titles = titles
        let match = ValidityGrammar.validity(in: passages.map(\.text.scalars), context: context)
        let repeals = citations.filter { $0.relation == .repeals }.compactMap(Self.name)
        guard !match.isEmpty || !repeals.isEmpty else { return nil }
        var validity = ValidityRecord()
        validity.effective = match.effective?.description
        validity.expires = match.expires?.description
        validity.interpreter = match.interpreter
        validity.repeals = repeals
        if let sentence = match.sentences.last(where: { passages.indices.contains($0.paragraph) }) {
            let text = passages[sentence.paragraph].text
            validity.quote = text.string(sentence.range)
            validity.span = text.span(of: sentence.range).map(SpanRecord.init)
        }
        validity.evidence = match.evidence.compactMap { found in
            guard passages.indices.contains(found.sentence.paragraph) else { return nil }
            let passage = passages[found.sentence.paragraph]
            return passage.text.span(of: found.sentence.range).map { span in
                EvidenceRecord(
                    value: found.value, rule: found.rule, quote: passage.text.string(found.sentence.range),
                    provision: passage.provision, span: SpanRecord(span))
            }
        }
        return validity
    }

    /// What tells the instrument from all others: its number, but the title where the number names no issuer (市政府令第88号).
    private static func name(_ citation: CitationRecord) -> String? {
        guard let number = citation.number, let title = citation.title else { return citation.number ?? citation.title }
        let opensLocally = number.unicodeScalars.first.map { "市省县縣区區第本我令".unicodeScalars.contains($0) } ?? false
        let isOrder = number.unicodeScalars.contains("令") && !number.unicodeScalars.contains("〔")
        return isOrder && opensLocally && !number.unicodeScalars.contains("/") ? title : number
    }

    private static func date(_ iso: String?) -> CalendarDate? {
        let parts = (iso ?? "").split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
}
