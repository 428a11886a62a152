/// Glyphs that stand on one baseline, from left to right.
struct GlyphRow: Sendable {
    let glyphs: [Glyph]
    /// For each glyph, whether a blank was printed before it.
    private let isSpaced: [Bool]
    let baseline: Double
    /// The median size of its glyphs.
    let size: Double

    var left: Double { glyphs.first?.left ?? 0 }
    var right: Double { glyphs.reduce(left) { max($0, $1.right) } }

    /// A row of glyphs in any order; nil where there are none but blanks.
    init?(_ glyphs: [Glyph]) {
        let sorted = Self.withoutOverprint(glyphs.sorted { ($0.left, $0.scalar.value) < ($1.left, $1.scalar.value) })
        var printed: [Glyph] = []
        var isSpaced: [Bool] = []
        var isBlankPending = false
        for glyph in sorted {
            if glyph.scalar.isBlank {
                isBlankPending = true
            } else {
                printed.append(glyph)
                isSpaced.append(isBlankPending)
                isBlankPending = false
            }
        }
        guard let size = printed.map(\.size).median, let baseline = printed.map(\.baseline).median else { return nil }
        self.glyphs = printed
        self.isSpaced = isSpaced
        self.baseline = baseline
        self.size = size
    }

    /// The rows of glyphs, from top to bottom.
    ///
    /// Lines of print stand at least 1 em apart, and a raised or lowered mark is off by less than half of that.
    static func rows(of glyphs: [Glyph]) -> [GlyphRow] {
        var rows: [GlyphRow] = []
        var current: [Glyph] = []
        var anchor = 0.0
        for glyph in glyphs.sorted(by: { ($0.baseline, $0.left) < ($1.baseline, $1.left) }) {
            // A row of small print, such as marks of notes, is drawn to the larger that follows it.
            let reach = 0.45 * max(current.last?.size ?? 0, glyph.size)
            if !current.isEmpty, glyph.baseline - anchor > reach {
                if let row = GlyphRow(current) { rows.append(row) }
                current = []
            }
            if current.isEmpty { anchor = glyph.baseline }
            current.append(glyph)
        }
        if let row = GlyphRow(current) { rows.append(row) }
        return rows
    }

    /// The parts of the row that gaps of some width set apart.
    ///
    /// - Parameter gap: In em.
    func segments(apart gap: Double) -> [Range<Double>] {
        var segments: [Range<Double>] = []
        var start = left
        var end = left
        for glyph in glyphs {
            if glyph.left - end > gap * size {
                segments.append(start..<end)
                start = glyph.left
                end = glyph.left
            }
            end = max(end, glyph.right)
        }
        return segments + [start..<max(start, end)]
    }

    /// Bold print and shadows are made by printing a character twice in about the same place: it is one.
    private static func withoutOverprint(_ sorted: [Glyph]) -> [Glyph] {
        var result: [Glyph] = []
        for glyph in sorted {
            let twin = result.suffix(4).contains {
                $0.scalar == glyph.scalar && glyph.left - $0.left < 0.3 * ($0.right - $0.left)
                    && abs($0.size - glyph.size) < 0.2 * glyph.size
            }
            if !twin { result.append(glyph) }
        }
        return result
    }
}

// MARK: - Text

extension GlyphRow {
    /// The characters of the row, with a blank of half width for each half em of a gap.
    ///
    /// - Parameter margin: The left edge of the column; what the row is set in from it becomes blanks.
    func text(margin: Double) -> [Unicode.Scalar] {
        var scalars = [Unicode.Scalar](repeating: " ", count: min(blanks(left - margin), 80))
        let usual = usualGap
        var end = left
        for (index, glyph) in glyphs.enumerated() {
            let gap = glyph.left - end
            if index > 0, gap > least(before: index, usual: usual) {
                scalars += [Unicode.Scalar](repeating: " ", count: max(1, min(blanks(gap), 80)))
            }
            scalars.append(glyph.scalar)
            end = max(end, glyph.right)
        }
        return scalars
    }

    /// How wide a gap must be to be a blank.
    ///
    /// Between Latin letters and digits a blank is a quarter of an em. Chinese print has none of that kind, and setting lines
    /// to full width spreads its characters.
    private func least(before index: Int, usual: Double) -> Double {
        if isSpaced[index] { return 0.1 * size }
        let isInWords = glyphs[index - 1].scalar.isSpacedLetter && glyphs[index].scalar.isSpacedLetter
        return isInWords ? 0.15 * size + min(usual, 0.1 * size) : max(0.4 * size, 1.6 * usual)
    }

    private func blanks(_ width: Double) -> Int {
        guard size > 0, width.isFinite else { return 0 }
        return max(0, Int((min(width / size, 1000) * 2).rounded()))
    }

    /// The gap that the row has between most of its characters: more than none where it is set wide.
    private var usualGap: Double {
        guard glyphs.count >= 4 else { return 0 }
        let gaps = zip(glyphs, glyphs.dropFirst()).map { max(0, $1.left - $0.right) }
        return gaps.median ?? 0
    }
}

extension Unicode.Scalar {
    /// Whether it is of a script that puts blanks between words, or a digit.
    var isSpacedLetter: Bool { value < 0x2E80 && (properties.isAlphabetic || properties.numericType != nil) }
}
