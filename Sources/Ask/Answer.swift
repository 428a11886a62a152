public import Extract
public import Index

/// What an archive answers to a question.
public struct Answer: Codable, Equatable, Sendable {
    /// How well a question could be answered.
    public enum Outcome: String, Codable, Sendable {
        /// The items are the answer.
        case answered
        /// The question fits several places, and each item is the answer for one.
        case several
        /// Nothing has the name that was asked for; the items have names near it.
        case nearest
        /// The archive doesn't tell; the notes say why.
        case nothing
    }

    /// The question as it was understood.
    public var question: Question
    public var outcome: Outcome
    public var items: [AnswerItem]
    /// How many of the first items fit the day that was asked for exactly, where others fit as well.
    public var exact: Int?
    public var notes: [AnswerNote]
}

/// One place that answers a question.
public struct AnswerItem: Codable, Equatable, Sendable {
    public var document: DocumentSummary
    /// The id of the record that the answer was read from; nil for the document itself.
    public var record: String?
    /// The label of the task or provision.
    public var label: String?
    /// The labels and headings above it, outermost first.
    public var path: [String]
    /// What the answer is about: the text of the task, the name of the indicator.
    public var subject: String?
    /// The answer; empty where the place says that there is none.
    public var values: [AnswerValue]
    /// What else the place says of the matter: units with other roles.
    public var others: [AnswerValue]
    /// What is printed there.
    public var quote: String
    /// The place in the file, from 1.
    public var line: Int
    public var column: Int
    public var page: Int?
}

/// A part of an answer.
public struct AnswerValue: Codable, Equatable, Sendable {
    /// A unit, a date in ISO 8601, a number with its measure, a title.
    public var text: String
    /// The role of a unit.
    public var role: AssignmentRecord.Role?
    /// The year of a target.
    public var year: Int?
    /// How an instrument is cited.
    public var relation: CitationRecord.Relation?
    /// The state of a document.
    public var status: DocumentStatus?

    init(
        _ text: String, role: AssignmentRecord.Role? = nil, year: Int? = nil,
        relation: CitationRecord.Relation? = nil, status: DocumentStatus? = nil
    ) {
        self.text = text
        self.role = role
        self.year = year
        self.relation = relation
        self.status = status
    }
}

/// What has to be known of an answer.
public struct AnswerNote: Codable, Equatable, Sendable {
    public enum Code: String, Codable, Sendable {
        /// There is no such document, unit or person in the archive; the values are names like it.
        case noDocument = "no-document"
        case noUnit = "no-unit"
        case noPerson = "no-person"
        /// No task, article or indicator fits.
        case noTask = "no-task"
        case noArticle = "no-article"
        case noIndicator = "no-indicator"
        /// The document says nothing of the matter.
        case notSaid = "not-said"
        /// There are targets for other years; the values are these years.
        case otherYears = "other-years"
        /// Only documents of the area that was named are counted.
        case area
        /// That nothing in the archive speaks against a document is no proof that it is in force.
        case onlyArchive = "only-archive"
        /// The document itself is not in the archive: what others say of it is.
        case citedOnly = "cited-only"
    }

    public var code: Code
    /// What was asked for.
    public var subject: String?
    public var values: [String]
}
