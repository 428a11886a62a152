import Extract

/// A word of a question and what it may mean.
struct QuestionToken: Equatable {
    enum Kind: Equatable {
        /// A document's number, or a title in 《》.
        case document(String)
        /// The label of a task.
        case label(String)
        /// The label of an article.
        case article(String)
        case dates(AskedDates)
        /// A text in quotation marks.
        case quoted(String)
        /// A word that asks: 谁, which, 吗.
        case asks(Asked)
        /// A word for what can be asked for: 任务, document.
        case noun(Asked)
        /// What the question says of its parts; some words have several meanings.
        case predicate([Predicate])
        /// 由, 被, by: the unit or instrument that does it stands behind.
        case by
        /// Words that add nothing.
        case particle
        /// A word that isn't in the lexicon.
        case text
    }

    /// What a predicate asks for by its form: 牵头单位 for a unit, 完成时限 for a time.
    enum Form: Equatable { case plain, unit, time }

    var kind: Kind
    /// In Unicode scalars of the question.
    var range: Range<Int>
    var form = Form.plain

    var isContent: Bool {
        switch kind {
        case .particle, .noun, .by, .asks: false
        default: true
        }
    }
}

/// What a question asks for.
enum Asked: Equatable {
    case unit, person, task, document, time, amount
    /// Anything: 什么, what.
    case thing
    /// Whether it is so.
    case whether
}

/// What a question can say of its parts.
enum Predicate: Equatable {
    case role(AssignmentRecord.Role?)
    /// 完成, due.
    case due
    case cites(CitationRecord.Relation?)
    /// 有效, in force.
    case force
    /// 施行, take effect.
    case effect
    /// 失效, expire.
    case expiry
    case target
    case issue
    case interpret
    case says
    case defines
    case title, number, recipients
    /// 分管, oversees.
    case duty
    /// 发生, happened.
    case event
}

extension QuestionToken.Kind {
    var isText: Bool {
        switch self {
        case .text, .quoted: true
        default: false
        }
    }
}
