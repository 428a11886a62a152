/// Lays the cells of a table out on its grid, those that span columns or rows into each place.
struct DOCXGrid {
    /// The rows so far, a cell's text for each column; nil for one that stands outside the grid.
    private var found: [[[Unicode.Scalar]]?] = []
    private var current: [[Unicode.Scalar]] = []
    private var above: [[Unicode.Scalar]] = []

    /// More columns than any printed table has.
    private static let mostColumns = 1024

    /// How many columns the grid has.
    var width: Int { found.reduce(0) { max($0, $1?.count ?? 0) } }

    /// The rows, all of the same length.
    var rows: [[[Unicode.Scalar]]?] {
        let width = width
        return found.map { row in row.map { $0 + [[Unicode.Scalar]](repeating: [], count: width - $0.count) } }
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
        var text = text
        // Without a value both mean that the cell goes on.
        if let merge = properties?.first("vMerge"), merge["val"] ?? "continue" == "continue",
            current.count < above.count
        {
            text = above[current.count]
        }
        if let merge = properties?.first("hMerge"), merge["val"] ?? "continue" == "continue", let before = current.last
        {
            text = before
        }
        let count = max(0, min(span, Self.mostColumns - current.count))
        current += [[Unicode.Scalar]](repeating: text, count: count)
    }

    /// Ends the row.
    mutating func end(after: Int) {
        skip(after)
        found.append(current)
        above = current
    }

    private mutating func skip(_ count: Int) {
        current += [[Unicode.Scalar]](repeating: [], count: max(0, min(count, Self.mostColumns - current.count)))
    }
}
