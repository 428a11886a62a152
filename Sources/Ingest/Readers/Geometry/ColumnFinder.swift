/// Finds the columns of a page, so that each is read to its end before the next.
enum ColumnFinder {
    /// The lines of a page in reading order, parted into stretches of one column each.
    ///
    /// A page has two columns where a gutter near its middle is crossed by few lines, and on both sides of it stand lines
    /// that are full: the cells of a table seldom are. Lines across the gutter part the page into what is above and below.
    static func blocks(of lines: [BoxLine], size: Double) -> [[BoxLine]] {
        guard let gutter = gutter(of: lines, size: size) else { return [lines] }
        var blocks: [[BoxLine]] = []
        var left: [BoxLine] = []
        var right: [BoxLine] = []
        var across: [BoxLine] = []
        func flush() {
            for block in [across, left, right] where !block.isEmpty { blocks.append(block) }
            (across, left, right) = ([], [], [])
        }
        for line in lines {
            let before = line.words.filter { $0.right <= gutter.upperBound }
            let behind = line.words.filter { $0.right > gutter.upperBound && $0.left >= gutter.lowerBound }
            if before.count + behind.count < line.words.count {
                if !left.isEmpty || !right.isEmpty { flush() }
                across.append(line)
                continue
            }
            if !before.isEmpty { left.append(BoxLine(words: before)) }
            if !behind.isEmpty { right.append(BoxLine(words: behind)) }
        }
        flush()
        return blocks
    }

    private static func gutter(of lines: [BoxLine], size: Double) -> ClosedRange<Double>? {
        guard lines.count >= 8, let left = lines.map(\.left).min(), let right = lines.map(\.right).max(),
            right - left > 24 * size
        else { return nil }
        let center = (left + right) / 2
        // Gaps about the middle of the page, with how many lines have one there.
        var candidates: [ClosedRange<Double>] = []
        for line in lines {
            for (word, next) in zip(line.words, line.words.dropFirst())
            where next.left - word.right >= 1.5 * size
                && abs((word.right + next.left) / 2 - center) < (right - left) / 6
            {
                candidates.append(word.right...next.left)
            }
        }
        guard candidates.count * 2 >= lines.count else { return nil }
        let from = candidates.map(\.lowerBound).max() ?? center
        let to = candidates.map(\.upperBound).min() ?? center
        guard to - from >= size else { return nil }
        let both = lines.filter { line in
            line.words.contains { $0.right <= to } && line.words.contains { $0.left >= from }
        }
        let crossing = lines.count { line in line.words.contains { $0.left < from && $0.right > to } }
        guard crossing * 5 <= lines.count, both.count * 2 >= lines.count else { return nil }
        let full = both.count { line in
            let ends = line.words.filter { $0.right <= to }.map(\.right).max() ?? left
            return ends - left > 0.8 * (from - left)
        }
        return full * 10 >= both.count * 6 ? from...to : nil
    }
}
