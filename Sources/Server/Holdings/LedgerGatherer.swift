import Extract
import Index

/// Counts while it goes over the records of an archive.
struct LedgerGatherer {
    private let names: SourceNames
    /// The summaries by source and id.
    private let summaries: [String: DocumentSummary]
    private let ids: [String: Int]
    private(set) var sources: [SourceEntry] = []
    private(set) var documents: [DocumentFacts] = []
    private(set) var findings: [FindingEntry] = []
    private(set) var citing: [NumberKey: [Int]] = [:]
    private(set) var units: [String: UnitEntry] = [:]
    private(set) var indicators: [String: (Int, Set<Int>)] = [:]
    /// What is repealed, by number or title, with the document that says so; it may come before what it repeals.
    private var repeals: [(number: NumberKey?, title: String?, by: Int)] = []

    init(names: SourceNames, summaries: [DocumentSummary]) {
        self.names = names
        self.summaries = Dictionary(summaries.map { ("\($0.file)\n\($0.id)", $0) }) { first, _ in first }
        ids = Dictionary(summaries.map { ($0.id, 1) }, uniquingKeysWith: +)
    }

    mutating func add(_ record: GazetteRecord, path: String) {
        let source = names.name(path)
        let printed = record.source.lines - record.source.coverage.blank
        let issue = record.issue.map { issue in
            [issue.title, issue.year.map { "\($0)年" }, issue.number.map { "第\($0)期" }].compactMap(\.self).joined()
        }
        sources.append(
            SourceEntry(
                source: source, sha256: record.source.sha256, format: record.source.format,
                encoding: record.source.encoding, issue: issue, published: record.issue?.published,
                lines: record.source.lines, coverage: record.source.coverage,
                unreadShare: printed == 0 ? 0 : Double(record.source.coverage.unread.count) / Double(printed),
                documents: record.documents.count, findings: record.findings.count))
        var entries: [String: DocumentEntry] = [:]
        for document in record.documents {
            guard let summary = summaries["\(path)\n\(document.id)"] else { continue }
            let entry = DocumentEntry(summary, source: source, isDouble: ids[document.id] ?? 1 > 1)
            entries[document.id] = entry
            add(document, entry: entry, findings: record.findings.count { $0.document == document.id })
        }
        findings += record.findings.map { finding in
            FindingEntry(finding: finding, source: source, document: finding.document.flatMap { entries[$0] })
        }
    }

    private mutating func add(_ document: DocumentRecord, entry: DocumentEntry, findings: Int) {
        let index = documents.count
        var facts = DocumentFacts(entry: entry)
        facts.number = entry.number.flatMap(NumberKey.init)
        facts.effective = document.validity?.effective
        facts.expires = document.validity?.expires
        facts.quote = document.validity?.quote
        facts.findings = findings
        facts.tasks = document.tasks.count
        documents.append(facts)
        for task in document.tasks {
            var seen: Set<String> = []
            for assignment in task.assignments where assignment.group != true {
                units[assignment.unit, default: UnitEntry(assignment.unit)].count(assignment.role)
                if seen.insert(assignment.unit).inserted { units[assignment.unit]?.tasks += 1 }
            }
        }
        for target in document.targets {
            indicators[target.indicator, default: (0, [])].0 += 1
            indicators[target.indicator, default: (0, [])].1.insert(index)
        }
        var cited: Set<NumberKey> = []
        for citation in document.citations {
            let key = citation.number.flatMap(NumberKey.init)
            if let key, key != facts.number { cited.insert(key) }
            if citation.relation == .repeals { repeals.append((key, citation.title, index)) }
        }
        for key in cited { citing[key, default: []].append(index) }
    }

    /// Notes at each document what repeals it.
    mutating func finish() {
        let numbers = Dictionary(grouping: documents.indices.filter { documents[$0].number != nil }) {
            documents[$0].number
        }
        let titles = Dictionary(grouping: documents.indices) { documents[$0].entry.title }
        for repeal in repeals {
            let held = repeal.number.map { numbers[$0] ?? [] } ?? repeal.title.flatMap { titles[$0] } ?? []
            for index in held where index != repeal.by { documents[index].repealedBy.append(repeal.by) }
        }
    }
}
