import Ingest

/// What labels mean in one section of a document: the cover, or one attachment.
struct SectionLevels {
    private var ranks: [Label.Shape: Int] = [:]
    private let hasArticles: Bool
    /// How the labels of articles are printed.
    let articles: ArticleStyle
    /// The shapes under which most provisions begin with a short sentence that is their heading.
    private var headed: Set<Label.Shape> = []

    /// Learns the levels from the paragraphs of a section.
    init(_ paragraphs: [MappedText]) {
        var order: [Label.Shape] = []
        var counts: [Label.Shape: (all: Int, headed: Int)] = [:]
        var articles = 0
        for text in paragraphs {
            guard let label = Label.scan(text.scalars) else { continue }
            if !order.contains(label.shape) { order.append(label.shape) }
            if label.shape == .article { articles += 1 }
            counts[label.shape, default: (0, 0)].all += 1
            if SectionLevels.headingEnd(text.scalars, label) != nil
                || (SectionLevels.isBareHeading(text.scalars[label.end...])
                    && !(label.shape == .article && text.scalars.last == "。"))
            {
                counts[label.shape]?.headed += 1
            }
        }
        hasArticles = articles > 0
        self.articles = ArticleStyle(paragraphs)
        let legislative = order.filter(\.isLegislative).sorted { $0.rawValue < $1.rawValue }
        let others = order.filter { !$0.isLegislative }
        for (rank, shape) in (legislative + others).enumerated() { ranks[shape] = rank }
        for (shape, count) in counts where count.headed * 2 >= count.all { headed.insert(shape) }
    }

    /// The sections of a document: what stands before the first attachment title, and behind each.
    static func sections(of blocks: [Block]) -> [SectionLevels] {
        var paragraphs: [[MappedText]] = [[]]
        for block in blocks {
            if block.element == .attachmentTitle { paragraphs.append([]) }
            if block.element == .body {
                paragraphs[paragraphs.count - 1].append(block.text)
            }
        }
        return paragraphs.map(SectionLevels.init)
    }

    func rank(of shape: Label.Shape) -> Int? { ranks[shape] }

    func level(of shape: Label.Shape) -> Provision.Level {
        switch shape {
        case .part, .subpart: .part
        case .chapter: .chapter
        case .section: .section
        case .article: .article
        case .han: hasArticles && isBelowArticles(shape) ? .item : .heading
        case .hanBracketed: hasArticles ? .item : .heading
        case .arabic: hasArticles && isBelowArticles(.hanBracketed) ? .subitem : .item
        case .arabicBracketed, .circled: .subitem
        }
    }

    private func isBelowArticles(_ shape: Label.Shape) -> Bool {
        guard let rank = ranks[shape], let article = ranks[.article] else { return false }
        return rank > article
    }

    /// The stretches of heading and own text in a labelled paragraph.
    func splitHeading(_ text: MappedText, _ label: Label) -> (heading: Range<Int>?, text: Range<Int>?) {
        let scalars = text.scalars
        let start = label.end
        guard start < scalars.count else { return (nil, nil) }
        switch label.shape {
        case .part, .subpart, .chapter, .section: return (start..<scalars.count, nil)
        default: break
        }
        if let end = SectionLevels.headingEnd(scalars, label), headed.contains(label.shape) || label.shape == .han {
            return (start..<end, end < scalars.count ? end..<scalars.count : nil)
        }
        // 「一、总体要求」: a heading by itself.
        let level = level(of: label.shape)
        if level == .heading, SectionLevels.isBareHeading(scalars[start...]) { return (start..<scalars.count, nil) }
        return (nil, start..<scalars.count)
    }

    /// Where a heading that opens a paragraph ends: behind its first full stop, when it is short and more follows.
    static func headingEnd(_ text: [Unicode.Scalar], _ label: Label) -> Int? {
        var at = label.end
        while at < text.count, text[at].isBlank { at += 1 }
        let limit = min(text.count, at + 36)
        var commas = 0
        for index in at..<limit {
            switch text[index] {
            case "。":
                return index + 1 < text.count && index > at ? index + 1 : nil
            case "，", ",": commas += 1
            case "：", ":", "；", ";", "（", "(": return nil
            default: break
            }
            if commas > 1 { return nil }
        }
        return nil
    }

    private static func isBareHeading(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count <= 50 else { return false }
        let stops = text.dropLast().count { "。；：".unicodeScalars.contains($0) }
        return stops == 0 && text.last != "；" && text.last != "："
    }

    /// A label as it stands before its heading: 一、, （一）, 第一章.
    static func displayed(_ label: String?, _ level: Provision.Level) -> String {
        guard let label else { return "" }
        return level.isDivision ? label + " " : label
    }
}
