import Extract

/// A document as a page of HTML that needs nothing else.
enum HTMLCopy {
    static func text(of document: ExportedDocument) -> String {
        let title = XMLText.escaped(document.record.title)
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"zh\"><head><meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "<title>\(title)</title>",
            "<style>\(style)</style></head><body>", "<h1>\(title)</h1>", "<dl>",
        ]
        lines += CopyHead.fields(of: document).map { "<dt>\($0.name)</dt><dd>\(XMLText.escaped($0.value))</dd>" }
        lines.append("</dl>")
        for provision in document.record.provisions { append(provision, of: document.record, to: &lines) }
        for table in document.record.tables { append(table, to: &lines) }
        lines.append("</body></html>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ provision: Provision, of document: DocumentRecord, to lines: inout [String]) {
        guard provision.level != .table else { return }
        let id = XMLText.escaped(CopyHead.anchor(provision, in: document))
        let name = XMLText.escaped([provision.label, provision.heading].compactMap(\.self).joined(separator: " "))
        let text = XMLText.escaped(provision.text)
        switch provision.level {
        case .part, .chapter, .section, .heading:
            let level = min(provision.depth + 1, 6)
            lines.append("<h\(level) id=\"\(id)\">\(name)</h\(level)>")
            if !text.isEmpty { lines.append("<p>\(text)</p>") }
        default:
            let label = name.isEmpty ? "" : "<b>\(name)</b>　"
            if !name.isEmpty || !text.isEmpty { lines.append("<p id=\"\(id)\">\(label)\(text)</p>") }
        }
        for child in provision.children { append(child, of: document, to: &lines) }
    }

    private static func append(_ table: TableRecord, to lines: inout [String]) {
        lines.append("<table>")
        if let caption = table.caption { lines.append("<caption>\(XMLText.escaped(caption))</caption>") }
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\(XMLText.escaped($0))</\(tag)>" }.joined() + "</tr>"
        }
        if !table.header.isEmpty { lines.append("<thead>" + row(table.header, "th") + "</thead>") }
        lines.append("<tbody>" + table.rows.map { row($0, "td") }.joined() + "</tbody></table>")
    }

    private static let style = """
        body{max-width:42em;margin:2em auto;padding:0 1em;font:1rem/1.8 serif;color:#222}\
        h1{text-align:center;font-size:1.5rem;line-height:1.5}p{text-indent:2em;margin:.4em 0}\
        dl{font:.9rem/1.6 sans-serif;display:grid;grid-template-columns:max-content 1fr;gap:0 1em;border-block:1px solid #ccc;padding:.6em 0}\
        dd{margin:0}table{border-collapse:collapse;font-size:.9rem;margin:1em 0}th,td{border:1px solid #999;padding:.2em .5em}\
        :target{background:#fff3c4}
        """
}
