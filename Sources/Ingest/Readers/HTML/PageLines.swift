/// The lines that a page shows, in document order: one for each paragraph, line break and table row.
struct PageLines {
    struct Line {
        var scalars: [Unicode.Scalar]
        /// The innermost element that holds all of it.
        var node: Int
        /// How many of its characters are links.
        var linkCount: Int
        /// Whether it is a heading (h1 to h3).
        var isHeading: Bool
        var isRow = false
    }

    private(set) var lines: [Line] = []
    /// The text of the title element.
    private(set) var title: [Unicode.Scalar] = []

    private let tree: MarkupTree
    private var current: [Unicode.Scalar] = []
    private var linkCount = 0
    private var pendingSpace = false
    private var headingDepth = 0
    private var linkDepth = 0

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
            append(node.text)
            return
        }
        if Self.unseen.contains(node.name) || isHidden(node) { return }
        switch node.name {
        case "head":
            if let titleNode = tree.child(of: index, named: "title") {
                title = Array(tree.text(of: titleNode).unicodeScalars).tidied
            }
            return
        case "title": return
        case "br", "hr":
            flush(block)
            return
        case "table":
            flush(block)
            let table = PageTable(index, in: tree)
            if let rows = table.rows {
                for row in rows { append(row: row, table: table, node: index) }
            } else {
                for child in node.children { walk(child, within: index) }
                flush(index)
            }
            return
        default: break
        }
        let isInline = Self.inline.contains(node.name)
        if !isInline { flush(block) }
        let isHeading = ["h1", "h2", "h3"].contains(node.name)
        if isHeading { headingDepth += 1 }
        if node.name == "a" { linkDepth += 1 }
        let before = lines.count
        for child in node.children { walk(child, within: isInline ? block : index) }
        if !isInline {
            let isBlank = node.name == "p" && current.allSatisfy(\.isBlank) && lines.count == before
            flush(index)
            if isBlank { lines.append(Line(scalars: [], node: index, linkCount: 0, isHeading: false)) }
        }
        if node.name == "a" { linkDepth -= 1 }
        if isHeading { headingDepth -= 1 }
    }

    private func isHidden(_ node: MarkupTree.Node) -> Bool {
        guard !node.attributes.isEmpty else { return false }
        if node.attributes["hidden"] != nil { return true }
        guard let style = node.attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    // MARK: Text

    private mutating func append(_ text: String) {
        for scalar in PageText.unescaped(text) {
            switch scalar {
            case "\n", "\r", "\t", " ":
                pendingSpace = pendingSpace || !current.isEmpty
            case "\u{00A0}": put(" ")
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        // A line break in the source between two Han characters is no space of the text.
        if pendingSpace, let last = current.last, !(last.isHan && scalar.isHan), !last.isBlank { current.append(" ") }
        pendingSpace = false
        current.append(scalar)
        if linkDepth > 0, !scalar.isBlank { linkCount += 1 }
    }

    private mutating func flush(_ node: Int) {
        defer {
            current = []
            linkCount = 0
            pendingSpace = false
        }
        guard current.contains(where: { !$0.isBlank }) else { return }
        let parts = PageText.paragraphs(current)
        for part in parts {
            lines.append(
                Line(
                    scalars: part, node: node, linkCount: parts.count == 1 ? linkCount : 0, isHeading: headingDepth > 0)
            )
        }
    }

    private mutating func append(row: [[Unicode.Scalar]], table: PageTable, node: Int) {
        if let fields = table.fields(of: row) {
            for field in fields { lines.append(Line(scalars: field, node: node, linkCount: 0, isHeading: false)) }
            return
        }
        guard row.contains(where: { !$0.isEmpty }) else { return }
        let scalars = Array(row.joined(separator: ["\t"]))
        lines.append(Line(scalars: scalars, node: node, linkCount: table.linkCount, isHeading: false, isRow: true))
    }
}
