/// Collects the lines of a file in reading order, and the tables whose rows they print.
///
/// The cells of a row stand between tabs in the text of its line, for one who reads the lines; what is a cell is told by
/// the ``Table`` alone.
struct LineCollector {
    private(set) var lines: [SourceLine] = []
    private(set) var tables: [Table] = []
    /// The tables of the file by the numbers that the reader gives them.
    private var indices: [Int: Int] = [:]

    /// Adds a line of no table.
    mutating func add(_ scalars: [Unicode.Scalar], page: Int?, style: LineStyle? = nil) {
        lines.append(SourceLine(number: lines.count + 1, scalars: scalars, page: page, style: style))
    }

    /// Adds a row of a table.
    ///
    /// A row that repeats the header of its table is a line of it, but no row.
    ///
    /// - Parameter key: What tells the table from the others of the file.
    mutating func add(row: [GridCell], of key: Int, page: Int?, style: LineStyle? = nil) {
        let cells = row.map { $0.text.map { $0 == "\t" ? " " : $0 } }
        var line = SourceLine(
            number: lines.count + 1, scalars: Array(cells.joined(separator: ["\t"])), page: page, style: style)
        let index = indices[key] ?? tables.count
        if index == tables.count {
            tables.append(Table(rows: []))
            indices[key] = index
        }
        var start = 0
        let placed = zip(row, cells).map { cell, text in
            defer { start += text.count + 1 }
            return Table.Cell(
                line.mapped(start..<start + text.count).trimmed(), continuesAbove: cell.continuesAbove,
                continuesBefore: cell.continuesBefore)
        }
        let isCut =
            lines.last(where: { $0.table?.table == index && !$0.isBlank })?.page != page
            && tables[index].isContinued(by: placed)
        line.table = TableLine(
            table: index,
            part: isCut ? tables[index].appendToLast(placed) : tables[index].append(row: placed))
        lines.append(line)
    }
}

/// A cell as a reader finds it at a place of the grid; one that spans several places is repeated in each.
struct GridCell: Hashable, Sendable {
    var text: [Unicode.Scalar]
    var continuesAbove = false
    var continuesBefore = false
}

extension Table {
    /// Whether a row at the top of a page is the rest of the last row of the page before: a column is empty that no row so
    /// far leaves empty, and where it has text, the last row's has not come to its end.
    ///
    /// Where only the first column is empty, a cell of the page before may span this row, but for the number of a row. Programs
    /// also begin a page with an empty strip of the row.
    fileprivate func isContinued(by row: [Cell]) -> Bool {
        guard rows.count >= 2, let last = rows.last, last.count == row.count else { return false }
        let isKeyMissing = row.indices.contains { column in
            row[column].text.isEmpty && rows.allSatisfy { column < $0.count && !$0[column].text.isEmpty }
        }
        if row.allSatisfy(\.text.isEmpty) { return true }
        let isSpanned =
            row.count > 2 && row.dropFirst().allSatisfy { !$0.text.isEmpty }
            && !rows.dropFirst().allSatisfy { Numeral.value(of: $0[0].text.scalars) != nil }
        return isKeyMissing && !isSpanned
            && row.indices.allSatisfy { column in
                let end = last[column].text.scalars.last
                return row[column].text.isEmpty || end.map { !"。；！？".unicodeScalars.contains($0) } ?? false
            }
    }

    /// Appends the texts of a row to those of the last.
    fileprivate mutating func appendToLast(_ row: [Cell]) -> TableLine.Part {
        for column in row.indices { rows[rows.count - 1][column].text.join(row[column].text) }
        return .row(rows.count - 1)
    }

    /// Appends a row, and returns what its line is: a row, or the header again.
    mutating func append(row: [Cell]) -> TableLine.Part {
        if rows.count > 1, zip(row, rows[0]).allSatisfy({ $0.text.scalars.comparable == $1.text.scalars.comparable }),
            row.count == rows[0].count
        {
            return .repeatedHeader
        }
        rows.append(row)
        return .row(rows.count - 1)
    }
}
