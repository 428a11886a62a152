public import Extract
public import Index

/// A question as it was understood: what is asked for, and of what.
public struct Question: Codable, Equatable, Sendable {
    /// What is asked for.
    public enum Intent: String, Codable, CaseIterable, Sendable {
        /// The units with a role in tasks.
        case units
        /// The tasks of a unit.
        case tasks
        /// Whether a unit has a role in a task.
        case confirmation
        /// What has a time limit among certain days.
        case deadlines
        /// The time limits of tasks.
        case dueDate = "due-date"
        /// The values of targets.
        case targets
        /// The documents that cite an instrument.
        case citing
        /// The instruments that a document cites.
        case cited
        /// Whether a document is in force.
        case status
        /// The day from which a document has effect, until which it has, and on which it was made.
        case effective, expiry, signed
        /// What the head and foot of a document tell.
        case issuer, title, number, recipients
        /// Who interprets a document.
        case interpreter
        /// What a document, or an article of it, says.
        case provision
        /// What a term means.
        case definition
        /// The documents of an office or year.
        case documents
        /// What an official is in charge of.
        case duties
        /// Which official is in charge of a unit.
        case officials
        /// Whether an official is in charge of a unit or field.
        case oversees
        /// What happened.
        case events
        /// Which units have most tasks.
        case ranking
        /// How many tasks documents have.
        case taskCount = "task-count"
        /// The documents that take effect, or cease to have it, on certain days.
        case inEffect = "in-effect", lapsing
        /// What someone must, must not or may do.
        case obligations
        /// Two documents side by side.
        case comparison
        /// Passages that have the words of the question.
        case passages

        /// Whether records in documents are asked for, rather than documents.
        var isOfRecords: Bool {
            switch self {
            case .units, .tasks, .confirmation, .deadlines, .dueDate, .targets, .officials, .oversees, .events,
                .obligations, .definition, .passages:
                true
            default: false
            }
        }

        /// Whether a unit in the question is one of those that have tasks or stand under officials.
        var needsKnownUnits: Bool {
            switch self {
            case .units, .tasks, .confirmation, .deadlines, .dueDate, .officials, .oversees, .documents, .ranking: true
            default: false
            }
        }
    }

    public var intent: Intent
    /// The role that is asked for; nil for any.
    public var role: AssignmentRecord.Role?
    /// The relation that is asked for; nil for any.
    public var relation: CitationRecord.Relation?
    /// A document's number, or its title or a part of it.
    public var document: String?
    /// The label of a task.
    public var label: String?
    /// The label of an article.
    public var article: String?
    public var unit: String?
    /// An official.
    public var person: String?
    /// The area whose documents are asked about.
    public var area: String?
    /// What the question is about beside these: a text.
    public var topic: String?
    public var dates: AskedDates?
    /// Whether the question was put in English.
    public var isEnglish = false
}

/// The days that a question names.
public struct AskedDates: Codable, Equatable, Sendable {
    public var bounds: DateBounds
    /// Whether the last day is a limit: by June 2019, rather than in June 2019.
    public var isLimit: Bool
    /// The year, where a year and no more is named.
    public var year: Int?
}

/// A part of a question with a form, or words of what it is about.
public struct Slot: Codable, Equatable, Sendable {
    /// `asks`, `document`, `unit`, `person`, `place`, `label`, `article`, `dates` or `topic`.
    public var kind: String
    /// As typed.
    public var text: String
    /// In Unicode scalars of the question from 0, the end not included.
    public var start: Int
    public var end: Int
}

/// A question that can't be read.
public struct QuestionError: Error, Equatable, Sendable {
    public enum Problem: Equatable, Sendable {
        /// It has no words.
        case nothingAsked
        /// What is asked for is not among what records tell.
        case unknownRequest
    }

    public var problem: Problem
}
