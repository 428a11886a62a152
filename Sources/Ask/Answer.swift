public import Extract
public import Index

/// What an archive answers to a question.
public struct Answer: Codable, Sendable {
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

    /// How sure an answer is.
    public enum Tier: String, Codable, Sendable {
        /// Every word that says something is accounted for by the records given.
        case answer
        /// The records come nearest; ``Answer/unmatched`` has what they don't account for.
        case likely
        /// The question was understood; the archive doesn't tell.
        case none
        /// What is asked for was not understood.
        case notUnderstood = "not-understood"
    }

    /// The question as it was understood; nil where it was not.
    public var question: Question?
    public var tier: Tier
    public var outcome: Outcome
    public var items: [AnswerItem]
    /// How many of the first items fit the day that was asked for exactly, where others fit as well.
    public var exact: Int?
    /// How many tasks, documents or places there are, where that was asked.
    public var count: Int?
    public var notes: [AnswerNote]
    /// The parts of the question.
    public var slots: [Slot]
    /// Words that add nothing, as typed.
    public var dropped: [String]
    /// Words that the items don't account for, as typed.
    public var unmatched: [String]
    /// All ways in which the question was read, the likeliest first.
    public var readings: [ReadingScore]
    /// What a question that follows may leave unsaid.
    var context: Reading?

    enum CodingKeys: String, CodingKey {
        case question, tier, outcome, items, exact, count, notes, slots, dropped, unmatched, readings
    }
}

/// A way to read a question, and what speaks for it.
public struct ReadingScore: Codable, Equatable, Sendable {
    public var intent: Question.Intent
    public var score: Double
    /// What each feature of the question added.
    public var parts: [String: Double]
    /// What came of it; nil where it was not tried.
    public var tier: Answer.Tier?
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
    /// The days at which the task falls due, ISO 8601.
    public var limits: [String] = []
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
        /// It has no words; what it asks for was not understood.
        case nothingAsked = "nothing-asked"
        case notUnderstood = "not-understood"
        /// The archive has no documents of the area.
        case noArea = "no-area"
        /// Records of tasks like the one asked for; the values are their labels and texts.
        case nearTasks = "near-tasks"
        /// Which of several versions is given.
        case version
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
        /// Not all records are listed.
        case cut
        /// Units with a name near the one asked for have records of their own; the values are their names.
        case nearUnits = "near-units"
        /// The document itself is not in the archive: what others say of it is.
        case citedOnly = "cited-only"
    }

    public var code: Code
    /// What was asked for.
    public var subject: String?
    public var values: [String]
}
