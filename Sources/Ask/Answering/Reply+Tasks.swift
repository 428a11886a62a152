import Extract
import Index

/// Questions about tasks and their units.
extension Reply {
    mutating func units() throws {
        let found = try records(of: try askedTasks())
        items = found.map { candidate, task in
            let (values, others) = split(task.assignments)
            return item(candidate, task, values: values, others: others)
        }
        try noteMissingTasks()
    }

    mutating func tasks() throws {
        guard let unit = reading.unit else { return }
        if reading.isCount || reading.matter.isEmpty && question.label == nil && question.dates == nil {
            let counts = try archive.taskCounts(units: unit.keys, role: question.role, documents: keys(scope))
            count = counts.reduce(0) { $0 + $1.count }
        }
        var found = try askedTasks()
        if found.isEmpty, question.role == .support {
            // Who takes part without leading does so by whatever word.
            reading.question.role = nil
            found = try askedTasks()
        }
        if reading.isCount { count = found.count }
        if found.count > Self.mostRecords {
            note(.cut, nil, [String(found.count)])
            found = Array(found.prefix(Self.mostRecords))
        }
        let keys = Set(unit.keys)
        items = try records(of: found).map { candidate, task in
            let own = try task.assignments.filter { keys.contains(try archive.key($0.unit)) }
            return item(candidate, task, values: own.map { AnswerValue($0.unit, role: $0.role) }, others: [])
        }
        if let dates = question.dates, dates.year == nil {
            used.insert("dates")
            items = items.filter { item in item.limits.contains { Self.falls($0, in: dates.bounds) } }
        }
        let near = names.units.like(unit.keys[0]).filter { !unit.keys.contains($0) }
        if !near.isEmpty { note(.nearUnits, question.unit, near) }
        if items.isEmpty { note(.noTask, question.topic ?? question.unit) }
    }

    /// The most records that are read for one answer.
    static let mostRecords = 300

    /// Whether a unit has a role: the units that have it are the answer, with the unit asked for first.
    mutating func confirmation() throws {
        guard let unit = reading.unit else { return }
        let role = question.role
        // The tasks are those that the rest of the question names, whoever has them.
        reading.unit = nil
        let found = try records(of: try askedTasks())
        reading.unit = unit
        used.insert("unit")
        let keys = Set(unit.keys)
        let archive = archive
        func isOwn(_ assignment: AssignmentRecord) throws -> Bool {
            try keys.contains(archive.key(assignment.unit))
                && (role == nil || assignment.role == role || role == .responsible)
        }
        items = try found.map { candidate, task in
            let own = try task.assignments.filter(isOwn)
            let others = try task.assignments.filter { try !isOwn($0) }
            return item(
                candidate, task, values: own.map { AnswerValue($0.unit, role: $0.role) },
                others: others.map { AnswerValue($0.unit, role: $0.role) })
        }
        try noteMissingTasks()
    }

    mutating func ranking() throws {
        let year = question.dates?.year
        if year != nil { used.insert("dates") }
        var byUnit: [String: (count: Int, documents: [Int: Int])] = [:]
        for row in try archive.taskCounts(units: nil, role: question.role, documents: keys(scope)) {
            guard let document = names.index(of: row.document),
                year == nil || names.documents[document].summary.year == year
            else { continue }
            byUnit[row.unit, default: (0, [:])].count += row.count
            byUnit[row.unit]?.documents[document, default: 0] += row.count
        }
        let ranked = byUnit.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let most = ranked.first?.value.count else { return }
        count = most
        items = ranked.prefix(10).compactMap { unit, counts in
            guard let document = counts.documents.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
                return nil
            }
            return documentItem(
                document, values: [AnswerValue(unit, role: question.role), AnswerValue(String(counts.count))])
        }
        if !reading.matter.isEmpty { unmatched += reading.matter.words.map(\.text) }
    }

    mutating func taskCount() throws {
        guard scope != nil || question.dates?.year != nil else { return }
        let rows = try archive.taskCounts(units: nil, role: nil, documents: keys(scope))
        let documents = Set(rows.map(\.document)).compactMap(names.index(of:)).filter {
            question.dates?.year == nil || names.documents[$0].summary.year == question.dates?.year
        }.sorted()
        if question.dates?.year != nil { used.insert("dates") }
        items = try documents.map { index in
            let entries = try archive.taskEntries(documents: keys([index]))
            return documentItem(index, values: [AnswerValue(String(entries.count))])
        }
        count = items.compactMap { $0.values.first.flatMap { Int($0.text) } }.reduce(0, +)
        try weighMatter()
        unmatched += reading.matter.words.filter { $0.weight >= 0.25 }.map(\.text)
    }

    // MARK: Parts of answers

    private mutating func noteMissingTasks() throws {
        guard items.isEmpty else { return }
        note(.noTask, question.label ?? question.topic)
        guard let label = question.label, let scope, let index = scope.first, scope.count == 1 else { return }
        // What comes near: the labels that the document has.
        let labels = try archive.taskEntries(documents: keys([index])).compactMap(\.label)
        if let first = labels.first, let last = labels.last, first != label {
            note(.nearTasks, nil, ["\(first)—\(last)"])
        }
    }

    private func split(_ assignments: [AssignmentRecord]) -> (values: [AnswerValue], others: [AnswerValue]) {
        let wanted: Set<AssignmentRecord.Role>? =
            switch question.role {
            case nil: nil
            // Who leads is responsible as well.
            case .responsible?: [.lead, .responsible]
            // Who takes part without leading does so by whatever word.
            case .support? where !assignments.contains { $0.role == .support }: [.responsible, .implement]
            case let role?: [role]
            }
        let values = assignments.filter { wanted?.contains($0.role) ?? true }
        let others = assignments.filter { !(wanted?.contains($0.role) ?? true) }
        return (
            values.map { AnswerValue($0.unit, role: $0.role) }, others.map { AnswerValue($0.unit, role: $0.role) }
        )
    }

    func item(
        _ candidate: TaskCandidate, _ task: TaskRecord, values: [AnswerValue], others: [AnswerValue]
    ) -> AnswerItem {
        let units = Set(values.map(\.text))
        let source = task.assignments.first { units.contains($0.unit) } ?? task.assignments.first
        var item = item(
            candidate.document, record: task.id, label: task.label, path: task.path, subject: task.text, values: values,
            others: others, quote: source?.quote ?? "", at: (source?.span ?? task.span).start)
        item.limits = task.deadlines.compactMap(\.date)
        return item
    }

    static func falls(_ date: String, in bounds: DateBounds) -> Bool {
        if let recurring = bounds.recurring { return date.contains(recurring.dropFirst()) }
        guard !date.hasPrefix("-") else { return false }
        return (bounds.first.map { date >= $0 } ?? true) && (bounds.last.map { date <= $0 + "~" } ?? true)
    }
}
