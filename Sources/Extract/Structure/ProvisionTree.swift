import Ingest

/// Builds the tree of a document's provisions, and the list of passages that the grammars read.
///
/// Which level a label has is learned in each section (the cover, each attachment) by itself: shapes rank in the order
/// in which they first appear, 编 章 节 条 before all others. Where there are articles, 「（一）」 is 项 and 「1.」 is 目;
/// elsewhere 「一、」 and 「（一）」 are headings, 「1.」 items, 「（1）」 subitems.
struct ProvisionTree {
    private(set) var roots: [Provision] = []
    private(set) var passages: [Passage] = []
    /// The tables, in order, with the ids of their provisions.
    private(set) var tables: [(block: Block, provision: String, section: Int)] = []

    private let documentID: String
    private var used: Set<ByteKey> = []
    private var stack: [Node] = []
    private var levels: SectionLevels
    private var section = 0
    private var sectionTitle: String?
    private var pendingLabel: MappedText?
    /// The number of the last article.
    private var lastArticle: Int?

    /// An open node of the tree.
    private struct Node {
        var provision: Provision
        var rank: Int
        var passage: Int?
        var paragraphs = 0
        var tables = 0
    }

    init(_ document: Document, id: String) {
        documentID = id
        let sections = SectionLevels.sections(of: document.blocks)
        levels = sections.first ?? SectionLevels([])
        for block in document.blocks {
            switch block.element {
            case .attachmentLabel:
                pendingLabel = block.text
            case .attachmentTitle:
                section += 1
                if sections.indices.contains(section) { levels = sections[section] }
                open(title: block)
            case .body: add(block.text)
            case .attachmentNote:
                if let span = block.text.span { addParagraph(block.text, span) }
            case .table: add(table: block)
            default: break
            }
        }
        close(to: 0)
    }

    // MARK: Sections

    private mutating func open(title block: Block) {
        close(to: 0)
        lastArticle = nil
        let label = pendingLabel
        pendingLabel = nil
        sectionTitle = block.text.printed.tidied.string
        var text = label ?? MappedText()
        text.append(block.text)
        guard let span = text.span else { return }
        let provision = Provision(
            id: unique("\(documentID)/att\(section)"), level: .heading, depth: 1,
            label: label.map { $0.printed.tidied.string },
            number: label.flatMap { Numeral.value(of: $0.scalars.tidied.filter { $0 != "附" && $0 != "件" }) },
            heading: sectionTitle, span: SpanRecord(span))
        stack = [Node(provision: provision, rank: -1)]
    }

    // MARK: Paragraphs

    private mutating func add(_ text: MappedText) {
        guard let span = text.span else { return }
        guard let label = Label.scan(text.scalars), let rank = levels.rank(of: label.shape), opens(label, text) else {
            addParagraph(text, span)
            return
        }
        if label.shape == .article { lastArticle = label.number }
        while let last = stack.last, last.rank >= rank { close(to: stack.count - 1) }
        let level = levels.level(of: label.shape)
        let split = levels.splitHeading(text, label)
        let provision = Provision(
            id: unique(path(for: label, level)), level: level, depth: stack.count + 1,
            label: text.printed[..<label.end].filter { !$0.isBlank }.string,
            number: label.number, heading: split.heading.map { text.string($0).trimmedBlanks },
            text: split.text.map { text.string($0).trimmedBlanks } ?? "", span: SpanRecord(span))
        stack.append(Node(provision: provision, rank: rank, passage: passages.count))
        appendPassage(text, label, provision.id, owner: passages.count)
    }

    /// Whether a label opens a provision; one of an article may be a reference with which a paragraph begins.
    private func opens(_ label: Label, _ text: MappedText) -> Bool {
        label.shape != .article || levels.articles.opens(label, in: text.scalars, behind: lastArticle)
    }

    private mutating func addParagraph(_ text: MappedText, _ span: SourceSpan) {
        // Below the 项 of an article a paragraph without a label is the article's next 款.
        if let article = stack.lastIndex(where: { $0.provision.level == .article }) { close(to: article + 1) }
        let owner = stack.lastIndex { $0.passage != nil }.flatMap { stack[$0].passage }
        let depth = stack.count + 1
        if stack.isEmpty { stack.append(rootNode(span)) }
        let top = stack.count - 1
        if isArticleHeading(text, stack[top]) {
            stack[top].provision.heading = text.string.trimmedBlanks
            return
        }
        stack[top].paragraphs += 1
        // An article's own text is its first 款.
        let isArticle = stack[top].provision.level == .article
        let number = stack[top].paragraphs + (isArticle ? 1 : 0)
        let parent = stack[top].rank == Int.min ? "\(documentID)/s\(section)" : stack[top].provision.id
        let provision = Provision(
            id: unique("\(parent)/p\(number)"), level: .paragraph, depth: depth, number: isArticle ? number : nil,
            text: text.string.trimmedBlanks, span: SpanRecord(span))
        stack[top].provision.children.append(provision)
        appendPassage(text, nil, provision.id, owner: owner)
    }

