/// A table of a file, made once: by the reader of a format that marks tables, or by ``PlainTables`` from the lines of a text.
///
/// Its lines refer to it by ``SourceLine/table``.
public struct Table: Sendable {
    /// A place of the grid.
    ///
    /// A cell that spans several places is repeated in each.
    public struct Cell: Hashable, Sendable {
        public var text: MappedText
        /// Whether it goes on with the cell of the row above, which spans this row too.
        public var continuesAbove: Bool
        /// Whether it goes on with the cell of the column before, which spans this column too.
        public var continuesBefore: Bool

        public init(_ text: MappedText, continuesAbove: Bool = false, continuesBefore: Bool = false) {
            self.text = text
            self.continuesAbove = continuesAbove
            self.continuesBefore = continuesBefore
        }
    }

    /// Its rows from top to bottom, each with the same number of cells.
    public var rows: [[Cell]]
    /// How many of the first rows name the columns.
    public var headerRowCount: Int
    /// The caption that stands inside of it, in a row across all columns above the header.
    public var caption: MappedText?
    /// The measure of its numbers that stands inside of it: 「单位：万元」.
    public var measure: MappedText?
    /// What the first line of a table that stands in a text as markup holds before it, and the last behind it.
    public var textBefore = MappedText()
    public var textAfter = MappedText()

    public init(rows: [[Cell]], headerRowCount: Int = 0, caption: MappedText? = nil, measure: MappedText? = nil) {
        self.rows = rows
        self.headerRowCount = headerRowCount
        self.caption = caption
        self.measure = measure
    }

    /// How many columns it has.
    public var columnCount: Int { rows.first?.count ?? 0 }

    /// The texts of its cells by rows, spanning cells repeated.
    public var texts: [[MappedText]] { rows.map { $0.map(\.text) } }
}

/// Which part of which table a line prints.
public struct TableLine: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        /// A row, or a part of one where cells stand on lines of their own; its number, from 0. Of several rows on one line,
        /// as in markup, the last.
        case row(Int)
        /// The caption inside the table, or the measure of its numbers.
        case caption, measure
        /// A line that only draws the table.
        case rule
        /// The header again, at the top of a further page.
        case repeatedHeader
    }

    /// The table, as an index into the tables of the file.
    public var table: Int
    public var part: Part

    public init(table: Int, part: Part) {
        self.table = table
        self.part = part
    }
}
