/// Cells of tables whose columns are set off by tabs.
enum TableRows {
    /// The cells of a line, without white space at their ends; a cell may be empty.
    static func cells(of line: SourceLine) -> [MappedText] {
        var cells: [MappedText] = []
        var cell = MappedText()
        for (column, scalar) in line.scalars.enumerated() {
            if scalar == "\t" {
                cells.append(cell.trimmed())
                cell = MappedText()
            } else {
                cell.append(scalar, at: Place(line: line.number, column: column + 1))
            }
        }
        cells.append(cell.trimmed())
        return cells
    }
}
