public import Extract
public import Ingest

/// Renderings of issues and records for golden files.
public enum Dump {
    /// The elements of an issue, a line each: kind, source lines, the begin and the end of the text.
    public static func issue(_ issue: Issue) -> String {
        var lines: [String] = []
        if let masthead = issue.masthead {
            lines.append(
                "masthead \(masthead.title) \(masthead.year ?? 0) \(masthead.number ?? "-") \(masthead.total ?? 0) "
                    + "\(masthead.published?.description ?? "-")")
        }
        for entry in issue.contents {
            lines.append(
                "contents \(entry.section ?? "-") | \(entry.title) | \(entry.number?.text ?? "-") | \(entry.page ?? 0)")
        }
        for document in issue.documents {
            lines.append("")
            lines.append(
                "document \(document.lines.lowerBound)-\(document.lines.upperBound) \(document.number?.value.text ?? "-") "
                    + document.title.scalars.tidied.string)
            for block in document.blocks { lines.append("  " + self.block(block)) }
        }
        lines.append("")
        lines.append("lines " + fates(issue))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func block(_ block: Block) -> String {
        let place = block.span.map { "\($0.start.line)-\($0.end.line)" } ?? "-"
        if block.element == .table {
            let rows = block.rows.map { $0.map(\.string).joined(separator: " | ") }
            return "table \(place)\n" + rows.map { "    " + shortened($0) }.joined(separator: "\n")
        }
        return "\(block.element.rawValue) \(place) \(shortened(block.text.string))"
    }

    private static func fates(_ issue: Issue) -> String {
        var counts: [String: Int] = [:]
        for fate in issue.fates {
            switch fate {
            case .furniture(let furniture): counts[furniture.rawValue, default: 0] += 1
            default: counts["\(fate)", default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    /// The first and last characters of a longer text.
    static func shortened(_ text: String) -> String {
        text.count <= 64 ? text : "\(text.prefix(40))…\(text.suffix(20))"
    }

    /// The records of a source, by documents.
    public static func record(_ record: GazetteRecord) -> String {
        var lines: [String] = []
        for document in record.documents {
            lines.append("document \(document.id) | \(document.title)")
            lines.append(
                "  \(document.kind ?? "-") | \(document.issuers.joined(separator: "+")) | \(document.recipients ?? "-") | "
                    + "\(document.signed ?? "-") | \(document.printer ?? "-") \(document.printed ?? "-") | "
                    + "\(document.public == true ? "public" : "-") | \(document.cc ?? "-")")
            for attachment in document.attachments { lines.append("  attachment \(attachment.title)") }
            lines += document.provisions.flatMap { provision($0, "  ") }
            lines += document.tasks.map(task)
            lines += document.deadlines.map {
                "  limit \($0.kind.rawValue) \($0.start.map { $0 + "/" } ?? "")\($0.date ?? "-") \($0.duration ?? "") "
                    + "\($0.certainty.rawValue) 「\($0.quote)」"
            }
            lines += document.targets.map {
                "  target \($0.indicator) \($0.comparator) \($0.value) \($0.unit ?? "") \($0.year.map(String.init) ?? "-")"
            }
            lines += document.citations.map { "  cites \($0.relation.rawValue) \($0.title ?? "-") \($0.number ?? "")" }
            lines += document.references.map {
                "  refers 「\($0.quote)」 \($0.targets.isEmpty ? "-" : $0.targets.joined(separator: " "))"
            }
            lines += document.definitions.map { "  defines \($0.term) = \($0.meaning)" }
            lines += document.duties.map {
                "  duty \($0.person) \($0.posts.joined(separator: "+")) | \($0.charge.joined(separator: "+")) | "
                    + "\($0.oversees.joined(separator: "+")) | \($0.liaises.joined(separator: "+"))"
            }
            lines += document.events.map { "  event \($0.date ?? "-") \($0.end ?? "") \(shortened($0.text))" }
            if let validity = document.validity {
                lines.append(
                    "  validity \(validity.effective ?? "-") \(validity.expires ?? "-") \(validity.interpreter ?? "-") "
                        + validity.repeals.joined(separator: "+"))
            }
            lines.append("")
        }
        lines += record.findings.map { "finding \($0.severity.rawValue) \($0.code) \($0.message)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func provision(_ provision: Provision, _ indent: String) -> [String] {
        let parts = [
            provision.level.rawValue, provision.label ?? "", provision.heading ?? "", shortened(provision.text),
        ]
        let own = indent + parts.filter { !$0.isEmpty }.joined(separator: " ").replacing("\n", with: " ⏎ ")
        return [own] + provision.children.flatMap { self.provision($0, indent + "  ") }
    }

    private static func task(_ task: TaskRecord) -> String {
        let units = task.assignments.map { "\($0.role.rawValue):\($0.unit)\($0.inherited ? "*" : "")" }
        let due = task.deadlines.compactMap(\.date).joined(separator: ",")
        return
            "  task \(task.label ?? "-") \(task.text.prefix(16)) | \(units.joined(separator: " "))\(due.isEmpty ? "" : " | \(due)")"
    }
}
