/// Rows of tables.
extension DOCXText {
    /// The rows of a table; the paragraphs of one that has a single column, for it is but a frame.
    mutating func table(_ element: MarkupElement) -> [FlowLine] {
        var grid = DOCXGrid()
        var lines: [[FlowLine]] = []
        for row in Self.members("tr", of: element) {
            let properties = row.first("trPr")
            if properties?.first("del") != nil { continue }
            let cells = Self.members("tc", of: row)
            if cells.count == 1, cells[0].contains("tbl") {
                grid.addOutside()
                lines.append(blocks(cells[0]))
                continue
            }
            grid.begin(before: properties?.first("gridBefore")?.number ?? 0)
            var content: [FlowLine] = []
            for cell in cells {
                let found = blocks(cell)
                content += found
                grid.add(cell.first("tcPr"), text: found.cellText)
            }
            grid.end(after: properties?.first("gridAfter")?.number ?? 0)
            lines.append(content)
        }
        guard grid.width > 1 else { return lines.flatMap(\.self) }
        tableCount += 1
        return grid.rows.enumerated().flatMap { index, row -> [FlowLine] in
            guard let row else { return lines[index] }
            let page = lines[index].first { !$0.isBlank }?.page ?? lines[index].first?.page ?? 1
            return [FlowLine(scalars: [], page: page, row: FlowLine.Row(table: tableCount, cells: row))]
        }
    }

    /// Rows of a table or cells of a row, through what may be wrapped around them.
    private static func members(_ name: String, of parent: MarkupElement) -> [MarkupElement] {
        parent.elements.flatMap { element -> [MarkupElement] in
            switch element.name {
            case name: [element]
            case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": members(name, of: element)
            default: []
            }
        }
    }
}
