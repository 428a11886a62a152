public import Index

/// Answers questions in plain language from an archive.
///
/// ```swift
/// let answer = try Responder(archive).answer("第53项任务由哪个单位牵头？")
/// answer.items.first?.values.first?.text   // "沈河区政府"
/// ```
///
/// Answers are records of the archive, each with its quote and place. Nothing is guessed: a question that fits several places
/// gives them all, and one that the archive can't answer gives none and says why.
public struct Responder: Sendable {
    let archive: Archive
    /// The day on which documents are in force or not, and from which this year is counted; ISO 8601.
    public var today: String

    /// - Parameter today: ISO 8601; the current day where nil.
    public init(_ archive: Archive, today: String? = nil) {
        self.archive = archive
        self.today = today ?? SearchRequest(.all).today
    }

    /// Answers a question in Chinese or English.
    ///
    /// - Throws: ``QuestionError`` where the question is not understood; ``ArchiveError``.
    public func answer(_ text: String) throws -> Answer {
        let names = ArchiveNames(archive: archive)
        let answer = try answer(try QuestionGrammar.read(text, names: names, today: today))
        // A date may belong to the text that is asked about: 到2022年建设一所学校由谁牵头.
        guard answer.outcome == .nothing, answer.question.dates != nil, answer.question.topic != nil,
            let other = try? QuestionGrammar.read(text, names: names, today: today, readsDates: false)
        else { return answer }
        let second = try self.answer(other)
        return second.outcome == .nothing ? answer : second
    }

    /// Answers a question that has been understood.
    public func answer(_ question: Question) throws -> Answer {
        var reply = Reply(question: question, archive: archive, today: today)
        // A document that isn't there has no tasks and no articles, but others may speak of it.
        if let name = question.document, ![.citing, .status].contains(question.intent),
            try archive.documents(matching: name).isEmpty
        {
            reply.note(.noDocument, name, try like(name))
            return reply.answer(isList: false)
        }
        switch question.intent {
        case .units: try reply.units()
        case .tasks: try reply.tasks()
        case .confirmation: try reply.confirmation()
        case .deadlines: try reply.deadlines()
        case .dueDate: try reply.dueDates()
        case .targets: try reply.targets()
        case .citing: try reply.citing()
        case .cited: try reply.cited()
        case .status: try reply.status()
        case .effective, .expiry, .interpreter: try reply.validity()
        case .signed, .issuer, .title, .number, .recipients: try reply.heads()
        case .provision: try reply.provisions()
        case .definition: try reply.definitions()
        case .documents: try reply.documents()
        case .duties, .officials: try reply.duties()
        case .events: try reply.events()
        }
        if let area = question.area {
            reply.items.removeAll { !Reply.isOf($0.document, area: area) }
            reply.note(.area, area)
        }
        return reply.answer(isList: Self.lists.contains(question.intent))
    }

    /// What asks for a list, so that many items are one answer.
    private static let lists: Set<Question.Intent> = [
        .tasks, .deadlines, .citing, .cited, .documents, .events, .officials,
    ]

    private func like(_ name: String) throws -> [String] {
        let numbers = try archive.namesLike(name, of: .number)
        return numbers.isEmpty ? try archive.namesLike(name, of: .title) : numbers
    }
}

/// An answer in the making.
struct Reply {
    var question: Question
    let archive: Archive
    let today: String
    var items: [AnswerItem] = []
    var exact: Int?
    /// Whether the items have not the very name that was asked for, but one near it.
    var isNearest = false
    private var notes: [AnswerNote] = []

    init(question: Question, archive: Archive, today: String) {
        self.question = question
        self.archive = archive
        self.today = today
    }

    mutating func note(_ code: AnswerNote.Code, _ subject: String? = nil, _ values: [String] = []) {
        notes.append(AnswerNote(code: code, subject: subject, values: values))
    }

    func answer(isList: Bool) -> Answer {
        let outcome: Answer.Outcome =
            items.isEmpty ? .nothing : isNearest ? .nearest : isList || items.count == 1 ? .answered : .several
        return Answer(question: question, outcome: outcome, items: items, exact: exact, notes: notes)
    }

    /// The unit of the question as the archive names it; nil where it knows none, which is noted.
    mutating func unit() throws -> (name: String, area: String?)? {
        guard let name = question.unit else { return nil }
        guard let unit = try ArchiveNames(archive: archive).unit(name) else {
            note(.noUnit, name, try archive.namesLike(name, of: .unit))
            return nil
        }
        if let area = unit.area { note(.area, area) }
        return unit
    }

    static func isOf(_ document: DocumentSummary, area: String?) -> Bool {
        guard let area else { return true }
        return document.title.contains(area) || document.issuers.contains { $0.contains(area) }
    }
}
