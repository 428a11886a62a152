import Extract
import Foundation
import Index

/// Lays out results as text.
enum Layout {
    static func line(_ document: DocumentSummary) -> String {
        [
            document.number ?? document.id, document.title, document.kind ?? "",
            document.issuers.joined(separator: "、"),
            document.signed ?? "", place(document.file, document.line),
        ].filter { !$0.isEmpty }.joined(separator: "\t")
    }

    static func hit(_ hit: SearchHit) -> String {
        let title = (hit.document.number.map { "\($0)  " } ?? "") + hit.document.title
        return ([title] + passage(hit)).joined(separator: "\n") + "\n"
    }

    /// The lines that tell of a hit within its document.
    static func passage(_ hit: SearchHit) -> [String] {
        // The text below says the label and the heading once more.
        let path = hit.path.map(heading) + [hit.label ?? name(ofType: hit.type)]
        var lines = ["  \(path.joined(separator: " › "))  \(place(hit.document.file, hit.line))"]
        if let task = hit.task { lines.append("  " + beginning(of: task)) }
        lines.append("  " + snippet(hit))
        if let parts = hit.explanation { lines.append(explanation(parts, of: hit.score)) }
        return lines
    }

    /// The first line of a longer text.
    private static func beginning(of text: String, length: Int = 80) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > length ? line.prefix(length) + "…" : line
    }

    /// How a score came about: a line for each part of the query.
    private static func explanation(_ parts: [ScorePart], of score: Double) -> String {
        let lines = parts.map { part in
            var factors: [String] = []
            if let share = part.share { factors.append("share \(rounded(share))") }
            if let rarity = part.rarity { factors.append("rarity \(rounded(rarity))") }
            if part.boost != 1 { factors.append("boost \(rounded(part.boost))") }
            let counts = part.whole.map { " (\($0) as whole words, \(part.inside ?? 0) inside words)" } ?? ""
            let product = factors.isEmpty ? "" : " = " + factors.joined(separator: " × ")
            return "    \(part.part)\(counts): \(rounded(part.score))\(product)"
        }
        return (["  score \(rounded(score))"] + lines).joined(separator: "\n")
    }

    private static func rounded(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }

    /// A heading without the stop behind it.
    private static func heading(_ text: String) -> String { text.hasSuffix("。") ? String(text.dropLast()) : text }

    /// What a reader calls a passage without a label.
    private static func name(ofType type: String) -> String {
        let names = [
            "paragraph": "段", "table": "表", "heading": "标题", "title": "标题", "number": "发文字号", "recipients": "主送机关",
            "signature": "署名", "date": "成文日期", "annotation": "附注", "cc": "抄送", "printing": "印发", "byline": "署名",
            "adoption": "题注", "item": "项", "subitem": "目",
        ]
        return names[type] ?? type
    }

    /// `file:line`, the file from the working directory on where it is below that.
    static func place(_ file: String, _ line: Int) -> String { "\(relative(file)):\(line)" }

    /// A path as seen from the folder in which the command runs.
    static func relative(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    /// The text around the first mark, marks shown.
    static func snippet(_ hit: SearchHit, around width: Int = 40) -> String {
        let scalars = Array(hit.text.unicodeScalars)
        let first = hit.marks.first?.start ?? 0
        let start = max(0, first - width)
        let end = min(scalars.count, max(hit.marks.first?.end ?? 0, first) + width * 2)
        var result = start > 0 ? "…" : ""
        var position = start
        func text(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range])).replacing("\n", with: " ")
        }
        for mark in hit.marks where mark.start < end {
            result += text(position..<max(position, mark.start))
            let stop = min(mark.end, end)
            result += Terminal.mark(text(max(position, mark.start)..<stop))
            position = stop
        }
        return result + text(position..<end) + (end < scalars.count ? "…" : "")
    }

    static func task(_ hit: TaskHit) -> String {
        var lines = ["\(hit.task.label.map { "\($0) " } ?? "")\(hit.task.text)"]
        let names: [(AssignmentRecord.Role, String)] = [
            (.lead, "牵头"), (.responsible, "责任"), (.support, "配合"), (.implement, "落实"),
        ]
        for (role, name) in names {
            let units = hit.task.assignments.filter { $0.role == role }.map(\.unit)
            if !units.isEmpty { lines.append("  \(name)：\(units.joined(separator: "、"))") }
        }
        if !hit.task.assignments.contains(where: { $0.role == .lead }) { lines.append("  无牵头单位") }
        let dates = hit.task.deadlines.compactMap { $0.date ?? $0.quote }
        if !dates.isEmpty { lines.append("  时限：\(dates.joined(separator: "、"))") }
        lines.append(
            "  \(hit.document.number ?? hit.document.title)  \(place(hit.document.file, hit.task.span.start.line))")
        return lines.joined(separator: "\n") + "\n"
    }

    static func article(_ hit: ArticleHit) -> String {
        let document = hit.document
        return "\(document.title) \(document.number ?? "")  \(place(document.file, hit.article.span.start.line))\n"
            + provision(hit.article) + "\n"
    }

    /// A provision and all below it.
    static func provision(_ provision: Provision, indent: Int = 0) -> String {
        let own = [provision.label, provision.heading, provision.text].compactMap(\.self).filter { !$0.isEmpty }
        let first = String(repeating: "  ", count: indent) + own.joined(separator: " ")
        return ([first] + provision.children.map { Self.provision($0, indent: indent + 1) }).joined(separator: "\n")
    }

    static func document(_ document: StoredDocument) -> String {
        let record = document.record
        let head = [record.title, record.number?.text, record.recipients].compactMap(\.self)
        let tail = [record.issuers.joined(separator: "、"), record.signed ?? ""].filter { !$0.isEmpty }
        return (head + [""] + record.provisions.map { provision($0) } + [""] + tail).joined(separator: "\n")
    }
}
