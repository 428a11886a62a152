/// What is asked of an archive.
///
/// ```swift
/// let query = try Query(parsing: "lead:科技局 (装配式 OR \"以旧换新\") -year:2019")
/// ```
public indirect enum Query: Equatable, Sendable {
    /// Passages that hold the text.
    case literal(String)
    /// Passages to which the field gives the value.
    case field(QueryField, String)
    /// Passages that fit every part.
    case and([Query])
    /// Passages that fit one part or more.
    case or([Query])
    /// Passages that don't fit.
    case not(Query)

    /// The literals whose places are worth marking: those not under a `not`.
    var literals: [String] {
        switch self {
        case .literal(let text): [text]
        case .field, .not: []
        case .and(let parts), .or(let parts): parts.flatMap(\.literals)
        }
    }
}

/// The fields that a query can name.
public enum QueryField: String, CaseIterable, Sendable {
    /// The document's number (发文字号), in any brackets.
    case number
    /// A part of the document's title.
    case title
    /// A unit with any role in a task that stands at the passage.
    case unit
    /// A unit that leads (牵头) a task that stands at the passage.
    case lead
    /// A kind of record that stands at the passage, or its level: see ``PassageType``.
    case type
    /// The year of the document: of its number, else of its date, else of the issue.
    case year
    /// A part of the name of an issuing office (发文机关).
    case issuer
    /// The document's 公文种类.
    case kind
    /// The label of the provision, as printed or as a number.
    case label
}

/// What `type:` can ask for.
public enum PassageType: String, CaseIterable, Sendable {
    // Records that stand at a provision.
    case task, target, deadline, citation
    // Levels of provisions.
    case part, chapter, section, article, heading, paragraph, item, subitem, table
    // What stands outside the provisions.
    case title, number, byline, recipients, signature, date, adoption, annotation, cc, printing

    /// Whether records of this type stand at provisions, rather than that a passage is of this type.
    var isRecord: Bool { [.task, .target, .deadline, .citation].contains(self) }
}

/// A query that can't be read.
public struct QuerySyntaxError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Problem: Equatable, Sendable {
        /// Nothing is asked.
        case empty
        /// A quotation mark is never closed.
        case unclosedQuote
        /// A bracket is never closed.
        case unclosedBracket
        /// A bracket closes that was never opened.
        case unopenedBracket
        /// Something to search for should stand here.
        case missingTerm
        /// There is no such field.
        case unknownField(String)
        /// The field doesn't take this value.
        case badValue(QueryField, String)
        /// White space and ignorable characters only.
        case blankLiteral
        /// Brackets stand in brackets more than ``QueryParser/maximumDepth`` times.
        case tooDeep
    }

    public var problem: Problem
    /// Where it is, counted in characters of the query from 0.
    public var offset: Int
}
