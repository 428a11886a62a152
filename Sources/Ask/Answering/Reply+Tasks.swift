import Extract
import Index

/// Questions about tasks, their units and limits.
extension Reply {
    mutating func units() throws {
        let tasks = try askedTasks()
        items = tasks.map { hit in
            let (values, others) = split(hit.task.assignments)
            return item(hit, values: values, others: others)
        }
    }

    mutating func tasks() throws {
        var filter = TaskFilter(document: question.document, label: nil, unit: nil, role: question.role)
        filter.text = question.topic
        filter.year = question.dates?.year
        let unit = try unit()
        if question.unit != nil, unit == nil { return }
        filter.unit = unit?.name
        var found = try archive.tasks(filter).filter { Self.isOf($0.document, area: unit?.area) }
        if let label = question.label { found = found.filter { TaskLabel.fits($0.task, label) } }
        if let dates = question.dates, dates.year == nil {
            found = found.filter { hit in hit.task.deadlines.contains { Self.falls($0.date, in: dates.bounds) } }
        }
        items = found.map { hit in
            let own = hit.task.assignments.filter { assignment in unit.map { names(assignment, $0.name) } ?? true }
            return item(hit, values: own.map { AnswerValue($0.unit, role: $0.role) }, others: [])
        }
        if items.isEmpty { note(.noTask, question.topic ?? question.unit) }
    }

    /// Whether a unit has a role: the units that have it are the answer, with the unit asked for first.
    mutating func confirmation() throws {
        let unit = try unit()
        if question.unit != nil, unit == nil { return }
        let tasks = try askedTasks()
        items = tasks.map { hit in
            let (values, others) = split(hit.task.assignments)
            guard let unit else { return item(hit, values: values, others: others) }
            let own = values.filter { $0.text.hasSuffix(unit.name) }
            return item(hit, values: own, others: values.filter { !own.contains($0) } + others)
        }
    }

    mutating func deadlines() throws {
        var filter = RecordFilter(document: question.document, text: question.topic)
        filter.dates = question.dates?.bounds
        filter.role = question.role
        filter.label = question.label
        let unit = try unit()
        if question.unit != nil, unit == nil { return }
        filter.unit = unit?.name
        var found = try archive.deadlines(filter).filter { Self.isOf($0.document, area: unit?.area) }
        if question.dates?.isLimit == true, let last = question.dates?.bounds.last {
            // What is due on that very day comes first, then what was due before, the latest first.
            let ordered = found.enumerated().sorted {
                ($1.element.record.date ?? "", $0.offset) < ($0.element.record.date ?? "", $1.offset)
            }
            found = ordered.map(\.element)
            exact = found.prefix { $0.record.date == last }.count
        }
        items = found.map { hit in
            let units = hit.task?.assignments.map { AnswerValue($0.unit, role: $0.role) } ?? []
            return AnswerItem(
                document: hit.document, record: hit.task?.id ?? hit.record.provision,
                label: hit.task?.label ?? hit.label,
                path: hit.task?.path ?? hit.path, subject: hit.task?.text ?? hit.text,
                values: [AnswerValue(hit.record.date ?? hit.record.quote)], others: units, quote: hit.record.quote,
                line: hit.record.span.start.line, column: hit.record.span.start.column, page: hit.record.span.start.page
            )
        }
        guard items.isEmpty else { return }
        // Who asks what a unit has to do, without a day, asks for its tasks.
        if question.dates == nil, question.unit != nil {
            question.intent = .tasks
            try tasks()
        } else if question.unit == nil, question.dates != nil {
            // Who asks what someone did on a day may mean an event.
            question.intent = .events
            try events()
        } else {
            note(.notSaid)
        }
    }

    mutating func dueDates() throws {
        let tasks = try askedTasks()
        items = tasks.map { hit in
            let dates = hit.task.deadlines.map { AnswerValue($0.date ?? $0.quote ?? "") }
            var item = item(hit, values: dates, others: [])
            if let quote = hit.task.deadlines.first?.quote { item.quote = quote }
            return item
        }
        // Tasks without a limit say nothing of it where others do.
        if items.contains(where: { !$0.values.isEmpty }) { items.removeAll(where: \.values.isEmpty) }
    }

    // MARK: Tasks that are asked about

