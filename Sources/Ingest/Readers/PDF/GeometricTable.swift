/// A table as the places of its words show it: lines one below the other whose words leave the same gutters free.
struct GeometricTable {
    /// The lines that it takes up.
    var range: Range<Int>
    /// The stretches across the page that no word of it enters, from left to right: one fewer than it has columns.
    var gutters: [ClosedRange<Double>]

    /// The column of a word, from 0.
    func column(of word: PlacedWord) -> Int {
        let center = (word.box.left + word.box.right) / 2
        return gutters.prefix { $0.upperBound <= center || ($0.lowerBound + $0.upperBound) / 2 < center }.count
    }

    /// A table and its rows.
    typealias Found = (table: GeometricTable, rows: [TableRow])

    /// The tables among the lines of a column of text, from top to bottom, with their rows.
    ///
    /// What is no table without doubt stays lines.
    ///
    /// - Parameter open: The table that the page before ended with; rows at the top of this one may go on with it.
    static func tables(
        in lines: [PrintedLine], em: Double, pitch: Double, open: GeometricTable? = nil
    ) -> [Found] {
        let finder = TableFinder(lines: lines, em: em, pitch: pitch)
        var found: [Found] = []
        var position = 0
        if let open, let table = finder.continuation(of: open),
            let rows = TableRow.rows(of: table, lines: lines, em: em, isContinued: true),
            rows.first?.lines.lowerBound == 0
        {
            position = rows.last?.lines.upperBound ?? 0
            found.append((GeometricTable(range: 0..<position, gutters: open.gutters), rows))
        }
        while position < lines.count {
            guard let table = finder.table(at: position, from: found.last?.table.range.upperBound ?? 0),
                let rows = TableRow.rows(of: table, lines: lines, em: em)
            else {
                position += 1
                continue
            }
            let range = (rows.first?.lines.lowerBound ?? 0)..<(rows.last?.lines.upperBound ?? 0)
            found.append((GeometricTable(range: range, gutters: table.gutters), rows))
            position = max(position + 1, range.upperBound)
        }
        return found
    }
}

/// Finds the lines that are a table.
private struct TableFinder {
    let lines: [PrintedLine]
    let em: Double
    let pitch: Double
    /// Each line's stretches that wide gaps part.
    private let segments: [[Box]]
    /// Lines that are page numbers: 「—   14   —」 has gaps too.
    let isPageNumber: [Bool]

    /// How wide the gap between two cells is at least somewhere in the table, in em.
    private static let gap = 1.2
    /// How narrow a gutter may get by other rows, in em.
    private static let narrowest = 0.4
    /// No page has more lines in a table.
    private static let most = 300

    init(lines: [PrintedLine], em: Double, pitch: Double) {
        self.lines = lines
        self.em = em
        self.pitch = pitch
        isPageNumber = lines.map { $0.words.count <= 5 && LineClassifier.isPageNumber($0.text(em: em)) }
        let starts = lines.map { Self.starts(in: $0, least: Self.narrowest * em) }
        segments = lines.indices.map { position in
            let wide = Self.segments(of: lines[position]) { gap, _ in gap >= Self.gap * em }
            let fine = Self.segments(of: lines[position]) { gap, left in
                gap >= Self.gap * em
                    || (gap >= Self.narrowest * em && Self.isAligned(left, position, starts, within: 0.15 * em))
            }
            // A label with a narrow gap behind it, line below line, is no table; nor are words that stand in line by chance
            // among others that don't.
            let all = Self.segments(of: lines[position]) { gap, _ in gap >= Self.narrowest * em }
            return fine.count >= 3 && fine.count == all.count ? fine : wide
        }
    }

    /// The stretches of a line between gaps that part it.
    private static func segments(
        of line: PrintedLine, parting isParted: (_ gap: Double, _ left: Double) -> Bool
    ) -> [Box] {
        var boxes: [Box] = []
        for word in line.words {
            if let last = boxes.last, !isParted(word.box.left - last.right, word.box.left) {
                boxes[boxes.count - 1] = last.union(word.box)
            } else {
                boxes.append(word.box)
            }
        }
        return boxes
    }

    /// Where words begin behind a gap, in a line that has one also where its first word does: the first column may be empty.
    private static func starts(in line: PrintedLine, least: Double) -> [Double] {
        let inner = zip(line.words, line.words.dropFirst()).compactMap { before, word in
            word.box.left - before.box.right >= least ? word.box.left : nil
        }
        return inner.isEmpty ? [] : inner + line.words.prefix(1).map(\.box.left)
    }

    /// Whether words behind a gap begin at the same place in two of the lines around that have gaps.
    private static func isAligned(_ left: Double, _ position: Int, _ starts: [[Double]], within slack: Double) -> Bool {
        func found(in lines: some Sequence<[Double]>) -> Int {
            lines.lazy.filter { !$0.isEmpty }.prefix(reach).count { line in line.contains { abs($0 - left) <= slack } }
        }
        return found(in: starts[..<position].reversed()) + found(in: starts[(position + 1)...]) >= 2
    }

