/// Tables that were copied with each cell on a line of its own, a bar on a line between them or not.
///
/// The header is told by the names of columns on three or more lines; the rows by their numbers, which follow each other, or
/// by the cells, which are as many and of the same kinds in each row.
struct CellLines {
    private let lines: ReadingOrder

    static func tables(in lines: ReadingOrder) -> [FoundTable] { CellLines(lines: lines).tables() }

    private func tables() -> [FoundTable] {
        var tables: [FoundTable] = []
        var position = 0
        while position < lines.count {
            guard let header = header(at: position), let found = read(header) else {
                position += 1
                continue
            }
            tables.append(found.table)
            position = found.end
        }
        return tables
    }

    // MARK: Header

    private struct Header {
        /// The positions of its cells.
        var cells: [Int]
        var contents: [TableWords.Content]
        /// The first position behind it.
        var end: Int
        /// Whether bars stand on lines between the cells.
        var isBarred: Bool
    }

    private static let longestCell = 400

    private func isBar(_ position: Int) -> Bool {
        let text = lines[position].squashed
        return text.count == 1 && "|｜│".unicodeScalars.contains(text[0])
    }

    private func header(at start: Int) -> Header? {
        var header = Header(cells: [], contents: [], end: start, isBarred: false)
        var position = start
        while position < lines.count, lines.isFree(position), header.cells.count < 20 {
            if isBar(position), !header.cells.isEmpty {
                header.isBarred = true
            } else if let content = TableWords.content(of: lines[position].squashed) {
                header.cells.append(position)
                header.contents.append(content)
            } else {
                break
            }
            position += 1
        }
        header.end = position
        let hasKind = header.contents.contains { $0 != .text }
        return header.cells.count >= 3 && hasKind ? header : nil
    }

    // MARK: Rows

    private func read(_ header: Header) -> (table: FoundTable, end: Int)? {
        let cells = cells(behind: header)
        var rows = header.contents[0] == .number ? numbered(cells, header) : []
        if rows.isEmpty, header.contents[0] != .number { rows = grouped(cells, header) ?? even(cells, header) }
        guard !rows.isEmpty else { return nil }
        // A column of numbers that the header does not name stands below the name of the column before its texts.
        let width = rows.map(\.count).max() ?? 0
        var names = header.cells.map { Table.Cell(lines[$0].mapped) }
        if width == names.count + 1 {
            var spanned = names[1]
            spanned.continuesBefore = true
            names.insert(spanned, at: 2)
        }
        var parts: [Int: TableLine.Part] = [:]
        for position in header.cells[0]..<header.end { parts[lines.indices[position]] = .row(0) }
        var last = header.end
        for (row, cells) in rows.enumerated() {
            for position in cells.joined().compactMap(\.self) {
                parts[lines.indices[position]] = parts[lines.indices[position]] ?? .row(row + 1)
                last = max(last, position + 1)
            }
        }
        while header.isBarred, last < lines.count, isBar(last) { last += 1 }
        for position in header.end..<last where parts[lines.indices[position]] == nil {
            parts[lines.indices[position]] = .rule
        }
        var table = Table(rows: [names])
        var group: [Int?] = []
        for cells in rows {
            // The cell of a group stands once for all of its rows.
            let isSpanned = width == header.cells.count + 1 && cells[0] == group
            group = cells[0]
            table.rows.append(
                cells.enumerated().map { column, cell in
                    Table.Cell(text(of: cell), continuesAbove: column == 0 && isSpanned)
                })
        }
        table.level()
        return (FoundTable(table: table, parts: parts), last)
    }

    private func text(of cell: [Int?]) -> MappedText {
        var text = MappedText()
        for position in cell.compactMap(\.self) { text.join(lines[position].mapped) }
        return text
    }

    /// The positions of lines that could be cells behind the header.
    private func cells(behind header: Header) -> [Int] {
        var cells: [Int] = []
        var position = header.end
        while position < lines.count, lines.isFree(position) {
            if isBar(position) {
                if !header.isBarred { break }
            } else {
                guard lines[position].text.count <= Self.longestCell, !endsTable(position) else { break }
                cells.append(position)
            }
            position += 1
        }
        return cells
    }

    private func endsTable(_ position: Int) -> Bool {
        let text = lines[position].squashed
        if text.begins(with: "注：") || text.begins(with: "注:") || text.begins(with: "附件") || text.begins(with: "附表") {
            return true
        }
        return Label.scan(text)?.shape.isLegislative ?? false
    }

    /// A row is the positions of the lines of each of its cells.
    private typealias Row = [[Int?]]

    private func number(_ position: Int) -> Int? {
        let text = lines[position].squashed
        guard text.count <= 4, let (value, end) = Numeral.scanArabic(text, at: 0), end == text.count else { return nil }
        return value
    }

    /// Rows that begin with their numbers, 1 and so on.
    private func numbered(_ cells: [Int], _ header: Header) -> [Row] {
        let width = header.cells.count
        var rows: [Row] = []
        var at = 0
        guard let first = cells.first, number(first) == 1 else { return [] }
        while at < cells.count, number(cells[at]) == rows.count + 1 {
            let limit = min(cells.count, at + 1 + 6 * width)
            // The number of the next row stands where this one can have all of its cells.
            let next = (at + 1..<limit).first { index in
                number(cells[index]) == rows.count + 2 && (index - at >= width || index == limit - 1)
            }
            let end = next ?? min(cells.count, at + width)
            let fields = CellColumns.assign(Array(cells[at + 1..<end]), to: Array(header.contents.dropFirst())) {
                lines[$0].squashed
            }
            guard let fields else { break }
            rows.append([[cells[at]]] + fields)
            at = end
            if next == nil { break }
        }
        return rows
    }

    /// Rows that have a number behind the first cell: the first cell stands only where its group begins.
    private func grouped(_ cells: [Int], _ header: Header) -> [Row]? {
        guard cells.count > 2, number(cells[1]) == 1 else { return nil }
        let rest = Array(header.contents.dropFirst())
        var rows: [Row] = []
        var group = cells[0]
        var at = 1
        while at < cells.count, number(cells[at]) == rows.count + 1 {
            let next = (at + 1..<min(cells.count, at + 2 + 6 * rest.count)).first {
                number(cells[$0]) == rows.count + 2 && $0 - at > rest.count
            }
            let hasGroup = next.map { $0 - at == rest.count + 2 } ?? false
            let end = next.map { hasGroup ? $0 - 1 : $0 } ?? min(cells.count, at + 1 + rest.count)
            guard let fields = CellColumns.assign(Array(cells[at + 1..<end]), to: rest, in: { lines[$0].squashed })
            else { break }
            rows.append([[group], [cells[at]]] + fields)
            guard let next else { break }
            if hasGroup { group = cells[next - 1] }
            at = next
        }
        return rows.isEmpty ? nil : rows
    }

    /// Rows without numbers: as many cells in each, those of a column of units are names of units.
    private func even(_ cells: [Int], _ header: Header) -> [Row] {
        let width = header.cells.count
        let units = header.contents.indices.filter { header.contents[$0] == .unit }
        guard !units.isEmpty else { return [] }
        var rows: [Row] = []
        var at = 0
        while at + width <= cells.count {
            let isRow = units.allSatisfy { CellColumns.isUnit(lines[cells[at + $0]].squashed) }
            guard isRow else { break }
            rows.append(cells[at..<at + width].map { [$0] })
            at += width
        }
        return rows.count >= 2 || header.isBarred ? rows : []
    }
}
