/// Parts from a title what stands beside it on its line: its number before it, a date or its number in brackets behind it, and
/// the 《》 around it.
///
/// 「衛生福利部公告　中華民國112年3月20日」, 「2021年重点工作任务（某政发〔2021〕2号）」, 「某政办发〔2016〕26号《某市人民政府关于…的通知》」.
enum TitleParts {
    static func part(_ blocks: inout [Block]) {
        guard let index = blocks.firstIndex(where: { $0.element == .title }) else { return }
        let text = blocks[index].text
        if let start = tail(of: text.scalars) {
            let title = text[0..<start.start].trimmed()
            guard title.count >= 3 else { return }
            blocks.replaceSubrange(
                index...index, with: [Block(.title, title), Block(start.element, text[start.start..<text.count])])
            return
        }
        let start = numberEnd(text.scalars)
        let title = text[start..<text.count].trimmed()
        guard let inner = withoutMarks(title.scalars) ?? (start > 0 ? 0..<title.count : nil) else { return }
        let parts = [Block(.title, title[inner])]
        blocks.replaceSubrange(
            index...index, with: start > 0 ? [Block(.number, text[0..<start].trimmed())] + parts : parts)
    }

    /// Where the title begins behind its number; 0 where it has none before it.
    static func numberEnd(_ title: [Unicode.Scalar]) -> Int {
        guard let (number, end) = DocumentNumber.scan(title, at: 0), !number.namesInstrument, !number.isOrder,
            number.year != nil
        else { return 0 }
        let rest = title[end...].filter { !$0.isBlank }
        return rest.count >= 8 && DocumentKinds.kind(of: rest) != nil ? end : 0
    }

    /// A title without its number before it and the 《》 around it.
    static func bare(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let rest = Array(title[numberEnd(title)...].drop(while: \.isBlank))
        return withoutMarks(rest).map { Array(rest[$0]) } ?? rest
    }

    /// What stands within the 《》 that enclose a whole title; nil where they don't.
    private static func withoutMarks(_ title: [Unicode.Scalar]) -> Range<Int>? {
        guard let first = title.first, let last = title.last, title.count >= 8,
            first == "《" && last == "》" || isBracket(first, last)
        else { return nil }
        var depth = 0
        for (index, scalar) in title.enumerated() {
            if scalar == first { depth += 1 }
            if scalar == last { depth -= 1 }
            if depth == 0, index < title.count - 1 { return nil }
        }
        return 1..<title.count - 1
    }

    /// A title without the note in brackets that stands behind it on its line: （注：A类指责任目标）.
    static func withoutNote(_ title: MappedText) -> MappedText {
        guard let last = title.scalars.last, last == "）" || last == ")",
            let open = title.scalars.indices.dropLast(2).last(where: {
                "（(".unicodeScalars.contains(title.scalars[$0]) && title.scalars[$0 + 1] == "注"
            }), open > 3
        else { return title }
        return title[0..<open].trimmed()
    }

    private static func isBracket(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
        (first == "（" || first == "(") && (last == "）" || last == ")")
    }

    /// What stands in the brackets that enclose a whole text: 关于公布标准的公告 of （关于公布标准的公告）.
    static func inBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let first = text.first, let last = text.last, isBracket(first, last) else { return nil }
        return withoutMarks(text).map { Array(text[$0]) }
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
