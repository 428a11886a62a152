/// Tables whose rows stand on a line each, their cells set off by tabs or bars: `| 指标 | 目标值 |`, `序号 | 任务 | 单位 |`.
enum MarkedRows {
    /// The tables among lines: rows below each other, with nothing between them but blank lines and page numbers.
    static func tables(in lines: ReadingOrder) -> [FoundTable] {
        var tables: [FoundTable] = []
        var position = 0
        while position < lines.count {
            guard let mark = mark(lines, position) else {
                position += 1
                continue
            }
            var end = position + 1
            while end < lines.count, self.mark(lines, end) == mark { end += 1 }
            switch mark {
            case .tab: tables.append(table(lines, position..<end, cells: tabCells))
            case .bar: if let table = barred(lines, position..<end) { tables.append(table) }
            }
            position = end
        }
        return tables
    }

    // MARK: Lines

    private enum Mark { case tab, bar }

    /// What parts the cells of a line; nil for a line of text.
    private static func mark(_ lines: ReadingOrder, _ position: Int) -> Mark? {
        guard lines.isFree(position) else { return nil }
        let line = lines[position]
        if line.scalars[line.content].contains("\t") { return .tab }
        let text = line.text
        guard text.count >= 5, text.count(where: isBar) >= 2 else { return nil }
        return .bar
    }

    private static func isBar(_ scalar: Unicode.Scalar) -> Bool { "|｜│┃".unicodeScalars.contains(scalar) }

    /// Whether a line is the rule below a header: `|---|:--:|`.
    private static func isRule(_ text: [Unicode.Scalar]) -> Bool {
        text.contains("-") && text.allSatisfy { isBar($0) || "-: ".unicodeScalars.contains($0) }
    }

    private static func tabCells(of line: SourceLine) -> [MappedText] {
        var cells: [MappedText] = []
        var start = 0
        for at in 0...line.scalars.count where at == line.scalars.count || line.scalars[at] == "\t" {
            cells.append(line.mapped(start..<at).trimmed())
            start = at + 1
        }
        return cells
    }

    private static func barCells(of line: SourceLine) -> [MappedText] {
        BarCells.cells(of: line.mapped, isBar: isBar)
    }

    // MARK: Tables

    private static func table(
        _ lines: ReadingOrder, _ range: Range<Int>, cells: (SourceLine) -> [MappedText]
    ) -> FoundTable {
        var found = FoundTable(table: Table(rows: []), parts: [:])
        for position in range {
            let index = lines.indices[position]
            if isRule(lines[position].text) {
                found.parts[index] = .rule
            } else {
                found.parts[index] = found.table.append(row: cells(lines[position]).map { Table.Cell($0) })
            }
        }
        found.mend()
        found.table.level()
        return found
    }

    /// The table of lines with bars; nil where they are rather links, fields or a sentence.
    private static func barred(_ lines: ReadingOrder, _ range: Range<Int>) -> FoundTable? {
        let first = lines[range.lowerBound]
        // 「发布机构 | 某市 | 发文字号 | …」 are fields of a page.
        if let name = barCells(of: first).first, SitePage.isFieldName(name.scalars), range.count == 1 { return nil }
        let isFramed = range.allSatisfy { position in
            let text = lines[position].text
            return text.first.map(isBar) ?? false && text.last.map(isBar) ?? false
        }
        let isRuled = range.contains { isRule(lines[$0].text) }
        var found = table(lines, range, cells: barCells)
        let names = found.table.rows.first.map(TableHeads.namesColumns) ?? false
        let counts = Set(found.table.rows.map { row in row.count { !$0.text.isEmpty } })
        let isEven = found.table.rows.count >= 3 && counts.count == 1 && found.table.columnCount >= 3
        guard isFramed || isRuled || range.count >= 2 && (names || isEven) else { return nil }
        found.table.shiftShortRows()
        return found
    }
}

extension FoundTable {
    /// Puts rows together that a line break inside a cell cut in two.
    ///
    /// A row is cut when its table numbers its rows, the line behind it begins with no number, and both together have
    /// just as many cells as the header.
    fileprivate mutating func mend() {
        let rows = table.rows
        guard let width = rows.first?.count, rows.count > 2 else { return }
        var result: [[Table.Cell]] = []
        /// The row that each row has become a part of.
        var owners: [Int] = []
        func isNumber(_ cell: Table.Cell) -> Bool { Numeral.value(of: cell.text.scalars) != nil }
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
            owners.append(result.count - 1)
        }
        table.rows = result
        for (index, part) in parts {
            if case .row(let row) = part { parts[index] = .row(owners[row]) }
        }
    }
}

extension Table {
    /// Fills up rows that are too short with empty cells.
    mutating func level() {
        let width = rows.map(\.count).max() ?? 0
        for index in rows.indices where rows[index].count < width {
            rows[index] += Array(repeating: Cell(MappedText()), count: width - rows[index].count)
        }
    }

    /// Moves the cells of rows to the right from which a program left out the cells that the row above spans.
    ///
    /// Such a row ends with as many empty cells as it lacks. Where its first cell goes on with the numbering of a later
    /// column (2. above, 3. here), that column is its own.
    mutating func shiftShortRows() {
        for index in rows.indices.dropFirst() {
            let row = rows[index]
            let empty = row.reversed().prefix { $0.text.isEmpty }.count
            guard (1..<row.count).contains(empty), let label = Label.scan(row[0].text.scalars) else { continue }
            let above = rows[index - 1]
            let shift = (1...empty).first { column in
                guard let before = Label.scan(above[column].text.scalars) else { return false }
                return before.shape == label.shape && before.number + 1 == label.number
            }
            guard let shift else { continue }
            let spanned = above[..<shift].map { Cell($0.text, continuesAbove: true) }
            rows[index] = spanned + row.dropLast(shift)
        }
    }
}
