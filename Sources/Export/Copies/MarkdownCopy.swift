import Extract
import Foundation

/// A document as Markdown.
enum MarkdownCopy {
    static func text(of document: ExportedDocument) -> String {
        var lines = ["# " + escaped(document.record.title), ""]
        lines += CopyHead.fields(of: document).map { "- \($0.name)：\(escaped($0.value))" }
        lines.append("")
        for provision in document.record.provisions { append(provision, of: document.record, to: &lines) }
        for table in document.record.tables { append(table, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ provision: Provision, of document: DocumentRecord, to lines: inout [String]) {
        guard provision.level != .table else { return }
        let anchor = "<a id=\"\(XMLText.escaped(CopyHead.anchor(provision, in: document)))\"></a>"
        let name = [provision.label, provision.heading].compactMap(\.self).map(escaped).joined(separator: " ")
        switch provision.level {
        case .part, .chapter, .section, .heading:
            lines += [anchor, String(repeating: "#", count: min(provision.depth + 1, 6)) + " " + name, ""]
            if !provision.text.isEmpty { lines += [escaped(provision.text), ""] }
        default:
            let label = name.isEmpty ? "" : "**\(name)** "
            if !label.isEmpty || !provision.text.isEmpty { lines += [anchor + label + escaped(provision.text), ""] }
        }
        for child in provision.children { append(child, of: document, to: &lines) }
    }

    private static func append(_ table: TableRecord, to lines: inout [String]) {
        let width = max(table.header.count, table.rows.map(\.count).max() ?? 0)
        guard width > 0 else { return }
        func row(_ cells: [String]) -> String {
            let filled = cells + [String](repeating: "", count: width - cells.count)
            return "| " + filled.map { escaped($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        if let caption = table.caption { lines += ["**\(escaped(caption))**", ""] }
        lines.append(row(table.header))
        lines.append("|" + String(repeating: " --- |", count: width))
        lines += table.rows.map(row)
        lines.append("")
    }

    /// Text with the marks of Markdown taken out of their meaning.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.replacing("\n", with: " ") {
            if "\\`*_{}[]<>#".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
