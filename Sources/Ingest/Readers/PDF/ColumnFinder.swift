/// Finds columns of running text on a page, each of which is read to its end before the next.
///
/// A gutter is a stretch across the page that stays empty over many lines, with text on both sides. It parts columns of
/// text where the lines on both sides are mostly full; where they are not, it parts the cells of a table, and is left alone.
struct ColumnFinder {
    /// The width of a Han character, in points.
    let em: Double

    /// A part of a page that is read from top to bottom.
    struct Region {
        var words: [PlacedWord]
        /// Whether another one stands beside it.
        var isColumn: Bool
    }

    /// Fewer lines than this beside a gutter are no columns.
    private static let fewestLines = 5

    /// The parts of a page, in reading order.
    func regions(of words: [PlacedWord]) -> [Region] { regions(of: words, isColumn: false, depth: 0) }

    private func regions(of words: [PlacedWord], isColumn: Bool, depth: Int) -> [Region] {
        guard !words.isEmpty else { return [] }
        guard depth < 6, let split = split(words) else { return [Region(words: words, isColumn: isColumn)] }
        var result: [Region] = []
        result += regions(of: words.filter { $0.box.middle < split.top }, isColumn: isColumn, depth: depth + 1)
        let inside = words.filter { $0.box.middle >= split.top && $0.box.middle <= split.bottom }
        result += regions(of: inside.filter { $0.box.right <= split.x }, isColumn: true, depth: depth + 1)
        result += regions(of: inside.filter { $0.box.right > split.x }, isColumn: true, depth: depth + 1)
        result += regions(of: words.filter { $0.box.middle > split.bottom }, isColumn: isColumn, depth: depth + 1)
        return result
    }

    /// A gutter: where it stands, and from where to where it is empty.
    private struct Split {
        var x: Double
        var top: Double
        var bottom: Double
    }

    private func split(_ words: [PlacedWord]) -> Split? {
        let extent = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
        guard words.count >= 2 * Self.fewestLines, extent.width > 20 * em else { return nil }
        let grid = Grid(words, extent: extent, step: em / 2)
        // The tallest empty stretch near the middle of a half or a third.
        let runs = grid.emptyRuns().filter { run in
            let share = (Double(run.column) + 0.5) / Double(grid.columns)
            return (0.25...0.75).contains(share)
        }
        func rank(_ run: (column: Int, rows: ClosedRange<Int>)) -> (Int, Int) {
            (run.rows.count, -abs(run.column * 2 - grid.columns))
        }
        let found = runs.max { rank($0) < rank($1) }
        guard let found else { return nil }
        let split = Split(
            x: extent.left + (Double(found.column) + 0.5) * em / 2,
            top: extent.top + Double(found.rows.lowerBound) * em / 2 - em / 4,
            bottom: extent.top + Double(found.rows.upperBound) * em / 2 + em / 4)
        return isTextOnBothSides(words, split) ? split : nil
    }

    private func isTextOnBothSides(_ words: [PlacedWord], _ split: Split) -> Bool {
        let inside = words.filter { $0.box.middle >= split.top && $0.box.middle <= split.bottom }
        let left = PrintedLine.group(inside.filter { $0.box.right <= split.x })
        let right = PrintedLine.group(inside.filter { $0.box.left >= split.x })
        guard left.count >= Self.fewestLines, right.count >= Self.fewestLines else { return false }
        return isText(left) && isText(right)
    }

    /// Whether most lines reach from edge to edge.
    private func isText(_ lines: [PrintedLine]) -> Bool {
        let left = lines.map(\.box.left).min() ?? 0
        let right = lines.map(\.box.right).max() ?? 0
        guard right - left >= 8 * em else { return false }
        let full = lines.filter { $0.box.right >= right - 2 * em && $0.box.left <= left + 2.5 * em }
        let filled = full.count { line in line.words.reduce(0) { $0 + $1.box.width } >= 0.75 * line.box.width }
        return filled * 10 >= lines.count * 6
    }
}

/// Which parts of a page are printed on, in steps of half a character.
private struct Grid {
    private(set) var columns: Int
    private(set) var rows: Int
    private var isFilled: [Bool]

    /// Larger pages are looked at more coarsely at their far ends: nothing is read from there.
    private static let most = 600

    init(_ words: [PlacedWord], extent: Box, step: Double) {
        columns = min(Self.most, Int(extent.width / step) + 1)
        rows = min(Self.most, Int(extent.height / step) + 1)
        isFilled = Array(repeating: false, count: columns * rows)
        for word in words {
            let from = cell(word.box.left + 0.1 * step - extent.left, step, columns)
            let to = cell(word.box.right - 0.1 * step - extent.left, step, columns)
            let first = cell(word.box.top + 0.1 * step - extent.top, step, rows)
            let last = cell(word.box.bottom - 0.1 * step - extent.top, step, rows)
            for row in first...max(first, last) {
                for column in from...max(from, to) { isFilled[row * columns + column] = true }
            }
        }
    }

    private func cell(_ distance: Double, _ step: Double, _ count: Int) -> Int {
        min(max(0, Int(min(max(0, distance / step), 1e6))), count - 1)
    }

    /// For each step across the page, the longest stretch down the page that is empty there.
    func emptyRuns() -> [(column: Int, rows: ClosedRange<Int>)] {
        var runs: [(column: Int, rows: ClosedRange<Int>)] = []
        for column in 0..<columns {
            var start = 0
            var best: ClosedRange<Int>?
            for row in 0...rows where row == rows || isFilled[row * columns + column] {
                if row > start, row - start > best?.count ?? 0 { best = start...row - 1 }
                start = row + 1
            }
            if let best { runs.append((column, best)) }
        }
        return runs
    }
}
