import Extract

/// What a word that asks and a predicate ask for together.
struct Production {
    var intent: Question.Intent
    /// Which parts the question can have.
    var takesUnit = false
    var takesTopic = false
    var takesDocument = true
    var takesDates = false
    var takesRole = false

    private init(_ intent: Question.Intent, _ parts: Part...) {
        self.intent = intent
        takesUnit = parts.contains(.unit)
        takesTopic = parts.contains(.topic)
        takesDates = parts.contains(.dates)
        takesRole = parts.contains(.role)
    }

    private enum Part { case unit, topic, dates, role }

    private static let units = Production(.units, .topic, .dates)
    private static let tasks = Production(.tasks, .unit, .topic, .dates, .role)
    private static let confirmation = Production(.confirmation, .unit, .topic)
    static let deadlines = Production(.deadlines, .unit, .topic, .dates, .role)
    private static let dueDate = Production(.dueDate, .unit, .topic)
    private static let targets = Production(.targets, .topic, .dates)
    private static let documents = Production(.documents, .unit, .dates)
    private static let status = Production(.status)
    static let provision = Production(.provision)
    static let definition = Production(.definition, .topic)

    /// The production for a word that asks and a predicate; nil where they ask for nothing that records tell.
    ///
    /// - Parameter isSubject: Whether the word that asks stands before the predicate, as its subject: 哪些文件依据, which documents cite.
    static func of(_ asked: Asked, _ predicate: Predicate, isSubject: Bool) -> Production? {
        switch (predicate, asked) {
        case (.role, .unit), (.role(nil), .thing): units
        case (.role, .task), (.role, .thing): tasks
        case (.role, .whether): confirmation
        case (.role, .time), (.due, .time): dueDate
        case (.due, .task), (.due, .thing): deadlines
        case (.due, .unit): units
        case (.cites, .document): Production(isSubject ? .citing : .cited)
        case (.cites, .thing), (.cites, .unit): Production(isSubject ? .citing : .cited)
        case (.cites(.repeals), .whether), (.force, .whether), (.expiry, .whether), (.effect, .whether): status
        case (.cites, .whether): nil
        case (.cites(.repeals), .time): status
        case (.effect, .time): Production(.effective)
        case (.expiry, .time): Production(.expiry)
        case (.issue, .time): Production(.signed)
        case (.issue, .unit): Production(.issuer)
        case (.issue, .document), (.issue, .thing): documents
        case (.target, .amount), (.target, .thing), (.target, .task): targets
        case (.interpret, .unit), (.interpret, .thing), (.interpret, .person): Production(.interpreter)
        case (.says, .thing), (.says, .task): provision
        case (.defines, .thing): definition
        case (.title, .thing): Production(.title)
        case (.number, .thing), (.number, .amount): Production(.number)
        case (.recipients, .unit), (.recipients, .thing): Production(.recipients)
        case (.duty, .unit), (.duty, .thing), (.duty, .task):
            isSubject ? Production(.officials, .unit) : Production(.duties, .unit)
        case (.duty, .person): Production(.officials, .unit)
        case (.event, .thing), (.event, .task): Production(.events, .topic, .dates)
        default: nil
        }
    }

    /// The production for a word that asks without any predicate.
    static func of(_ asked: Asked) -> Production? {
        switch asked {
        case .amount: targets
        case .task: tasks
        case .document: documents
        default: nil
        }
    }
}
