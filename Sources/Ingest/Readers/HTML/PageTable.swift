/// A table of a page: one of data, or one that only arranges the page.
struct PageTable {
    /// The cells of each row, spans filled in; nil for a table that arranges the page.
    private(set) var rows: [[GridCell]]?
    /// How many characters of its rows are links, on average.
    private(set) var linkCount = 0

    /// A cell of more characters, or of more paragraphs, is a place for text.
    private static let longestCell = 1200
    private static let mostParagraphs = 8

    init(_ index: Int, in tree: MarkupTree) {
        guard tree.descendants(of: index, named: "table").isEmpty else { return }
        let rowNodes = tree.descendants(of: index, named: "tr")
        var cells: [[SpanGrid.Cell<[Unicode.Scalar]>]] = []
        for row in rowNodes {
            var line: [SpanGrid.Cell<[Unicode.Scalar]>] = []
            for cell in tree[row].children where tree[cell].name == "td" || tree[cell].name == "th" {
                let text = Self.text(of: cell, in: tree)
                guard text.count <= Self.longestCell,
                    tree.descendants(of: cell, named: "p").count <= Self.mostParagraphs
                else { return }
                line.append(
                    SpanGrid.Cell(
                        value: text, rowSpan: Self.number(tree[cell].attributes["rowspan"]),
                        columnSpan: Self.number(tree[cell].attributes["colspan"])))
            }
            if !line.isEmpty { cells.append(line) }
        }
        guard cells.contains(where: { $0.count > 1 }),
            cells.count > 1 || cells.contains(where: { Self.isDefinition($0) })
        else { return }
        let links = tree.descendants(of: index, named: "a").reduce(0) { $0 + tree.text(of: $1).unicodeScalars.count }
        linkCount = links / max(1, cells.count)
        rows = SpanGrid.filled(cells, empty: []).map { row in
            row.map {
                GridCell(text: $0.value, continuesAbove: $0.continuesAbove, continuesBefore: $0.continuesBefore)
            }
        }
    }

    /// 「发文字号：某政发〔2020〕1号」 of each pair of cells, for a row that defines fields of the page; nil for any other.
    func fields(of row: [[Unicode.Scalar]]) -> [[Unicode.Scalar]]? {
        guard row.count >= 2 else { return nil }
        var fields: [[Unicode.Scalar]] = []
        var at = 0
        while at < row.count {
            if SitePage.isFieldName(row[at]), at + 1 < row.count {
                let name = row[at].filter { !$0.isBlank && $0 != "：" && $0 != ":" }
                fields.append(name + ["："] + (row[at + 1] == row[at] ? [] : row[at + 1]))
                at += 2
                // A value that spans columns is repeated in each.
                while at < row.count, row[at] == row[at - 1], !SitePage.isFieldName(row[at]) { at += 1 }
            } else if row[at].isEmpty {
                at += 1
            } else {
                return nil
            }
        }
        return fields.isEmpty ? nil : fields
    }

    private static func isDefinition(_ row: [SpanGrid.Cell<[Unicode.Scalar]>]) -> Bool {
        row.count >= 2 && SitePage.isFieldName(row[0].value)
    }

    private static func number(_ text: String?) -> Int { text.flatMap { Int($0.filter(\.isNumber)) } ?? 1 }

    /// The text of a cell on one line.
    private static func text(of cell: Int, in tree: MarkupTree) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var stack = Array(tree[cell].children.reversed())
        while let next = stack.popLast() {
            let node = tree[next]
            if node.isText {
                for scalar in PageText.unescaped(node.text) {
                    let isSpace = scalar.isBlank || scalar == "\u{2029}"
                    if isSpace, text.last?.isBlank ?? true { continue }
                    text.append(isSpace ? " " : scalar)
                }
            } else if node.name == "br" || node.name == "p" || node.name == "div", text.last?.isBlank == false {
                text.append(" ")
            }
            if node.name != "script", node.name != "style" { stack += node.children.reversed() }
        }
        while text.last?.isBlank == true { text.removeLast() }
        return text.withoutBlanksBetweenHan
    }
}

extension [Unicode.Scalar] {
    /// The text without blanks that stand between two Han characters; of a list of names they stay.
    fileprivate var withoutBlanksBetweenHan: [Unicode.Scalar] {
        guard count(where: \.isBlank) > 0 else { return self }
        let words = split(whereSeparator: \.isBlank)
        // 「市财政局 市教育局」 are two names, 「姓 名」 is one word.
        guard words.allSatisfy({ $0.count <= 1 }) else { return self }
        return words.flatMap { $0 }
    }
}
