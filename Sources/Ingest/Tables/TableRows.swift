/// Cells of tables whose columns are set off by tabs, or by bars: `| 指标 | 目标值 |`.
enum TableRows {
    /// The cells of a line, without white space at their ends; a cell may be empty.
    static func cells(of line: SourceLine) -> [MappedText] {
        if isBarred(line.text) { return barredCells(of: line.mapped) }
        var cells: [MappedText] = []
        var start = 0
        for at in 0...line.scalars.count where at == line.scalars.count || line.scalars[at] == "\t" {
            cells.append(line.mapped(start..<at).trimmed())
            start = at + 1
        }
        return cells
    }

    /// Whether a line is a row between bars.
    static func isBarred(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 5, text.first == "|", text.last == "|" else { return false }
        return text.count { $0 == "|" } >= 3
    }

    /// Whether a barred line is the rule below a header.
    static func isRule(_ text: [Unicode.Scalar]) -> Bool {
        text.contains("-") && text.allSatisfy { "|-: ".unicodeScalars.contains($0) }
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

    /// Puts rows together that a line break inside a cell cut in two.
    ///
    /// A row is cut when its table numbers its rows, the line behind it begins with no number, and both together have
    /// just as many cells as the header.
    static func mended(_ rows: [[MappedText]]) -> [[MappedText]] {
        guard let width = rows.first?.count, rows.count > 2 else { return rows }
        var result: [[MappedText]] = []
        for row in rows {
            if let last = result.last, result.count > 1, last.count < width, last.count + row.count - 1 == width,
                isNumber(last[0]), !isNumber(row[0])
            {
                var joined = last[last.count - 1]
                if let place = joined.places.last { joined.append(" ", at: place) }
                joined.append(row[0])
                result[result.count - 1] = last.dropLast() + [joined] + row.dropFirst()
            } else {
                result.append(row)
            }
        }
        return result
    }

    private static func isNumber(_ cell: MappedText) -> Bool { Numeral.value(of: cell.scalars) != nil }
}
