/// Decides which lines are one paragraph.
///
/// In a hard-wrapped file a full line goes on; in a file with one paragraph a line only page ends cut paragraphs, and a
/// line that breaks off in mid-sentence goes on. What opens with a label, a dated entry or a dash begins anew, unless a
/// bracket is still open.
struct Reflow {
    let layout: Layout
    /// Whether labels of articles have white space behind them in this document.
    let articlesAreSpaced: Bool

    /// Whether paragraphs are indented in this document, so that an indent opens one and its lack continues one.
    let paragraphsAreIndented: Bool
    /// Whether the document is one of articles, so that bracketed labels open 项.
    let hasArticles: Bool
    /// Whether days with a comma behind them open paragraphs in this document, as entries of a chronicle do.
    let hasDatedEntries: Bool

    /// Measures the lines of one document.
    init(_ table: LineTable, _ range: Range<Int>) {
        layout = table.layout(of: range)
        var spaced = 0
        var glued = 0
        var dated = 0
        // Lines that open a paragraph, by a label or behind a short line that ends a sentence, and lines inside of one.
        var indents = (opening: 0, indented: 0, inside: 0, full: 0)
        var last: SourceLine?
        for index in table.significant[range] where table.roles[index] == .body {
            let line = table.lines[index]
            let text = line.text
            let isIndented = line.content.lowerBound >= 2
            let ends = last.map { Reflow.endsSentence($0.squashed) } ?? false
            if EntryOpening.mayOpen(text), last == nil || ends { dated += 1 }
            if Label.scan(text) != nil || (ends && (last?.width ?? 0) < table.layout.width - 14) {
                indents.opening += 1
                if isIndented { indents.indented += 1 }
            } else if let last, last.width >= table.layout.width - 6, !ends {
                indents.full += 1
                if isIndented { indents.inside += 1 }
            }
            last = line
            guard let label = Label.scan(text), label.shape == .article else { continue }
            if label.end < text.count, text[label.end].isBlank { spaced += 1 } else { glued += 1 }
        }
        paragraphsAreIndented =
            table.layout.isHardWrapped && indents.opening >= 3 && indents.indented * 5 >= indents.opening * 4
            && indents.inside * 10 <= indents.full
        articlesAreSpaced = spaced > glued
        hasArticles = spaced + glued >= 3
        hasDatedEntries = dated >= 3
    }

    /// Whether a line continues the paragraph that stands open.
    ///
    /// - Parameters:
    ///   - open: The paragraph so far.
    ///   - last: Its last line.
    ///   - next: The line in question.
    func continues(_ open: MappedText, last: SourceLine, next: SourceLine) -> Bool {
        let text = next.text
        let isOpen = Reflow.hasOpenBracket(open.scalars)
        let ended = Reflow.endsSentence(last.squashed)
        if isOpen, last.squashed.last != "。", Label.scan(text)?.shape != .article { return true }
        let width = printedWidth(last, in: open)
        // 「…牵头单位：甲；」 「责任单位：乙。」: one statement over two lines.
        if last.squashed.last == "；", Reflow.isLabelledLine(text), holdsLabel(open.scalars) { return true }
        if opensParagraph(text, behindFullLine: layout.isHardWrapped && width >= layout.width - 6 && !ended) {
            return false
        }
        if hasDatedEntries, ended, EntryOpening.mayOpen(text) { return false }
        if paragraphsAreIndented {
            if next.content.lowerBound >= 2 { return false }
            if !ended || width >= layout.width - 8 { return true }
        }
        if layout.isHardWrapped, !ended, width < layout.width - 2, isHeading(open) { return false }
        if layout.isHardWrapped, width < layout.width - 6, Reflow.isLabelledLine(open.scalars) {
            return (breaksOff(last.squashed) && next.width <= 60) || opensWithinName(next.squashed)
        }
        return layout.isHardWrapped ? wrapGoesOn(open, width, ended) : sentenceGoesOn(open, last, next, ended)
    }

    /// How far to the right a line reaches: text layers drop the two characters by which a first line is indented.
    private func printedWidth(_ line: SourceLine, in open: MappedText) -> Int {
        let isFirst = open.places.first.map { Int($0.line) == line.number } ?? false
        let indent = line.scalars[..<line.content.lowerBound].reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
        return line.width + (isFirst && line.content.lowerBound <= 1 ? 4 : indent)
    }

    /// 「一、总体要求」: a label and words without a comma or stop.
    private func isHeading(_ open: MappedText) -> Bool {
        guard let label = Label.scan(open.scalars), label.shape == .han || label.shape == .hanBracketed else {
            return false
        }
        return !open.scalars[label.end...].contains { "，。、；（".unicodeScalars.contains($0) }
    }

    private func wrapGoesOn(_ open: MappedText, _ width: Int, _ ended: Bool) -> Bool {
        // A page end may cut a line short; a paragraph that has come to its second sentence is no heading.
        guard ended else { return width >= layout.width - 14 || open.scalars.contains("。") }
        // 项 of an article are one sentence each.
        if hasArticles, let label = Label.scan(open.scalars), label.shape == .hanBracketed { return false }
        // A line that ends a sentence exactly at the margin is seldom the end of the paragraph: lines are many.
        return width >= layout.width - 1
    }