    /// How many lines above, and below, are asked for what is aligned.
    private static let reach = 6

    /// The table that a line with several cells belongs to; nil where there is none without doubt.
    ///
    /// - Parameter first: The first line that is free to be a part of it.
    func table(at seed: Int, from first: Int) -> GeometricTable? {
        guard segments[seed].count >= 2, !isPageNumber[seed], var table = grow(from: seed, first: first) else {
            return nil
        }
        // A line below with more cells shows more columns.
        if let best = table.range.max(by: { (segments[$0].count, $1) < (segments[$1].count, $0) }),
            segments[best].count > segments[seed].count, let larger = grow(from: best, first: first),
            larger.range.contains(seed) || larger.range.count * 2 > table.range.count
        {
            table = larger
        }
        return isTable(table) ? table : nil
    }

    /// The lines at the top that stand in the columns of a table, and in no others; nil where there are none.
    func continuation(of table: GeometricTable) -> GeometricTable? {
        var end = 0
        while end < min(lines.count, Self.most), !isPageNumber[end],
            end == 0 || follows(end, end - 1, table.gutters),
            narrow(table.gutters, by: end)?.count == table.gutters.count
        {
            end += 1
        }
        return end > 0 ? GeometricTable(range: 0..<end, gutters: table.gutters) : nil
    }

    private func grow(from seed: Int, first: Int) -> GeometricTable? {
        let cells = segments[seed]
        var gutters = zip(cells, cells.dropFirst()).map { $0.right...$1.left }
        var range = seed..<seed + 1
        while range.upperBound < lines.count, range.count < Self.most,
            follows(range.upperBound, range.upperBound - 1, gutters),
            let narrowed = narrow(gutters, by: range.upperBound)
        {
            gutters = narrowed
            range = range.lowerBound..<range.upperBound + 1
        }
        while range.lowerBound > first, range.count < Self.most,
            follows(range.lowerBound, range.lowerBound - 1, gutters),
            let narrowed = narrow(gutters, by: range.lowerBound - 1)
        {
            gutters = narrowed
            range = range.lowerBound - 1..<range.upperBound
        }
        return range.count >= 2 ? GeometricTable(range: range, gutters: gutters) : nil
    }

    /// Whether two neighbouring lines are near enough to be of one table; rows may be high.
    private func follows(_ line: Int, _ before: Int, _ gutters: [ClosedRange<Double>]) -> Bool {
        guard !isPageNumber[line], !isPageNumber[before] else { return false }
        let distance = lines[line].box.middle - lines[before].box.middle
        // What stands in a later column only is no line of text.
        func isSingle(_ line: Int) -> Bool {
            segments[line].count == 1 && segments[line][0].left < gutters.first?.upperBound ?? .infinity
        }
        let isSingle = isSingle(line) || isSingle(before)
        return distance <= (isSingle ? 2.6 : 5) * max(pitch, em)
    }

    /// The gutters that a line leaves free; nil where it runs across one.
    ///
    /// Words that stand within a gutter, with space on both sides, show a further column there.
    private func narrow(_ gutters: [ClosedRange<Double>], by line: Int) -> [ClosedRange<Double>]? {
        var result: [ClosedRange<Double>] = []
        for gutter in gutters {
            var free: [ClosedRange<Double>] = []
            var low = gutter.lowerBound
            for segment in segments[line] where segment.right > gutter.lowerBound && segment.left < gutter.upperBound {
                if segment.left - low >= Self.narrowest * em { free.append(low...segment.left) }
                low = max(low, segment.right)
            }
            if gutter.upperBound - low >= Self.narrowest * em { free.append(low...gutter.upperBound) }
            guard !free.isEmpty else { return nil }
            result += free
        }
        return result
    }

    /// Two lines with a gap are a signature or a 目录 as often as a table; three columns are not.
    private func isTable(_ table: GeometricTable) -> Bool {
        let columns = table.gutters.count + 1
        let filled = table.range.map { line in Set(lines[line].words.map(table.column)).count }
        let full = filled.count { $0 >= min(columns, 3) }
        let parted = table.range.count { segments[$0].count >= 2 }
        let isEnough = columns >= 3 ? full >= 1 && parted >= (full >= 2 ? 2 : 3) : min(full, parted) >= 4
        guard isEnough else { return false }
        guard !table.range.contains(where: { holdsLeaders(lines[$0]) }) else { return false }
        return columns >= 3 || full * 2 >= table.range.count
    }

    /// 「…………」 and 「......」 lead to the page numbers of a 目录.
    private func holdsLeaders(_ line: PrintedLine) -> Bool {
        line.words.contains { word in
            word.text.contains("…") || word.text.count { ".·‥".unicodeScalars.contains($0) } >= 5
        }
    }
}
