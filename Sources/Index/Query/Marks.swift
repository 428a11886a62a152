/// Finds what to mark in a text.
enum Marks {
    /// Where the texts that a query asks for stand in a text, as printed; places that overlap are made one.
    static func of(_ query: Query, in text: FoldedText, folder: TextFolder) -> [TextRange] {
        let ranges = query.marked.flatMap { places(of: $0, in: text, folder: folder) }.map { text.source(of: $0) }
        var marks: [TextRange] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = marks.last, range.lowerBound < last.end {
                marks[marks.count - 1].end = max(last.end, range.upperBound)
            } else {
                marks.append(TextRange(start: range.lowerBound, end: range.upperBound))
            }
        }
        return marks
    }

    /// Where one text, pattern or group of near texts stands among folded scalars.
    static func places(of leaf: Query, in text: FoldedText, folder: TextFolder) -> [Range<Int>] {
        switch leaf {
        case .literal(let literal):
            text.places(of: FoldedText.parts(of: literal, folder: folder))
        case .near(let parts, let distance):
            Nearness.places(
                of: parts.map { folder.fold($0).scalars }, distance: distance, in: text.scalars)
        case .wildcard(let pattern):
            Wildcard(pattern) { folder.fold($0).scalars }
                .places(in: text.scalars) { FoldingTable.ask($0) != .none }
        case .field, .boolean, .boosted, .all: []
        }
    }
}
