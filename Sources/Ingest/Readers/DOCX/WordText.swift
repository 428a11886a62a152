/// The lines of the text of a Word document: paragraphs with their numbers, and table rows.
struct WordText {
    private(set) var lines: [(scalars: [Unicode.Scalar], page: Int)] = []
    private(set) var page = 1
    /// Whether the document tells where its pages end.
    private(set) var hasPages = false

    private let tree: MarkupTree
    private let styles: WordStyles
    private var numbering: WordNumbering

    init(_ tree: MarkupTree, styles: WordStyles, numbering: WordNumbering) {
        self.tree = tree
        self.styles = styles
        self.numbering = numbering
        guard let body = tree.child(of: 0, named: "body") else { return }
        for child in tree[body].children { readBlock(child) }
    }

    // MARK: Blocks

    /// Nesting is bounded by the parser, and so is the recursion.
    private mutating func readBlock(_ node: Int) {
        switch tree[node].name {
        case "p": readParagraph(node)
        case "tbl": readTable(node)
        case "del", "moveFrom", "sectPr": return
        case "AlternateContent":
            if let choice = tree[node].children.first(where: { !tree[$0].isText }) {
                for child in tree[choice].children { readBlock(child) }
            }
        default: for child in tree[node].children { readBlock(child) }
        }
    }

    private mutating func readParagraph(_ node: Int) {
        let start = page
        let label = label(of: node)
        var run = WordRun(tree)
        run.read(node)
        if run.breaksBefore || pageBreakBefore(node) { turnPage() }
        for (index, line) in run.lines.enumerated() {
            var scalars = index == 0 ? indent(of: node, line) + Array(label.unicodeScalars) + line : line
            if scalars.allSatisfy(\.isBlank) { scalars = [] }
            lines.append((scalars, max(start, page)))
            for _ in 0..<run.pageBreaks(behind: index) { turnPage() }
        }
        for box in run.boxes { for child in tree[box].children { readBlock(child) } }
    }

    private mutating func turnPage() {
        hasPages = true
        page += 1
    }

    private func pageBreakBefore(_ node: Int) -> Bool {
        guard let properties = tree.child(of: node, named: "pPr"),
            let mark = tree.child(of: properties, named: "pageBreakBefore")
        else { return false }
        return tree[mark].attributes["val"] != "0" && tree[mark].attributes["val"] != "false" && !lines.isEmpty
    }

    /// Two full-width blanks for a first line that is set in, where the text has none of its own.
    private func indent(of node: Int, _ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.first?.isBlank == false, let properties = tree.child(of: node, named: "pPr"),
            let indent = tree.child(of: properties, named: "ind")
        else { return [] }
        let attributes = tree[indent].attributes
        let length = max(Int(attributes["firstLineChars"] ?? "") ?? 0, (Int(attributes["firstLine"] ?? "") ?? 0) / 2)
        return length >= 100 ? ["\u{3000}", "\u{3000}"] : []
    }

    private mutating func label(of node: Int) -> String {
        let properties = tree.child(of: node, named: "pPr")
        let style = properties.flatMap { tree.child(of: $0, named: "pStyle") }.flatMap { tree[$0].attributes["val"] }
        let own = properties.map { WordStyles.numbering(of: $0, in: tree) }
        if let list = own?.list {
            return list == "0" ? "" : numbering.label(list: list, level: own?.level ?? 0)
        }
        guard let inherited = styles.numbering(of: style, numbering) else { return "" }
        return numbering.label(list: inherited.list, level: own?.level ?? inherited.level)
    }

    // MARK: Tables

    private mutating func readTable(_ node: Int) {
        var above: [Int: [Unicode.Scalar]] = [:]
        var rows: [[[Unicode.Scalar]]] = []
        var cellNodes: [Int] = []
        for row in rowNodes(of: node) {
            var cells: [[Unicode.Scalar]] = []
            let properties = tree.child(of: row, named: "trPr")
            if let properties, tree.child(of: properties, named: "del") != nil { continue }
            let before =
                properties.flatMap { tree.child(of: $0, named: "gridBefore") }
                .flatMap { tree[$0].attributes["val"] }.flatMap(Int.init) ?? 0
            cells += Array(repeating: [], count: min(before, 60))
            for cell in elements(of: row, named: "tc") {
                cellNodes.append(cell)
                let (span, isContinued) = merging(of: cell)
                let text = isContinued ? above[cells.count] ?? [] : cellText(cell)
                for _ in 0..<min(max(1, span), 60) {
                    above[cells.count] = text
                    cells.append(text)
                }
            }
            rows.append(cells)
        }
        let width = rows.map(\.count).max() ?? 0
        // A table of one cell is a frame around text.
        if cellNodes.count == 1, let cell = cellNodes.first {
            for child in tree[cell].children { readBlock(child) }
            return
        }
        for row in rows where width > 0 {
            let full = row + Array(repeating: [], count: width - row.count)
            lines.append((Array(full.joined(separator: ["\t"])), page))
        }
    }

    private func rowNodes(of table: Int) -> [Int] { elements(of: table, named: "tr") }

    /// The children of a name, also those in content controls.
    private func elements(of node: Int, named name: String) -> [Int] {
        tree[node].children.flatMap { child -> [Int] in
            switch tree[child].name {
            case name: [child]
            case "sdt", "sdtContent", "ins", "customXml", "smartTag": elements(of: child, named: name)
            default: []
            }
        }
    }

    private func merging(of cell: Int) -> (span: Int, isContinued: Bool) {
        guard let properties = tree.child(of: cell, named: "tcPr") else { return (1, false) }
        let span =
            tree.child(of: properties, named: "gridSpan").flatMap { tree[$0].attributes["val"] }
            .flatMap(Int.init) ?? 1
        let merge = tree.child(of: properties, named: "vMerge").map { tree[$0].attributes["val"] ?? "continue" }
        return (span, merge == "continue")
    }

    /// The text of a cell on one line; paragraphs stand apart by a blank.
    private mutating func cellText(_ cell: Int) -> [Unicode.Scalar] {
        var parts: [[Unicode.Scalar]] = []
        for paragraph in tree.descendants(of: cell, named: "p") {
            var run = WordRun(tree)
            run.read(paragraph)
            let text = Array(label(of: paragraph).unicodeScalars) + run.lines.joined(separator: [" "])
            let trimmed = text.map { $0 == "\t" ? " " : $0 }
            if trimmed.contains(where: { !$0.isBlank }) { parts.append(trimmed) }
        }
        return Array(parts.joined(separator: [" "]))
    }
}
