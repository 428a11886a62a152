/// Parts a date from the title on whose line it stands: 「衛生福利部公告　中華民國112年3月20日」.
enum TitleDate {
    static func part(_ blocks: inout [Block]) {
        guard let index = blocks.firstIndex(where: { $0.element == .title }) else { return }
        let text = blocks[index].text
        guard text.scalars.last == "日",
            let start = text.scalars.indices.dropFirst(3).first(where: {
                text.scalars[$0 - 1].isBlank && CalendarDate.scan(text.scalars, at: $0)?.end == text.count
            })
        else { return }
        blocks.replaceSubrange(
            index...index, with: [Block(.title, text[0..<start].trimmed()), Block(.date, text[start..<text.count])])
    }
}
