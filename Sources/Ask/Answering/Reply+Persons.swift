import Extract
import Index

/// Questions about officials and events.
extension Reply {
    mutating func duties() throws {
        try weighMatter()
        if reading.unit != nil { used.insert("unit") }
        let person = question.person
        let records = try archive.records(
            DutyRecord.self, in: .duties, RecordConditions(documents: keys(scope)),
            where: { key in person.map { key.hasPrefix($0 + "\n") || key == $0 } ?? true })
        switch question.intent {
        case .duties:
            let isLiaison = reading.features.contains("liaise")
            items = records.compactMap {
                duty($0, values: isLiaison ? $0.record.liaises : $0.record.charge + $0.record.oversees)
            }
        case .oversees:
            items = try records.compactMap { entry in duty(entry, values: try fields(entry.record)) }
        default:
            items = try records.compactMap { entry in
                guard try !fields(entry.record).isEmpty else { return nil }
                return duty(entry, values: [Self.name(entry.record)], isOfficial: true)
            }
        }
        if items.isEmpty { note(person == nil ? .noUnit : .noPerson, person ?? question.unit ?? question.topic) }
    }

    /// The units and fields of an official that the question names; those in charge before those only in liaison.
    private func fields(_ duty: DutyRecord) throws -> [String] {
        let all = duty.oversees + duty.charge
        if let unit = reading.unit {
            let wanted = Set(unit.keys.map(UnitWording.full) + [UnitWording.full(try archive.key(question.unit ?? ""))])
            return try all.filter { name in
                let key = try archive.key(name)
                return wanted.contains(UnitWording.full(key))
                    || wanted.contains {
                        UnitWording.full(String(key.split(separator: "(").last?.dropLast() ?? "")) == $0
                    }
            }
        }
        guard !reading.matter.isEmpty else { return [] }
        return try all.filter { name in
            let key = Haystack(try archive.key(name))
            return reading.matter.missing(in: [key]).allSatisfy {
                $0.weight < 0.25 && $0.weight != 0.15
                    || MatterWords.weak.contains($0.text) && reading.matter.words.count > 1
            }
        }
    }

    private static func name(_ duty: DutyRecord) -> String {
        duty.person + (duty.posts.isEmpty ? "" : "（\(duty.posts.joined(separator: "、"))）")
    }

    private func duty(_ entry: RecordEntry<DutyRecord>, values: [String], isOfficial: Bool = false) -> AnswerItem? {
        guard let index = names.index(of: entry.document) else { return nil }
        let record = entry.record
        return item(
            index, label: entry.label, path: entry.path, subject: isOfficial ? nil : Self.name(record),
            values: values.map { AnswerValue($0) },
            others: question.intent == .duties && !reading.features.contains("liaise")
                ? record.liaises.map { AnswerValue($0) } : [], quote: record.quote,
            at: record.span.start)
    }

    mutating func events() throws {
        // What happened until a day is no question, unless it says what.
        guard question.dates.map({ !$0.isLimit || !reading.matter.isEmpty }) ?? !reading.matter.isEmpty else { return }
        try weighMatter()
        var conditions = RecordConditions(documents: keys(scope))
        conditions.dates = question.dates?.bounds
        if question.dates != nil { used.insert("dates") }
        if reading.unit != nil { used.insert("unit") }
        let words = reading.matter.words.filter { $0.weight >= 0.25 }
        let unit = try question.unit.map { [Array(try archive.key($0).utf8)] }
        let found = try archive.records(EventRecord.self, in: .events, conditions) { key in
            let text = Haystack(key)
            return words.allSatisfy { word in word.forms.contains { text.contains($0) } }
                && (unit?.allSatisfy { text.contains($0) } ?? true)
        }
        items = found.compactMap { entry in
            guard let index = names.index(of: entry.document) else { return nil }
            let isWhen = reading.features.contains("when")
            return item(
                index, label: entry.label, path: entry.path, subject: isWhen ? entry.record.text : entry.record.date,
                values: isWhen
                    ? [entry.record.date, entry.record.end].compactMap(\.self).map { AnswerValue($0) }
                    : [AnswerValue(entry.record.text)], quote: entry.record.text,
                at: entry.record.span.start)
        }
        if items.isEmpty { note(.notSaid, question.topic) }
    }
}
