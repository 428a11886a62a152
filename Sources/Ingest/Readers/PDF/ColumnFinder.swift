/// Finds columns of running text on a page.
struct ColumnFinder {
    /// The width of a Han character, in points.
    let em: Double

    /// A part of a page that is read from top to bottom.
    struct Region {
        var words: [PlacedWord]
        /// Whether another one stands beside it.
        var isColumn: Bool
    }

    /// The parts of a page, in reading order.
    func regions(of words: [PlacedWord]) -> [Region] {
        words.isEmpty ? [] : [Region(words: words, isColumn: false)]
    }
}
