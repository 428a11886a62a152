import Ingest

/// Makes the validity record of a document from its passages.
struct ValidityExtractor {
    let passages: [Passage]
    /// The lines between title and text, and the note at the end: the history of adoption, 此文件已宣布失效.
    let notes: [MappedText]
    /// What the page declares of its document.
    var declared: [Declaration] = []
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
        let texts = notes + passages.map(\.text)
        let match = ValidityGrammar.validity(in: texts.map(\.scalars), context: context)
        let ended = texts.lazy.enumerated().compactMap { index, text in
            StatusNote.read(text.scalars).map { (index: index, note: $0) }
        }.first
        let repeals = citations.filter { $0.relation == .repeals }.compactMap(Self.name)
        let page = declared.filter { [.effective, .ended, .status].contains($0.field) }
        guard !match.isEmpty || !repeals.isEmpty || ended != nil || !page.isEmpty else { return nil }
        var validity = ValidityRecord()
        validity.effective = match.effective?.description
        validity.expires = match.expires?.description
        validity.interpreter = match.interpreter
        validity.repeals = repeals
        if let sentence = match.sentences.last(where: { texts.indices.contains($0.paragraph) }) {
            let text = texts[sentence.paragraph]
            validity.quote = text.string(sentence.range)
            validity.span = text.span(of: sentence.range).map(SpanRecord.init)
        }
        validity.evidence = match.evidence.compactMap {
            evidence($0.value, $0.rule, $0.sentence.paragraph, $0.sentence.range, of: record)
        }
        if let ended { note(ended.note, at: ended.index, in: &validity, of: record) }
        for declaration in page { note(declaration, in: &validity, of: record) }
        return validity
    }

    /// Fills in what only the page says: 实施时间, 失效日期, 时效性.
    private func note(_ declaration: Declaration, in validity: inout ValidityRecord, of record: DocumentRecord) {
        let value = declaration.value.scalars
        let date = Declaration.date(value)?.description
        let key: String
        switch declaration.field {
        case .effective where validity.effective == nil:
            validity.effective = date
            key = "effective"
        case .ended where validity.expires == nil:
            validity.expires = date
            key = "expires"
        case .status where validity.status == nil:
            guard let word = ValidityLexicon.ended.first(value, in: 0..<value.count),
                ValidityLexicon.notEnded.first(value, in: 0..<value.count) == nil
            else { return }
            validity.status = value[word].string
            key = "status"
        default: return
        }
        guard let span = declaration.value.span.map(SpanRecord.init) else { return }
        validity.evidence =
            (validity.evidence ?? []) + [
                EvidenceRecord(
                    value: key, rule: "declared on the page", quote: declaration.value.string, provision: nil,
                    span: span)
            ]
    }

    /// Notes that the document says of itself that it has ceased to hold.
    private func note(
        _ ended: StatusNote.Match, at index: Int, in validity: inout ValidityRecord, of record: DocumentRecord
    ) {
        validity.status = ended.verb
        validity.expires = ended.date?.description ?? validity.expires
        let rule = ended.date == nil ? "declared \(ended.verb)" : "day on which it was declared \(ended.verb)"
        var evidence = (validity.evidence ?? []).filter { ended.date == nil || $0.value != "expires" }
        let value = ended.date == nil ? "status" : "expires"
        if let found = self.evidence(value, rule, index, ended.range, of: record) { evidence.append(found) }
        validity.evidence = evidence
    }

    private func evidence(
        _ value: String, _ rule: String, _ index: Int, _ range: Range<Int>, of record: DocumentRecord
    ) -> EvidenceRecord? {
        let text = index < notes.count ? notes[index] : passages[index - notes.count].text
        let provision = index < notes.count ? nil : passages[index - notes.count].provision
        return text.span(of: range).map { span in
            EvidenceRecord(
                value: value, rule: index < notes.count ? "\(rule); declared" : rule, quote: text.string(range),
                provision: provision, span: SpanRecord(span))
        }
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
