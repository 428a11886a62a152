/// A grid of cells drawn by ruled lines.
struct RuledTable: Sendable {
    /// The positions of its upright lines, ascending: at least three.
    let columns: [Double]
    /// The positions of its level lines, ascending: at least two.
    let rows: [Double]
    /// For each place of the grid, row by row, the place at the upper left of the cell that covers it.
    private let owners: [Int]

    private var width: Int { columns.count - 1 }

    /// A table with the text of its cells.
    struct Filled: Sendable {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        /// The positions of its upright lines.
        var columns: [Double]
        /// The median size of its glyphs.
        var size: Double
        /// Its rows, cells between tabs; what spans several places is repeated in each.
        var lines: [PageLine]
    }

    // MARK: Finding

    /// How far apart lines may be drawn that are meant to meet or to be one, in the unit of the page.
    private static func tolerance(_ rules: [Rule]) -> Double {
        let reach = rules.map { abs($0.end) }.max() ?? 0
        return max(reach * 0.004, 0.001)
    }

    /// The grids that rules draw.
    ///
    /// - Parameter slack: How far apart lines may be drawn that are meant to meet; nil for a share of the page.
    static func tables(of rules: [Rule], slack: Double? = nil) -> [RuledTable] {
        // Far more than a page of tables has; drawings can have millions.
        guard rules.count >= 4, rules.count <= 20_000 else { return [] }
        let slack = slack ?? tolerance(rules)
        let rules = joined(rules, slack: slack)
        return groups(of: rules, slack: slack).flatMap { parted($0, slack: slack) }
            .compactMap { RuledTable($0, slack: slack) }
    }

    /// The rules, those that are drawn in pieces end to end as one.
    private static func joined(_ rules: [Rule], slack: Double) -> [Rule] {
        var result: [Rule] = []
        for axis in [Rule.Axis.level, .upright] {
            var rows: [[Rule]] = []
            for rule in rules.filter({ $0.axis == axis }).sorted(by: { $0.position < $1.position }) {
                if let last = rows.last?.last, rule.position - last.position <= slack / 2 {
                    rows[rows.count - 1].append(rule)
                } else {
                    rows.append([rule])
                }
            }
            for row in rows {
                var open: Rule?
                for rule in row.sorted(by: { $0.start < $1.start }) {
                    if var joined = open, rule.start <= joined.end + slack {
                        joined.end = max(joined.end, rule.end)
                        open = joined
                    } else {
                        if let open { result.append(open) }
                        open = rule
                    }
                }
                if let open { result.append(open) }
            }
        }
        return result
    }

    /// Rules that touch each other, however indirectly.
    private static func groups(of rules: [Rule], slack: Double) -> [[Rule]] {
        var sets = DisjointSets(count: rules.count)
        let level = rules.indices.filter { rules[$0].axis == .level }.sorted { rules[$0].position < rules[$1].position }
        let upright = rules.indices.filter { rules[$0].axis == .upright }
        let positions = level.map { rules[$0].position }
        for index in upright {
            let rule = rules[index]
            var at = positions.partition(at: rule.start - slack)
            while at < level.count, positions[at] <= rule.end + slack {
                let other = rules[level[at]]
                if other.start - slack <= rule.position, rule.position <= other.end + slack {
                    sets.join(index, level[at])
                }
                at += 1
            }
        }
        var groups: [Int: [Rule]] = [:]
        for index in rules.indices { groups[sets.root(index), default: []].append(rules[index]) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rules of a group, those of tables that touch each other apart: below a level line few of the upright lines go on
    /// that stand above it, but for the sides, and rows on both sides of it have columns of their own.
    private static func parted(_ rules: [Rule], slack: Double) -> [[Rule]] {
        let upright = rules.filter { $0.axis == .upright }
        let rows = merged(rules.filter { $0.axis == .level }.map(\.position), slack)
        guard rows.count >= 5, rows.count <= 2_000 else { return [rules] }
        let inner = zip(rows, rows.dropFirst()).map { top, bottom -> [Double] in
            let middle = (top + bottom) / 2
            let found = merged(upright.filter { $0.start < middle && middle < $0.end }.map(\.position), slack)
            return Array(found.dropFirst().dropLast())
        }
        func isSame(_ one: [Double], _ other: [Double]) -> Bool {
            one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) <= 2 * slack }
        }
        let ends = inner.indices.dropFirst(2).dropLast().filter { row in
            let (above, below) = (inner[row - 1], inner[row])
            return above.count >= 2 && below.count >= 2 && isSame(inner[row - 2], above)
                && isSame(below, inner[row + 1])
                && above.count { one in below.contains { abs(one - $0) <= 2 * slack } } * 2
                    <= min(above.count, below.count)
        }.map { rows[$0] }
        guard !ends.isEmpty else { return [rules] }
        let edges = [-Double.infinity] + ends + [Double.infinity]
        return zip(edges, edges.dropFirst()).map { top, bottom in
            rules.compactMap { rule in
                if rule.axis == .level { return (top - slack...bottom + slack).contains(rule.position) ? rule : nil }
                var rule = rule
                rule.start = max(rule.start, top)
                rule.end = min(rule.end, bottom)
                return rule.end - rule.start > 2 * slack ? rule : nil
            }
        }
    }

