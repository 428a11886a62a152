/// Turns the words of a page into lines in reading order.
///
/// Columns are read one after the other; what runs sideways comes last. Indents and wide gaps between lines stay visible,
/// since re-flow goes by them: an indent as blanks, a gap as a blank line. A row of a table is a line with tabs.
struct PageComposer {
    let setting: PageSetting
    /// The table at the end of the last page, which may go on on the next one.
    private var openTable: GeometricTable?

    init(setting: PageSetting) { self.setting = setting }

    /// The lines of a page.
    ///
    /// - Parameter index: Which page it is, from 0; odd and even pages have margins of their own.
    mutating func lines(of page: PlacedPage, index: Int) -> [[Unicode.Scalar]] {
        let upright = page.words.filter { !$0.isSideways }
        let sideways = page.words.filter(\.isSideways).sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        var lines: [[Unicode.Scalar]] = []
        for region in ColumnFinder(em: setting.em).regions(of: upright) {
            let margin = region.isColumn ? nil : setting.margins[index % 2]
            let set = self.lines(of: PrintedLine.group(region.words), margin: margin)
            if !lines.isEmpty, !set.isEmpty, !region.isColumn { lines.append([]) }
            lines += set
        }
        for word in sideways { lines.append(word.text) }
        return lines
    }

    /// The lines of one column.
    private mutating func lines(of printed: [PrintedLine], margin: Double?) -> [[Unicode.Scalar]] {
        guard let own = PageSetting.leftEdge(of: printed, em: setting.em) else { return [] }
        let edge = min(own, margin ?? own)
        let limit = 1.4 * setting.pitch
        let tables = GeometricTable.tables(in: printed, em: setting.em, pitch: setting.pitch, open: openTable)
        let last = printed.indices.last { !LineClassifier.isPageNumber(printed[$0].text(em: setting.em)) }
        openTable = tables.last.flatMap { $0.table.range.contains(last ?? -1) ? $0.table : nil }
        var lines: [[Unicode.Scalar]] = []
        var position = 0
        var next = tables.makeIterator()
        var table = next.next()
        while position < printed.count {
            let line = printed[position]
            if position > 0, line.box.middle - printed[position - 1].box.middle > limit { lines.append([]) }
            if let found = table, found.table.range.lowerBound == position {
                lines += found.rows.map { Array($0.cells.joined(separator: ["\t"])) }
                position = found.table.range.upperBound
                table = next.next()
            } else {
                lines.append(indent(of: line, from: edge) + line.text(em: setting.em))
                position += 1
            }
        }
        return lines
    }

    /// Blanks in front of a line; less than an em is none.
    private func indent(of line: PrintedLine, from edge: Double) -> [Unicode.Scalar] {
        let ems = ((line.box.left - edge) / setting.em + 0.2).rounded(.down)
        return PrintedLine.blanks(columns: 2 * Int(min(max(ems, 0), 100)))
    }
}