    /// 「第一條」 alone on its line, with its heading on the next.
    private func isArticleHeading(_ text: MappedText, _ node: Node) -> Bool {
        guard node.provision.level == .article, node.provision.text.isEmpty, node.provision.heading == nil,
            node.provision.children.isEmpty, text.count <= 30, !isDeletion(text)
        else { return false }
        return !text.scalars.contains { "。；：，".unicodeScalars.contains($0) }
    }

    /// 「（删除）」 in the place of an article's text.
    private func isDeletion(_ text: MappedText) -> Bool {
        let inner = text.scalars.filter { !$0.isBlank && !"（）()".unicodeScalars.contains($0) }
        return inner.elementsEqual("删除".unicodeScalars)
    }

    /// Collects paragraphs that stand above the first label of a cover.
    private func rootNode(_ span: SourceSpan) -> Node {
        Node(
            provision: Provision(id: "", level: .paragraph, depth: 0, span: SpanRecord(span)), rank: Int.min,
            passage: nil)
    }

    private mutating func add(table block: Block) {
        guard let span = block.span else { return }
        if stack.isEmpty { stack.append(rootNode(span)) }
        let top = stack.count - 1
        stack[top].tables += 1
        let parent = stack[top].rank == Int.min ? "\(documentID)/s\(section)" : stack[top].provision.id
        let text = block.rows.map { row in row.map(\.string).joined(separator: "\t") }.joined(separator: "\n")
        let provision = Provision(
            id: unique("\(parent)/t\(stack[top].tables)"), level: .table, depth: stack.count + 1, text: text,
            span: SpanRecord(span))
        stack[top].provision.children.append(provision)
        tables.append((block, provision.id, section))
    }

    private mutating func appendPassage(_ text: MappedText, _ label: Label?, _ id: String, owner: Int?) {
        var path: [String] = []
        for node in stack.dropLast(label == nil ? 0 : 1) where node.rank >= 0 || node.provision.heading != nil {
            let heading = node.provision.heading ?? ""
            guard node.provision.level == .heading || node.provision.level.isDivision, !heading.isEmpty else {
                continue
            }
            guard node.rank >= 0 else { continue }
            path.append(SectionLevels.displayed(node.provision.label, node.provision.level) + heading)
        }
        passages.append(
            Passage(
                provision: id, text: text, label: label, bodyStart: label?.end ?? 0, path: path, section: section,
                owner: owner))
    }

    // MARK: Closing

    private mutating func close(to depth: Int) {
        while stack.count > depth {
            let node = stack.removeLast()
            if node.rank == Int.min {
                roots += node.provision.children
                continue
            }
            var provision = node.provision
            if let end = provision.children.last?.span.end, end.line >= provision.span.end.line {
                provision.span.end = end
            }
            if stack.isEmpty {
                roots.append(provision)
            } else {
                stack[stack.count - 1].provision.children.append(provision)
            }
        }
    }

    // MARK: Ids

    private func path(for label: Label, _ level: Provision.Level) -> String {
        let suffix = label.inserted > 0 ? "\(label.number)-\(label.inserted)" : "\(label.number)"
        let base = section == 0 ? documentID : "\(documentID)/att\(section)"
        switch level {
        case .part: return "\(base)/part\(suffix)"
        case .article: return "\(base)/art\(suffix)"
        case .chapter, .section:
            let parent = stack.last { $0.provision.level.isDivision }?.provision.id ?? base
            return "\(parent)/\(level == .chapter ? "ch" : "sec")\(suffix)"
        default:
            let parent = stack.last { $0.rank >= 0 }?.provision.id ?? base
            return "\(parent)/\(level.prefix)\(suffix)"
        }
    }

    private mutating func unique(_ id: String) -> String {
        var candidate = id
        var count = 1
        while !used.insert(ByteKey(candidate)).inserted {
            count += 1
            candidate = "\(id)~\(count)"
        }
        return candidate
    }
}

extension Provision.Level {
    /// 编 章 节.
    var isDivision: Bool { self == .part || self == .chapter || self == .section }

    /// What stands for the level in ids.
    var prefix: String {
        switch self {
        case .part: "part"
        case .chapter: "ch"
        case .section: "sec"
        case .article: "art"
        case .heading: "h"
        case .paragraph: "p"
        case .item: "i"
        case .subitem: "si"
        case .table: "t"
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmedBlanks: String {
        let scalars = Array(unicodeScalars)
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return first == 0 && last == scalars.count - 1 ? self : scalars[first...last].string
    }
}
