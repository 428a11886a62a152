import Extract
import Index

/// An answer in the making.
struct Reply {
    var reading: Reading
    let names: ArchiveNames
    let today: String
    var items: [AnswerItem] = []
    var exact: Int?
    var count: Int?
    /// Whether the items have not the very name that was asked for, but one near it.
    var isNearest = false
    /// Words that the items don't account for, as typed.
    var unmatched: [String] = []
    /// Parts of the question that this answer has taken into account: `unit`, `label`, `dates`, `area`, `matter`.
    var used: Set<String> = []
    private(set) var notes: [AnswerNote] = []

    var question: Question { reading.question }
    var archive: Archive { names.archive }

    init(reading: Reading, names: ArchiveNames, today: String) {
        self.reading = reading
        self.names = names
        self.today = today
    }

    mutating func note(_ code: AnswerNote.Code, _ subject: String? = nil, _ values: [String] = []) {
        let note = AnswerNote(code: code, subject: subject, values: values)
        if !notes.contains(note) { notes.append(note) }
    }

    /// Finds the items.
    mutating func make() throws {
        if try isContradicted() { return }
        switch question.intent {
        case .units: try units()
        case .tasks: try tasks()
        case .confirmation: try confirmation()
        case .ranking: try ranking()
        case .taskCount: try taskCount()
        case .deadlines: try deadlines()
        case .dueDate: try dueDates()
        case .targets: try targets()
        case .citing: try citing()
        case .cited: try cited()
        case .status: try status()
        case .effective, .expiry, .interpreter: try validity()
        case .inEffect, .lapsing: try turning()
        case .signed, .issuer, .title, .number, .recipients: try heads()
        case .provision: try provisions()
        case .definition: try definitions()
        case .documents: try listDocuments()
        case .duties, .officials, .oversees: try duties()
        case .events: try events()
        case .obligations: try obligations()
        case .comparison: try comparison()
        case .passages: try passages()
        }
        dropUnaccounted()
    }

    /// Whether a part of the question names what the archive doesn't have; which is noted.
    private mutating func isContradicted() throws -> Bool {
        if reading.features.contains("unit.unknown"), question.intent.needsKnownUnits, question.intent != .documents {
            note(.noUnit, question.unit, names.units.like(try archive.key(question.unit ?? "")))
            return true
        }
        if let places = reading.places, places.isEmpty {
            note(.noArea, question.area)
            return true
        }
        if let mention = reading.documents, mention.documents.isEmpty, ![.citing, .status].contains(question.intent) {
            note(.noDocument, question.document, try archive.namesLike(question.document ?? "", of: .number))
            return true
        }
        if let mention = reading.documents, !mention.documents.isEmpty, scope?.isEmpty ?? false {
            note(.noDocument, [question.area, question.document].compactMap(\.self).joined())
            return true
        }
        return false
    }

    /// An answer that leaves out a unit, label or day that was named is none.
    private mutating func dropUnaccounted() {
        guard !items.isEmpty else { return }
        var left: [String] = []
        if question.unit != nil, !used.contains("unit") { left.append(question.unit ?? "") }
        if let label = question.label, !used.contains("label") { left.append(label) }
        if let dates = question.dates, !used.contains("dates"), !fits(dates) { left.append(dates.text) }
        if !left.isEmpty {
            items = []
            note(.notSaid, left.joined(separator: "、"))
        }
    }

    /// Whether days name the year of the documents that answer.
    private func fits(_ dates: AskedDates) -> Bool {
        guard let year = dates.year else { return false }
        return items.allSatisfy { $0.document.year == year || $0.document.title.contains(String(year)) }
    }

    /// The documents that the question is about, as indices; nil for all.
    var scope: [Int]? {
        guard let mention = reading.documents, !mention.documents.isEmpty else { return reading.places?.sorted() }
        return mention.documents.filter { reading.places?.contains($0) ?? true }
    }

    func keys(_ indices: [Int]?) -> [Int64]? { indices?.map { names.documents[$0].key } }

    func answer() -> Answer {
        let outcome: Answer.Outcome =
            items.isEmpty
            ? .nothing
            : isNearest || !unmatched.isEmpty
                ? .nearest
                : Self.lists.contains(question.intent) || items.count == 1 ? .answered : .several
        let tier: Answer.Tier =
            switch outcome {
            case .nothing: .none
            case .nearest: .likely
            case .answered, .several: .answer
            }
        return Answer(
            question: question, tier: tier, outcome: outcome, items: items, exact: exact, count: count, notes: notes,
            slots: reading.slots.sorted { $0.start < $1.start }, dropped: reading.dropped, unmatched: unmatched,
            readings: [], context: reading)
    }

    /// What asks for a list, so that many items are one answer.
    private static let lists: Set<Question.Intent> = [
        .tasks, .deadlines, .citing, .cited, .documents, .events, .officials, .ranking, .inEffect, .lapsing,
        .obligations,
        .comparison,
    ]

    // MARK: Items

    func item(
        _ document: Int, record: String? = nil, label: String? = nil, path: [String] = [], subject: String? = nil,
        values: [AnswerValue], others: [AnswerValue] = [], quote: String, at span: PlaceRecord
    ) -> AnswerItem {
        AnswerItem(
            document: names.documents[document].summary, record: record, label: label, path: path, subject: subject,
            values: values, others: others, quote: quote, line: span.line, column: span.column, page: span.page)
    }
}

extension AskedDates {
    /// The days as they are read out.
    var text: String { bounds.recurring ?? [bounds.first, bounds.last].compactMap(\.self).joined(separator: "—") }
}
