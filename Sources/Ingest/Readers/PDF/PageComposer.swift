/// Turns the words of a page into lines in reading order.
///
/// Columns are read one after the other; what runs sideways comes last. Indents and wide gaps between lines stay visible,
/// since re-flow goes by them: an indent as blanks, a gap as a blank line. A row of a table is a line with tabs.
struct PageComposer {
    let setting: PageSetting
    /// The table at the end of the last page, which may go on on the next one.
    private var openTable: GeometricTable?

    /// The columns of the last ruled table of the page before.
    private var openColumns: [Double]?
    /// How many tables the page has so far.
    private var tableCount = 0

    init(setting: PageSetting) { self.setting = setting }

    /// The lines of a page.
    ///
    /// - Parameter index: Which page it is, from 0; odd and even pages have margins of their own.
    mutating func lines(of page: PlacedPage, index: Int) -> [PageLine] {
        tableCount = 0
        var rest = page.words
        var lines: [PageLine] = []
        // What is drawn as a table is one, and parts what stands above it from what stands below.
        let ruled = RuledWords.tables(of: page.rules, words: &rest, open: openColumns)
        openColumns = ruled.last?.columns
        for table in ruled {
            let above = rest.filter { $0.box.middle < table.top }
            rest = rest.filter { $0.box.middle >= table.top }
            lines += self.lines(of: above, index: index)
            openTable = nil
            lines += table.lines.map { line in
                var line = line
                line.row?.table = tableCount
                return line
            }
            tableCount += 1
        }
        return lines + self.lines(of: rest, index: index)
    }

    /// The lines of words that no ruled table parts.
    private mutating func lines(of words: [PlacedWord], index: Int) -> [PageLine] {
        guard !words.isEmpty else { return [] }
        let upright = words.filter { !$0.isSideways }
        let sideways = words.filter(\.isSideways).sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        var lines: [PageLine] = []
        for region in ColumnFinder(em: setting.em).regions(of: upright) {
            let margin = region.isColumn ? nil : setting.margins[index % 2]
            let set = self.lines(of: PrintedLine.group(region.words), margin: margin)
            if !lines.isEmpty, !set.isEmpty, !region.isColumn { lines.append(.blank) }
            lines += set
        }
        for word in sideways { lines.append(PageLine(scalars: word.text)) }
        return lines
    }

    /// The lines of one column.
    private mutating func lines(of printed: [PrintedLine], margin: Double?) -> [PageLine] {
        guard let own = PageSetting.leftEdge(of: printed, em: setting.em) else { return [] }
        let edge = min(own, margin ?? own)
        let limit = 1.4 * setting.pitch
        let tables = GeometricTable.tables(in: printed, em: setting.em, pitch: setting.pitch, open: openTable)
        let last = printed.indices.last { !LineClassifier.isPageNumber(printed[$0].text(em: setting.em)) }
        openTable = tables.last.flatMap { $0.table.range.contains(last ?? -1) ? $0.table : nil }
        let column = edge..<max(edge, printed.map(\.box.right).max() ?? edge)
        var lines: [PageLine] = []
        var position = 0
        var next = tables.makeIterator()
        var table = next.next()
        while position < printed.count {
            let line = printed[position]
            if position > 0, line.box.middle - printed[position - 1].box.middle > limit { lines.append(.blank) }
            if let found = table, found.table.range.lowerBound == position {
                lines += found.rows.map { row in
                    let box = printed[row.lines].dropFirst().reduce(printed[row.lines.lowerBound].box) {
                        $0.union($1.box)
                    }
                    return PageLine(
                        scalars: Array(row.cells.joined(separator: ["\t"])),
                        row: .init(table: tableCount, cells: row.cells.map { GridCell(text: $0) }),
                        place: Self.place(of: box, size: setting.em))
                }
                tableCount += 1
                position = found.table.range.upperBound
                table = next.next()
            } else {
                let box = line.box
                lines.append(
                    PageLine(
                        scalars: indent(of: line, from: edge) + line.text(em: setting.em),
                        alignment: MeasuredAlignment.of(box.left..<box.right, in: column, em: setting.em),
                        place: Self.place(of: box, size: TypeSize.em(of: line.words) ?? setting.em)))
                position += 1
            }
        }
        return lines
    }

    private static func place(of box: Box, size: Double) -> PageLine.Place {
        PageLine.Place(left: box.left, top: box.top, right: box.right, bottom: box.bottom, size: size)
    }

    /// Blanks in front of a line; less than an em is none.
    private func indent(of line: PrintedLine, from edge: Double) -> [Unicode.Scalar] {
        let ems = ((line.box.left - edge) / setting.em + 0.2).rounded(.down)
        return PrintedLine.blanks(columns: 2 * Int(min(max(ems, 0), 100)))
    }
}
