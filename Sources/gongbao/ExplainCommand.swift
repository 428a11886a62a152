import ArgumentParser
import Extract
import Foundation
import Index

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows where each value of a task comes from, and by which rule.",
        discussion: """
            For every unit and date: the characters it was read from, the rule that gave the role, and what was completed \
            or inherited.

            Example: gongbao explain 沈政发〔2026〕1号/task53
            """)

    @Argument(help: "The id of a task or provision, or a document when --label is given.") var id: String
    @Option(help: "The label of a task in the document.") var label: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    /// A task with all that was read at it.
    struct Explanation: Encodable {
        var document: DocumentSummary
        var task: TaskRecord
        var deadlines: [DeadlineRecord]
        var targets: [TargetRecord]
    }

    func run() throws {
        let archive = try source.open(.readOnly)
        let reference = label == nil ? Self.document(of: id) : id
        let found = try DocumentReference.resolve(reference, in: archive)
        let tasks = try matching(in: found)
        let explanations = tasks.map { task in
            Explanation(
                document: found.summary, task: task, deadlines: found.record.deadlines.filter { $0.task == task.id },
                targets: found.record.targets.filter { $0.task == task.id })
        }
        try output.print(explanations, text: Layout.explanation)
    }

    /// The tasks of an id: the task itself, or those that stand at a provision.
    private func matching(in found: StoredDocument) throws -> [TaskRecord] {
        let tasks = found.record.tasks
        if let label {
            let ids = Set(try ProvisionSearch.provisions(labelled: label, in: found.record).map(\.provision.id))
            return tasks.filter { $0.label == label || ids.contains($0.provision) }
        }
        let written = id.dropFirst(Self.document(of: id).count)
        let full = found.record.id + written
        return tasks.filter { $0.id == full || $0.provision == full }
    }

    /// The document's id, which stands before the first slash behind its number: numbers such as 第7/2004號 hold one too.
    private static func document(of id: String) -> String {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        let path = parts.reversed().prefix { part in
            part.first?.isASCII == true && part.first?.isLetter == true
        }
        return parts.dropLast(path.count).joined(separator: "/")
    }
}

extension Layout {
    static func explanation(_ explanation: ExplainCommand.Explanation) -> String {
        let task = explanation.task
        let file = explanation.document.file
        var lines = [
            "\(task.id)  \(place(file, task.span.start.line))",
            "  text  「\(task.text)」  provision \(task.provision)",
        ]
        for assignment in task.assignments { lines += self.assignment(assignment, file) }
        for limit in explanation.deadlines {
            lines.append(
                "  \(limit.kind.rawValue)  \(limit.date ?? limit.duration ?? "-")  (\(limit.certainty.rawValue))  "
                    + from(limit.quote, limit.span, file))
            if let rule = limit.rule { lines.append("      rule: \(rule)") }
            if let event = limit.event { lines.append("      counted from: \(event)") }
        }
        for target in explanation.targets {
            lines.append(
                "  target  \(target.indicator) \(target.comparator) \(target.value)\(target.unit ?? "")"
                    + "\(target.year.map { " in \($0)" } ?? "")  " + from(target.quote, target.span, file))
            if let rule = target.rule { lines.append("      rule: \(rule)") }
        }
        return lines.joined(separator: "\n") + "\n"
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

    private static func from(_ quote: String, _ span: SpanRecord?, _ file: String) -> String {
        guard let span else { return "from 「\(quote)」" }
        return "from 「\(quote)」 \(place(file, span.start.line)):\(span.start.column)"
    }
}
