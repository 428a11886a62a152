/// Tables that a text layer printed cell by cell, without any mark between columns but white space, and whose rows are
/// numbered.
///
/// The header is a line of three or more short words (领域 指标 2020年 2025年); each row begins with its number. Cells wrap
/// over lines that stand directly below each other; a blank line parts cells. A word group between two rows is the cell
/// of the first column that spans the rows below it.
struct FlatTable {
    private let lines: ReadingOrder

    /// The tables among lines.
    static func tables(in lines: ReadingOrder) -> [FoundTable] { FlatTable(lines: lines).tables() }

    private func tables() -> [FoundTable] {
        var tables: [FoundTable] = []
        var position = 0
        while position < lines.count {
            guard lines.isFree(position), let header = header(at: position) else {
                position += 1
                continue
            }
            var end = position + 1
            while end < lines.count, lines.isFree(end), !endsTable(end) { end += 1 }
            if let found = read(position..<end, header) {
                tables.append(found.table)
                position = found.end
            } else {
                position += 1
            }
        }
        return tables
    }

    // MARK: Header

    private struct Header {
        var cells: [MappedText]
        /// The column that names the rows.
        var name: Int
        /// Whether a column of its own holds the numbers of the rows.
        var hasSerial: Bool
        var valueCount: Int { cells.count - name - 1 }
        var hasGroup: Bool { name - (hasSerial ? 1 : 0) > 0 }
    }

    private func header(at position: Int) -> Header? {
        let cells = words(position)
        guard cells.count >= 3,
            cells.allSatisfy({ $0.count <= 12 && !$0.scalars.contains { "。，；：、".unicodeScalars.contains($0) } })
        else { return nil }
        guard
            let name = cells.firstIndex(where: { cell in
                ["指标", "项目", "名称", "任务", "事项"].contains { cell.scalars.contains($0) }
            }), name < cells.count - 1, name <= 2
        else { return nil }
        let ahead = (position + 1)..<min(position + 12, lines.count)
        guard ahead.contains(where: { rowNumber($0) == 1 }) else { return nil }
        let hasSerial = cells[..<name].contains { $0.scalars.contains("序号") }
        return Header(cells: cells, name: name, hasSerial: hasSerial)
    }

    private func words(_ position: Int) -> [MappedText] {
        let text = lines[position].mapped
        var words: [MappedText] = []
        var start = 0
        for at in 0...text.count where at == text.count || text.scalars[at].isBlank {
            if at > start { words.append(text[start..<at]) }
            start = at + 1
        }
        return words
    }

    /// The number with which a row begins: 「12 以社区为单位…」.
    private func rowNumber(_ position: Int) -> Int? {
        let words = words(position)
        guard words.count >= 2, let (value, end) = Numeral.scanArabic(words[0].scalars, at: 0), end == words[0].count,
            value < 1000
        else { return nil }
        return value
    }

    private func endsTable(_ position: Int) -> Bool {
        let text = lines[position].squashed
        if text.begins(with: "注：") || text.begins(with: "注:") || text.contains("。") { return true }
        guard let label = Label.scan(lines[position].text) else { return false }
        return label.shape != .arabic
    }

    // MARK: Rows

    private func read(_ range: Range<Int>, _ header: Header) -> (table: FoundTable, end: Int)? {
        var rows = [header.cells]
        var parts: [Int: TableLine.Part] = [lines.indices[range.lowerBound]: .row(0)]
        var group = MappedText()
        var row: FlatRow?
        var last = range.lowerBound
        func finish() {
            guard let done = row else { return }
            rows.append(done.cells(group: header.hasGroup ? group : nil, hasSerial: header.hasSerial))
            row = nil
        }
        var nextGroup = MappedText()
        for position in range.dropFirst() {
            let isAdjacent = !lines.lines[lines.indices[position] - 1].isBlank
            if lines[position].squashed == lines[range.lowerBound].squashed {
                parts[lines.indices[position]] = .repeatedHeader
            } else if rowNumber(position) == rows.count + (row == nil ? 0 : 1) {
                finish()
                if !nextGroup.isEmpty { group = nextGroup }
                nextGroup = MappedText()
                row = FlatRow(words(position), valueCount: header.valueCount)
            } else if row == nil || row?.isComplete == true {
                nextGroup.append(lines[position].mapped)
            } else {
                row?.add(words(position), lines[position].mapped, isAdjacent: isAdjacent)
            }
            last = position
            let index = lines.indices[position]
            // A word group stands before the row that it begins with.
            parts[index] = parts[index] ?? .row(rows.count - (row == nil ? 1 : 0))
        }
        finish()
        guard rows.count >= 3 else { return nil }
        var table = Table(rows: rows.map { $0.map { Table.Cell($0) } })
        table.level()
        return (FoundTable(table: table, parts: parts), last + 1)
    }
}

/// A row of a flattened table as it is put together.
private struct FlatRow {
    private let serial: MappedText
    private var name: MappedText
    private var values: [MappedText]
    private var open: MappedText?
    private let valueCount: Int

    init(_ words: [MappedText], valueCount: Int) {
        self.valueCount = valueCount
        serial = words[0]
        let count = min(valueCount, max(0, words.count - 2))
        values = Array(words.suffix(count))
        name = MappedText()
        for word in words.dropFirst().dropLast(count) { name.append(word) }
    }

    var isComplete: Bool { values.count >= valueCount && open == nil }

    mutating func add(_ words: [MappedText], _ line: MappedText, isAdjacent: Bool) {
        if words.allSatisfy({ FlatRow.isValue($0.scalars) }) {
            close()
            values += words
        } else if isAdjacent, values.isEmpty, open == nil, !line.scalars.contains(where: { $0.decimalDigit != nil }) {
            name.append(line)
        } else if let text = open, isAdjacent || isSuffix(line) {
            var joined = text
            joined.append(line)
            open = joined
        } else {
            close()
            open = line
        }
    }

    func cells(group: MappedText?, hasSerial: Bool) -> [MappedText] {
        var last = values
        if let open { last.append(open) }
        while last.count < valueCount { last.append(MappedText()) }
        var named = name
        if !hasSerial {
            named = serial
            if let place = serial.places.last { named.append(" ", at: place) }
            named.append(name)
        }
        return (group.map { [$0] } ?? []) + (hasSerial ? [serial] : []) + [named] + last
    }

    private mutating func close() {
        if let open { values.append(open) }
        open = nil
    }

    /// 「以上」 below 「下降10％」 ends that cell and begins none.
    private func isSuffix(_ line: MappedText) -> Bool {
        line.count <= 3 && !line.scalars.contains { $0.decimalDigit != nil }
    }

    /// 「—」, 「>80％」, 「≥98％」, 「3000」.
    private static func isValue(_ word: [Unicode.Scalar]) -> Bool {
        guard let first = word.first else { return false }
        if word.allSatisfy({ "—－-–─/".unicodeScalars.contains($0) }) { return true }
        guard "＞>≥≤<＜＝=约".unicodeScalars.contains(first) || first.decimalDigit != nil else { return false }
        return word.count(where: \.isHan) <= 3
    }
}
