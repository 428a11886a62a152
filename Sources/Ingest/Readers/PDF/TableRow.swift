/// A row of a table, put together from the lines of its cells.
struct TableRow {
    /// The printed lines that it takes up.
    var lines: Range<Int>
    /// The text of each column, empty where it has none.
    var cells: [[Unicode.Scalar]]

    /// The rows of a table; nil where it has fewer than two.
    ///
    /// Cells wrap, and stand at the top or in the middle of their row. So words are first put into bands of lines that
    /// overlap down the page; a band goes on with the row above where the space between is that of wrapped lines, and the
    /// lines above its own are full.
    ///
    /// - Parameter isContinued: Whether its columns are known from the page before, so that one row is enough.
    static func rows(
        of table: GeometricTable, lines: [PrintedLine], em: Double, isContinued: Bool = false
    ) -> [TableRow]? {
        var bands = Band.bands(of: table, lines: lines)
        let evidence = RowEvidence(bands, columns: table.gutters.count + 1, em: em)
        var rows: [Band] = []
        for band in bands {
            if let last = rows.last, evidence.continues(last, band) {
                rows[rows.count - 1].append(band)
            } else {
                rows.append(band)
            }
        }
        bands = []
        // A caption above, and a note below, stand in one column.
        while rows.count >= 2, rows[rows.count - 1].filled.count == 1 { rows.removeLast() }
        while rows.count >= 2, rows[0].filled.count == 1 { rows.removeFirst() }
        // Columns that hardly a row has are gaps of text.
        let filled = rows.reduce(0) { $0 + $1.filled.count }
        let isFilled = filled * 10 >= rows.count * (table.gutters.count + 1) * 3
        guard isContinued ? filled > rows.count : rows.count >= 2 && isFilled else { return nil }
        return rows.map { TableRow(lines: $0.lines, cells: $0.columns.map { text(of: $0, em: em) }) }
    }

    /// The text of a cell; a blank between Latin words on two lines only.
    private static func text(of lines: [PrintedLine], em: Double) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        for line in lines {
            let next = line.text(em: em)
            if let last = text.last, let first = next.first, last.isLatin, first.isLatin { text.append(" ") }
            text += next
        }
        return text
    }
}

/// Lines of a table that overlap down the page, by column.
struct Band {
    var lines: Range<Int>
    var columns: [[PrintedLine]]
    var top: Double
    var bottom: Double

    /// The columns that have text.
    var filled: [Int] { columns.indices.filter { !columns[$0].isEmpty } }

    mutating func append(_ band: Band) {
        lines = lines.lowerBound..<band.lines.upperBound
        for column in columns.indices { columns[column] += band.columns[column] }
        bottom = max(bottom, band.bottom)
    }

    static func bands(of table: GeometricTable, lines: [PrintedLine]) -> [Band] {
        var bands: [Band] = []
        let count = table.gutters.count + 1
        for position in table.range {
            let line = lines[position]
            var columns = [[PlacedWord]](repeating: [], count: count)
            for word in line.words { columns[table.column(of: word)].append(word) }
            let cells = columns.map { $0.isEmpty ? [] : [PrintedLine($0)] }
            let band = Band(
                lines: position..<position + 1, columns: cells, top: line.box.top, bottom: line.box.bottom)
            // A little overlap is that of high boxes, not of lines.
            let slack = 0.15 * line.box.height
            if let last = bands.last, line.box.top < last.bottom - slack {
                bands[bands.count - 1].append(band)
            } else {
                bands.append(band)
            }
        }
        return bands
    }
}

/// What tells rows of a table from lines of a cell.
private struct RowEvidence {
    let em: Double
    /// The left and right edges of the text of each column.
    private let edges: [(left: Double, right: Double)]
    /// The largest space between two lines of one cell.
    private let leading: Double
    /// Whether some spaces between bands are clearly larger than others, so that they part rows.
    private let isSpaced: Bool
    /// The space that parts rows, where those between rows and those within cells lie far apart.
    private let parting: Double?

    init(_ bands: [Band], columns: Int, em: Double) {
        self.em = em
        edges = (0..<columns).map { column in
            let boxes = bands.flatMap { $0.columns[column] }.map(\.box)
            return (boxes.map(\.left).min() ?? 0, boxes.map(\.right).max() ?? 0)
        }
        var within: [Double] = []
        for column in 0..<columns {
            let lines = bands.flatMap { $0.columns[column] }.map(\.box)
            for (line, next) in zip(lines, lines.dropFirst()) { within.append(next.top - line.bottom) }
        }
        let spaces = zip(bands, bands.dropFirst()).map { $1.top - $0.bottom }
        leading = (within.filter { $0 > -0.5 * em }.min() ?? 0) + 0.2 * em
        let limit = leading
        let wide = spaces.count { $0 > limit }
        isSpaced = wide >= 2 || (wide == 1 && spaces.count == 1)
        parting = Self.parting(spaces, em: em)
    }

    /// The middle of the widest jump from one space to the next larger one.
    private static func parting(_ spaces: [Double], em: Double) -> Double? {
        let sorted = spaces.sorted()
        let jumps = zip(sorted, sorted.dropFirst()).filter { $0 <= 0.5 * em && $1 - $0 >= 0.5 * em }
        return jumps.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { ($0 + $1) / 2 }
    }

    /// Whether a band is a part of the row above it.
    func continues(_ row: Band, _ band: Band) -> Bool {
        // Cells in the middle of a high row stand beside the lines of one that wraps; rows have more in common.
        if let parting, row.filled.count(where: band.filled.contains) <= 1 { return band.top - row.bottom <= parting }
        guard band.top - row.bottom <= leading else { return false }
        let filled = band.filled
        let above = row.filled
        let wraps = filled.allSatisfy { column in
            row.columns[column].last.map { isFull($0, column) } ?? true
        }
        let shares = filled.contains { !row.columns[$0].isEmpty }
        guard wraps, shares else { return false }
        if filled.count < max(above.count, edges.count) { return isSpaced || !filled.contains(0) }
        return isSpaced && filled.contains { edges[$0].right - edges[$0].left >= 6 * em }
    }

    /// Whether a line reaches the end of its column, so that what stands below may go on with it.
    private func isFull(_ line: PrintedLine, _ column: Int) -> Bool {
        let edge = edges[column]
        // Lines in the middle of a cell leave as much on the left as on the right.
        let room = edge.right - line.box.right
        return room <= 1.6 * em || (abs(room - (line.box.left - edge.left)) < em && room <= 2.5 * em)
    }
}
