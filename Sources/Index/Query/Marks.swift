/// Finds what to mark in a text.
enum Marks {
    /// Where literals stand in a text, as printed; places that overlap are made one.
    ///
    /// - Parameter literals: Each in its parts, see ``Literal``; folded.
    static func of(_ literals: [[[UInt32]]], in text: FoldedText) -> [TextRange] {
        let ranges = literals.flatMap { text.places(of: $0).map { text.source(of: $0) } }
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
}
