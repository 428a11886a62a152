/// Words that stand on one baseline, from left to right.
struct PrintedLine: Sendable {
    var words: [PlacedWord]
    var box: Box

    init(_ words: [PlacedWord]) {
        self.words = words.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    }

    /// Groups words into lines, from top to bottom.
    ///
    /// A word belongs to a line when at least half of the lower of the two stands beside the line's widest word; so raised
    /// and lowered characters stay in theirs, and a tall bracket does not pull two lines together.
    static func group(_ words: [PlacedWord]) -> [PrintedLine] {
        var lines: [PrintedLine] = []
        var current: [PlacedWord] = []
        var widest: Box?
        for word in words.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
            if let box = widest, !standsBeside(word.inkBox, box) {
                lines.append(PrintedLine(current))
                current = []
                widest = nil
            }
            current.append(word)
            if widest.map({ word.box.width > $0.width }) ?? true { widest = word.inkBox }
        }
        if !current.isEmpty { lines.append(PrintedLine(current)) }
        return lines
    }

    private static func standsBeside(_ one: Box, _ other: Box) -> Bool {
        let overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
        return overlap >= 0.5 * min(one.height, other.height)
    }

    /// The text, with blanks where the print has gaps.
    ///
    /// - Parameter em: The width of a Han character, where no word of the line tells it.
    func text(em standard: Double) -> [Unicode.Scalar] {
        let em = TypeSize.em(of: words) ?? standard
        let spacing = letterSpacing(em: em)
        var text: [Unicode.Scalar] = []
        for (index, word) in words.enumerated() {
            if index > 0 {
                let gap = (word.box.left - words[index - 1].box.right - spacing) / em
                text += Self.blanks(gap, between: text[text.count - 1], and: word.text[0])
            }
            text += word.text
        }
        return text
    }

    /// The space that a letter-spaced or justified line has between all of its characters; 0 where most have none.
    private func letterSpacing(em: Double) -> Double {
        let characters = words.reduce(0) { $0 + $1.text.count }
        guard words.count >= 4, words.count * 2 > characters else { return 0 }
        let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.sorted()
        let median = gaps[gaps.count / 2]
        // Most gaps are alike, or they are blanks between words.
        let alike = gaps.count { abs($0 - median) <= 0.12 * em }
        return median < 1.5 * em && alike * 4 >= gaps.count * 3 ? max(0, median) : 0
    }

    /// The blanks that a gap stands for.
    ///
    /// Typesetting programs put up to a quarter of an em between Han characters and Latin ones, and stretch lines by less
    /// than that; so a narrow gap is a blank between Latin words only.
    ///
    /// - Parameter gap: In em.
    static func blanks(_ gap: Double, between last: Unicode.Scalar, and next: Unicode.Scalar) -> [Unicode.Scalar] {
        let isLatin = last.value < 0x2000 && next.value < 0x2000
        guard gap >= (isLatin ? 0.12 : 0.36) else { return [] }
        return blanks(columns: max(1, Int((min(gap, 100) * 2).rounded())))
    }

    /// White space of a width in half-width columns.
    static func blanks(columns: Int) -> [Unicode.Scalar] {
        Array(repeating: "\u{3000}", count: columns / 2) + Array(repeating: " ", count: columns % 2)
    }
}

/// How large the type of some words is, as their boxes show it.
enum TypeSize {
    /// The width of a Han character, in points: the median over words of two or more, or over words that are mostly Han;
    /// nil where there are none.
    ///
    /// The height of a box is that of the font's design and not measured: it may be half as large again as the type.
    static func em(of words: some Sequence<PlacedWord>) -> Double? {
        let words = words.filter { $0.text.count >= 2 && !$0.isSideways }
        let pure = words.filter { $0.text.allSatisfy(\.isHan) }
        let mixed = pure.isEmpty ? words.filter { $0.text.count(where: \.isHan) * 2 >= $0.text.count } : pure
        let widths = mixed.map { 2 * $0.box.width / Double($0.columns) }.filter { $0 > 0.5 }.sorted()
        return widths.isEmpty ? nil : widths[widths.count / 2]
    }
}
