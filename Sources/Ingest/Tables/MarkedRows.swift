/// Tables whose columns are set off by tabs, or by bars: `| 指标 | 目标值 |`.
enum MarkedRows {
    /// The tables among lines: rows below each other, with nothing between them but blank lines and page numbers.
    static func tables(in lines: ReadingOrder) -> [FoundTable] {
        var tables: [FoundTable] = []
        var open: FoundTable?
        func close() {
            guard var done = open else { return }
            open = nil
            done.table.rows = mended(done.table.rows)
            done.table.level()
            if !done.table.rows.isEmpty { tables.append(done) }
        }
        for position in 0..<lines.count {
            let line = lines[position]
            let kind = lines.isFree(position) ? Kind(line) : nil
            guard let kind else {
                close()
                continue
            }
            var table = open ?? FoundTable(table: Table(rows: []), parts: [:])
            switch kind {
            case .rule: table.parts[lines.indices[position]] = .rule
            case .row:
                table.parts[lines.indices[position]] = table.table.append(row: cells(of: line).map { Table.Cell($0) })
            }
            open = table
        }
        close()
        return tables
    }

    // MARK: Lines

    private enum Kind {
        case row, rule

        /// What a line is by itself; nil for a line of text.
        init?(_ line: SourceLine) {
            if line.scalars[line.content].contains("\t") {
                self = .row
            } else if MarkedRows.isBarred(line.text) {
                self = MarkedRows.isRule(line.text) ? .rule : .row
            } else {
                return nil
            }
        }
    }

    /// Whether a line is a row between bars.
    private static func isBarred(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 5, text.first == "|", text.last == "|" else { return false }
        return text.count { $0 == "|" } >= 3
    }

    /// Whether a barred line is the rule below a header.
    private static func isRule(_ text: [Unicode.Scalar]) -> Bool {
        text.contains("-") && text.allSatisfy { "|-: ".unicodeScalars.contains($0) }
    }

    /// The cells of a line, without white space at their ends; a cell may be empty.
    private static func cells(of line: SourceLine) -> [MappedText] {
        if isBarred(line.text) { return barredCells(of: line.mapped) }
        var cells: [MappedText] = []
        var start = 0
        for at in 0...line.scalars.count where at == line.scalars.count || line.scalars[at] == "\t" {
            cells.append(line.mapped(start..<at).trimmed())
            start = at + 1
        }
        return cells
    }

    private static func barredCells(of text: MappedText) -> [MappedText] {
        var cells: [MappedText] = []
        var start = 1
        for at in 1..<text.count where text.scalars[at] == "|" && text.scalars[at - 1] != "\\" {
            cells.append(text[start..<at].trimmed())
            start = at + 1
        }
        return cells
    }

    // MARK: Rows

    /// Puts rows together that a line break inside a cell cut in two.
    ///
    /// A row is cut when its table numbers its rows, the line behind it begins with no number, and both together have
    /// just as many cells as the header.
    private static func mended(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
        guard let width = rows.first?.count, rows.count > 2 else { return rows }
        var result: [[Table.Cell]] = []
        for row in rows {
            if let last = result.last, result.count > 1, last.count < width, last.count + row.count - 1 == width,
                isNumber(last[0]), !isNumber(row[0])
            {
                var joined = last[last.count - 1]
                if let place = joined.text.places.last { joined.text.append(" ", at: place) }
                joined.text.append(row[0].text)
                result[result.count - 1] = last.dropLast() + [joined] + row.dropFirst()
            } else {
                result.append(row)
            }
        }
        return result
    }

    private static func isNumber(_ cell: Table.Cell) -> Bool { Numeral.value(of: cell.text.scalars) != nil }
}

extension Table {
    /// Fills up rows that are too short with empty cells.
    mutating func level() {
        let width = rows.map(\.count).max() ?? 0
        for index in rows.indices where rows[index].count < width {
            rows[index] += Array(repeating: Cell(MappedText()), count: width - rows[index].count)
        }
    }
}
