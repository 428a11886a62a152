/// A paragraph, or a row of a table, of a format whose text flows: office documents, and web pages that stand in them.
struct FlowLine: Equatable, Sendable {
    var scalars: [Unicode.Scalar]
    var page = 1
    var style: LineStyle?
    /// The row of a table that it is.
    var row: Row?
    /// What it is where it is none of a document.
    var furniture: Furniture?

    /// A row of a table.
    struct Row: Equatable, Sendable {
        /// Which of the tables of the file.
        var table: Int
        var cells: [GridCell]
    }

    var isBlank: Bool { row == nil && scalars.allSatisfy(\.isBlank) }

    /// The characters, the cells of a row with blanks between them.
    var plain: [Unicode.Scalar] {
        row.map { Array($0.cells.map(\.text).joined(separator: [" "])) } ?? scalars
    }
}

extension SourceText {
    /// The text of lines that flow.
    ///
    /// - Parameter pageCount: nil where the file does not tell pages.
    init(_ lines: [FlowLine], format: SourceFormat, encoding: String = "UTF-8", pageCount: Int? = nil) {
        var collector = LineCollector()
        var furniture: [Int: Furniture] = [:]
        for line in lines {
            let page = pageCount == nil ? nil : line.page
            if let kind = line.furniture { furniture[collector.lines.count] = kind }
            if let row = line.row {
                collector.add(row: row.cells, of: row.table, page: page, style: line.style)
            } else {
                collector.add(line.scalars, page: page, style: line.style)
            }
        }
        self.init(
            lines: collector.lines, tables: collector.tables, format: format, encoding: encoding, pageCount: pageCount,
            setting: Self.setting(of: collector.lines), furniture: furniture)
    }

    /// Paragraphs are marked, but for files that a converter made of print line by line.
    private static func setting(of lines: [SourceLine]) -> Setting {
        let widths = lines.filter { $0.table == nil }.map(\.width)
        let layout = Layout(measuring: widths)
        // Few lines can have like widths by chance.
        let isPrint = layout.isHardWrapped && layout.width <= 110 && widths.count { $0 >= 40 } >= 30
        return isPrint ? .unknown : .paragraphs
    }
}

extension [FlowLine] {
    /// The lines as the text of one cell, a blank between them.
    var cellText: [Unicode.Scalar] {
        let parts = map { $0.plain.map { $0 == "\t" ? " " : $0 }.trimmed }
        return Array<Unicode.Scalar>(parts.filter { !$0.isEmpty }.joined(separator: [" "]))
    }
}
