import Extract
import Index

/// The records of the interface, a list for each kind.
enum RecordLists {
    static let all = [tasks, deadlines, targets, citations, definitions, duties, events, validity, findings, sources]

    private static let page: [Parameter] = [.cursor, .limit]

    private static let tasks = list("tasks", [.document, .unit, .role, .text("label"), .text("text"), .year()]) {
        inquiry, ledger in
        var filter = TaskFilter(
            document: inquiry.text("document"), label: inquiry.text("label"), unit: inquiry.text("unit"),
            role: inquiry.role())
        filter.text = inquiry.text("text")
        filter.year = inquiry.integer("year")
        let unit = inquiry.text("unit") ?? ""
        return try Listing(try inquiry.holdings.archive.tasks(filter), for: inquiry, ledger) {
            UnitInbox.Item($0, ledger, unit: unit)
        }
    }

    private static let deadlines = list(
        "deadlines", [.document, .unit, .role, .text("label"), .text("text"), .day("first"), .day("last")]
    ) { inquiry, ledger in
        let hits = try inquiry.holdings.archive.deadlines(filter(inquiry))
        return try Listing(hits, for: inquiry, ledger) { entry($0, ledger, provision: $0.record.provision) }
    }

    private static let targets = list("targets", [.document, .text("text"), .year()]) { inquiry, ledger in
        let hits = try inquiry.holdings.archive.targets(filter(inquiry))
        return try Listing(hits, for: inquiry, ledger) { entry($0, ledger, provision: $0.record.provision) }
    }

    private static let citations = list(
        "citations",
        [
            .document, .text("cited", maximum: 400),
            .choice("relation", ["basis", "repeals", "amends", "forwards", "mention"]),
        ]
    ) { inquiry, ledger in
        let filter = CitationFilter(
            document: inquiry.text("document"), cited: inquiry.text("cited"),
            relation: inquiry.text("relation").flatMap(CitationRecord.Relation.init))
        let hits = try inquiry.holdings.archive.citations(filter)
        return try Listing(hits, for: inquiry, ledger) { hit in
            CitationEntry(
                citation: entry(hit, ledger, provision: hit.record.provision),
                held: ledger.held(number: hit.record.number, title: hit.record.title).map(\.entry))
        }
    }

    /// A citation, with the documents of the archive that it means.
    private struct CitationEntry: Encodable {
        var citation: RecordEntry<CitationRecord>
        var held: [DocumentEntry]
    }

    private static let definitions = list("definitions", [.document, .text("text")]) { inquiry, ledger in
        let hits = try inquiry.holdings.archive.definitions(filter(inquiry))
        return try Listing(hits, for: inquiry, ledger) { entry($0, ledger, provision: $0.record.provision) }
    }

    private static let duties = list("duties", [.document, .text("text"), .unit]) { inquiry, ledger in
        let hits = try inquiry.holdings.archive.duties(filter(inquiry))
        return try Listing(hits, for: inquiry, ledger) { entry($0, ledger, provision: nil) }
    }

    private static let events = list("events", [.document, .text("text"), .day("first"), .day("last")]) {
        inquiry, ledger in
        let hits = try inquiry.holdings.archive.events(filter(inquiry))
        return try Listing(hits, for: inquiry, ledger) { entry($0, ledger, provision: nil) }
    }

    /// Whether documents are in force on a day.
    private static let validity = list("validity", [.document, .today]) { inquiry, ledger in
        let reference = try inquiry.required("document")
        let facts: [DocumentFacts]
        if let key = NumberKey(reference) {
            facts = ledger.held(key)
        } else {
            facts = try inquiry.holdings.archive.documents(matching: reference).compactMap { ledger.facts($0.summary) }
        }
        return try Listing(facts, for: inquiry, ledger) { facts in
            ValidityEntry(
                document: facts.entry, on: inquiry.day, force: ledger.force(of: facts, on: inquiry.day),
                effective: facts.effective, expires: facts.expires, quote: facts.quote,
                repealedBy: facts.repealedBy.map { ledger.documents[$0].entry })
        }
    }

    private struct ValidityEntry: Encodable {
        var document: DocumentEntry
        var on: String
        var force: Force
        var effective: String?
        var expires: String?
        var quote: String?
        var repealedBy: [DocumentEntry]

        enum CodingKeys: String, CodingKey {
            case document, on, force, effective, expires, quote, repealedBy = "repealed_by"
        }
    }

    private static let findings = list(
        "findings", [.text("code"), .choice("severity", ["error", "warning", "info"]), .document]
    ) { inquiry, ledger in
        let found = ledger.findings.filter { entry in
            (inquiry.text("code").map { entry.finding.code == $0 } ?? true)
                && (inquiry.text("severity").map { entry.finding.severity.rawValue == $0 } ?? true)
                && (inquiry.text("document").map { entry.document?.id == $0 } ?? true)
        }
        return try Listing(found, for: inquiry, ledger) { $0 }
    }

    private static let sources = list("sources", []) { inquiry, ledger in
        try Listing(ledger.sources, for: inquiry, ledger) { $0 }
    }

