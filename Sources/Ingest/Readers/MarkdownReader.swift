/// Reads Markdown: its marks are taken away, its tables are rows, its front matter is what a page declares.
///
/// Lines stay the lines of the file, so that places point at it.
struct MarkdownReader: FormatReader {
    /// By name, or by front matter with a heading below it: a gazette's text begins with neither.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        if [".md", ".markdown"].contains(where: { path.lowercased().hasSuffix($0) }) { return true }
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
        guard head.first == "---", let end = head.dropFirst().firstIndex(of: "---") else { return false }
        return head[end...].contains { $0.hasPrefix("# ") || $0.hasPrefix("## ") }
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        var text = try TextReader().read(bytes, path: path)
        text.format = .markdown
        var frontEnd = Self.frontMatterEnd(text.lines)
        var isCode = false
        for index in text.lines.indices {
            let line = text.lines[index]
            if index < frontEnd {
                text.lines[index] = Self.frontMatter(line)
                if Self.isFence(line.text, "-") { text.furniture[index] = .metadata }
                continue
            }
            frontEnd = 0
            if Self.isFence(line.text, "`") || Self.isFence(line.text, "~") {
                isCode.toggle()
                text.furniture[index] = .markup
            } else if !isCode, let mark = Self.underline(line) {
                text.furniture[index] = .markup
                // A rule directly below a line of text makes that a heading.
                if mark == "=" || mark == "-", index > 0, !text.lines[index - 1].isBlank {
                    text.lines[index - 1].style?.headingLevel = mark == "=" ? 1 : 2
                }
            } else if !isCode {
                text.lines[index] = line.unmarked
            }
        }
        return text
    }

    // MARK: Front matter

    private static func frontMatterEnd(_ lines: [SourceLine]) -> Int {
        guard let first = lines.first, isFence(first.text, "-") else { return 0 }
        let end = lines.indices.dropFirst().prefix(60).first { isFence(lines[$0].text, "-") }
        return end.map { $0 + 1 } ?? 0
    }

    /// The names that front matter gives to what a page declares.
    private static let names = [
        ("title", "标题"), ("number", "发文字号"), ("date", "成文日期"), ("issuer", "发文机关"), ("source", "来源"), ("author", "作者"),
        ("index", "索引号"), ("published", "发布日期"), ("tags", "关键词"), ("categories", "主题分类"),
    ]

    /// 「title: 某通知」 is read as 「标题: 某通知」, each character at its place.
    private static func frontMatter(_ line: SourceLine) -> SourceLine {
        let text = line.scalars
        guard let colon = text.firstIndex(of: ":"),
            let name = names.first(where: { text[..<colon].elementsEqual($0.0.unicodeScalars) })?.1
        else { return line }
        var scalars = text
        for (index, scalar) in name.unicodeScalars.enumerated() { scalars[index] = scalar }
        for index in name.unicodeScalars.count..<colon { scalars[index] = " " }
        for index in scalars.indices.dropFirst(colon + 1) where scalars[index] == "\"" || scalars[index] == "'" {
            scalars[index] = " "
        }
        return SourceLine(number: line.number, scalars: scalars, page: nil)
    }

    // MARK: Lines

    /// `---`, ` ``` swift`: at least three of a mark.
    private static func isFence(_ text: [Unicode.Scalar], _ mark: Unicode.Scalar) -> Bool {
        text.count >= 3 && text.prefix(3).allSatisfy { $0 == mark } && (mark != "-" || text.allSatisfy { $0 == mark })
    }

    /// The mark of `====` or `----` below a heading, and of rules of their own; nil for any other line.
    private static func underline(_ line: SourceLine) -> Unicode.Scalar? {
        guard line.text.count >= 3, let mark = line.text.first, "=-*_".unicodeScalars.contains(mark),
            line.text.allSatisfy({ $0 == mark || $0 == " " })
        else { return nil }
        return mark
    }
}

extension SourceLine {
    /// The line without the marks of Markdown.
    var unmarked: SourceLine {
        var text = scalars
        var style = LineStyle()
        var start = text.firstIndex { !$0.isBlank } ?? text.count
        func remove(_ range: Range<Int>) { for index in range { text[index] = Self.removed } }
        // > quotes, # headings, - lists
        while start < text.count, text[start] == ">" {
            text[start] = Self.removed
            start = text[start...].firstIndex { !$0.isBlank } ?? text.count
        }
        let hashes = text[start...].prefix { $0 == "#" }.count
        if (1...6).contains(hashes), start + hashes == text.count || text[start + hashes].isBlank {
            remove(start..<start + hashes)
            style.headingLevel = hashes
            var end = text.count
            while end > start, text[end - 1] == "#" || text[end - 1] == " " { end -= 1 }
            remove(end..<text.count)
        } else if start + 1 < text.count, "-*+".unicodeScalars.contains(text[start]), text[start + 1] == " " {
            style.listLevel = text[..<start].count { $0.isBlank } / 2
            remove(start..<start + 2)
        }
        let ends = [scalars[content].prefix(2), scalars[content].suffix(2)]
        style.isBold = content.count > 4 && ends.allSatisfy { $0.elementsEqual("**".unicodeScalars) }
        MarkdownInline.unmark(&text)
        return SourceLine(number: number, scalars: text, page: page, style: style)
    }
}

/// Takes emphasis, links, escapes and code marks out of a line; what they mark stays.
enum MarkdownInline {
    static func unmark(_ text: inout [Unicode.Scalar]) {
        var index = 0
        while index < text.count {
            switch text[index] {
            case "\\" where index + 1 < text.count && isMark(text[index + 1]):
                text[index] = SourceLine.removed
                index += 1
            case "*", "`":
                // 「2 * 3」 has blanks on both sides and is none.
                let isAlone =
                    (index == 0 || text[index - 1].isBlank) && (index + 1 == text.count || text[index + 1].isBlank)
                if !isAlone { text[index] = SourceLine.removed }
            case "[":
                if let close = closing(text, from: index, "[", "]"), close + 1 < text.count, text[close + 1] == "(",
                    let end = closing(text, from: close + 1, "(", ")"), isAddress(text[close + 2..<end])
                {
                    text[index] = SourceLine.removed
                    for place in close...end { text[place] = SourceLine.removed }
                }
            default: break
            }
            index += 1
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "\\`*_{}[]()#+-.!|<>".unicodeScalars.contains(scalar)
    }

    /// 「[2005](3)」 is no link, 「[通知](http://…)」 is one.
    private static func isAddress(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.contains(where: { $0 == "/" || $0 == "#" }) || text.contains(".")
    }

    private static func closing(
        _ text: [Unicode.Scalar], from start: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar
    ) -> Int? {
        var depth = 0
        for index in start..<min(text.count, start + 2000) {
            if text[index] == open { depth += 1 }
            if text[index] == close {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}
