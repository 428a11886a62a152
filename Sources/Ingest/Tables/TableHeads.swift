/// Tells what the first rows of a table are: its caption, the measure of its numbers, the names of its columns.
enum TableHeads {
    /// Settles the tables of a file: caption and measure leave the rows, the header is counted, and a table that holds
    /// several, each with a caption and a header of its own, is parted.
    static func settle(_ text: inout SourceText) {
        var settled: [Table] = []
        /// For each table of before, the rows at which its parts begin and the part that each gives.
        var parts: [[(start: Int, table: Int)]] = []
        for table in text.tables {
            let starts = self.starts(of: table)
            parts.append(starts.enumerated().map { ($1, settled.count + $0) })
            for (index, start) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : table.rows.count
                var part = Table(rows: Array(table.rows[start..<end]))
                if index == 0 { part.textBefore = table.textBefore }
                if index == starts.count - 1 { part.textAfter = table.textAfter }
                settle(&part)
                settled.append(part)
            }
        }
        var last: TableLine?
        for index in text.lines.indices {
            guard var line = text.lines[index].table else { continue }
            let own = parts[line.table]
            switch line.part {
            case .row(let row):
                guard let part = own.last(where: { $0.start <= row }) else { continue }
                line = Self.line(of: row - part.start, in: settled[part.table], part.table)
            default: line.table = last.flatMap { last in own.map(\.table).first { $0 == last.table } } ?? own[0].table
            }
            text.lines[index].table = line
            last = line
        }
        text.tables = settled
    }

    private static func line(of row: Int, in table: Table, _ index: Int) -> TableLine {
        let above = (table.caption == nil ? 0 : 1) + (table.measure == nil ? 0 : 1)
        if row >= above { return TableLine(table: index, part: .row(row - above)) }
        return TableLine(table: index, part: row == 0 && table.caption != nil ? .caption : .measure)
    }

    // MARK: Parts

    /// The rows at which a table, and each further one that it holds, begins.
    private static func starts(of table: Table) -> [Int] {
        var starts = [0]
        for row in table.rows.indices.dropFirst(2) where row + 2 < table.rows.count {
            // Rows across all columns also part the sections of one table; a further table names its columns anew.
            if whole(table.rows[row]) != nil, namesColumns(table.rows[row + 1]),
                !isSame(table.rows[row + 1], table.rows[starts[starts.count - 1]...])
            {
                starts.append(row)
            }
        }
        return starts
    }

    /// Whether a header is the one that the table began with.
    private static func isSame(_ row: [Table.Cell], _ rows: ArraySlice<[Table.Cell]>) -> Bool {
        rows.prefix(3).contains { zip($0, row).allSatisfy { $0.text.scalars.comparable == $1.text.scalars.comparable } }
    }

    // MARK: One table

    private static func settle(_ table: inout Table) {
        while table.rows.count > 1, table.columnCount > 1, let text = whole(table.rows[0]),
            Label.scan(text.scalars) == nil || namesColumns(table.rows[1])
        {
            if isMeasure(text.scalars) {
                guard table.measure == nil else { break }
                table.measure = text
            } else {
                guard table.caption == nil, table.measure == nil else { break }
                table.caption = text
            }
            table.rows.removeFirst()
        }
        table.headerRowCount = headerRowCount(of: table.rows)
    }

    /// The text of a row that is one cell across all columns; nil for any other row.
    private static func whole(_ row: [Table.Cell]) -> MappedText? {
        guard row.count > 1, let first = row.first, !first.text.isEmpty,
            row.dropFirst().allSatisfy({ $0.continuesBefore })
        else { return nil }
        return first.text
    }

    /// 「单位：万元/亩」 names the measure of the numbers below.
    static func isMeasure(_ text: [Unicode.Scalar]) -> Bool {
        let text = text.tidied.drop { $0 == "（" || $0 == "(" }
        return text.count <= 24 && ["单位：", "单位:", "计量单位：", "计量单位:"].contains { text.begins(with: $0) }
    }

    /// Whether most cells of a row are names of columns.
    static func namesColumns(_ row: [Table.Cell]) -> Bool {
        let cells = row.filter { !$0.continuesBefore && !$0.text.isEmpty }
        let names = cells.count { TableWords.content(of: $0.text.scalars) != nil }
        return cells.count >= 2 && names * 2 >= cells.count && cells.allSatisfy { $0.text.count <= 20 }
    }

    /// How many of the first rows name the columns.
    private static func headerRowCount(of rows: [[Table.Cell]]) -> Int {
        guard rows.count > 1, isHeader(rows[0]) else { return 0 }
        var count = 1
        // A cell that spans rows belongs to one row of names as long as one that spans columns is parted below it.
        while count < min(rows.count - 1, 4) {
            let next = rows[count]
            let isParted = zip(rows[count - 1], next).contains { $0.continuesBefore && !$1.continuesBefore }
            guard next.contains(where: \.continuesAbove), isParted, isHeader(next) else { break }
            count += 1
        }
        return count
    }

    /// A row of words, without a number by itself.
    private static func isHeader(_ row: [Table.Cell]) -> Bool {
        row.allSatisfy { cell in
            let text = cell.text.scalars
            return text.isEmpty || text.contains(where: \.isHan) || text.allSatisfy(\.isLatin)
        }
    }
}
