import Extract
import Index

/// Questions about documents: what they cite, whether they are in force, what their heads and articles say.
extension Reply {
    mutating func citing() throws {
        guard let cited = question.document ?? question.topic else { throw QuestionError(problem: .missing(.document)) }
        let hits = try archive.citations(CitationFilter(cited: cited, relation: question.relation))
        items = hits.filter { $0.document.number == nil || $0.document.number != question.document }.map(
            citation(\.document.title))
        if items.isEmpty { note(.notSaid, cited) }
    }

    mutating func cited() throws {
        guard let document = question.document else { throw QuestionError(problem: .missing(.document)) }
        let hits = try archive.citations(CitationFilter(document: document, relation: question.relation))
        items = hits.map(
            citation { [$0.record.title.map { "《\($0)》" }, $0.record.number].compactMap(\.self).joined() })
        if items.isEmpty { note(.notSaid, document) }
    }

    private func citation(
        _ value: @escaping (RecordHit<CitationRecord>) -> String
    ) -> (RecordHit<CitationRecord>) -> AnswerItem {
        { hit in
            AnswerItem(
                document: hit.document, record: hit.record.provision, label: hit.label, path: hit.path, subject: nil,
                values: [AnswerValue(value(hit), relation: hit.record.relation)], others: [], quote: hit.record.quote,
                line: hit.record.span.start.line, column: hit.record.span.start.column, page: hit.record.span.start.page
            )
        }
    }

    /// Whether documents are in force: what repeals them, or their own period of validity.
    mutating func status() throws {
        guard let name = question.document else { throw QuestionError(problem: .missing(.document)) }
        let known = try archive.documents(matching: name)
        let repealing = try archive.citations(CitationFilter(cited: name, relation: .repeals))
            .filter { hit in
                !known.contains { $0.summary.file == hit.document.file && $0.summary.line == hit.document.line }
            }
        if !repealing.isEmpty {
            items = repealing.map { hit in
                var item = citation { hit in hit.document.number ?? hit.document.title }(hit)
                item.values = [
                    AnswerValue(hit.document.number ?? hit.document.title, relation: .repeals, status: .repealed)
                ]
                return item
            }
            if known.isEmpty { note(.citedOnly, name) }
            return
        }
        guard !known.isEmpty else {
            note(.noDocument, name, try archive.namesLike(name, of: .number))
            return
        }
        items = known.map { found in
            let validity = found.record.validity
            let isExpired = validity?.expires.map { $0 + "~" < today } ?? false
            let isPending = validity?.effective.map { $0 > today } ?? false
            let status: DocumentStatus = isExpired ? .expired : isPending ? .pending : .effective
            var item = Self.item(
                found, values: [AnswerValue(validity?.expires ?? validity?.effective ?? "", status: status)])
            Self.quote(validity, of: isExpired ? validity?.expires : validity?.effective, in: &item)
            return item
        }
        if items.contains(where: { $0.values.first?.status == .effective }) { note(.onlyArchive) }
    }

    mutating func validity() throws {
        let intent = question.intent
        try forEachDocument { found in
            let validity = found.record.validity
            let value =
                switch intent {
                case .effective: validity?.effective
                case .expiry: validity?.expires
                default: validity?.interpreter
                }
            var item = Self.item(found, values: [value].compactMap(\.self).map { AnswerValue($0) })
            Self.quote(validity, of: value, in: &item)
            return item
        }
    }

    mutating func heads() throws {
        let intent = question.intent
        try forEachDocument { found in
            let record = found.record
            let (values, element): ([String?], ElementRecord.Kind) =
                switch intent {
                case .signed: ([record.signed], .date)
                case .issuer: (record.issuers, .signature)
                case .number: ([record.number?.text], .number)
                case .recipients: ([record.recipients], .recipients)
                default: ([record.title], .title)
                }
            var item = Self.item(found, values: values.compactMap(\.self).map { AnswerValue($0) })
            if let source = record.elements.first(where: { $0.element == element }) {
                item.quote = source.text
                (item.line, item.column, item.page) = (
                    source.span.start.line, source.span.start.column, source.span.start.page
                )
            }
            return item
        }
    }

