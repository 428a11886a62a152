/// Where a line is set between the edges of its column, told by where it stands.
enum MeasuredAlignment {
    /// Returns how a line is set; nil where its place does not tell it, as for a line that begins at the left edge.
    ///
    /// - Parameters:
    ///   - line: The reach of the line.
    ///   - column: The reach of the column.
    ///   - em: The size of the running text.
    static func of(_ line: Range<Double>, in column: Range<Double>, em: Double) -> LineStyle.Alignment? {
        let before = line.lowerBound - column.lowerBound
        let after = column.upperBound - line.upperBound
        let width = column.upperBound - column.lowerBound
        guard em > 0, width > 10 * em, before > 2.5 * em else { return nil }
        if abs(before - after) <= 1.5 * em { return .centred }
        return before > after && before > 0.4 * width ? .right : nil
    }
}

extension Double {
    /// The value within 0 and 1, as a share of a page.
    func share(of whole: Double) -> Double {
        guard whole > 0, isFinite else { return 0 }
        return min(max(self / whole, 0), 1)
    }
}
