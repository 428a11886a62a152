/// The paragraph styles of a package: their lists, and how they set paragraphs.
struct DOCXStyles {
    /// A reference to a list: `w:numPr`.
    struct ListReference: Hashable {
        /// The list; 0 takes a style's number away.
        var list: Int?
        /// The level, from 0.
        var level: Int?
    }

    /// How a paragraph is set; what is nil is left to the style that it is based on.
    struct Setting {
        var outlineLevel: Int?
        var alignment: LineStyle.Alignment?
        /// The indent of the first line in em.
        var indent: Double?
        /// The size of its type in half points.
        var size: Double?
        var isBold: Bool?

        /// Takes what is not told from another setting.
        mutating func fill(_ other: Setting) {
            outlineLevel = outlineLevel ?? other.outlineLevel
            alignment = alignment ?? other.alignment
            indent = indent ?? other.indent
            size = size ?? other.size
            isBold = isBold ?? other.isBold
        }
    }

    private struct Style {
        var basedOn: String?
        var reference: ListReference?
        var setting: Setting
    }

    private var styles: [String: Style] = [:]
    private var defaults = Setting()
    /// The style of paragraphs that name none.
    private(set) var standard: String?

    /// - Parameter root: The root of `styles.xml`; nil where the package has none.
    init(_ root: MarkupElement?) {
        let common = root?.first("docDefaults")
        defaults = Setting(
            common?.first("pPrDefault")?.first("pPr"), common?.first("rPrDefault")?.first("rPr"))
        for element in root?.all("style") ?? [] {
            guard let id = element["styleId"] else { continue }
            let properties = element.first("pPr")
            styles[id] = Style(
                basedOn: element.first("basedOn")?["val"],
                reference: properties?.first("numPr").map(ListReference.init),
                setting: Setting(properties, element.first("rPr")))
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

    /// How a style sets its paragraphs, by itself or by a style that it is based on.
    func setting(of style: String?) -> Setting {
        var setting = Setting()
        for style in chain(style ?? standard) { setting.fill(style.setting) }
        setting.fill(defaults)
        return setting
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

extension DOCXStyles.Setting {
    /// What properties of a paragraph and of its runs tell.
    init(_ paragraph: MarkupElement?, _ run: MarkupElement?) {
        outlineLevel = paragraph?.first("outlineLvl")?.number
        switch paragraph?.first("jc")?["val"] {
        case "center": alignment = .centred
        case "right", "end": alignment = .right
        case "left", "start": alignment = .left
        case "both", "distribute": alignment = .justified
        default: break
        }
        if let indent = paragraph?.first("ind") {
            if let characters = indent["firstLineChars"].flatMap(Double.init), characters != 0 {
                self.indent = characters / 100
            } else if let length = indent["firstLine"].flatMap(Double.init), length != 0 {
                // In twentieths of a point, of which an em of running text has 320 where no size is told.
                let em = run?.first("sz")?["val"].flatMap(Double.init).map { $0 * 10 } ?? 320
                self.indent = em > 0 ? length / em : nil
            }
        }
        size = run?.first("sz")?["val"].flatMap(Double.init)
        isBold = run?.first("b").map { $0.isOn("val", otherwise: true) }
    }
}
