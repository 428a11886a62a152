/// Tables that are drawn with characters: ┌─┬─┐ above, │ between cells, ├─┼─┤ between rows.
///
/// The lines of a cell between two rules are one text.
enum DrawnTable {
    static func tables(in lines: ReadingOrder) -> [FoundTable] {
        var tables: [FoundTable] = []
        var position = 0
        while position < lines.count {
            guard lines.isFree(position), isRule(lines[position].squashed) else {
                position += 1
                continue
            }
            var end = position
            while end < lines.count, lines.isFree(end), isRule(lines[end].squashed) || isRow(lines[end].squashed) {
                end += 1
            }
            if let table = table(lines, position..<end) { tables.append(table) }
            position = max(end, position + 1)
        }
        return tables
    }

    private static let marks = Set("─━│┃┄┅┆┇┈┉┊┋═║|-+─".unicodeScalars).union(
        (0x2500...0x257F).compactMap(Unicode.Scalar.init))
    private static let uprights = Set("│┃┆┇┊┋║".unicodeScalars)

    private static func isRule(_ text: [Unicode.Scalar]) -> Bool {
        text.count >= 3 && text.contains { (0x2500...0x257F).contains($0.value) && !uprights.contains($0) }
            && text.allSatisfy { marks.contains($0) || $0 == "　" }
    }

    private static func isRow(_ text: [Unicode.Scalar]) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        return uprights.contains(first) || uprights.contains(last) || text.count { uprights.contains($0) } >= 2
    }

    private static func table(_ lines: ReadingOrder, _ range: Range<Int>) -> FoundTable? {
        var table = Table(rows: [])
        var parts: [Int: TableLine.Part] = [:]
        var open: [MappedText]?
        // Without a rule between them each line is a row.
        let inner = range.dropFirst().dropLast().count { isRule(lines[$0].squashed) }
        let isRuled = inner >= 2 || range.count { !isRule(lines[$0].squashed) } == 1
        for position in range {
            let line = lines[position]
            if isRule(line.squashed) {
                if let row = open { table.rows.append(row.map { Table.Cell($0) }) }
                open = nil
                parts[lines.indices[position]] = .rule
                continue
            }
            let cells = BarCells.cells(of: line.mapped) { uprights.contains($0) }
            if var row = open, isRuled, row.count == cells.count {
                for column in row.indices where !cells[column].isEmpty {
                    row[column].join(cells[column])
                }
                open = row
            } else {
                if let row = open { table.rows.append(row.map { Table.Cell($0) }) }
                open = cells
            }
            parts[lines.indices[position]] = .row(table.rows.count)
        }
        if let row = open { table.rows.append(row.map { Table.Cell($0) }) }
        table.level()
        guard !table.rows.isEmpty, table.columnCount >= 2 else { return nil }
        return FoundTable(table: table, parts: parts)
    }
}

/// Cells of a line between bars.
enum BarCells {
    /// The cells of a line, without white space at their ends; what stands outside of a bar at either end is none if empty.
    static func cells(of text: MappedText, isBar: (Unicode.Scalar) -> Bool) -> [MappedText] {
        var cells: [MappedText] = []
        var start = 0
        for at in 0...text.count
        where at == text.count || isBar(text.scalars[at]) && (at == 0 || text.scalars[at - 1] != "\\") {
            cells.append(text[start..<at].trimmed())
            start = at + 1
        }
        if cells.count > 1, cells[0].isEmpty { cells.removeFirst() }
        if cells.count > 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
        return cells
    }
}

extension MappedText {
    /// Appends a further line of a cell; a blank between Latin letters or digits only.
    mutating func join(_ next: MappedText) {
        if let last = scalars.last, let first = next.scalars.first, last.isLatin, first.isLatin, let place = places.last
        {
            append(" ", at: place)
        }
        append(next)
    }
}