    private mutating func askedTasks() throws -> [TaskHit] {
        var filter = TaskFilter(document: question.document)
        filter.text = question.topic
        if question.intent == .units { filter.year = question.dates?.year }
        guard question.document != nil || question.topic != nil || question.label != nil else {
            throw QuestionError(problem: .missing(.topic))
        }
        let all = try archive.tasks(filter)
        let found = question.label.map { TaskLabel.tasks(all, label: $0) } ?? all
        if found.isEmpty {
            note(.noTask, question.label ?? question.topic)
        } else if question.label == nil, let topic = question.topic {
            return named(by: topic, in: found)
        }
        return found
    }

    /// The tasks whose text begins with the topic, where there are any: who asks for a task by its first words means it.
    private func named(by topic: String, in tasks: [TaskHit]) -> [TaskHit] {
        let key = QuestionText(topic).folded
        let exact = tasks.filter { hit in
            let text = QuestionText(hit.task.text).folded
            let heading = text.prefix { !"。，；：".unicodeScalars.contains($0) }
            return key.count >= 4 && (heading.elementsEqual(key) || key.count >= 10 && text.starts(with: key))
        }
        return exact.isEmpty ? tasks : exact
    }

    private func split(_ assignments: [AssignmentRecord]) -> (values: [AnswerValue], others: [AnswerValue]) {
        let wanted: Set<AssignmentRecord.Role>? =
            switch question.role {
            case nil: nil
            // Who leads is responsible as well.
            case .responsible?: [.lead, .responsible]
            case let role?: [role]
            }
        let values = assignments.filter { wanted?.contains($0.role) ?? true }
        let others = assignments.filter { !(wanted?.contains($0.role) ?? true) }
        return (
            values.map { AnswerValue($0.unit, role: $0.role) }, others.map { AnswerValue($0.unit, role: $0.role) }
        )
    }

    private func item(_ hit: TaskHit, values: [AnswerValue], others: [AnswerValue]) -> AnswerItem {
        let units = Set(values.map(\.text))
        let source = hit.task.assignments.first { units.contains($0.unit) } ?? hit.task.assignments.first
        let place = (source?.span ?? hit.task.span).start
        return AnswerItem(
            document: hit.document, record: hit.task.id, label: hit.task.label, path: hit.task.path,
            subject: hit.task.text,
            values: values, others: others, quote: source?.quote ?? "", line: place.line, column: place.column,
            page: place.page)
    }

    private func names(_ assignment: AssignmentRecord, _ unit: String) -> Bool {
        let name = QuestionText(assignment.unit).folded
        let asked = QuestionText(unit).folded
        return name.count >= asked.count && name.suffix(asked.count).elementsEqual(asked)
    }

    private static func falls(_ date: String?, in bounds: DateBounds) -> Bool {
        guard let date, !date.hasPrefix("-") else { return false }
        return (bounds.first.map { date >= $0 } ?? true) && (bounds.last.map { date <= $0 + "~" } ?? true)
    }
}

/// Labels of tasks as questions name them.
enum TaskLabel {
    /// The tasks that a label names: those with this very label, else those with this number in another form.
    static func tasks(_ hits: [TaskHit], label: String) -> [TaskHit] {
        let exact = hits.filter { fits($0.task, label) }
        if !exact.isEmpty { return exact }
        guard let number = number(label) else { return [] }
        return hits.filter { $0.task.label.flatMap(self.number) == number }
    }

    /// Whether a task has the label; of several parts, as 三（四）, the first are those of the headings above.
    static func fits(_ task: TaskRecord, _ label: String) -> Bool {
        var parts = parts(of: label)
        guard let last = parts.popLast(), let own = task.label else { return false }
        if key(own) == key(label) { return true }
        guard key(own) == last else { return false }
        var above = task.path.map { self.parts(of: $0).first ?? "" }[...]
        for part in parts {
            guard let found = above.firstIndex(of: part) else { return false }
            above = above[(found + 1)...]
        }
        return true
    }

    private static func key(_ label: String) -> String {
        let folded = QuestionText(label).folded.filter { !$0.properties.isWhitespace }
        return String(
            String.UnicodeScalarView(folded.reversed().drop { ".、,。:".unicodeScalars.contains($0) }.reversed()))
    }

    /// 三（四） is 三 and （四）; 3.1 is one part.
    private static func parts(of label: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for scalar in key(label).unicodeScalars {
            if scalar == "、" || scalar == "(" && !part.isEmpty {
                parts.append(part)
                part = ""
            }
            if scalar != "、" { part.unicodeScalars.append(scalar) }
            if scalar == ")" {
                parts.append(part)
                part = ""
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    /// The number of a label in any form: 3, 三, （三）, 第三.
    private static func number(_ label: String) -> Int? {
        LabelNumber.value(key(label).filter { !"()第项".contains($0) })
    }
}
