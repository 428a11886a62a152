/// A table that stands in a text as markup: `<table><tr><td rowspan="2">…</td></tr></table>`, as tools that turn pages into
/// text leave it.
enum MarkupTable {
    /// The tables among lines.
    ///
    /// - Complexity: O(*n*) in the length of the lines.
    static func tables(in lines: ReadingOrder) -> [FoundTable] {
        var tables: [FoundTable] = []
        var position = 0
        while position < lines.count {
            guard lines.isFree(position), let start = MarkupScanner.find("table", in: lines[position].text) else {
                position += 1
                continue
            }
            var text = lines[position].mapped
            var end = position + 1
            var close = MarkupScanner.findEnd("table", in: text.scalars, from: start)
            while close == nil, end < lines.count, lines.isFree(end) {
                let next = lines[end].mapped
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
                    var table = Table(rows: rows)
                    table.textBefore = text[0..<start].trimmed()
                    table.textAfter = text[close.upperBound..<text.count].trimmed()
                    let parts = lines.indices[position..<end].map { index in
                        // The last row that begins above the line or on it.
                        let row = rows.lastIndex { $0.contains { $0.text.places.first?.line ?? .max <= index + 1 } }
                        return (index, TableLine.Part.row(row ?? 0))
                    }
                    tables.append(FoundTable(table: table, parts: Dictionary(uniqueKeysWithValues: parts)))
                }
            }
            position = end
        }
        return tables
    }

    // MARK: Cells

    private typealias Cell = SpanGrid.Cell<MappedText>

    /// The rows of a table with spans filled in.
    private static func grid(_ text: MappedText) -> [[Table.Cell]] {
        SpanGrid.filled(rows(of: text), empty: MappedText()).map { row in
            row.map {
                Table.Cell($0.value, continuesAbove: $0.continuesAbove, continuesBefore: $0.continuesBefore)
            }
        }
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
