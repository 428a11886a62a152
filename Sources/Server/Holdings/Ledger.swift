import Extract
import Foundation
import Index

/// What is counted over a whole archive: sources, documents with their force, numbers, units, indicators, findings.
///
/// It is immutable, and stands for one generation of the archive.
final class Ledger: Sendable {
    let generation: Int64
    let coverage: Coverage
    let sources: [SourceEntry]
    let documents: [DocumentFacts]
    let units: [UnitEntry]
    let indicators: [IndicatorEntry]
    let findings: [FindingEntry]
    /// The documents that cite a number, by the number.
    let citing: [NumberKey: [Int]]
    private let byID: [String: [Int]]
    private let byNumber: [NumberKey: [Int]]
    private let byTitle: [String: [Int]]
    private let byPlace: [String: Int]

    init(_ archive: Archive, generation: Int64) throws {
        self.generation = generation
        let summaries = try archive.documents()
        let names = SourceNames(summaries.map(\.file))
        var gatherer = LedgerGatherer(names: names, summaries: summaries)
        try archive.forEachSource { gatherer.add($1, path: $0) }
        gatherer.finish()
        sources = gatherer.sources
        documents = gatherer.documents
        findings = gatherer.findings
        citing = gatherer.citing
        units = gatherer.units.values.sorted { ($1.tasks, $0.name) < ($0.tasks, $1.name) }
        indicators = gatherer.indicators.map {
            IndicatorEntry(name: $0.key, targets: $0.value.0, documents: $0.value.1.count)
        }
        .sorted { ($1.targets, $0.name) < ($0.targets, $1.name) }
        byID = Dictionary(grouping: documents.indices) { [documents] in documents[$0].entry.id }
        byTitle = Dictionary(grouping: documents.indices) { [documents] in documents[$0].entry.title }
        var numbers: [NumberKey: [Int]] = [:]
        var places: [String: Int] = [:]
        for (index, document) in documents.enumerated() {
            if let number = document.number { numbers[number, default: []].append(index) }
            places["\(document.entry.path):\(document.entry.line)"] = index
        }
        byNumber = numbers
        byPlace = places
        var coverage = Coverage(generation: generation)
        coverage.sources = sources.count
        coverage.documents = documents.count
        let years = documents.compactMap(\.entry.year)
        (coverage.firstYear, coverage.lastYear) = (years.min(), years.max())
        let printed = sources.reduce(0) { $0 + $1.lines - $1.coverage.blank }
        let unread = sources.reduce(0) { $0 + $1.coverage.unread.count }
        coverage.unreadShare = printed == 0 ? 0 : (Double(unread) / Double(printed) * 1e6).rounded() / 1e6
        coverage.findings = findings.count
        self.coverage = coverage
    }

    /// The document that a summary is of.
    func facts(_ summary: DocumentSummary) -> DocumentFacts? {
        byPlace["\(summary.file):\(summary.line)"].map { documents[$0] }
    }

    func entry(_ summary: DocumentSummary) -> DocumentEntry {
        facts(summary)?.entry ?? DocumentEntry(summary, source: "", isDouble: false)
    }

    func entries(id: String) -> [DocumentEntry] { (byID[id] ?? []).map { documents[$0].entry } }

    /// The documents held that a citation means: by its number, else by its title.
    func held(number: String?, title: String?) -> [DocumentFacts] {
        if let key = number.flatMap(NumberKey.init) { return (byNumber[key] ?? []).map { documents[$0] } }
        return (title.flatMap { byTitle[$0] } ?? []).map { documents[$0] }
    }

    func held(_ number: NumberKey) -> [DocumentFacts] { (byNumber[number] ?? []).map { documents[$0] } }

    /// Whether a document is in force on a day, as far as the archive tells.
    func force(of document: DocumentFacts, on day: String) -> Force {
        let repealing = document.repealedBy.map { documents[$0] }
            .filter { ($0.entry.signed ?? "") <= day }
        if let first = repealing.first { return Force(status: .repealed, by: first.entry) }
        if let expires = document.expires, expires + "~" < day { return Force(status: .expired, day: expires) }
        if let effective = document.effective, effective > day { return Force(status: .pending, day: effective) }
        return Force(status: .effective, day: document.effective)
    }
}

/// Whether a document is in force.
struct Force: Encodable, Sendable {
    var status: DocumentStatus
    /// The day from which, or until which.
    var day: String?
    /// What repeals it.
    var by: DocumentEntry?
}

/// What the ledger keeps of a document.
struct DocumentFacts: Sendable {
    var entry: DocumentEntry
    var number: NumberKey?
    var effective: String?
    var expires: String?
    var quote: String?
    /// The documents that repeal it, as positions in the ledger.
    var repealedBy: [Int] = []
    var findings = 0
    var tasks = 0
}

/// A unit, and what it has to do.
struct UnitEntry: Encodable, Sendable {
    var name: String
    var tasks = 0
    var lead = 0
    var responsible = 0
    var support = 0
    var implement = 0
    var url: String

    init(_ name: String) {
        self.name = name
        url = Address("units", name).text
    }

    mutating func count(_ role: AssignmentRecord.Role) {
        switch role {
        case .lead: lead += 1
        case .responsible: responsible += 1
        case .support: support += 1
        case .implement: implement += 1
        }
    }
}

/// An indicator with how many goals are set for it.
struct IndicatorEntry: Encodable, Sendable {
    var name: String
    var targets: Int
    var documents: Int
}

/// A finding with its document.
struct FindingEntry: Encodable, Sendable {
    var finding: Finding
    var source: String
    var document: DocumentEntry?
}
