/// A table that stands in a text as markup: `<table><tr><td rowspan="2">…</td></tr></table>`, as tools that turn pages into
/// text leave it.
struct MarkupTable {
    /// The lines that it takes up.
    var positions: Range<Int>
    /// Its rows, each with the same number of cells; a cell that spans several is repeated in each.
    var rows: [[MappedText]]
    /// What stands before and behind it on its first and last line.
    var before: MappedText
    var after: MappedText

    /// The tables in a range of lines.
    ///
    /// - Parameter isBody: Whether a line is still free to be a part of one.
    /// - Complexity: O(*n*) in the length of the lines.
    static func tables(in range: Range<Int>, of table: LineTable, isBody: (Int) -> Bool) -> [MarkupTable] {
        var tables: [MarkupTable] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard isBody(position), let start = MarkupScanner.find("table", in: table.line(position).text) else {
                position += 1
                continue
            }
            var text = table.line(position).mapped
            var end = position + 1
            var close = MarkupScanner.findEnd("table", in: text.scalars, from: start)
            while close == nil, end < range.upperBound, isBody(end) {
                let next = table.line(end).mapped
                let from = text.count
                text.append(next)
                close = MarkupScanner.findEnd("table", in: next.scalars, from: 0).map {
                    $0.lowerBound + from..<$0.upperBound + from
                }
                end += 1
            }
            if let close {
                let rows = grid(text[start..<close.lowerBound])
                if rows.count >= 1, rows[0].count >= 1 {
                    tables.append(
                        MarkupTable(
                            positions: position..<end, rows: rows, before: text[0..<start].trimmed(),
                            after: text[close.upperBound..<text.count].trimmed()))
                }
            }
            position = end
        }
        return tables
    }

    // MARK: Cells

    private struct Cell {
        var text = MappedText()
        var rowSpan = 1
        var columnSpan = 1
    }

    /// The most rows or columns that one cell may span.
    private static let longestSpan = 200

    /// The rows of a table with spans filled in.
    private static func grid(_ text: MappedText) -> [[MappedText]] {
        var grid: [[MappedText]] = []
        var hanging: [Int: (cell: MappedText, rows: Int)] = [:]
        for row in rows(of: text) {
            var line: [MappedText] = []
            func fill() {
                while let open = hanging[line.count] {
                    hanging[line.count] = open.rows > 1 ? (open.cell, open.rows - 1) : nil
                    line.append(open.cell)
                }
            }
            for cell in row {
                fill()
                for _ in 0..<cell.columnSpan {
                    if cell.rowSpan > 1 { hanging[line.count] = (cell.text, cell.rowSpan - 1) }
                    line.append(cell.text)
                }
            }
            fill()
            if !line.isEmpty { grid.append(line) }
        }
        let width = grid.map(\.count).max() ?? 0
        return grid.map { $0 + Array(repeating: MappedText(), count: width - $0.count) }
    }

    private static func rows(of text: MappedText) -> [[Cell]] {
        var rows: [[Cell]] = []
        var cell: Cell?
        var scanner = MarkupScanner(text)
        func close() {
            guard var done = cell else { return }
            done.text = done.text.trimmed()
            if rows.isEmpty { rows.append([]) }
            rows[rows.count - 1].append(done)
            cell = nil
        }
        while let piece = scanner.next() {
            switch piece {
            case .text(let scalar, let offset): cell?.text.append(scalar, from: text, at: offset)
            case .tag(let tag):
                switch tag.name {
                case "tr":
                    close()
                    if !tag.isEnd { rows.append([]) }
                case "td", "th":
                    close()
                    if !tag.isEnd {
                        cell = Cell(
                            rowSpan: min(max(1, tag.rowSpan), longestSpan),
                            columnSpan: min(max(1, tag.columnSpan), longestSpan))
                    }
                case "br", "p": if cell?.text.isEmpty == false { cell?.text.append(" ", from: text, at: tag.offset) }
                default: break
                }
            }
        }
        close()
        return rows.filter { !$0.isEmpty }
    }
}

extension MappedText {
    /// Appends a character that stands for the one at an offset of another text.
    fileprivate mutating func append(_ scalar: Unicode.Scalar, from text: MappedText, at offset: Int) {
        if text.scalars[offset] == scalar {
            append(text[offset..<offset + 1])
        } else {
            append(scalar, at: text.places[offset])
        }
    }
}
