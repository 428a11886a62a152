/// Fills in the cells of a table that span several rows or columns: the cell is repeated in each.
enum SpanGrid {
    struct Cell<Value> {
        var value: Value
        var rowSpan = 1
        var columnSpan = 1
    }

    /// The most rows or columns that one cell may span.
    private static let longestSpan = 200

    /// The rows, each with the same number of cells.
    ///
    /// - Parameter empty: What fills up rows that are too short.
    static func filled<Value>(_ rows: [[Cell<Value>]], empty: Value) -> [[Value]] {
        var grid: [[Value]] = []
        var hanging: [Int: (value: Value, rows: Int)] = [:]
        for row in rows {
            var line: [Value] = []
            func fill() {
                while let open = hanging[line.count] {
                    hanging[line.count] = open.rows > 1 ? (open.value, open.rows - 1) : nil
                    line.append(open.value)
                }
            }
            for cell in row {
                fill()
                let rowSpan = min(max(1, cell.rowSpan), longestSpan)
                for _ in 0..<min(max(1, cell.columnSpan), longestSpan) {
                    if rowSpan > 1 { hanging[line.count] = (cell.value, rowSpan - 1) }
                    line.append(cell.value)
                }
            }
            fill()
            if !line.isEmpty { grid.append(line) }
        }
        let width = grid.map(\.count).max() ?? 0
        return grid.map { $0 + Array(repeating: empty, count: width - $0.count) }
    }
}
