import Ingest

/// Makes the citation records of a document from its passages.
struct CitationExtractor {
    let passages: [Passage]

    /// - Parameters:
    ///   - record: The document, its title, number, kind and attachments filled in.
    ///   - title: Its title as printed: 关于修改《…》的决定 cites, too.
    func citations(of record: DocumentRecord, title: MappedText) -> [CitationRecord] {
        let context = CitationContext(
            title: record.title, attachments: record.attachments.map(\.title), number: record.number?.text,
            kind: record.kind)
        var ledger = CitationLedger(context: context)
        ledger.read(title: title.scalars, paragraph: -1)
        var labelled: Set<Int> = []
        for (index, passage) in passages.enumerated() {
            let isFirstArticle = passage.label?.shape == .article && passage.label?.number == 1
            let isOpening = passage.owner == nil && !labelled.contains(passage.section) || isFirstArticle
            if passage.label != nil { labelled.insert(passage.section) }
            ledger.read(passage.text.scalars, paragraph: index, isOpening: isOpening)
        }
        return ledger.entries.map { entry in
            let text = entry.paragraph < 0 ? title : passages[entry.paragraph].text
            return CitationRecord(
                title: entry.match.title, number: entry.match.number?.text, asWritten: entry.match.asWritten,
                relation: entry.match.relation, quote: text.string(entry.match.range),
                provision: entry.paragraph < 0 ? nil : passages[entry.paragraph].provision,
                span: text.span(of: entry.match.range).map(SpanRecord.init) ?? record.span)
        }
    }
}
