/// Reads the 目录 of an issue line by line.
///
/// An entry is a title over one or more lines, then its 发文字号 where it has one, and its page: 「…的通知 (57)」,
/// 「沈政发〔2026〕2号 (50)」, 「…………… (3)」. 「【市政府文件】」 names the section of those that follow.
struct ContentsReader {
    private(set) var entries: [ContentsEntry] = []
    private var section: String?
    private var pending = MappedText()

    /// The page at the end of a line, and where the text before it ends; nil for a line that ends otherwise.
    static func pageMark(_ text: [Unicode.Scalar]) -> (page: Int, textEnd: Int)? {
        var at = text.count
        let bracketed = at > 0 && (text[at - 1] == ")" || text[at - 1] == "）")
        if bracketed { at -= 1 }
        let digitsEnd = at
        while at > 0, text[at - 1].decimalDigit != nil { at -= 1 }
        guard digitsEnd - at >= 1, digitsEnd - at <= 3, let (page, _) = Numeral.scanArabic(text, at: at) else {
            return nil
        }
        if bracketed {
            guard at > 0, text[at - 1] == "(" || text[at - 1] == "（" else { return nil }
            at -= 1
        }
        let mark = at
        while at > 0, text[at - 1].isBlank || "….·．‥-—".unicodeScalars.contains(text[at - 1]) { at -= 1 }
        let leaders = text[at..<mark].count { "….·‥".unicodeScalars.contains($0) }
        let blanks = text[at..<mark].count(where: \.isBlank)
        guard bracketed || leaders >= 2 || text[at..<mark].contains("…") || (blanks >= 2 && at > 6) else { return nil }
        return (page, at)
    }

    static func isHeading(_ text: [Unicode.Scalar]) -> Bool {
        if text.elementsEqual(Array("目录")) || text.elementsEqual(Array("目錄")) || text.elementsEqual(Array("目次")) {
            return true
        }
        return text.first == "【" && text.last == "】"
    }

    mutating func read(_ line: SourceLine) {
        let text = line.mapped
        if ContentsReader.isHeading(line.squashed) {
            pending = MappedText()
            if text.scalars.first == "【" { section = text[1..<text.count - 1].scalars.tidied.string }
            return
        }
        guard let (page, end) = ContentsReader.pageMark(text.scalars) else {
            pending.append(text)
            return
        }
        // The number stands on the last line, alone or behind the title's end.
        let number = DocumentNumber(line: text[0..<end].scalars)
        var title = pending
        if number == nil { title.append(text[0..<end]) }
        pending.append(text[0..<end])
        finish(title.scalars.tidied, number, page)
    }

    private mutating func finish(_ text: [Unicode.Scalar], _ ownNumber: DocumentNumber?, _ page: Int) {
        defer { pending = MappedText() }
        var title = text
        guard let span = pending.span, title.contains(where: \.isHan) else { return }
        var number = ownNumber
        if number == nil, let last = DocumentNumber.find(in: title).last,
            title[last.range.upperBound...].allSatisfy({ "）)】]".unicodeScalars.contains($0) })
        {
            let before = title[..<last.range.lowerBound]
            // A number quoted inside a title (《…》) belongs to the title.
            if before.last != "《" {
                number = last.number
                title = Array(before)
                while let end = title.last, "(（【[".unicodeScalars.contains(end) || end.isBlank { title.removeLast() }
            }
        }
        guard !title.isEmpty else { return }
        entries.append(ContentsEntry(section: section, title: title.string, number: number, page: page, span: span))
    }
}
