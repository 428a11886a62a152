import Extract
import Index

/// Questions about what cites, repeals, amends what, and whether instruments are in force.
extension Reply {
    mutating func citing() throws {
        guard let cited = try askedInstruments() else { return }
        var conditions = RecordConditions()
        conditions.cited = (cited.numbers, cited.titles)
        conditions.relation = question.relation
        // What is cited, rather than what is named after it.
        let name = try archive.key(question.document ?? "").filter { !"《》".contains($0) }
        let own = Set(
            (reading.documents?.documents ?? []).filter {
                names.titles[$0].contains { $0.bytes.elementsEqual(name.utf8) }
            })
        items = try archive.records(CitationRecord.self, in: .citations, conditions).compactMap { entry in
            guard let index = names.index(of: entry.document), !own.contains(index),
                reading.places?.contains(index) ?? true || reading.documents != nil
            else { return nil }
            return citation(entry, index, value: names.documents[index].summary.title)
        }
        if let dates = question.dates, let year = dates.year {
            used.insert("dates")
            items = items.filter { $0.document.year == year }
        }
        if items.isEmpty { note(.notSaid, question.document ?? question.topic) }
    }

    mutating func cited() throws {
        var documents = scope ?? []
        if reading.documents == nil {
            documents = try askedDocuments()
            reading.matter = Matter()
        }
        try weighMatter()
        var conditions = RecordConditions(documents: keys(documents))
        conditions.relation = question.relation
        let matter = reading.matter
        var found: [(AnswerItem, MatterMatch)] = []
        for entry in try archive.records(CitationRecord.self, in: .citations, conditions) {
            guard let index = names.index(of: entry.document) else { continue }
            let value = [entry.record.title.map { "《\($0)》" }, entry.record.number].compactMap(\.self).joined()
            let match = MatterMatch(matter, own: [Haystack(try archive.key(value))], around: names.titles[index])
            found.append((citation(entry, index, value: value), match))
        }
        // 国务院的哪个文件: words that some of the cited have and others don't.
        if let least = found.map(\.1.ownLack).min(), !matter.isEmpty {
            let fitting = found.filter { $0.1.ownLack <= least + 0.02 }
            if let best = fitting.first?.1, !best.isWhole {
                unmatched += best.missing.filter { $0.weight >= 0.25 }.map(\.text)
            }
            found = fitting
        }
        items = found.map(\.0)
        if documents.isEmpty { try noteNoDocument() } else if items.isEmpty { note(.notSaid, question.document) }
    }

    private func citation(_ entry: RecordEntry<CitationRecord>, _ index: Int, value: String) -> AnswerItem {
        item(
            index, record: entry.record.provision, label: entry.label, path: entry.path,
            values: [AnswerValue(value, relation: entry.record.relation)], quote: entry.record.quote,
            at: entry.record.span.start)
    }

    /// The folded numbers and titles of the instruments that a question names; nil where it names none.
    private mutating func askedInstruments() throws -> (numbers: [String], titles: [String])? {
        try weighMatter()
        var numbers: Set<String> = []
        var titles: Set<String> = []
        func add(document index: Int) throws {
            let entry = names.documents[index]
            if let number = entry.summary.number { numbers.insert(try archive.key(number)) }
            titles.formUnion(try ([entry.summary.title] + entry.titles).map(archive.key))
        }
        if let mention = reading.documents {
            for index in mention.documents { try add(document: index) }
            for name in mention.cited {
                if let number = name.number {
                    numbers.insert(number)
                } else if let title = name.title {
                    titles.insert(title)
                }
            }
            // The title of a number under which others cite it.
            for name in try names.citedNames() where name.number.map(numbers.contains) ?? false {
                if let title = name.title { titles.insert(title) }
            }
            try accountForRest()
            return (numbers.sorted(), titles.sorted())
        }
        guard !reading.matter.isEmpty else { return nil }
        for name in try names.citedNames() where reading.matter.missing(in: [name.haystack]).isEmpty {
            if let number = name.number {
                numbers.insert(number)
            } else if let title = name.title {
                titles.insert(title)
            }
        }
        return numbers.isEmpty && titles.isEmpty ? nil : (numbers.sorted(), titles.sorted())
    }

    private mutating func accountForRest() throws {
        let texts =
            reading.documents.map { mention in
                mention.documents.flatMap { names.titles[$0] }
                    + mention.cited.compactMap(\.title).map { Haystack($0) }
                    + mention.documents.flatMap { names.documents[$0].issuerKeys.map(Haystack.init) }
            } ?? []
        unmatched += reading.matter.missing(in: texts).filter { $0.weight >= 0.25 }.map(\.text)
    }

    // MARK: Force

    /// Whether documents are in force: what repeals them, or their own period of validity.
    mutating func status() throws {
        guard let asked = try statusObjects() else { return try noteNoDocument() }
        var conditions = RecordConditions()
        conditions.cited = asked.cited
        conditions.relation = .repeals
        let own = Set(asked.documents)
        let repealing = try archive.records(CitationRecord.self, in: .citations, conditions)
            .compactMap { entry in names.index(of: entry.document).map { ($0, entry) } }.filter { !own.contains($0.0) }
        if !repealing.isEmpty {
            items = repealing.map { index, entry in
                let summary = names.documents[index].summary
                var item = citation(entry, index, value: "")
                item.values = [AnswerValue(summary.number ?? summary.title, relation: .repeals, status: .repealed)]
                return item
            }
            if own.isEmpty { note(.citedOnly, question.document ?? question.topic) }
            return
        }
        if asked.documents.isEmpty { return try noteNoDocument() }
        items = try records(of: asked.documents).map { index, record in
            let validity = record.validity
            let isExpired = validity?.expires.map { $0 + "~" < today } ?? false
            let isPending = validity?.effective.map { $0 > today } ?? false
            let status: DocumentStatus = isExpired ? .expired : isPending ? .pending : .effective
            var item = documentItem(
                index, values: [AnswerValue(validity?.expires ?? validity?.effective ?? "", status: status)])
            Self.quote(validity, of: isExpired ? "expires" : "effective", in: &item)
            return item
        }
        if items.contains(where: { $0.values.first?.status == .effective }) { note(.onlyArchive) }
    }

    /// The documents asked about, and the numbers and titles under which others speak of them.
    private mutating func statusObjects() throws -> (documents: [Int], cited: (numbers: [String], titles: [String]))? {
        var documents = scope ?? []
        if reading.documents == nil { documents = try askedDocuments() }
        if reading.documents == nil, documents.isEmpty {
            guard let cited = try askedInstruments() else { return nil }
            return ([], cited)
        }
        if let mention = reading.documents, documents.isEmpty || mention.documents.isEmpty {
            guard let cited = try askedInstruments() else { return nil }
            return ([], cited)
        }
        let matter = reading.matter
        reading.documents = DocumentMention(documents: documents, cited: numbersOf(documents))
        guard let cited = try askedInstruments() else { return nil }
        reading.matter = matter
        return (current(documents), cited)
    }

    private func numbersOf(_ documents: [Int]) -> [DocumentMention.CitedInstrument] {
        documents.compactMap { names.documents[$0].summary.number }.compactMap { number in
            (try? archive.key(number)).map { DocumentMention.CitedInstrument(title: nil, number: $0) }
        }
    }

    /// Gives an item the clause from which a value of the validity was read.
    static func quote(_ validity: ValidityRecord?, of value: String, in item: inout AnswerItem) {
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
}
