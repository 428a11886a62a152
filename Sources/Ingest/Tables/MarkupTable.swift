/// A table that stands in a text as markup: `<table><tr><td rowspan="2">…</td></tr></table>`, as tools that turn pages into
/// text leave it.
struct MarkupTable {
    /// The lines that it takes up.
    var positions: Range<Int>
    /// Its rows, each with the same number of cells; a cell that spans several is repeated in each.
    var rows: [[MappedText]]
    /// What stands before and behind it on its first and last line.
    var before: MappedText
    var after: MappedText

    /// The tables in a range of lines.
    ///
    /// - Parameter isBody: Whether a line is still free to be a part of one.
    /// - Complexity: O(*n*) in the length of the lines.
    static func tables(in range: Range<Int>, of table: LineTable, isBody: (Int) -> Bool) -> [MarkupTable] {
        var tables: [MarkupTable] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard isBody(position), let start = MarkupScanner.find("table", in: table.line(position).text) else {
                position += 1
                continue
            }
            var text = table.line(position).mapped
            var end = position + 1
            var close = MarkupScanner.findEnd("table", in: text.scalars, from: start)
            while close == nil, end < range.upperBound, isBody(end) {
                let next = table.line(end).mapped
                let from = text.count
                text.append(next)
                close = MarkupScanner.findEnd("table", in: next.scalars, from: 0).map {
                    $0.lowerBound + from..<$0.upperBound + from
                }
                end += 1
            }
            if let close {
                let rows = grid(text[start..<close.lowerBound])
                if rows.count >= 1, rows[0].count >= 1 {
                    tables.append(
                        MarkupTable(
                            positions: position..<end, rows: rows, before: text[0..<start].trimmed(),
                            after: text[close.upperBound..<text.count].trimmed()))
                }
            }
            position = end
        }
        return tables
    }

    // MARK: Cells

    private typealias Cell = SpanGrid.Cell<MappedText>

    /// The rows of a table with spans filled in.
    private static func grid(_ text: MappedText) -> [[MappedText]] {
        SpanGrid.filled(rows(of: text), empty: MappedText())
    }

    private static func rows(of text: MappedText) -> [[Cell]] {
        var rows: [[Cell]] = []
        var cell: Cell?
        var scanner = MarkupScanner(text)
        func close() {
            guard var done = cell else { return }
            done.value = done.value.trimmed()
            if rows.isEmpty { rows.append([]) }
            rows[rows.count - 1].append(done)
            cell = nil
        }
        while let piece = scanner.next() {
            switch piece {
            case .text(let scalar, let offset): cell?.value.append(scalar, from: text, at: offset)
            case .tag(let tag):
                switch tag.name {
                case "tr":
                    close()
                    if !tag.isEnd { rows.append([]) }
                case "td", "th":
                    close()
                    if !tag.isEnd {
                        cell = Cell(value: MappedText(), rowSpan: tag.rowSpan, columnSpan: tag.columnSpan)
                    }
                case "br", "p": if cell?.value.isEmpty == false { cell?.value.append(" ", from: text, at: tag.offset) }
                default: break
                }
            }
        }
        close()
        return rows.filter { !$0.isEmpty }
    }
}

extension MappedText {
    /// Appends a character that stands for the one at an offset of another text.
    fileprivate mutating func append(_ scalar: Unicode.Scalar, from text: MappedText, at offset: Int) {
        if text.scalars[offset] == scalar {
            append(text[offset..<offset + 1])
        } else {
            append(scalar, at: text.places[offset])
        }
    }
}
