import Extract
import Index

/// A document in lists and hits.
struct DocumentEntry: Encodable, Equatable, Sendable {
    var id: String
    var number: String?
    var title: String
    var kind: String?
    var issuers: [String]
    var signed: String?
    var year: Int?
    /// The source, from the folder that all sources are below.
    var source: String
    var line: Int
    var url: String
    /// Where the file is on this machine: for looking it up, not for readers.
    let path: String

    enum CodingKeys: CodingKey { case id, number, title, kind, issuers, signed, year, source, line, url }

    /// Source and line, by which two documents of the same id are told apart.
    var place: String { "\(source):\(line)" }
    /// Whether another document has the same id.
    var isDouble = false

    var address: Address {
        let address = Address("documents", id)
        return isDouble ? address.with("at", place) : address
    }

    /// What a list calls it.
    var name: String { number ?? heading }
    /// Its title; where none was read, its id.
    var heading: String { title.isEmpty ? id : title }

    init(_ summary: DocumentSummary, source: String, isDouble: Bool) {
        id = summary.id
        number = summary.number
        title = summary.title
        kind = summary.kind
        issuers = summary.issuers
        signed = summary.signed
        year = summary.year
        self.source = source
        line = summary.line
        path = summary.file
        url = ""
        self.isDouble = isDouble
        url = address.text
    }
}

/// What is told of a source.
struct SourceEntry: Encodable, Sendable {
    var source: String
    var sha256: String
    var format: String
    var encoding: String
    var issue: String?
    var published: String?
    var lines: Int
    var coverage: CoverageRecord
    var unreadShare: Double
    var documents: Int
    var findings: Int

    enum CodingKeys: String, CodingKey {
        case source, sha256, format, encoding, issue, published, lines, coverage, unreadShare = "unread_share"
        case documents, findings
    }
}

/// How much of the world an answer is drawn from.
struct Coverage: Encodable, Sendable {
    var sources = 0
    var documents = 0
    var firstYear: Int?
    var lastYear: Int?
    /// Counts the changes of the archive.
    var generation: Int64
    /// The share of lines, the blank ones left out, that nothing could be made of.
    var unreadShare = 0.0
    /// How many things an editor would query.
    var findings = 0

    enum CodingKeys: String, CodingKey {
        case sources, documents, firstYear = "first_year", lastYear = "last_year", generation
        case unreadShare = "unread_share", findings
    }
}
