/// The paragraph styles of a package, as far as they carry numbers.
struct DOCXStyles {
    /// A reference to a list: `w:numPr`.
    struct ListReference: Hashable {
        /// The list; 0 takes a style's number away.
        var list: Int?
        /// The level, from 0.
        var level: Int?
    }

    private struct Style {
        var basedOn: String?
        var reference: ListReference?
        var outlineLevel: Int?
    }

    private var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var standard: String?

    /// - Parameter root: The root of `styles.xml`; nil where the package has none.
    init(_ root: MarkupElement?) {
        for element in root?.all("style") ?? [] {
            guard let id = element["styleId"] else { continue }
            let properties = element.first("pPr")
            styles[id] = Style(
                basedOn: element.first("basedOn")?["val"],
                reference: properties?.first("numPr").map(ListReference.init),
                outlineLevel: properties?.first("outlineLvl")?.number)
            if element["type"] == "paragraph", element.isOn("default", otherwise: false) { standard = id }
        }
    }

    /// The list that a style's paragraphs belong to, by itself or by a style that it is based on.
    func reference(of style: String?) -> ListReference {
        var found = ListReference()
        for style in chain(style) {
            found.list = found.list ?? style.reference?.list
            found.level = found.level ?? style.reference?.level
        }
        return found
    }

    /// The styles from one to that on which all is based; a circle is cut, and so is what no person nests.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var seen: Set<String> = []
        var next = id
        while let id = next, chain.count < 50, seen.insert(id).inserted, let style = styles[id] {
            chain.append(style)
            next = style.basedOn
        }
        return chain
    }
}

extension DOCXStyles.ListReference {
    init(_ numPr: MarkupElement) {
        list = numPr.first("numId")?.number
        level = numPr.first("ilvl")?.number
    }
}
