/// What a page says of its document in meta elements, which sites of the government must carry: `ArticleTitle`, `PubDate`,
/// `ContentSource`.
struct PageMetadata {
    /// A meta element that says something of the document, as it stands in the page.
    struct Item {
        var name: String
        var value: [Unicode.Scalar]
        /// What it declares; nil where it only informs.
        var field: DeclaredField?
    }

    private(set) var items: [Item] = []

    /// The title that the page declares; empty where it declares none.
    var title: [Unicode.Scalar] { items.first { $0.field == .title }?.value ?? [] }

    private static let fields: [(name: String, field: DeclaredField?)] = [
        ("articletitle", .title), ("pubdate", nil), ("contentsource", nil),
    ]

    mutating func read(_ node: MarkupTree.Node) {
        guard let name = node.attributes["name"],
            let known = Self.fields.first(where: { $0.name == name.lowercased() }),
            let content = node.attributes["content"],
            !items.contains(where: { $0.name.lowercased() == name.lowercased() })
        else { return }
        let value = PageText.unescaped(content).map { $0.isBlank || $0 == "\u{2029}" ? " " : $0 }.trimmed
        guard !value.isEmpty, value.count <= 300 else { return }
        items.append(Item(name: name, value: value, field: known.field))
    }
}
