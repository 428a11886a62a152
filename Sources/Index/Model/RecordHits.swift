public import Extract

/// What a hit can hold.
public typealias RecordContent = Codable & Equatable & Sendable

/// A record with its document and the passage at which it stands.
public struct RecordHit<Record: RecordContent>: Codable, Equatable, Sendable {
    public var document: DocumentSummary
    public var record: Record
    /// The passage as printed; nil where the record stands at none.
    public var text: String?
    /// The labels and headings above it, outermost first.
    public var path: [String]
    public var label: String?
    /// The task in which it stands; nil for none.
    public var task: TaskRecord?
}

/// Days from one to another, both included.
public struct DateBounds: Codable, Equatable, Sendable {
    /// ISO 8601; a year or month stands for its first day.
    public var first: String?
    /// ISO 8601; a year or month stands for its last day.
    public var last: String?
    /// `--MM-DD` or `--MM`, for what recurs each year.
    public var recurring: String?
    /// Whether this day or month of any one year counts too.
    public var isOfAnyYear: Bool?

    public init(first: String? = nil, last: String? = nil, recurring: String? = nil, isOfAnyYear: Bool? = nil) {
        self.isOfAnyYear = isOfAnyYear
        self.first = first
        self.last = last
        self.recurring = recurring
    }
}

/// Which records to list; every condition given must hold.
public struct RecordFilter: Equatable, Sendable {
    /// A reference to one document or more, see ``Archive/documents(matching:)``; all documents where nil.
    public var document: String?
    /// A part of what the record is about: the indicator of a target, the text of an event, the text or headings around a
    /// time limit; the whole term of a definition; the person of a duty.
    public var text: String?
    /// A unit with a role in the task of a time limit, or in a duty.
    public var unit: String?
    /// The role of this unit.
    public var role: AssignmentRecord.Role?
    /// The label of the task in which a time limit stands.
    public var label: String?
    /// The days of time limits and events.
    public var dates: DateBounds?
    /// The year of a target.
    public var year: Int?
    /// How many to give at most.
    public var limit = Int.max

    public init(document: String? = nil, text: String? = nil) {
        self.document = document
        self.text = text
    }
}

/// Which citations to list; every condition given must hold.
public struct CitationFilter: Equatable, Sendable {
    /// A reference to the documents that cite.
    public var document: String?
    /// What is cited: its number in any brackets, or its title.
    public var cited: String?
    public var relation: CitationRecord.Relation?
    /// How many to give at most.
    public var limit = Int.max

    public init(document: String? = nil, cited: String? = nil, relation: CitationRecord.Relation? = nil) {
        self.document = document
        self.cited = cited
        self.relation = relation
    }
}
