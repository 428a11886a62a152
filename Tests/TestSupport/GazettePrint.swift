public import Ingest

/// Sets a gazette anew in other formats: its front matter as it stands, its documents by paragraphs and tables.
public struct GazettePrint {
    private enum Item {
        case paragraph(String, isBody: Bool)
        case table([[String]])
        case blank
    }

    private var items: [Item] = []

    /// - Parameters:
    ///   - issue: As read from its text.
    ///   - lines: The lines of that text.
    public init(_ issue: Issue, lines: [String]) {
        let start = issue.documents.first?.lines.lowerBound ?? lines.count + 1
        for line in lines.prefix(start - 1) {
            items.append(line.allSatisfy(\.isWhitespace) ? .blank : .paragraph(line, isBody: false))
        }
        for document in issue.documents {
            for block in document.blocks {
                if block.element == .table {
                    items.append(.table(block.rows.map { $0.map(\.string) }))
                } else {
                    items.append(.paragraph(block.text.string, isBody: block.element == .body))
                }
            }
            items.append(.blank)
        }
    }

    /// As a word-processing document: each paragraph one.
    public func docx() -> [UInt8] {
        var writer = DOCXWriter()
        for item in items {
            switch item {
            case .paragraph(let text, _): writer.body += DOCXWriter.paragraph(text)
            case .table(let rows): writer.body += DOCXWriter.table(rows)
            case .blank: writer.body += "<w:p/>"
            }
        }
        return writer.bytes()
    }

    /// As a web page, below a menu and above a foot.
    public func html() -> [UInt8] {
        var body = ""
        for item in items {
            switch item {
            case .paragraph(let text, let isBody): body += "<p>\(isBody ? "　　" : "")\(OFDWriter.escaped(text))</p>\n"
            case .table(let rows):
                let cells = rows.map { $0.map { "<td>\(OFDWriter.escaped($0))</td>" }.joined() }
                body += "<table>" + cells.map { "<tr>\($0)</tr>" }.joined(separator: "\n") + "</table>\n"
            case .blank: body += "<p>&nbsp;</p>\n"
            }
        }
        let page = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>公报</title></head><body>
            <div class="nav"><a href="/">首页</a> <a href="/gk">政务公开</a> <a href="/hd">互动交流</a></div>
            <div class="content">\(body)</div>
            <div class="footer">主办单位：某市人民政府办公室　网站标识码：0000000000</div></body></html>
            """
        return Array(page.utf8)
    }

    /// As Markdown: tables with their marks, all else as paragraphs.
    public func markdown() -> [UInt8] {
        var text = ""
        for item in items {
            switch item {
            case .paragraph(let line, _): text += line + "\n\n"
            case .table(let rows):
                for (index, row) in rows.enumerated() {
                    text += "| " + row.joined(separator: " | ") + " |\n"
                    if index == 0 { text += "|" + String(repeating: "---|", count: row.count) + "\n" }
                }
                text += "\n"
            case .blank: break
            }
        }
        return Array(text.utf8)
    }

    // MARK: Pages

    /// The print on A4: margins of 25 mm, 40 characters of 4 mm a line, 38 lines a page.
    private enum Page {
        static let left = 25.0, top = 30.0, pitch = 6.4, size = 4.0, lineCount = 38, width = 80
    }

    /// As OFD, the objects of each page from its bottom to its top; tables between ruled lines.
    public func ofd() -> [UInt8] {
        var writer = OFDWriter()
        var objects: [String] = []
        var line = 0
        func turn() {
            writer.addPage(objects.reversed())
            objects = []
            line = 0
        }
        func baseline(_ line: Int) -> Double { Page.top + Page.pitch * Double(line) }
        for item in items {
            switch item {
            case .blank: line += 1
            case .paragraph(let text, let isBody):
                for part in Self.wrapped((isBody ? "　　" : "") + text, Page.width) {
                    if line >= Page.lineCount { turn() }
                    let blanks = part.prefix { $0 == "　" || $0 == " " }
                    let indent = blanks.unicodeScalars.reduce(0) { $0 + ($1 == " " ? 0.5 : 1) }
                    objects.append(
                        OFDWriter.text(
                            String(part.dropFirst(blanks.count)), x: Page.left + Page.size * indent, y: baseline(line)))
                    line += 1
                }
            case .table(let rows):
                let count = rows.map(\.count).max() ?? 1
                let columns = (0...count).map { Page.left + 160 / Double(count) * Double($0) }
                for row in rows {
                    let cells = row.map { Self.wrapped($0, max(4, 76 / count - 4)) }
                    let height = max(1, cells.map(\.count).max() ?? 1)
                    if line + height > Page.lineCount { turn() }
                    let edges = (baseline(line) - 5, baseline(line + height) - 5)
                    objects += [edges.0, edges.1].map { OFDWriter.line(Page.left, $0, Page.left + 160, $0) }
                    objects += columns.map { OFDWriter.line($0, edges.0, $0, edges.1) }
                    for (column, parts) in cells.enumerated() {
                        for (index, part) in parts.enumerated() where !part.isEmpty {
                            objects.append(OFDWriter.text(part, x: columns[column] + 1, y: baseline(line + index)))
                        }
                    }
                    line += height
                }
            }
        }
        turn()
        return writer.bytes()
    }

    /// The lines of a text at a width in half-width columns; closing punctuation hangs rather than begin a line (避头尾), and
    /// words of letters stay whole.
    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            let size = scalar.value < 0x2000 ? 1 : 2
            let isInWord = Self.isWordLetter(last) && Self.isWordLetter(scalar)
            last = scalar
            if used + size > width, !isInWord, !"。，、；：！？）》”’〕%％".unicodeScalars.contains(scalar) {
                lines.append(line)
                line = ""
                used = 0
            }
            line.unicodeScalars.append(scalar)
            used += size
        }
        return lines + [line]
    }

    private static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
}
