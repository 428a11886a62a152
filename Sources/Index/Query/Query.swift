/// What is asked of an archive.
///
/// ```swift
/// let query = try Query(parsing: "lead:科技局 (装配式 OR \"以旧换新\") -year:2019")
/// ```
public indirect enum Query: Equatable, Sendable {
    /// Passages that hold the text. White space in it stands for any run of marks and white space, or for nothing.
    case phrase(String)
    /// Passages that hold the parts in any order, with at most so many other characters between them.
    case near([String], distance: Int)
    /// Passages with a run of words that fits: `?` stands for one character, `*` for any number.
    case wildcard(String)
    /// Passages to which the field gives a value that passes the test.
    case field(QueryField, FieldTest)
    /// Passages that fit all of `must` and none of `mustNot`; where there is no `must`, one of `should`. What fits `should`
    /// besides is the better for it.
    case boolean(must: [Query], should: [Query], mustNot: [Query])
    /// The same passages, with their scores multiplied.
    case boosted(Query, Double)
    /// All passages.
    case all

    /// The factors that a boost can have.
    static let boosts = 0.001...1000.0

    /// The texts whose places are worth marking: those not under a `mustNot`.
    var marked: [Query] {
        switch self {
        case .phrase, .near, .wildcard: [self]
        case .field(.text, .equals(let text)): [.phrase(text)]
        case .field, .all: []
        case .boolean(let must, let should, _): (must + should).flatMap(\.marked)
        case .boosted(let inner, _): inner.marked
        }
    }
}

/// The fields that a query can name.
public enum QueryField: String, CaseIterable, Sendable {
    /// The document's number (发文字号), in any brackets.
    case number
    /// A part of the document's title.
    case title
    /// The text of the passage: the same as no field.
    case text
    /// The label of the provision, as printed or as a number.
    case label
    /// A kind of record that stands at the passage, or its level: see ``PassageType``.
    case type
    /// The document's 公文种类.
    case kind
    /// A part of the name of an issuing office (发文机关).
    case issuer
    /// A unit with any role in a task that stands at the passage.
    case unit
    /// A unit that leads (牵头) a task that stands at the passage.
    case lead
    /// A role in a task that stands at the passage; beside `unit`, the role of this unit.
    case role
    /// The year of the document: of its number, else of its date, else of the issue.
    case year
    /// The document's date (成文日期).
    case signed
    /// A time limit that stands at the passage.
    case due
    /// The day from which the document has effect (施行日期).
    case effective
    /// Whether the document is in force: see ``DocumentStatus``.
    case status
    /// The number or label of an article (条); what stands under it counts.
    case article
    /// A part of the name of the indicator of a target that stands at the passage.
    case indicator
    /// The value of a target that stands at the passage; beside `indicator`, of this one.
    case value
    /// An instrument that is cited at the passage: its number, or a part of its title.
    case cites
    /// The day on which the document's period of validity ends (失效日期).
    case expires
    /// An instrument that the passage repeals (废止), as in `cites`.
    case repeals
    /// An instrument that the passage amends (修改), as in `cites`.
    case amends
    /// A part of the addressees (主送机关) of the document.
    case recipient
    /// The person whose duties (分工) stand at the passage.
    case person
    /// A day of an event (大事记) that stands at the passage.
    case date

    /// How values of a field compare.
    enum Order { case text, number, date }

    var order: Order {
        switch self {
        case .year, .value: .number
        case .signed, .due, .effective, .expires, .date: .date
        case .label, .article, .number, .title, .text, .type, .kind, .issuer, .unit, .lead, .role, .status, .indicator,
            .cites, .repeals, .amends, .recipient, .person:
            .text
        }
    }
}

/// What the value of a field is held against.
public enum FieldTest: Equatable, Sendable {
    /// The value; for dates, any day of a year or month that is named so.
    case equals(String)
    /// A pattern with `*` and `?`.
    case pattern(String)
    /// Bounds, each with the value and whether it is in; nil for none.
    case range(lower: FieldBound?, upper: FieldBound?)
}

/// An end of a range.
public struct FieldBound: Equatable, Sendable {
    public var value: String
    /// Whether the value itself is in the range.
    public var isIncluded: Bool

    public init(_ value: String, isIncluded: Bool) {
        self.value = value
        self.isIncluded = isIncluded
    }
}

/// What `status:` can ask for, on the day of the search.
public enum DocumentStatus: String, Codable, CaseIterable, Sendable {
    /// 有效: nothing in the archive speaks against it.
    case effective
    /// 尚未施行.
    case pending
    /// 失效: its period of validity has ended.
    case expired
    /// 废止: another document of the archive repeals it.
    case repealed

    /// Reads a status in English or Chinese; nil where it is none.
    public init?(_ value: String) {
        switch value {
        case "有效", "现行有效": self = .effective
        case "尚未施行", "未施行": self = .pending
        case "失效": self = .expired
        case "废止", "已废止": self = .repealed
        default:
            guard let status = DocumentStatus(rawValue: value) else { return nil }
            self = status
        }
    }
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
        /// The field has no order, so that it takes no range.
        case noRange(QueryField)
        /// A range is not of the form `[a TO b]`.
        case badRange
        /// A number should stand behind `^` or `~`.
        case missingNumber
        /// White space and ignorable characters only.
        case blankPhrase
        /// Brackets stand in brackets more than ``QueryParser/maximumDepth`` times.
        case tooDeep
    }

    public var problem: Problem
    /// Where it is, counted in characters of the query from 0.
    public var offset: Int
}
