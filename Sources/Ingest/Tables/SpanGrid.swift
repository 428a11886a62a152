/// Fills in the cells of a table that span several rows or columns: the cell is repeated in each.
enum SpanGrid {
    struct Cell<Value> {
        var value: Value
        var rowSpan = 1
        var columnSpan = 1
    }

    /// What a place of the grid holds.
    struct Place<Value> {
        var value: Value
        /// Whether the cell of the row above spans this place too.
        var continuesAbove = false
        /// Whether the cell of the column before spans this place too.
        var continuesBefore = false
    }

    /// The most rows or columns that one cell may span.
    private static let longestSpan = 200

    /// Returns the rows, each with the same number of places.
    ///
    /// - Parameter empty: What fills up rows that are too short.
    static func filled<Value>(_ rows: [[Cell<Value>]], empty: Value) -> [[Place<Value>]] {
        var grid: [[Place<Value>]] = []
        var hanging: [Int: (place: Place<Value>, rows: Int)] = [:]
        for row in rows {
            var line: [Place<Value>] = []
            func fill() {
                while let open = hanging[line.count] {
                    hanging[line.count] = open.rows > 1 ? (open.place, open.rows - 1) : nil
                    line.append(open.place)
                }
            }
            for cell in row {
                fill()
                let rowSpan = min(max(1, cell.rowSpan), longestSpan)
                for column in 0..<min(max(1, cell.columnSpan), longestSpan) {
                    let place = Place(value: cell.value, continuesBefore: column > 0)
                    if rowSpan > 1 {
                        var below = place
                        below.continuesAbove = true
                        hanging[line.count] = (below, rowSpan - 1)
                    }
                    line.append(place)
                }
            }
            fill()
            if !line.isEmpty { grid.append(line) }
        }
        let width = grid.map(\.count).max() ?? 0
        return grid.map { $0 + Array(repeating: Place(value: empty), count: width - $0.count) }
    }
}
