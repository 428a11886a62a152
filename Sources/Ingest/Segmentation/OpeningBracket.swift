/// Parts from the first paragraph the bracket with which it opens, where that holds day and number of the document and nothing
/// else: 「（1985年5月4日某政〔1985〕38号）　根据…」, as collections print them.
enum OpeningBracket {
    private static let longest = 64

    static func part(_ blocks: inout [Block]) {
        guard !blocks.contains(where: { $0.element == .number }), let first = blocks.first, first.element == .title,
            let index = blocks.firstIndex(where: { $0.element != .title }), blocks[index].element == .body
        else { return }
        let text = blocks[index].text
        guard let close = text.scalars.prefix(longest).firstIndex(where: { $0 == "）" || $0 == ")" }),
            number(in: Array(text.scalars[0...close])) != nil
        else { return }
        let rest = text[close + 1..<text.count].trimmed()
        blocks[index] = Block(.adoption, text[0..<close + 1])
        if rest.count > 0 { blocks.insert(Block(.body, rest), at: index + 1) }
    }

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