    private init?(_ rules: [Rule], slack: Double) {
        let level = rules.filter { $0.axis == .level }
        let upright = rules.filter { $0.axis == .upright }
        rows = Self.merged(level.map(\.position), slack)
        columns = Self.merged(upright.map(\.position), slack)
        // A single row of two cells may as well be a frame around columns of text.
        guard rows.count >= 2, columns.count >= 3, rows.count + columns.count >= 6 else { return nil }
        guard rows.count <= 2_000, columns.count <= 200 else { return nil }
        owners = Self.owners(level, upright, rows: rows, columns: columns, slack: slack)
    }

    private static func merged(_ positions: [Double], _ slack: Double) -> [Double] {
        var result: [Double] = []
        for position in positions.sorted() where result.last.map({ position - $0 > 2 * slack }) ?? true {
            result.append(position)
        }
        return result
    }

    /// Joins places of the grid between which no line is drawn.
    private static func owners(
        _ level: [Rule], _ upright: [Rule], rows: [Double], columns: [Double], slack: Double
    ) -> [Int] {
        let width = columns.count - 1
        let height = rows.count - 1
        let places = width * height
        /// Whether a line is drawn above (or to the left of) each place.
        func walls(_ rules: [Rule], _ across: [Double], _ along: [Double], _ place: (Int, Int) -> Int) -> [Bool] {
            var walls = [Bool](repeating: false, count: places)
            for rule in rules {
                let at = across.partition(at: rule.position - 2 * slack)
                guard at < across.count - 1, abs(across[at] - rule.position) <= 2 * slack else { continue }
                for part in 0..<along.count - 1 {
                    let middle = (along[part] + along[part + 1]) / 2
                    if rule.start <= middle, middle <= rule.end { walls[place(at, part)] = true }
                }
            }
            return walls
        }
        let above = walls(level, rows, columns) { $0 * width + $1 }
        let before = walls(upright, columns, rows) { $1 * width + $0 }
        var sets = DisjointSets(count: places)
        for place in 0..<places {
            if place % width > 0, !before[place] { sets.join(place - 1, place) }
            if place >= width, !above[place] { sets.join(place - width, place) }
        }
        return (0..<places).map { sets.root($0) }
    }

    // MARK: Text

