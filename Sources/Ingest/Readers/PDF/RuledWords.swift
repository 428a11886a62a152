/// The tables that ruled lines draw around words.
enum RuledWords {
    /// Programs draw borders exactly, but twice, or around the corner of thick ones; in points.
    private static let slack = 1.5

    /// Returns the tables of a page from top to bottom, and takes their words away.
    ///
    /// - Parameter open: The columns of the table with which the page before ends: one with these may be the rest of a row.
    static func tables(
        of rules: [Rule], words: inout [PlacedWord], open: [Double]? = nil
    ) -> [RuledTable.Filled] {
        guard rules.count >= 4, !words.isEmpty else { return [] }
        var tables: [RuledTable.Filled] = []
        for grid in RuledTable.tables(of: rules, slack: slack) {
            guard let left = grid.columns.first, let right = grid.columns.last, let top = grid.rows.first,
                let bottom = grid.rows.last
            else { continue }
            func isInside(_ word: PlacedWord) -> Bool {
                let middle = (word.box.left + word.box.right) / 2
                return left < middle && middle < right && top < word.box.middle && word.box.middle < bottom
            }
            var glyphs = words.filter(isInside).flatMap(\.glyphs)
            let goesOn = open.map {
                $0.count == grid.columns.count && zip($0, grid.columns).allSatisfy { abs($0 - $1) <= 2 * slack }
            }
            guard let table = grid.filled(from: &glyphs, least: goesOn ?? false ? 1 : 2) else { continue }
            words = words.filter { !isInside($0) }
            tables.append(table)
        }
        return tables.sorted { $0.top < $1.top }
    }
}

extension PlacedWord {
    /// Its characters, each with its share of the box.
    fileprivate var glyphs: [Glyph] {
        let size = inkBox.height / 1.2
        // As the geometry of glyphs has it, the middle of one is about a third of its size above the baseline.
        let baseline = box.middle + 0.35 * size
        guard !isSideways else {
            // Text that runs down the page is read from top to bottom, a character a line.
            let step = box.height / Double(max(1, text.count))
            return text.enumerated().map { index, scalar in
                Glyph(
                    scalar: scalar, left: box.left, right: box.right,
                    baseline: box.top + step * (Double(index) + 0.5) + 0.35 * min(step, box.width),
                    size: min(step, box.width))
            }
        }
        let unit = box.width / Double(max(1, columns))
        var left = box.left
        return text.map { scalar in
            let right = left + unit * (scalar.value < 0x2000 ? 1 : 2)
            defer { left = right }
            return Glyph(scalar: scalar, left: left, right: right, baseline: baseline, size: size)
        }
    }
}
