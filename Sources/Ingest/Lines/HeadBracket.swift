/// A bracket of a head that holds day and number of the document and nothing else: （1985年5月4日某政〔1985〕38号）.
enum HeadBracket {
    /// The number in a bracket that holds a day and a number.
    static func number(in bracket: [Unicode.Scalar]) -> (range: Range<Int>, number: DocumentNumber)? {
        guard let first = bracket.first, first == "（" || first == "(", bracket.count > 2 else { return nil }
        let found = DocumentNumber.find(in: bracket)
        guard found.count == 1, let (range, number) = found.first, !number.isOrder else { return nil }
        let before = bracket[1..<range.lowerBound].filter { !$0.isBlank }
        let behind = bracket[range.upperBound..<bracket.count - 1].filter { !$0.isBlank }
        guard before.isEmpty != behind.isEmpty else { return nil }
        let day = before.isEmpty ? behind : before
        return CalendarDate.scan(day, at: 0)?.end == day.count ? (range, number) : nil
    }
}
