/// Lays the cells of a table out on its grid, those that span columns or rows into each place.
struct DOCXGrid {
    /// The rows so far, a cell's text for each column; nil for one that stands outside the grid.
    private var found: [[GridCell]?] = []
    private var current: [GridCell] = []
    private var above: [GridCell] = []

    /// More columns than any printed table has.
    private static let mostColumns = 1024

    /// How many columns the grid has.
    var width: Int { found.reduce(0) { max($0, $1?.count ?? 0) } }

    /// The rows, all of the same length.
    var rows: [[GridCell]?] {
        let width = width
        return found.map { row in row.map { $0 + [GridCell](repeating: GridCell(text: []), count: width - $0.count) } }
    }

    mutating func addOutside() { found.append(nil) }

    /// Begins a row that leaves columns free.
    mutating func begin(before: Int) {
        current = []
        skip(before)
    }

    /// Adds the next cell of the row.
    ///
    /// - Parameter properties: `w:tcPr`: how many columns it spans, and whether it goes on with the cell above or before it.
    mutating func add(_ properties: MarkupElement?, text: [Unicode.Scalar]) {
        let span = max(1, properties?.first("gridSpan")?.number ?? 1)
        var cell = GridCell(text: text)
        // Without a value both mean that the cell goes on.
        if let merge = properties?.first("vMerge"), merge["val"] ?? "continue" == "continue",
            current.count < above.count
        {
            cell = above[current.count]
            cell.continuesAbove = true
        }
        if let merge = properties?.first("hMerge"), merge["val"] ?? "continue" == "continue", let before = current.last
        {
            cell = before
            cell.continuesBefore = true
        }
        let count = max(0, min(span, Self.mostColumns - current.count))
        for column in 0..<count {
            current.append(cell)
            if column > 0 { current[current.count - 1].continuesBefore = true }
        }
    }

    /// Ends the row.
    mutating func end(after: Int) {
        skip(after)
        found.append(current)
        above = current
    }

    private mutating func skip(_ count: Int) {
        current += [GridCell](
            repeating: GridCell(text: []), count: max(0, min(count, Self.mostColumns - current.count)))
    }
}
