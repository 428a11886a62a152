/// Reads texts and sheets of OpenDocument (ISO 26300), `.odt` and `.ods`.
struct OpenDocumentReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains(Self.content) && (zip.contains("META-INF/manifest.xml") || zip.contains("mimetype"))
    }

    private static let content = "content.xml"

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let zip = try ZipContainer(bytes, path: path)
        if zip.contains("META-INF/manifest.xml"),
            try MarkupElement.xml(zip.read("META-INF/manifest.xml"), part: "manifest.xml", path: path)
                .contains("encryption-data")
        {
            throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
        }
        let root = try MarkupElement.xml(try zip.read(Self.content), part: Self.content, path: path)
        let body = root.first("body")
        guard let content = body?.first("text") ?? body?.first("spreadsheet") else {
            throw IngestError(.notText, path: path, reason: "an OpenDocument file that is neither text nor sheet")
        }
        var text = OpenDocumentText(styles: root.first("automatic-styles"))
        return SourceText(text.blocks(content), format: .odt)
    }
}

/// Makes lines of the content of an OpenDocument text.
private struct OpenDocumentText {
    private var alignments: [String: LineStyle.Alignment] = [:]
    private var indents: [String: Double] = [:]
    private var tableCount = 0
    private var listDepth = 0
    private var current: [[Unicode.Scalar]] = [[]]
    private var boxes: [FlowLine] = []

    /// More columns or blanks than a repeat may give.
    private static let mostRepeats = 256

    init(styles: MarkupElement?) {
        for style in styles?.all("style") ?? [] {
            guard let name = style["name"], let properties = style.first("paragraph-properties") else { continue }
            switch properties["text-align"] {
            case "center": alignments[name] = .centred
            case "end", "right": alignments[name] = .right
            case "start", "left": alignments[name] = .left
            case "justify": alignments[name] = .justified
            default: break
            }
            // In centimetres or inches; an em of running text has some 0.56 centimetres.
            if let indent = properties["text-indent"],
                let length = Double(indent.prefix { $0.isNumber || $0 == "." || $0 == "-" })
            {
                indents[name] =
                    indent.hasSuffix("in") ? length * 2.54 / 0.56 : indent.hasSuffix("pt") ? length / 16 : length / 0.56
            }
        }
    }

    mutating func blocks(_ parent: MarkupElement) -> [FlowLine] {
        var lines: [FlowLine] = []
        for element in parent.elements {
            switch element.name {
            case "p", "h": lines += paragraph(element)
            case "list":
                listDepth += 1
                lines += blocks(element)
                listDepth -= 1
            case "table": lines += table(element)
            case "tracked-changes", "sequence-decls", "forms", "annotation", "deletion", "table-of-content": continue
            default: lines += blocks(element)
            }
        }
        return lines
    }

    private mutating func paragraph(_ element: MarkupElement) -> [FlowLine] {
        let outer = (current, boxes)
        current = [[]]
        boxes = []
        inlines(element)
        let name = element["style-name"] ?? ""
        var style = LineStyle(alignment: alignments[name], indent: indents[name])
        if element.name == "h" { style.headingLevel = element["outline-level"].flatMap { Int($0) } ?? 1 }
        if listDepth > 0 { style.listLevel = listDepth - 1 }
        var lines = current.map { FlowLine(scalars: $0, style: style) }
        if let first = lines[0].scalars.first, !first.isBlank, indents[name] ?? 0 >= 1 {
            lines[0].scalars = ["\u{3000}", "\u{3000}"] + lines[0].scalars
        }
        lines += boxes
        (current, boxes) = outer
        return lines
    }

    private mutating func inlines(_ parent: MarkupElement) {
        for node in parent.nodes {
            switch node {
            case .text(let text):
                // White space of the file is one blank.
                for scalar in text.unicodeScalars {
                    let isSpace = scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == " "
                    if isSpace, current[current.count - 1].last.map({ $0 == " " }) ?? true { continue }
                    current[current.count - 1].append(isSpace ? " " : scalar)
                }
            case .element(let element):
                switch element.name {
                case "s":
                    let count = element["c"].flatMap { Int($0) } ?? 1
                    current[current.count - 1] += [Unicode.Scalar](
                        repeating: " ", count: min(max(count, 0), Self.mostRepeats))
                case "tab": current[current.count - 1].append(" ")
                case "line-break": current.append([])
                case "note", "annotation", "ruby-text", "tracked-changes": continue
                case "text-box":
                    let found = blocks(element)
                    boxes += found
                default: inlines(element)
                }
            }
        }
    }

    private mutating func table(_ element: MarkupElement) -> [FlowLine] {
        var rows: [[SpanGrid.Cell<[Unicode.Scalar]>]] = []
        for row in Self.rows(of: element) {
            var cells: [SpanGrid.Cell<[Unicode.Scalar]>] = []
            for cell in row.elements where cell.name == "table-cell" {
                let text = blocks(cell).cellText
                let span = cell["number-columns-spanned"].flatMap { Int($0) } ?? 1
                let repeats =
                    text.isEmpty
                    ? min(cell["number-columns-repeated"].flatMap { Int($0) } ?? 1, 1)
                    : cell["number-columns-repeated"].flatMap { Int($0) } ?? 1
                for _ in 0..<min(max(repeats, 1), Self.mostRepeats) {
                    cells.append(
                        .init(
                            value: text, rowSpan: cell["number-rows-spanned"].flatMap { Int($0) } ?? 1, columnSpan: span
                        ))
                }
            }
            if cells.contains(where: { !$0.value.isEmpty }) || !rows.isEmpty { rows.append(cells) }
        }
        while rows.last?.allSatisfy({ $0.value.isEmpty }) ?? false { rows.removeLast() }
        let grid = SpanGrid.filled(rows, empty: [])
        guard (grid.first?.count ?? 0) > 1 else { return grid.map { FlowLine(scalars: $0[0].value) } }
        tableCount += 1
        return grid.map { row in
            let cells = row.map {
                GridCell(text: $0.value, continuesAbove: $0.continuesAbove, continuesBefore: $0.continuesBefore)
            }
            return FlowLine(scalars: [], row: FlowLine.Row(table: tableCount, cells: cells))
        }
    }

    /// The rows of a table, through the groups around them.
    private static func rows(of parent: MarkupElement) -> [MarkupElement] {
        parent.elements.flatMap { element -> [MarkupElement] in
            switch element.name {
            case "table-row": [element]
            case "table-header-rows", "table-rows", "table-row-group": rows(of: element)
            default: []
            }
        }
    }
}
