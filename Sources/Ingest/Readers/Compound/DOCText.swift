/// Makes lines of a document of Word 97 to 2003: each paragraph and each table row one.
struct DOCText {
    private let document: DOCDocument
    private var found: [FlowLine] = []
    private var current: [UInt16] = []
    /// How deep fields lie in each other whose instruction is read, which is never printed.
    private var fields: [Bool] = []
    private var cell: [FlowLine] = []
    private var row: [[Unicode.Scalar]] = []
    private var grid = EdgeGrid()
    private var tableCount = 0

    init(_ document: DOCDocument) { self.document = document }

    /// The lines of the document.
    func lines() -> [FlowLine] {
        var text = self
        for (index, unit) in document.units.enumerated() { text.take(unit, index) }
        text.endParagraph(DOCParagraph())
        text.endTable()
        return text.found
    }

    private mutating func take(_ unit: UInt16, _ index: Int) {
        switch unit {
        case 0x13: fields.append(true)
        case 0x14: if !fields.isEmpty { fields[fields.count - 1] = false }
        case 0x15: _ = fields.popLast()
        case 0x0D:
            fields.removeAll { $0 }
            endParagraph(document.paragraph(endingAt: index))
        case 0x07: endCell(document.paragraph(endingAt: index))
        case 0x0B: put(0x0B)
        case 0x0C:
            // The end of a page or of a section ends the paragraph too.
            endParagraph(document.paragraph(endingAt: index))
        case 0x1E: put(0x2D)
        case 0x09, 0xA0: put(0x20)
        case 0x00...0x1F: break
        default: put(unit)
        }
    }

    private mutating func put(_ unit: UInt16) { if !fields.contains(true) { current.append(unit) } }

    private mutating func endParagraph(_ properties: DOCParagraph) {
        let style = LineStyle(
            headingLevel: properties.outlineLevel.map { $0 + 1 }, alignment: properties.alignment,
            indent: properties.firstIndent == 0 ? nil : Double(properties.firstIndent) / 320)
        let lines = current.split(separator: 0x0B, omittingEmptySubsequences: false).map { part in
            FlowLine(scalars: Array(String(decoding: part, as: UTF16.self).unicodeScalars), style: style)
        }
        current = []
        if properties.isInTable {
            cell += lines
            return
        }
        endTable()
        for (index, line) in lines.enumerated() {
            var line = line
            if index == 0, properties.firstIndent >= 200, line.scalars.first.map({ !$0.isBlank }) ?? false {
                line.scalars = ["\u{3000}", "\u{3000}"] + line.scalars
            }
            found.append(line)
        }
    }

    private mutating func endCell(_ properties: DOCParagraph) {
        if properties.endsRow {
            endRow(properties)
            return
        }
        endParagraph(DOCParagraph(isInTable: true))
        row.append(cell.cellText)
        cell = []
    }

    private mutating func endRow(_ properties: DOCParagraph) {
        current = []
        grid.add(
            row.enumerated().map { index, text in
                let cell = properties.cells.indices.contains(index) ? properties.cells[index] : nil
                return EdgeGrid.Cell(
                    text: text, end: cell?.end ?? 40_000 + 100 * index, continuesAbove: cell?.continuesAbove ?? false,
                    continuesBefore: cell?.continuesBefore ?? false)
            })
        row = []
    }

    private mutating func endTable() {
        // Without marks at the ends of rows cells are paragraphs.
        if !row.isEmpty { found += row.map { FlowLine(scalars: $0) } }
        row = []
        guard !grid.isEmpty else { return }
        found += grid.lines(table: tableCount)
        tableCount += 1
        grid = EdgeGrid()
    }
}

extension EdgeGrid {
    /// The rows as lines; those of a table of a single column, which is but a frame, as paragraphs.
    func lines(table: Int, page: Int = 1) -> [FlowLine] {
        let rows = places()
        let isFrame = rows.allSatisfy { $0.count <= 1 }
        return rows.map { row in
            isFrame
                ? FlowLine(scalars: row.first?.text ?? [], page: page)
                : FlowLine(scalars: [], page: page, row: FlowLine.Row(table: table, cells: row))
        }
    }
}
