/// Sets the words of a page as the lines of a text: columns one after the other, indents and distances kept as blanks and
/// blank lines, and rows of tables with tabs where geometry leaves no doubt.
enum PageSetter {
    /// The distance from line to line in a file's running text: the smallest that a tenth of its lines have.
    static func pitch(of pages: [[WordBox]]) -> Double {
        var distances: [Double] = []
        for page in pages {
            let lines = BoxLine.lines(of: page)
            for (line, next) in zip(lines, lines.dropFirst()) { distances.append(next.middle - line.middle) }
        }
        let least = 0.8 * median(pages.joined().map(\.height))
        let sorted = distances.filter { $0 > least }.sorted()
        for (index, distance) in sorted.enumerated() {
            let end = sorted[index...].prefix { $0 <= distance * 1.15 }.count
            if end * 10 >= sorted.count { return sorted[index + end / 2] }
            if index > 100_000 { break }
        }
        return median(sorted)
    }

    /// The lines of one page.
    ///
    /// - Parameter pitch: The distance from line to line in the file's running text.
    static func lines(of words: [WordBox], pitch: Double) -> [[Unicode.Scalar]] {
        let words = words.filter { word in word.text.contains { !$0.isBlank } }
        guard !words.isEmpty else { return [] }
        let size = median(words.map(\.height))
        var lines: [[Unicode.Scalar]] = []
        for block in ColumnFinder.blocks(of: BoxLine.lines(of: words), size: size) {
            if !lines.isEmpty { lines.append([]) }
            lines += set(block, size: size, pitch: pitch)
        }
        return lines
    }

    /// The lines of one column, from top to bottom.
    private static func set(_ block: [BoxLine], size: Double, pitch: Double) -> [[Unicode.Scalar]] {
        let edge = leftEdge(block, size: size)
        let tables = GeometricTable.tables(in: block, size: size)
        var lines: [[Unicode.Scalar]] = []
        for (index, line) in block.enumerated() {
            if index > 0, pitch > 0, line.middle - block[index - 1].middle > 1.4 * pitch { lines.append([]) }
            if let table = tables.first(where: { $0.range.contains(index) }) {
                lines.append(Array(table.cells(of: line, size: size).joined(separator: ["\t"])))
            } else {
                let indent = Int(((line.left - edge) / (0.5 * size)).rounded())
                lines.append(Array(repeating: " ", count: min(max(0, indent), 60)) + line.text(size: size))
            }
        }
        return lines
    }

    /// Where most lines of a column begin.
    private static func leftEdge(_ block: [BoxLine], size: Double) -> Double {
        var counts: [Int: Int] = [:]
        for line in block { counts[Int((line.left / (0.5 * size)).rounded()), default: 0] += 1 }
        let common = counts.filter { $0.value * 5 >= block.count }.keys.min() ?? counts.keys.min() ?? 0
        return Double(common) * 0.5 * size
    }

    static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[values.count / 2]
    }
}
