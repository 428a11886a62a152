public import Extract

/// What lists and hits tell of a document.
public struct DocumentSummary: Codable, Equatable, Sendable {
    /// The id in its record: the number, else a stable name.
    public var id: String
    /// The 发文字号 as printed.
    public var number: String?
    public var title: String
    public var kind: String?
    public var issuers: [String]
    /// 成文日期, ISO 8601.
    public var signed: String?
    /// Of the number, else of the date, else of the issue.
    public var year: Int?
    /// The absolute path of the source file.
    public var file: String
    /// The line at which it begins, from 1.
    public var line: Int
}

/// A document with its source.
public struct StoredDocument: Codable, Equatable, Sendable {
    public var summary: DocumentSummary
    public var record: DocumentRecord
}

/// A stretch of a text, in Unicode scalars from 0, the end not included.
public struct TextRange: Codable, Equatable, Sendable {
    public var start: Int
    public var end: Int
}

/// A passage that fits a query.
public struct SearchHit: Codable, Equatable, Sendable {
    public var document: DocumentSummary
    /// A ``PassageType``: the level of the provision, or the element of the document.
    public var type: String
    /// The id of the provision; nil outside the provisions.
    public var provision: String?
    /// The labels above it, outermost first.
    public var path: [String]
    public var label: String?
    /// Label, heading and text as printed.
    public var text: String
    /// Where the phrases of the query stand in `text`, ascending, without overlap.
    public var marks: [TextRange]
    /// The place in the file, from 1.
    public var line: Int
    public var column: Int
    public var score: Double
    /// The text of the task in which the passage stands, where it is a part of one, such as the line with its units.
    public var task: String?
    /// How many passages of the document fit, where that was asked for.
    public var inDocument: Int?
    /// How the score came about, where that was asked for; the scores of the parts sum up to it.
    public var explanation: [ScorePart]?

    private enum CodingKeys: String, CodingKey {
        case document, type, provision, path, label, text, marks, line, column, score, task, inDocument = "in_document"
        case explanation
    }
}

/// A part of the hits of a query.
public struct SearchResults: Codable, Equatable, Sendable {
    /// How many passages fit; see `isExact`.
    public var total: Int
    /// Whether just as many fit; else at least as many.
    public var isExact: Bool
    /// In the order that was asked for.
    public var hits: [SearchHit]
    /// Where no passage holds all that must be there: documents that do, each with the passage that holds most of it.
    public var apart: [SearchHit]?
    /// The cursor of the next page; nil on the last.
    public var next: String?
    /// For each facet that was asked for how many hits have each value.
    public var facets: [String: [FacetCount]]?

    private enum CodingKeys: String, CodingKey {
        case total, isExact = "exact", hits, apart, next, facets
    }
}

/// A task with its document.
public struct TaskHit: Codable, Equatable, Sendable {
    public var document: DocumentSummary
    public var task: TaskRecord
}

/// An article (条) with its document.
public struct ArticleHit: Codable, Equatable, Sendable {
    public var document: DocumentSummary
    /// The labels above it, outermost first.
    public var path: [String]
    public var article: Provision
}

/// Which documents to list; every condition given must hold.
public struct DocumentFilter: Equatable, Sendable {
    /// A 发文字号 in any brackets.
    public var number: String?
    /// The 公文种类.
    public var kind: String?
    public var year: Int?
    /// A part of the name of an issuing office.
    public var issuer: String?
    /// Whether it is in force on `day`.
    public var status: DocumentStatus?
    /// ISO 8601; today where nil.
    public var day: String?
    /// How many to give at most.
    public var limit = Int.max
    /// How many of the first to leave out.
    public var offset = 0

    public init(number: String? = nil, kind: String? = nil, year: Int? = nil, issuer: String? = nil) {
        self.number = number
        self.kind = kind
        self.year = year
        self.issuer = issuer
    }
}

/// Which tasks to list; every condition given must hold.
public struct TaskFilter: Equatable, Sendable {
    /// A reference to one document or more, see ``Archive/documents(matching:)``; all documents where nil.
    public var document: String?
    /// The label of the task, with or without the stop behind it.
    public var label: String?
    /// A unit by its full name, or without the area before it.
    public var unit: String?
    /// With `unit`, the role of this unit; alone, a role that is given to any.
    public var role: AssignmentRecord.Role?
    /// A part of the task's text, or of a heading above it.
    public var text: String?
    /// The year of the document.
    public var year: Int?
    /// How many to give at most.
    public var limit = Int.max
    /// How many of the first to leave out.
    public var offset = 0

    public init(
        document: String? = nil, label: String? = nil, unit: String? = nil, role: AssignmentRecord.Role? = nil
    ) {
        self.document = document
        self.label = label
        self.unit = unit
        self.role = role
    }
}
