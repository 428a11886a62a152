/// Finds the title of a text that no head was found for: a rule or report by itself.
enum Headless {
    /// Marks the first paragraph as the title where it is none of the text: short, and no sentence.
    ///
    /// The history of adoption that follows it in brackets becomes an element of its own.
    static func markTitle(_ blocks: inout [Block]) {
        guard !blocks.contains(where: { $0.element == .title || $0.element == .attachmentTitle }),
            let index = blocks.firstIndex(where: { $0.element == .body })
        else { return }
        let text = blocks[index].text
        guard let last = text.scalars.last, !"。；：！？;:!?".unicodeScalars.contains(last), text.count <= 240,
            Label.scan(text.scalars) == nil, !text.scalars.contains("。"), blocks.count > 1
        else { return }
        var parts = [Block(.title, text)]
        if last == "）" || last == ")", let open = text.scalars.firstIndex(where: { $0 == "（" || $0 == "(" }), open > 3,
            text.scalars[open...].indices.contains(where: { CalendarDate.scan(text.scalars, at: $0) != nil })
        {
            parts = [Block(.title, text[0..<open].trimmed()), Block(.adoption, text[open..<text.count])]
        }
        guard parts[0].text.count <= 100 else { return }
        blocks.replaceSubrange(index...index, with: parts)
    }
}