    /// Takes the glyphs that stand in the grid out of a page.
    ///
    /// - Parameter least: How many cells have text at least.
    /// - Returns: The rows; nil, and all glyphs left, where less have.
    func filled(from glyphs: inout [Glyph], least: Int = 2) -> Filled? {
        guard let left = columns.first, let right = columns.last, let top = rows.first, let bottom = rows.last else {
            return nil
        }
        var cells: [Int: [Glyph]] = [:]
        var rest: [Glyph] = []
        for glyph in glyphs {
            let x = (glyph.left + glyph.right) / 2
            // The middle of a glyph is about a third of its size above the baseline.
            let y = glyph.baseline - 0.35 * glyph.size
            guard left < x, x < right, top < y, y < bottom else {
                rest.append(glyph)
                continue
            }
            let column = columns.partition(at: x) - 1
            let row = rows.partition(at: y) - 1
            cells[owners[max(0, row) * width + max(0, column)], default: []].append(glyph)
        }
        guard cells.count >= max(1, least) else { return nil }
        glyphs = rest
        let edges = edges
        // The least room that cells leave at their sides, but for those that are overfull.
        let paddings = cells.compactMap { owner, glyphs in
            glyphs.map(\.left).min().map { max(0, $0 - (edges[owner]?.left ?? $0)) }
        }.sorted()
        let padding = paddings[paddings.count / 5]
        var texts: [Int: [Unicode.Scalar]] = [:]
        for (owner, glyphs) in cells {
            let width = edges[owner].map { $0.right - $0.left } ?? 0
            texts[owner] = Self.text(glyphs, width: width - 2 * padding)
        }
        let size = cells.values.flatMap { $0.map(\.size) }.median ?? 1
        let lines = (0..<rows.count - 1).map { row in
            let cells = (0..<width).map { column in
                let place = row * width + column
                let owner = owners[place]
                return GridCell(
                    text: texts[owner] ?? [], continuesAbove: row > 0 && owners[place - width] == owner,
                    continuesBefore: column > 0 && owners[place - 1] == owner)
            }
            return PageLine(
                scalars: Array(cells.map(\.text).joined(separator: ["\t"])), row: .init(table: 0, cells: cells),
                place: .init(left: left, top: rows[row], right: right, bottom: rows[row + 1], size: size))
        }
        return Filled(left: left, right: right, top: top, bottom: bottom, columns: columns, size: size, lines: lines)
    }

    /// The sides of each cell, by the place that stands for it.
    private var edges: [Int: (left: Double, right: Double)] {
        var edges: [Int: (left: Double, right: Double)] = [:]
        for (place, owner) in owners.enumerated() {
            let (left, right) = (columns[place % width], columns[place % width + 1])
            edges[owner] = edges[owner].map { (min($0.left, left), max($0.right, right)) } ?? (left, right)
        }
        return edges
    }

    /// The lines of a cell as one; a blank where words of letters or digits meet, and where a line ends though there was
    /// room for what the next begins with.
    ///
    /// - Parameter width: How much room the cell has for text.
    private static func text(_ glyphs: [Glyph], width: Double) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var room = 0.0
        for row in GlyphRow.rows(of: glyphs) {
            let line = row.text(margin: row.left).map { $0 == "\t" ? " " : $0 }
            if let last = text.last, let first = line.first,
                room > 1.15 * opening(of: row) || (last.isSpacedLetter && first.isSpacedLetter)
            {
                text.append(" ")
            }
            text += line
            room = width - (row.right - row.left)
        }
        return text
    }

    /// How wide the part of a line is that no line may break: its first character with the marks behind it, or a word.
    private static func opening(of row: GlyphRow) -> Double {
        let first = row.glyphs[0]
        let isWord = first.scalar.isSpacedLetter
        let rest = row.glyphs.dropFirst().prefix {
            isWord ? $0.scalar.isSpacedLetter : "，。；：、！？）》”’％%".unicodeScalars.contains($0.scalar)
        }
        return (rest.last ?? first).right - first.left
    }
}

/// Sets of numbers that are joined one by one; the least of each stands for it.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ item: Int) -> Int {
        var at = item
        while parents[at] != at {
            parents[at] = parents[parents[at]]
            at = parents[at]
        }
        return at
    }

    mutating func join(_ one: Int, _ other: Int) {
        let roots = (root(one), root(other))
        parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
}

extension [Double] {
    /// The index of the first of ascending values that is not below `value`.
    fileprivate func partition(at value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