    private static func list<Item: Encodable & SendableMetatype>(
        _ name: String, _ parameters: [Parameter],
        _ answer: @escaping @Sendable (Inquiry, Ledger) throws -> Listing<Item>
    ) -> Endpoint {
        Endpoint(path: "/api/v1/\(name)", formats: [.json], parameters: parameters + page) { inquiry in
            Reply(json: try answer(inquiry, try inquiry.holdings.ledger()))
        }
    }

    private static func filter(_ inquiry: Inquiry) -> RecordFilter {
        var filter = RecordFilter(document: inquiry.text("document"), text: inquiry.text("text"))
        filter.unit = inquiry.text("unit")
        filter.role = inquiry.role()
        filter.label = inquiry.text("label")
        filter.year = inquiry.integer("year")
        if inquiry.text("first") != nil || inquiry.text("last") != nil {
            filter.dates = DateBounds(first: inquiry.text("first"), last: inquiry.text("last"))
        }
        return filter
    }

    private static func entry<Record: RecordContent>(
        _ hit: RecordHit<Record>, _ ledger: Ledger, provision: String?
    ) -> RecordEntry<Record> {
        var entry = RecordEntry(
            document: ledger.entry(hit.document), record: hit.record, text: hit.text, path: hit.path, label: hit.label,
            provision: provision)
        entry.task = hit.task
        return entry
    }
}

/// Parts of one document.
enum DocumentParts {
    static let all = [outline, provision]

    private static let outline = Endpoint(
        path: "/api/v1/documents/{id}/outline", formats: [.json],
        parameters: [.text("at", maximum: 600), .cursor, .limit]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let (entry, record) = try inquiry.holdings.document(inquiry.values["id"] ?? "", place: inquiry.text("at"))
        let all = OutlineEntry.all(record.provisions, depth: 1)
        return Reply(json: Outline(document: entry, provisions: try Listing(all, for: inquiry, ledger) { $0 }))
    }

    private struct Outline: Encodable {
        var document: DocumentEntry
        var provisions: Listing<OutlineEntry>
    }

    /// A provision without its text.
    private struct OutlineEntry: Encodable {
        var id: String
        var depth: Int
        var level: Provision.Level
        var label: String?
        var heading: String?
        /// How many characters of text it has itself.
        var length: Int

        static func all(_ provisions: [Provision], depth: Int) -> [OutlineEntry] {
            provisions.flatMap { provision in
                let own = OutlineEntry(
                    id: provision.id, depth: depth, level: provision.level, label: provision.label,
                    heading: provision.heading, length: provision.text.unicodeScalars.count)
                return [own] + all(provision.children, depth: depth + 1)
            }
        }
    }

    private static let provision = Endpoint(
        path: "/api/v1/documents/{id}/provisions/{provision}", formats: [.json],
        parameters: [.text("at", maximum: 600)]
    ) { inquiry in
        let (entry, record) = try inquiry.holdings.document(inquiry.values["id"] ?? "", place: inquiry.text("at"))
        guard let found = Found(inquiry.values["provision"] ?? "", entry, record) else {
            var problem = Problem.notFound
            problem.detail = "The document has no such provision; its outline lists them."
            throw problem
        }
        return Reply(json: found)
    }

    /// A provision with what was read from it.
    struct Found: Encodable {
        var document: DocumentEntry
        var provision: Provision
        /// As it is cited: 《…》第十二条.
        var citation: String
        var tasks: [TaskRecord]
        var targets: [TargetRecord]
        var deadlines: [DeadlineRecord]
        var citations: [CitationRecord]
        var url: String

        /// - Parameter name: The id of a provision, or its label; of several, the first.
        init?(_ name: String, _ entry: DocumentEntry, _ record: DocumentRecord) {
            func all(_ provisions: [Provision]) -> [Provision] { provisions.flatMap { [$0] + all($0.children) } }
            let provisions = all(record.provisions)
            let label = ProvisionCitation.bare(name)
            guard
                let found = provisions.first(where: { $0.id == name })
                    ?? provisions.first(where: { $0.label.map(ProvisionCitation.bare) == label })
            else { return nil }
            let inside = Set(all([found]).map(\.id))
            document = entry
            provision = found
            citation = ProvisionCitation(document: record).all()[found.id] ?? record.title
            tasks = record.tasks.filter { inside.contains($0.provision) }
            targets = record.targets.filter { $0.provision.map(inside.contains) ?? false }
            deadlines = record.deadlines.filter { $0.provision.map(inside.contains) ?? false }
            citations = record.citations.filter { $0.provision.map(inside.contains) ?? false }
            url = entry.address.at(found.id).text
        }
    }
}

/// Names that begin with what is typed.
enum Suggestions {
    static let endpoint = Endpoint(
        path: "/api/v1/suggestions", formats: [.json],
        parameters: [.text("q"), .choice("of", SuggestionKind.allCases.map(\.rawValue)), .limit]
    ) { inquiry in
        let kind = inquiry.text("of").flatMap(SuggestionKind.init) ?? .unit
        let found = try inquiry.holdings.archive.suggestions(try inquiry.required("q"), of: kind, limit: inquiry.limit)
        return Reply(json: Body(items: found))
    }

    private struct Body: Encodable { var items: [FacetCount] }
}