    mutating func provisions() throws {
        if let article = question.article ?? question.label {
            let hits = try archive.articles(document: question.document, label: article)
            items = hits.map { hit in
                AnswerItem(
                    document: hit.document, record: hit.article.id, label: hit.article.label, path: hit.path,
                    subject: hit.article.heading, values: Self.lines(of: hit.article).map { AnswerValue($0) },
                    others: [],
                    quote: hit.article.text, line: hit.article.span.start.line, column: hit.article.span.start.column,
                    page: hit.article.span.start.page)
            }
            if items.isEmpty { note(.noArticle, article) }
            return
        }
        try forEachDocument { found in
            let headings = found.record.provisions.flatMap { [$0] + $0.children }.filter { $0.heading != nil }
            return Self.item(
                found,
                values: headings.map { AnswerValue([$0.label, $0.heading].compactMap(\.self).joined(separator: " ")) })
        }
    }

    mutating func documents() throws {
        if question.document != nil {
            try forEachDocument { found in
                Self.item(
                    found, values: [AnswerValue(found.summary.title)],
                    others: found.summary.kind.map { [AnswerValue($0)] } ?? [])
            }
            return
        }
        guard question.unit != nil || question.dates != nil else { throw QuestionError(problem: .missing(.unit)) }
        // Who signs as 人民政府 is spoken of as 政府.
        let names: [String?] = question.unit.map { Set([$0, $0.replacing("政府", with: "人民政府")]).sorted() } ?? [nil]
        let bounds = question.dates?.year == nil ? question.dates?.bounds : nil
        let year = question.dates?.year
        let found = try names.flatMap { try archive.documents(DocumentFilter(year: year, issuer: $0)) }
        items = found.filter { document in
            guard let bounds else { return true }
            guard let day = document.signed else { return false }
            return (bounds.first.map { day >= $0 } ?? true) && (bounds.last.map { day <= $0 + "~" } ?? true)
        }.map { document in
            AnswerItem(
                document: document, record: document.id, label: nil, path: [], subject: nil,
                values: [AnswerValue(document.title)], others: [], quote: document.title, line: document.line,
                column: 1,
                page: nil)
        }
        if items.isEmpty { note(.notSaid, question.unit) }
    }

    // MARK: Parts of answers

    private mutating func forEachDocument(_ make: (StoredDocument) -> AnswerItem) throws {
        guard let name = question.document else { throw QuestionError(problem: .missing(.document)) }
        items = try archive.documents(matching: name).map(make)
        if items.allSatisfy(\.values.isEmpty) {
            note(.notSaid, name)
            items = []
        }
    }

    private static func item(
        _ found: StoredDocument, values: [AnswerValue], others: [AnswerValue] = []
    ) -> AnswerItem {
        AnswerItem(
            document: found.summary, record: nil, label: nil, path: [], subject: nil, values: values, others: others,
            quote: found.record.title, line: found.summary.line, column: found.record.span.start.column,
            page: found.record.span.start.page)
    }

    /// Gives an item the clause from which a value of the validity was read.
    private static func quote(_ validity: ValidityRecord?, of value: String?, in item: inout AnswerItem) {
        guard let validity else { return }
        if let evidence = validity.evidence?.first(where: { $0.value == value }) {
            item.quote = evidence.quote
            (item.line, item.column, item.page) = (
                evidence.span.start.line, evidence.span.start.column, evidence.span.start.page
            )
        } else if let quote = validity.quote, let start = validity.span?.start {
            item.quote = quote
            (item.line, item.column, item.page) = (start.line, start.column, start.page)
        }
    }

    private static func lines(of provision: Provision) -> [String] {
        let own = [provision.label, provision.heading, provision.text].compactMap(\.self).filter { !$0.isEmpty }
        return [own.joined(separator: " ")] + provision.children.flatMap(lines)
    }
}
