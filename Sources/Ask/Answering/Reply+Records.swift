import Extract
import Index

/// Questions about targets, terms, officials and events.
extension Reply {
    mutating func targets() throws {
        guard let indicator = question.topic ?? question.label else { throw QuestionError(problem: .missing(.topic)) }
        var all = try archive.targets(RecordFilter(document: question.document, text: indicator))
        if all.isEmpty { all = try nearest(to: indicator) }
        let year = question.dates?.year ?? question.dates?.bounds.last.flatMap { Int($0.prefix(4)) }
        let found = year.map { year in all.filter { $0.record.year == year } } ?? all
        if found.isEmpty {
            let years = Set(all.compactMap(\.record.year)).sorted().map(String.init)
            if all.isEmpty {
                note(.noIndicator, indicator, try archive.namesLike(indicator, of: .indicator))
            } else {
                note(.otherYears, indicator, years)
            }
        }
        // The very indicator rather than longer names that hold it.
        let key = QuestionText(indicator).folded
        let exact = found.filter { QuestionText($0.record.indicator).folded == key }
        if exact.isEmpty, !found.isEmpty { isNearest = true }
        items = (exact.isEmpty ? found : exact).map { hit in
            let record = hit.record
            return AnswerItem(
                document: hit.document, record: record.provision, label: hit.label, path: hit.path,
                subject: record.indicator, values: [AnswerValue(TargetText.of(record), year: record.year)],
                others: record.baseline.map { [AnswerValue(TargetText.number($0.value), year: $0.year)] } ?? [],
                quote: record.quote, line: record.span.start.line, column: record.span.start.column,
                page: record.span.start.page)
        }
    }

    /// The targets whose indicators have all characters of a name in their order, or it theirs, and few besides.
    private mutating func nearest(to indicator: String) throws -> [RecordHit<TargetRecord>] {
        let names = try archive.namesLike(indicator, of: .indicator, limit: 20).filter { name in
            let key = QuestionText(name).folded
            let asked = QuestionText(indicator).folded
            let lengths = (min(key.count, asked.count), max(key.count, asked.count))
            return (Self.holds(key, asked) || Self.holds(asked, key)) && lengths.1 * 5 <= lengths.0 * 8
        }
        guard !names.isEmpty else { return [] }
        return try names.flatMap { name in
            try archive.targets(RecordFilter(document: question.document, text: name)).filter {
                $0.record.indicator == name
            }
        }
    }

    private static func holds(_ name: [Unicode.Scalar], _ asked: [Unicode.Scalar]) -> Bool {
        var rest = asked[...]
        for scalar in name where scalar == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    mutating func definitions() throws {
        guard let term = question.topic ?? question.document else { throw QuestionError(problem: .missing(.topic)) }
        items = try archive.definitions(RecordFilter(text: term)).map { hit in
            AnswerItem(
                document: hit.document, record: hit.record.provision, label: hit.label, path: hit.path,
                subject: hit.record.term, values: [AnswerValue(hit.record.meaning)], others: [],
                quote: hit.record.quote,
                line: hit.record.span.start.line, column: hit.record.span.start.column, page: hit.record.span.start.page
            )
        }
        if items.isEmpty { note(.notSaid, term) }
    }

    mutating func duties() throws {
        guard let name = question.unit else { throw QuestionError(problem: .missing(.unit)) }
        var filter = RecordFilter(document: question.document)
        if question.intent == .duties { filter.text = name } else { filter.unit = name }
        items = try archive.duties(filter).map { hit in
            let record = hit.record
            let posts = record.posts.isEmpty ? "" : "（\(record.posts.joined(separator: "、"))）"
            let isDuties = question.intent == .duties
            let values = isDuties ? record.charge + record.oversees : [record.person + posts]
            return AnswerItem(
                document: hit.document, record: nil, label: hit.label, path: hit.path,
                subject: isDuties ? record.person + posts : nil,
                values: values.map { AnswerValue($0) },
                others: isDuties ? record.liaises.map { AnswerValue($0) } : [], quote: record.quote,
                line: record.span.start.line,
                column: record.span.start.column, page: record.span.start.page)
        }
        if items.isEmpty { note(question.intent == .duties ? .noPerson : .noUnit, name) }
    }

    mutating func events() throws {
        guard question.dates != nil || question.topic != nil else { throw QuestionError(problem: .missing(.dates)) }
        var filter = RecordFilter(document: question.document, text: question.topic)
        filter.dates = question.dates?.bounds
        items = try archive.events(filter).map { hit in
            AnswerItem(
                document: hit.document, record: nil, label: hit.label, path: hit.path, subject: hit.record.date,
                values: [AnswerValue(hit.record.text)], others: [], quote: hit.record.text,
                line: hit.record.span.start.line,
                column: hit.record.span.start.column, page: hit.record.span.start.page)
        }
        if items.isEmpty { note(.notSaid) }
    }
}

/// Targets as they are read out.
enum TargetText {
    /// ≥70%, 5000亿元, 3—5个.
    static func of(_ target: TargetRecord) -> String {
        let sign =
            switch target.comparator {
            case ">=": "≥"
            case "<=": "≤"
            case "~": "约"
            case ">", "<": target.comparator
            default: ""
            }
        let upper = target.upper.map { "—\(number($0))" } ?? ""
        return "\(sign)\(number(target.value))\(upper)\(target.unit ?? "")"
    }

    /// A number without the zeros behind a whole one.
    static func number(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
