/// Rows of tables.
extension DOCXText {
    /// The rows of a table; the paragraphs of one that has a single column, for it is but a frame.
    mutating func table(_ element: MarkupElement) -> [Line] {
        var grid = DOCXGrid()
        var lines: [[Line]] = []
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
            var content: [Line] = []
            for cell in cells {
                let found = blocks(cell)
                content += found
                grid.add(cell.first("tcPr"), text: Self.cellText(found))
            }
            grid.end(after: properties?.first("gridAfter")?.number ?? 0)
            lines.append(content)
        }
        guard grid.width > 1 else { return lines.flatMap(\.self) }
        tableCount += 1
        return grid.rows.enumerated().flatMap { index, row -> [Line] in
            guard let row else { return lines[index] }
            let page = lines[index].first { !$0.isBlank }?.page ?? lines[index].first?.page ?? 1
            return [Line(scalars: [], page: page, row: Row(table: tableCount, cells: row))]
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

    /// The paragraphs of a cell as one line, a blank between them.
    private static func cellText(_ lines: [Line]) -> [Unicode.Scalar] {
        let parts = lines.map { line in
            (line.row.map { Array($0.cells.map(\.text).joined(separator: [" "])) } ?? line.scalars).trimmed
        }
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [" "]))
    }
}