    private func sentenceGoesOn(_ open: MappedText, _ last: SourceLine, _ next: SourceLine, _ ended: Bool) -> Bool {
        guard !ended else { return false }
        let text = last.squashed
        if let final = text.last, "，、,；（《“".unicodeScalars.contains(final) { return true }
        // A heading has its label and no comma.
        if let label = Label.scan(open.scalars), !label.shape.isLegislative || label.shape == .article,
            open.count < 45, !open.scalars.contains("，"), !open.scalars.contains("。"),
            !next.squashed.contains("，") || next.width > last.width
        {
            return false
        }
        if Reflow.isLabelledLine(open.scalars) {
            let opensInBracket = next.squashed.first.map { "（(".unicodeScalars.contains($0) } ?? false
            return (breaksOff(text) || opensInBracket) && next.width <= 60 || opensWithinName(next.squashed)
        }
        return last.width >= 40
            && (open.scalars.contains { "，。、".unicodeScalars.contains($0) } || EntryOpening.opens(open.scalars))
    }

    /// Whether a list of units stops within a name: 「…各区、县（市）」.
    private func breaksOff(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last else { return false }
        if last == "）" || last == ")" { return true }
        let text = Array(text.split { "：:，、".unicodeScalars.contains($0) }.last ?? [])
        return !AgencyNames.endsLikeAgency(text) && !text.ends(with: "单位") && !text.ends(with: "部门")
    }

    /// Whether a line opens with the end of a name that began on the line before: 「开发区」 「管委会」.
    private func opensWithinName(_ text: [Unicode.Scalar]) -> Bool {
        let word = text.prefix { !"、，,；;。".unicodeScalars.contains($0) }
        return word.count <= 5 && AgencyNames.isBareEnding(word)
    }

    // MARK: Evidence

    private static func endsWithLabelWord(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        let word = Array(text.suffix(2))
        return ["单位", "部门", "時限", "时限", "單位", "部門"].contains { word.elementsEqual($0.unicodeScalars) }
    }

    /// Whether a label such as 牵头单位： stands inside a text.
    private func holdsLabel(_ text: [Unicode.Scalar]) -> Bool {
        text.indices.contains { at in
            (text[at] == "：" || text[at] == ":") && Reflow.endsWithLabelWord(text[..<at])
        }
    }

    /// 「牵头单位：…」 and the like.
    static func isLabelledLine(_ text: [Unicode.Scalar]) -> Bool {
        guard let colon = text.prefix(9).firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 4 else {
            return false
        }
        let word = text[..<colon].filter { !$0.isBlank }
        return word.allSatisfy(\.isHan) && endsWithLabelWord(word)
    }

    /// Whether a line opens a paragraph by what it begins with.
    ///
    /// - Parameter behindFullLine: Whether the line before is full and ends no sentence; then 「第三十一条的…」 may as
    ///   well be a reference that the wrap put at the line's begin.
    func opensParagraph(_ text: [Unicode.Scalar], behindFullLine: Bool) -> Bool {
        guard let first = text.first else { return true }
        if let label = Label.scan(text) {
            switch label.shape {
            case .article, .part, .subpart, .chapter, .section:
                let spaced = label.end < text.count && text[label.end].isBlank
                if articlesAreSpaced, label.shape == .article { return spaced }
                return !behindFullLine || spaced || label.end == text.count
            case .arabic, .han: return !behindFullLine || label.end < text.count
            default: return true
            }
        }
        if "—─－●■◆◇★※▲△".unicodeScalars.contains(first), text.count > 1, text[1] == first || first.value > 0x2590 {
            return true
        }
        if Reflow.isLabelledLine(text) { return true }
        if EntryOpening.opens(text) { return true }
        return text.begins(with: "附件：") || text.begins(with: "附件:") || text.begins(with: "注：")
            || text.begins(with: "附：")
    }

    /// Whether a text ends a sentence, quotes and brackets behind it aside.
    static func endsSentence(_ text: [Unicode.Scalar]) -> Bool {
        var end = text.count
        while end > 0, "”’」』）)】》\"".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        guard end > 0 else { return false }
        if text[end - 1] == "：" || text[end - 1] == ":" {
            // 「…；责任单位：」 stops before its list.
            return end == text.count ? !endsWithLabelWord(text[..<(end - 1)]) : true
        }
        if "。！？；!?;".unicodeScalars.contains(text[end - 1]) { return true }
        // 「（责任部门：市营商局）」 ends one as well, and so does a bracket that was opened lines before.
        guard end < text.count, let last = text.last, last == "）" || last == ")" else { return false }
        guard let open = text[..<end].lastIndex(where: { "（(".unicodeScalars.contains($0) }) else { return true }
        return end - open > 4
    }

    /// Whether a round bracket that was opened late in a text is still open.
    static func hasOpenBracket(_ text: [Unicode.Scalar]) -> Bool {
        var depth = 0
        for scalar in text.suffix(400) {
            switch scalar {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case "。": depth = 0
            default: break
            }
        }
        return depth > 0
    }

    /// Puts a line behind a paragraph: white space at the joint is dropped, but Latin words stay apart.
    static func join(_ open: inout MappedText, _ line: SourceLine) {
        let next = line.mapped
        if let last = open.scalars.last, let first = next.scalars.first, last.isLatin, first.isLatin,
            let place = open.places.last
        {
            open.append(" ", at: place)
        }
        open.append(next)
    }
}
