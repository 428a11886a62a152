/// Parts paragraphs that lost the line break between them.
///
/// Web pages and some text layers run articles together: 「…审批。第十四条 历史文化名城…」. A label inside a paragraph
/// opens a new one only where it is next in number and stands behind the end of a sentence, so that references to
/// articles part nothing.
enum GluedParagraphs {
    static func split(_ text: MappedText) -> [MappedText] {
        let cuts = cuts(in: text.scalars)
        guard !cuts.isEmpty else { return [text] }
        var parts: [MappedText] = []
        var start = 0
        for cut in cuts + [text.count] where cut > start {
            let part = text[start..<cut].trimmed()
            if !part.isEmpty { parts.append(part) }
            start = cut
        }
        return parts
    }

    /// The offsets at which a new paragraph begins.
    static func cuts(in text: [Unicode.Scalar]) -> [Int] {
        guard text.count > 16 else { return [] }
        var cuts: [Int] = []
        var expected: [Label.Shape: Int] = [:]
        if let first = Label.scan(text) { expected[first.shape] = first.number + 1 }
        // A single paragraph that holds a whole rule begins with what stands before article 1.
        var at = 1
        while at < text.count {
            defer { at += 1 }
            guard text[at] == "第", isBoundary(text, at), let label = Label.scan(text, at: at),
                label.shape.isLegislative,
                !isReference(text, label)
            else { continue }
            let next = expected[label.shape] ?? 1
            guard label.number == next || (label.inserted > 0 && label.number == next - 1) else { continue }
            // In an article, only articles and what stands above them can follow.
            cuts.append(at)
            expected[label.shape] = label.number + 1
            if label.shape == .chapter { expected[.section] = 1 }
            at = label.end
        }
        return (cuts + itemCuts(in: text)).sorted()
    }

    /// Where 「（一）…；（二）…」 inside a paragraph open 项: at least two, numbered from 1 without a gap.
    private static func itemCuts(in text: [Unicode.Scalar]) -> [Int] {
        var cuts: [Int] = []
        var run: [Int] = []
        func finish() {
            if run.count >= 2 { cuts += run }
            run = []
        }
        for at in text.indices.dropFirst() where text[at] == "（" || text[at] == "(" {
            guard "：:；;。".unicodeScalars.contains(text[at - 1]) || text[at - 1].isBlank,
                let label = Label.scan(text, at: at), label.shape == .hanBracketed
            else { continue }
            if label.number == 1 { finish() }
            if label.number == run.count + 1 { run.append(at) }
        }
        finish()
        return cuts
    }

    private static func isBoundary(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
        let before = text[at - 1]
        return before.isBlank || "。；！？”）)".unicodeScalars.contains(before)
            || isHeadingBefore(text, at)
    }

    /// 「第一章总则第一条…」: a short chapter heading directly before.
    private static func isHeadingBefore(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
        var start = at - 1
        while start > 0, at - start < 24, text[start] != "第" { start -= 1 }
        guard text[start] == "第", let label = Label.scan(text, at: start), label.end < at else { return false }
        guard label.shape == .chapter || label.shape == .section || label.shape == .part else { return false }
        return text[label.end..<at].allSatisfy { $0.isHan || $0.isBlank }
    }

    /// 「第三条规定的…」, 「第五条、第六条」: points at an article.
    private static func isReference(_ text: [Unicode.Scalar], _ label: Label) -> Bool {
        guard label.end < text.count else { return false }
        if "、，至和或及的之所中第".unicodeScalars.contains(text[label.end]) { return true }
        let rest = text[label.end..<min(label.end + 4, text.count)]
        return rest.begins(with: "规定") || rest.begins(with: "規定") || rest.begins(with: "修改") || rest.begins(with: "以外")
    }
}
