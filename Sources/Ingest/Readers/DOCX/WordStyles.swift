/// The paragraph styles of a Word document, as far as they number paragraphs.
struct WordStyles {
    private struct Style {
        var parent: String?
        var list: String?
        var level: Int?
    }

    private var styles: [String: Style] = [:]

    /// - Parameter tree: word/styles.xml; nil where the document has none.
    init(_ tree: MarkupTree?) {
        guard let tree, !tree.nodes.isEmpty else { return }
        for node in tree.children(of: 0, named: "style") {
            var style = Style()
            style.parent = tree.child(of: node, named: "basedOn").flatMap { tree[$0].attributes["val"] }
            if let properties = tree.child(of: node, named: "pPr") {
                (style.list, style.level) = Self.numbering(of: properties, in: tree)
            }
            styles[tree[node].attributes["styleId"] ?? ""] = style
        }
    }

    /// The list and level that paragraph properties name.
    static func numbering(of properties: Int, in tree: MarkupTree) -> (list: String?, level: Int?) {
        guard let node = tree.child(of: properties, named: "numPr") else { return (nil, nil) }
        let list = tree.child(of: node, named: "numId").flatMap { tree[$0].attributes["val"] }
        let level = tree.child(of: node, named: "ilvl").flatMap { tree[$0].attributes["val"] }.flatMap(Int.init)
        return (list, level)
    }

    /// The list and level that a style, or one that it is based on, gives its paragraphs.
    func numbering(of style: String?, _ numbering: WordNumbering) -> (list: String, level: Int)? {
        var name = style
        for _ in 0..<20 {
            guard let current = name, let found = styles[current] else { return nil }
            if let list = found.list {
                guard list != "0" else { return nil }
                return (list, numbering.level(ofStyle: current, in: list) ?? found.level ?? 0)
            }
            name = found.parent
        }
        return nil
    }
}
