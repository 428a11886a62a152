/// Makes lines of the glyphs of a page.
///
/// The order in which a page prints its glyphs tells nothing; what counts is where they stand:
/// - glyphs on one baseline are a row, rows of two columns are read column by column;
/// - gaps and indents become blanks, more room than between lines becomes a blank line;
/// - what ruled lines enclose becomes rows of a table (``RuledTable``);
/// - text that runs another way over the page follows behind what runs to the right.
enum PageGeometry {
    /// The lines of a page in reading order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of glyphs and rules.
    static func lines(of glyphs: [Glyph], rules: [Rule] = []) -> [PageLine] {
        let sound = glyphs.filter {
            $0.left.isFinite && $0.right.isFinite && $0.baseline.isFinite && $0.size.isFinite && $0.size > 0
        }
        var lines: [PageLine] = []
        for direction in Glyph.Direction.allCases {
            let turned = sound.filter { $0.direction == direction }
            guard !turned.isEmpty else { continue }
            let page = Page(turned, rules: rules.map { $0.turned(direction) })
            var found = page.lines()
            // Where lines run another way their places are those of a page that is held otherwise.
            if direction != .right { for index in found.indices { found[index].place = nil } }
            if !lines.isEmpty, !found.isEmpty { lines.append(.blank) }
            lines += found
        }
        return lines
    }
}

extension Rule {
    /// The rule as one who holds text that runs another way upright sees it.
    ///
    /// Glyphs give `left`, `right` and `baseline` along their own line; rules are those of the page.
    fileprivate func turned(_ direction: Glyph.Direction) -> Rule {
        let other: Axis = axis == .level ? .upright : .level
        switch direction {
        case .right: return self
        // (x, y) becomes (y, -x).
        case .down:
            return axis == .upright
                ? Rule(axis: other, position: -position, start: start, end: end)
                : Rule(axis: other, position: position, start: -end, end: -start)
        case .left: return Rule(axis: axis, position: -position, start: -end, end: -start)
        // (x, y) becomes (-y, x).
        case .up:
            return axis == .upright
                ? Rule(axis: other, position: position, start: -end, end: -start)
                : Rule(axis: other, position: -position, start: start, end: end)
        }
    }
}

/// A page, or a column of it.
private struct Page {
    let rows: [GlyphRow]
    let tables: [RuledTable.Filled]
    let em: Double

    init(_ glyphs: [Glyph], rules: [Rule]) {
        var rest = glyphs
        var tables: [RuledTable.Filled] = []
        for table in RuledTable.tables(of: rules) {
            guard var filled = table.filled(from: &rest) else { continue }
            for index in filled.lines.indices { filled.lines[index].row?.table = tables.count }
            tables.append(filled)
        }
        self.tables = tables
        rows = GlyphRow.rows(of: rest)
        em = rows.flatMap { $0.glyphs.map(\.size) }.median ?? tables.first?.size ?? 1
    }

    private init(rows: [GlyphRow], tables: [RuledTable.Filled], em: Double) {
        self.rows = rows
        self.tables = tables
        self.em = em
    }

    /// - Parameter depth: How often columns may still be parted into columns.
    func lines(depth: Int = 3) -> [PageLine] {
        guard depth > 0 else { return column() }
        let bands = GutterFinder(em: em).bands(of: pieces)
        guard bands.contains(where: { $0.gutter != nil }) else { return column() }
        var lines: [PageLine] = []
        for band in bands {
            let owners = Set(band.pieces.map(\.owner))
            let part = Page(
                rows: rows.indices.filter(owners.contains).map { rows[$0] },
                tables: tables.indices.filter { owners.contains(rows.count + $0) }.map { tables[$0] }, em: em)
            var found: [PageLine]
            if let gutter = band.gutter {
                found = part.side { $0 < gutter }.lines(depth: depth - 1)
                found += part.side { $0 >= gutter }.lines(depth: depth - 1)
            } else {
                found = part.column()
            }
            if !lines.isEmpty, !found.isEmpty, band.gutter == nil { lines.append(.blank) }
            lines += found
        }
        return lines
    }

    private var pieces: [GutterFinder.Piece] {
        var pieces: [GutterFinder.Piece] = []
        for (index, row) in rows.enumerated() {
            for segment in row.segments(apart: 1.2) {
                pieces.append(
                    .init(reach: segment, top: row.baseline - row.size, bottom: row.baseline, owner: index))
            }
        }
        for (index, table) in tables.enumerated() {
            pieces.append(
                .init(
                    reach: table.left..<table.right, top: table.top, bottom: table.bottom, owner: rows.count + index,
                    isTable: true))
        }
        return pieces.sorted { ($0.top, $0.reach.lowerBound) < ($1.top, $1.reach.lowerBound) }
    }

    /// What stands on one side of a gutter.
    private func side(_ isMine: (Double) -> Bool) -> Page {
        // Rows of both columns may stand on one baseline, or half a line apart: each column has rows of its own.
        let glyphs = rows.flatMap(\.glyphs).filter { isMine($0.left) }
        return Page(rows: GlyphRow.rows(of: glyphs), tables: tables.filter { isMine($0.left) }, em: em)
    }

    // MARK: One column

    /// The lines of rows and tables below each other.
    private func column() -> [PageLine] {
        let margin = margin
        let pitch = pitch
        let column = margin..<max(margin, rows.map(\.right).max() ?? margin)
        var items = rows.map { row in
            let line = PageLine(
                scalars: row.text(margin: margin),
                alignment: MeasuredAlignment.of(row.left..<max(row.left, row.right), in: column, em: em),
                place: .init(
                    left: row.left, top: row.baseline - row.size, right: row.right, bottom: row.baseline,
                    size: row.size))
            return (top: row.baseline - row.size, bottom: row.baseline, lines: [line])
        }
        items += tables.map { ($0.top, $0.bottom, $0.lines) }
        items.sort { $0.top < $1.top }
        var lines: [PageLine] = []
        var bottom: Double?
        for item in items {
            if let bottom, item.top - bottom > 1.55 * pitch - em { lines.append(.blank) }
            lines += item.lines
            bottom = max(bottom ?? item.bottom, item.bottom)
        }
        return lines
    }

    /// The distance of the baselines of most lines.
    private var pitch: Double {
        let steps = zip(rows, rows.dropFirst()).map { $1.baseline - $0.baseline }.filter { $0 < 4 * em }
        return max(steps.median ?? 0, 1.2 * em)
    }

    /// The edge at which lines begin: the leftmost that several have, for page numbers stand further out.
    private var margin: Double {
        let lefts = rows.map(\.left).sorted()
        let enough = max(2, lefts.count / 8)
        var start = 0
        for (index, left) in lefts.enumerated() {
            while left - lefts[start] > 0.3 * em { start += 1 }
            if index - start + 1 >= enough { return lefts[start] }
        }
        return lefts.first ?? 0
    }
}
