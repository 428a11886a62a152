import Extract
import Index

/// Questions about time limits.
extension Reply {
    mutating func deadlines() throws {
        try weighMatter()
        guard let dates = question.dates else { return }
        used.insert("dates")
        if reading.unit != nil { return try deadlinesOfUnit(dates) }
        var conditions = RecordConditions(documents: keys(scope))
        conditions.dates = dates.bounds
        let found = try archive.records(DeadlineRecord.self, in: .deadlines, conditions)
        let tasks = try archive.tasks(found.compactMap { entry in entry.record.task.map { (entry.document, $0) } })
        items = try found.compactMap { entry in
            guard let document = names.index(of: entry.document) else { return nil }
            let task = entry.record.task.flatMap { tasks[$0] }
            let own = try [task?.text, entry.text].compactMap(\.self).map { Haystack(try archive.key($0)) }
            let around = try entry.path.map { Haystack(try archive.key($0)) } + names.titles[document]
            guard MatterMatch(reading.matter, own: own, around: around).isWhole else { return nil }
            return limit(entry, task: task, document: document)
        }
        order(by: dates)
        if items.isEmpty { note(.notSaid, question.topic) }
    }

    private mutating func deadlinesOfUnit(_ dates: AskedDates) throws {
        let found = try records(of: try askedTasks().prefix(2000).map(\.self))
        items = found.flatMap { candidate, task in
            task.deadlines.compactMap { limit -> AnswerItem? in
                guard let date = limit.date, Self.falls(date, in: dates.bounds) else { return nil }
                var item = item(
                    candidate, task, values: [AnswerValue(date)],
                    others: task.assignments.map { AnswerValue($0.unit, role: $0.role) })
                item.quote = limit.quote ?? item.quote
                return item
            }
        }
        order(by: dates)
        if items.isEmpty { note(.notSaid, question.unit) }
    }

    private func limit(_ entry: RecordEntry<DeadlineRecord>, task: TaskRecord?, document: Int) -> AnswerItem {
        item(
            document, record: task?.id ?? entry.record.provision, label: task?.label ?? entry.label,
            path: task?.path ?? entry.path, subject: task?.text ?? entry.text,
            values: [AnswerValue(entry.record.date ?? entry.record.quote)],
            others: task?.assignments.map { AnswerValue($0.unit, role: $0.role) } ?? [], quote: entry.record.quote,
            at: entry.record.span.start)
    }

    /// What is due on the last day comes first, then what was due before, the latest first.
    private mutating func order(by dates: AskedDates) {
        guard dates.isLimit, let last = dates.bounds.last else { return }
        items = items.enumerated().sorted {
            ($1.element.values[0].text, $0.offset) < ($0.element.values[0].text, $1.offset)
        }.map(\.element)
        exact = items.prefix { $0.values[0].text == last }.count
        // What was due years before answers no question about that day.
        if let latest = items.first?.values[0].text, let year = Int(last.prefix(4)), let own = Int(latest.prefix(4)),
            year - own > 1
        {
            items = []
        }
    }

    mutating func dueDates() throws {
        let found = try records(of: try askedTasks())
        items = found.map { candidate, task in
            let dates = task.deadlines.map { AnswerValue($0.date ?? $0.quote ?? "") }
            var item = item(candidate, task, values: dates, others: [])
            if let quote = task.deadlines.first?.quote { item.quote = quote }
            return item
        }
        // Tasks without a limit say nothing of it where others do.
        if items.contains(where: { !$0.values.isEmpty }) { items.removeAll(where: \.values.isEmpty) }
        let isStated = items.contains { !$0.values.isEmpty }
        if !isStated, !reading.matter.isEmpty, reading.unit == nil, question.label == nil {
            let before = (items, unmatched)
            (items, unmatched) = ([], [])
            try limitsByMatter()
            if items.isEmpty { (items, unmatched) = before }
        }
        if items.isEmpty { note(.noTask, question.label ?? question.topic) }
    }

    /// The limits at passages that have the words of the matter.
    private mutating func limitsByMatter() throws {
        let documents = try scope ?? documentsByMatter()
        var matched: [(AnswerItem, MatterMatch)] = []
        for entry in try archive.records(
            DeadlineRecord.self, in: .deadlines, RecordConditions(documents: keys(documents)))
        {
            guard let document = names.index(of: entry.document), let text = entry.text else { continue }
            let around = try entry.path.map { Haystack(try archive.key($0)) } + names.titles[document]
            let match = MatterMatch(reading.matter, own: [Haystack(try archive.key(text))], around: around)
            guard match.lack <= MatterMatch.mostLack else { continue }
            var item = limit(entry, task: nil, document: document)
            if let duration = entry.record.duration, entry.record.date == nil {
                item.values = [AnswerValue(entry.record.quote), AnswerValue(duration)]
            }
            matched.append((item, match))
        }
        guard let least = matched.map(\.1.lack).min() else { return }
        matched = matched.filter { $0.1.lack <= least + 0.02 }
        if let own = matched.map(\.1.ownLack).min() { matched = matched.filter { $0.1.ownLack <= own + 0.02 } }
        items = matched.map(\.0)
        if let match = matched.first?.1, !match.isWhole {
            unmatched += match.missing.filter { $0.weight >= 0.25 }.map(\.text)
        }
    }
}
