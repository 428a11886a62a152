import Ingest

/// A table with its header told from its rows and its spanning cells filled in.
struct TableGrid {
    /// The header cells; empty where the table has none.
    var header: [MappedText]
    var rows: [[MappedText]]

    init(_ rows: [[MappedText]]) {
        let width = rows.map(\.count).max() ?? 0
        let cells = rows.map { $0 + Array(repeating: MappedText(), count: max(0, width - $0.count)) }
        let hasHeader = rows.count > 1 && TableGrid.isHeader(rows[0])
        header = hasHeader ? cells[0] : []
        self.rows = TableGrid.filled(Array(cells.dropFirst(hasHeader ? 1 : 0)))
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
