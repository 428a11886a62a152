/// Parts from a title what stands behind it on its line: a date, or its number in brackets.
///
/// 「衛生福利部公告　中華民國112年3月20日」, 「2021年重点工作任务（某政发〔2021〕2号）」.
enum TitleTail {
    static func part(_ blocks: inout [Block]) {
        guard let index = blocks.firstIndex(where: { $0.element == .title }) else { return }
        let text = blocks[index].text
        guard let (start, element) = tail(of: text.scalars) else { return }
        let title = text[0..<start].trimmed()
        guard title.count >= 3 else { return }
        blocks.replaceSubrange(
            index...index, with: [Block(.title, title), Block(element, text[start..<text.count])])
    }

    private static func tail(of text: [Unicode.Scalar]) -> (start: Int, element: Element)? {
        if text.last == "日" {
            let start = text.indices.dropFirst(3).first {
                text[$0 - 1].isBlank && CalendarDate.scan(text, at: $0)?.end == text.count
            }
            return start.map { ($0, .date) }
        }
        if text.last == "）" || text.last == ")", let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
            DocumentNumber(line: Array(text[open...])) != nil
        {
            return (open, .number)
        }
        return nil
    }
}
