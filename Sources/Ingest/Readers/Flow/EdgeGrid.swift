/// Lays out rows whose cells tell only where they end across the page, as RTF and Word 97 have them: where a cell's end is
/// one that other rows have too, it spans what lies between.
struct EdgeGrid {
    struct Cell {
        var text: [Unicode.Scalar]
        /// Where the cell ends, in twentieths of a point.
        var end: Int
        /// Whether it goes on with the cell above, or with the one before.
        var continuesAbove = false
        var continuesBefore = false
    }

    private(set) var rows: [[Cell]] = []

    /// More columns than any printed table has.
    private static let mostColumns = 256
    /// Edges nearer to each other than this are one: half a millimetre.
    private static let tolerance = 30

    mutating func add(_ row: [Cell]) { rows.append(row) }

    var isEmpty: Bool { rows.isEmpty }

    /// The rows with a cell at each place of the grid.
    func places() -> [[GridCell]] {
        let edges = edges
        var grid: [[GridCell]] = []
        for row in rows {
            var line: [GridCell] = []
            for cell in row {
                let first = line.count
                let end = edges.firstIndex { abs($0 - cell.end) <= Self.tolerance } ?? first
                for column in first...max(first, end) {
                    var place = GridCell(text: cell.text, continuesBefore: column > first)
                    if cell.continuesAbove, let above = grid.last, column < above.count {
                        place = above[column]
                        place.continuesAbove = true
                    } else if cell.continuesBefore, column == first, let before = line.last {
                        place = before
                        place.continuesBefore = true
                    }
                    line.append(place)
                }
            }
            grid.append(line)
        }
        let width = grid.map(\.count).max() ?? 0
        return grid.map { $0 + [GridCell](repeating: GridCell(text: []), count: width - $0.count) }
    }

    /// Where columns end, from left to right.
    private var edges: [Int] {
        var edges: [Int] = []
        for end in Set(rows.joined().map(\.end)).sorted() where edges.last.map({ end - $0 > Self.tolerance }) ?? true {
            edges.append(end)
        }
        return Array(edges.prefix(Self.mostColumns))
    }
}
