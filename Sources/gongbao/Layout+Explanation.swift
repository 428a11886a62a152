import Extract
import Index

extension Layout {
    /// A record value by value: what it is, from which characters, by which rule, completed or inherited from where.
    static func explanation(_ explanation: Explanation) -> String {
        let file = explanation.document.file
        var lines: [String] = []
        let name = explanation.document.id + "/" + explanation.kind + (explanation.position.map(String.init) ?? "")
        if let task = explanation.task {
            lines = [
                "\(task.id)  \(place(file, task.span.start.line))",
                "  text  「\(task.text)」  provision \(task.provision)",
            ]
            for assignment in task.assignments { lines += self.assignment(assignment, file) }
        } else {
            lines = [name]
        }
        for limit in explanation.deadlines ?? [] { lines += deadline(limit, file) }
        for target in explanation.targets ?? [] { lines += self.target(target, file) }
        for value in explanation.metadata ?? [] {
            lines.append("  \(value.value)  \(value.text)  " + (value.quote.map { from($0, value.span, file) } ?? ""))
            lines.append("      rule: \(value.rule)")
        }
        if let citation = explanation.citation { lines += self.citation(citation, file) }
        if let reference = explanation.reference {
            let targets =
                reference.targets.isEmpty ? "nothing in the document" : reference.targets.joined(separator: ", ")
            lines.append("  means  \(targets)  " + from(reference.quote, reference.span, file))
        }
        if let definition = explanation.definition {
            lines.append(
                "  \(definition.term)  means  \(definition.meaning)  " + from(definition.quote, definition.span, file))
        }
        if let validity = explanation.validity { lines += self.validity(validity, explanation.document) }
        if let duty = explanation.duty { lines += self.duty(duty, file) }
        if let event = explanation.event {
            lines.append(
                "  date  \(event.date ?? "-")\(event.end.map { " to \($0)" } ?? "")  "
                    + from(event.text, event.span, file))
            if let rule = event.rule { lines.append("      rule: \(rule)") }
        }
        if let table = explanation.table { lines += self.table(table, file) }
        if let provision = explanation.provision {
            lines[0] = "\(provision.id)  \(place(file, provision.span.start.line))"
            if let path = explanation.path, !path.isEmpty { lines.append("  below  \(path.joined(separator: " › "))") }
            lines += self.parts(of: provision)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func deadline(_ limit: DeadlineRecord, _ file: String) -> [String] {
        var lines = [
            "  \(limit.kind.rawValue)  \(limit.date ?? limit.duration ?? "-")  (\(limit.certainty.rawValue))  "
                + from(limit.quote, limit.span, file)
        ]
        if let rule = limit.rule { lines.append("      rule: \(rule)") }
        if let event = limit.event { lines.append("      counted from: \(event)") }
        return lines
    }

    private static func target(_ target: TargetRecord, _ file: String) -> [String] {
        let goal = "\(target.indicator) \(target.comparator) \(target.value)\(target.unit ?? "")"
        let year = target.year.map { " in \($0)" } ?? ""
        var lines = ["  target  \(goal)\(year)  " + from(target.quote, target.span, file)]
        if let rule = target.rule { lines.append("      rule: \(rule)") }
        return lines
    }

    private static func assignment(_ assignment: AssignmentRecord, _ file: String) -> [String] {
        var lines = [
            "  \(assignment.role.rawValue)  \(assignment.unit)  " + from(assignment.quote, assignment.span, file)
        ]
        if let rule = assignment.rule { lines.append("      rule: \(rule)") }
        if let completion = assignment.completion {
            lines.append("      completed: \(assignment.asWritten ?? "") → \(assignment.unit) (\(completion))")
        }
        if let fullName = assignment.fullName { lines.append("      short for: \(fullName)") }
        if assignment.inherited, let quote = assignment.ruleQuote {
            lines.append("      inherited " + from(quote, assignment.ruleSpan, file))
        }
        return lines
    }

    private static func citation(_ citation: CitationRecord, _ file: String) -> [String] {
        let name = [citation.title.map { "《\($0)》" }, citation.number].compactMap(\.self).joined(separator: " ")
        var lines = ["  \(citation.relation.rawValue)  \(name)  " + from(citation.quote, citation.span, file)]
        if let rule = citation.rule { lines.append("      rule: \(rule)") }
        if let written = citation.asWritten, let number = citation.number {
            lines.append("      completed: \(written) → \(number) (canonical form)")
        }
        if let short = citation.shortName { lines.append("      also called: \(short)") }
        if let provision = citation.provision { lines.append("      in: \(provision)") }
        return lines
    }

    private static func validity(_ validity: ValidityRecord, _ document: DocumentSummary) -> [String] {
        var lines: [String] = []
        let values = [
            ("effective", validity.effective), ("expires", validity.expires), ("interpreter", validity.interpreter),
        ]
        for (key, value) in values {
            let found = validity.evidence?.first { $0.value == key }
            guard value != nil || found != nil else { continue }
            lines.append(
                "  \(key)  \(value ?? "-")  " + (found.map { from($0.quote, $0.span, document.file) } ?? ""))
            if let found { lines.append("      rule: \(found.rule)") }
        }
        for name in validity.repeals {
            lines.append("  repeals  \(name)  as \(document.id)/citations tell")
        }
        return lines
    }

    private static func duty(_ duty: DutyRecord, _ file: String) -> [String] {
        var lines = ["  person  \(duty.person)  " + from(duty.quote, duty.span, file)]
        if let rule = duty.rule { lines.append("      rule: \(rule)") }
        let lists = [
            ("posts", "", duty.posts), ("charge", "负责", duty.charge), ("oversees", "分管", duty.oversees),
            ("liaises", "联系", duty.liaises), ("assists", "协助", duty.assists ?? []), ("acting", "代", duty.acting ?? []),
        ]
        for (key, verb, names) in lists where !names.isEmpty {
            lines.append("  \(key)  \(names.joined(separator: "、"))")
            if !verb.isEmpty { lines.append("      rule: list behind \(verb)") }
        }
        return lines
    }

    private static func table(_ table: TableRecord, _ file: String) -> [String] {
        var lines = ["  rows  \(table.rows.count)  \(place(file, table.span.start.line))"]
        if let caption = table.caption {
            lines.append("  caption  \(caption)")
            lines.append("      rule: last line without a stop above the table, or title of its attachment")
        }
        if let measure = table.measure {
            lines.append("  measure  \(measure)")
            lines.append("      rule: 单位： above the table")
        }
        if !table.header.isEmpty {
            lines.append("  header  \(table.header.joined(separator: " | "))")
            lines.append("      rule: first row, of words")
        }
        return lines
    }

    /// What of a provision was read as what.
    private static func parts(of provision: Provision) -> [String] {
        var lines = ["  level  \(provision.level.rawValue), depth \(provision.depth)"]
        if let label = provision.label {
            lines.append("  label  「\(label)」" + (provision.number.map { "  number \($0)" } ?? ""))
        } else if let number = provision.number {
            lines.append("  number  \(number)")
            lines.append("      rule: counted")
        }
        if let heading = provision.heading { lines.append("  heading  「\(heading)」") }
        if !provision.text.isEmpty { lines.append("  text  「\(provision.text)」") }
        if !provision.children.isEmpty {
            lines.append("  holds  \(provision.children.map(\.id).joined(separator: ", "))")
        }
        return lines
    }

    private static func from(_ quote: String, _ span: SpanRecord?, _ file: String) -> String {
        guard let span else { return "from 「\(quote)」" }
        return "from 「\(quote)」 \(place(file, span.start.line)):\(span.start.column)"
    }
}
