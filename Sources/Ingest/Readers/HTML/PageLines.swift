/// The lines that a page shows, in document order: one for each paragraph, line break and table row.
struct PageLines {
    struct Line {
        var scalars: [Unicode.Scalar]
        /// The innermost element that holds all of it.
        var node: Int
        /// How many of its characters are links.
        var linkCount: Int
        /// How it is set, but for the size of its type.
        var style = LineStyle()
        /// The size of its type in pixels; nil where nothing tells it.
        var size: Double?
        /// The row of a table that it is.
        var row: Row?
        /// Whether it links to a file that can be taken down: a link to an attachment is content.
        var hasFile: Bool { style.file != nil }

        /// Whether it is a heading of the page or of its largest parts.
        var isHeading: Bool { style.headingLevel.map { $0 <= 3 } ?? false }
        var isRow: Bool { row != nil }
    }

    /// A row of a table of data.
    struct Row {
        /// The element of the table.
        var table: Int
        var cells: [GridCell]
    }

    private(set) var lines: [Line] = []
    /// The text of the title element.
    private(set) var title: [Unicode.Scalar] = []
    private(set) var metadata = PageMetadata()

    private let tree: MarkupTree
    private var current: [Unicode.Scalar] = []
    /// How many characters of the open line are no blanks, and how many of these are links, and bold.
    private var inkCount = 0
    private var linkCount = 0
    private var boldCount = 0
    private var pendingSpace = false
    private var pendingBreak = false
    private var linkDepth = 0
    /// The setting of the element that is walked, and that of the first character of the open line.
    private var style = PageStyle()
    private var lineStyle = PageStyle()
    /// The address of the file that the open line links to.
    private var lineFile: String?

    init(_ tree: MarkupTree) {
        self.tree = tree
        guard !tree.nodes.isEmpty else { return }
        walk(0, within: 0)
        flush(0)
    }

    // MARK: Walking

    /// Elements that show nothing, or nothing that is read.
    private static let unseen: Set<String> = [
        "script", "style", "noscript", "template", "object", "iframe", "svg", "math", "button", "select", "textarea",
        "input", "audio", "video", "canvas", "map", "link", "meta", "base", "applet", "embed",
    ]

    private static let inline: Set<String> = [
        "a", "span", "font", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "big", "label", "abbr", "code",
        "tt", "del", "ins", "mark", "q", "cite", "ruby", "rb", "rt", "rp", "bdo", "kbd", "var", "samp", "dfn", "time",
        "nobr", "wbr", "o", "img", "st1", "data",
    ]

    /// Nesting is bounded by the parser, and so is the recursion.
    private mutating func walk(_ index: Int, within block: Int) {
        let node = tree[index]
        if node.isText {
            append(node.text, within: block)
            return
        }
        if node.name == "meta" { metadata.read(node) }
        if Self.unseen.contains(node.name) || isHidden(node) { return }
        switch node.name {
        case "head":
            if let titleNode = tree.child(of: index, named: "title") {
                title = Array(tree.text(of: titleNode).unicodeScalars).tidied
            }
            for child in tree.children(of: index, named: "meta") { metadata.read(tree[child]) }
            return
        case "title": return
        case "br", "hr":
            flush(block)
            return
        case "table":
            flush(block)
            let table = PageTable(index, in: tree)
            if let rows = table.rows {
                for row in rows { append(row, of: table, node: index) }
            } else {
                for child in node.children { walk(child, within: index) }
                flush(index)
            }
            return
        default: break
        }
        let isInline = Self.inline.contains(node.name)
        if !isInline { flush(block) }
        let outer = style
        style = style.inside(node)
        let file = node.name == "a" ? FileLink.address(node.attributes["href"]) : nil
        if let file { lineFile = lineFile ?? file }
        let isLink = node.name == "a" && file == nil
        if isLink { linkDepth += 1 }
        let before = lines.count
        for child in node.children { walk(child, within: isInline ? block : index) }
        if !isInline {
            let isBlank = node.name == "p" && current.allSatisfy(\.isBlank) && lines.count == before
            flush(index)
            if isBlank { lines.append(Line(scalars: [], node: index, linkCount: 0)) }
        }
        if isLink { linkDepth -= 1 }
        style = outer
    }

    /// Whether an element is not shown; that the whole page is hidden at first is undone by its scripts.
    private func isHidden(_ node: MarkupTree.Node) -> Bool {
        guard !node.attributes.isEmpty, node.name != "body", node.name != "html" else { return false }
        if node.attributes["hidden"] != nil { return true }
        guard let style = node.attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    // MARK: Text

    private mutating func append(_ text: String, within block: Int) {
        for scalar in PageText.unescaped(text) {
            switch scalar {
            case "\n" where style.keepsLineEnds: flush(block)
            case "\n", "\r", "\t", " ":
                pendingSpace = pendingSpace || !current.isEmpty
                pendingBreak = pendingBreak || scalar == "\n"
            case "\u{00A0}": put(" ")
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        // A line break in the source between two Han characters is no space of the text.
        if pendingSpace, let last = current.last, !(pendingBreak && last.isHan && scalar.isHan), !last.isBlank {
            current.append(" ")
        }
        pendingSpace = false
        pendingBreak = false
        if !scalar.isBlank {
            if inkCount == 0 { lineStyle = style }
            inkCount += 1
            if linkDepth > 0 { linkCount += 1 }
            if style.isBold { boldCount += 1 }
        }
        current.append(scalar)
    }

    private mutating func flush(_ node: Int) {
        defer {
            current = []
            linkCount = 0
            boldCount = 0
            inkCount = 0
            lineFile = nil
            pendingSpace = false
            pendingBreak = false
        }
        guard inkCount > 0 else { return }
        let parts = PageText.paragraphs(current)
        let links = parts.count == 1 ? linkCount : 0
        var style = lineStyle.line(linkShare: Double(links) / Double(inkCount), isBold: boldCount == inkCount)
        style.file = lineFile
        for part in parts {
            lines.append(Line(scalars: part, node: node, linkCount: links, style: style, size: lineStyle.size))
        }
    }

    private mutating func append(_ row: [GridCell], of table: PageTable, node: Int) {
        if let fields = table.fields(of: row.map(\.text)) {
            for field in fields { lines.append(Line(scalars: field, node: node, linkCount: 0)) }
            return
        }
        guard row.contains(where: { !$0.text.isEmpty }) else { return }
        let scalars = Array(row.map(\.text).joined(separator: ["\t"]))
        let ink = max(1, scalars.count { !$0.isBlank })
        let style = LineStyle(linkShare: min(1, Double(table.linkCount) / Double(ink)))
        lines.append(
            Line(
                scalars: scalars, node: node, linkCount: table.linkCount, style: style,
                row: Row(table: node, cells: row)))
    }
}
