/// Finds what to mark in a text.
enum Highlights {
    /// Where the texts that a query asks for stand in a text, as printed; places that overlap are made one.
    static func of(_ query: Query, in text: NormalizedText, normalizer: Normalizer) -> [TextRange] {
        let ranges = query.marked.flatMap { places(of: $0, in: text, normalizer: normalizer) }.map {
            text.source(of: $0)
        }
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
    static func places(of leaf: Query, in text: NormalizedText, normalizer: Normalizer) -> [Range<Int>] {
        switch leaf {
        case .phrase(let phrase):
            text.places(of: NormalizedText.parts(of: phrase, normalizer: normalizer))
        case .near(let parts, let distance):
            Nearness.places(
                of: parts.map { normalizer.fold($0).scalars }, distance: distance, in: text.scalars)
        case .wildcard(let pattern):
            Wildcard(pattern) { normalizer.fold($0).scalars }
                .places(in: text.scalars, isWord: WordUnits.isWord)
        case .field, .boolean, .boosted, .all: []
        }
    }
}
