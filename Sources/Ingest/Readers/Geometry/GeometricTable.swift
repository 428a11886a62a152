/// Rows of a table that geometry shows without doubt: several lines one below the other, each parted by wide gaps into cells
/// that stand in the same columns.
///
/// Cells that wrap leave doubt, and so do columns that only some lines have: such lines stay text.
struct GeometricTable {
    /// The lines that are its rows.
    var range: Range<Int>
    /// The columns, from left to right.
    var columns: [ClosedRange<Double>]

    /// How wide a gap between cells is, in characters.
    private static let gap = 1.2
    /// How wide a gutter between columns is that no cell of any row crosses.
    private static let gutter = 0.4

    static func tables(in lines: [BoxLine], size: Double) -> [GeometricTable] {
        var tables: [GeometricTable] = []
        let segments = lines.map { $0.segments(gap: gap * size) }
        var start = 0
        while start < lines.count {
            guard segments[start].count >= 2 else {
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, segments[end].count >= 2 { end += 1 }
            // Text above or below a table may have a gap as well: the longest stretch that is a table counts.
            if let table = longest(segments[start..<end], size: size), !holdsLeaders(lines[table.range]) {
                tables.append(table)
                start = table.range.upperBound
            } else {
                start = end
            }
        }
        return tables
    }

    /// The longest run of rows from the first row on that stand in the same columns, at most two lines above left out.
    private static func longest(_ rows: ArraySlice<[BoxLine]>, size: Double) -> GeometricTable? {
        for skip in 0...2 where rows.count > skip + 1 {
            let rows = rows.dropFirst(skip)
            var best: GeometricTable?
            var cells: [BoxLine] = []
            for (index, row) in rows.enumerated() {
                cells += row
                let columns = columns(of: cells, size: size)
                guard fits(rows.prefix(index + 1), in: columns) else { break }
                // Two lines with a gap are a signature or a 目录 as often as a table.
                if index + 1 >= (columns.count >= 3 ? 2 : 4), columns.count >= 2 {
                    best = GeometricTable(range: rows.startIndex..<rows.startIndex + index + 1, columns: columns)
                }
            }
            if let best { return best }
        }
        return nil
    }

    /// The stretches across the page that cells take up, parted by gutters.
    private static func columns(of cells: [BoxLine], size: Double) -> [ClosedRange<Double>] {
        var columns: [ClosedRange<Double>] = []
        for cell in cells.sorted(by: { $0.left < $1.left }) {
            if let last = columns.last, cell.left - last.upperBound < gutter * size {
                columns[columns.count - 1] = last.lowerBound...max(last.upperBound, cell.right)
            } else {
                columns.append(cell.left...cell.right)
            }
        }
        return columns
    }

    /// Whether no row has two cells in one column, and the rows fill most of the table.
    private static func fits(_ rows: ArraySlice<[BoxLine]>, in columns: [ClosedRange<Double>]) -> Bool {
        var filled = 0
        for row in rows {
            var last = -1
            for cell in row {
                guard let column = columns.firstIndex(where: { $0.contains(cell.left) }), column > last else {
                    return false
                }
                last = column
            }
            filled += row.count
        }
        return filled * 10 >= rows.count * columns.count * 3
    }

    private static func holdsLeaders(_ lines: ArraySlice<BoxLine>) -> Bool {
        lines.contains { line in line.words.contains { $0.text.contains("…") || $0.text.count { $0 == "." } > 4 } }
    }

    /// The cells of a row, empty where it has none in a column.
    func cells(of line: BoxLine, size: Double) -> [[Unicode.Scalar]] {
        var cells = [[Unicode.Scalar]](repeating: [], count: columns.count)
        for segment in line.segments(gap: Self.gap * size) {
            let text = segment.text(size: size).map { $0 == "\t" ? " " : $0 }
            let column = columns.firstIndex { $0.contains(segment.left) } ?? columns.count - 1
            cells[column] += (cells[column].isEmpty ? [] : [" "]) + text
        }
        return cells
    }
}
