import Ingest

/// A table with its header told from its rows and its spanning cells filled in.
struct TableGrid {
    /// The name of each column: the lowest where names stand over names; empty where the table has no header.
    var header: [MappedText]
    /// All names of each column, from top to bottom.
    var headerLevels: [[MappedText]]
    var rows: [[MappedText]]

    init(_ rows: [[MappedText]]) {
        let width = rows.map(\.count).max() ?? 0
        let cells = rows.map { $0 + Array(repeating: MappedText(), count: max(0, width - $0.count)) }
        let count = TableGrid.headerRowCount(of: cells)
        headerLevels = count == 0 ? [] : (0..<width).map { column in Self.distinct(cells[..<count].map { $0[column] }) }
        header = headerLevels.map { $0.last ?? MappedText() }
        self.rows = TableGrid.filled(Array(cells.dropFirst(count)))
    }

    /// The texts that differ from the one above.
    private static func distinct(_ names: [MappedText]) -> [MappedText] {
        names.reduce(into: []) { result, name in
            if !name.isEmpty, result.last?.scalars != name.scalars { result.append(name) }
        }
    }

    /// How many of the first rows name the columns.
    ///
    /// A name that spans columns is parted in the row below it, while others span both rows.
    private static func headerRowCount(of rows: [[MappedText]]) -> Int {
        guard rows.count > 1, isHeader(rows[0]) else { return 0 }
        var count = 1
        while count < min(rows.count - 1, 4) {
            let (above, next) = (rows[count - 1], rows[count])
            func isSame(_ one: MappedText, _ other: MappedText) -> Bool { !one.isEmpty && one.scalars == other.scalars }
            let isParted = above.indices.dropLast().contains { column in
                isSame(above[column], above[column + 1]) && !isSame(next[column], next[column + 1])
            }
            guard isParted, zip(above, next).contains(where: isSame), isHeader(next) else { break }
            count += 1
        }
        return count
    }

    /// A first row of words, without a number by itself.
    private static func isHeader(_ row: [MappedText]) -> Bool {
        row.allSatisfy { cell in
            cell.isEmpty || cell.scalars.contains { $0.isHan } || cell.scalars.allSatisfy { $0.isLatin }
        }
    }

    /// Repeats a cell that spans rows: text layers leave the cells below it empty.
    ///
    /// Only what leads a row is filled, since an empty cell elsewhere may be meant.
    private static func filled(_ rows: [[MappedText]]) -> [[MappedText]] {
        var result = rows
        for index in result.indices.dropFirst() {
            for column in result[index].indices {
                let isLeading = result[index][column].isEmpty && result[index][(column + 1)...].contains { !$0.isEmpty }
                guard isLeading else { break }
                result[index][column] = result[index - 1][column]
            }
        }
        return result
    }
}
