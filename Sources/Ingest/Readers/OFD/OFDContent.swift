/// Collects what the layers of a page place on it.
struct OFDContent {
    /// Composite graphic units by identifier.
    let units: [String: MarkupElement]
    private var shown = OFDDocument.Marks()
    /// Text that is printed without any colour: the text layer of scanned pages.
    private var transparent: [Glyph] = []

    /// How deep composite units may lie in each other, so that circles end.
    private static let deepest = 6
    /// More rules than any page of tables has.
    private static let mostRules = 20_000
    /// More glyphs than any page has.
    private static let mostGlyphs = 1_000_000

    init(units: [String: MarkupElement]) { self.units = units }

    /// What was collected; text without colour only where the page shows none.
    var marks: OFDDocument.Marks {
        guard shown.glyphs.isEmpty else { return shown }
        var marks = shown
        marks.glyphs = transparent
        return marks
    }

    /// Reads the layers of a page or of a template.
    mutating func read(_ page: MarkupElement) {
        for content in page.all("Content") {
            for layer in content.all("Layer") { read(block: layer, .identity, depth: 0) }
        }
    }

    /// Reads the objects of a layer or of a group in it.
    ///
    /// - Parameter outer: The map from the space of the group to the page.
    private mutating func read(block: MarkupElement, _ outer: OFDTransform, depth: Int) {
        for object in block.elements where !Self.isHidden(object) {
            switch object.name {
            case "TextObject": readText(object, outer)
            case "PathObject": readPath(object, outer)
            case "ImageObject": shown.hasImages = true
            case "PageBlock": read(block: object, outer, depth: depth)
            case "CompositeObject":
                guard depth < Self.deepest, let id = object["ResourceID"], let content = units[id]?.first("Content")
                else {
                    continue
                }
                read(block: content, OFDTransform(of: object).then(outer), depth: depth + 1)
            default: continue
            }
        }
    }

    private static func isHidden(_ object: MarkupElement) -> Bool { object["Visible"]?.lowercased() == "false" }

    // MARK: Text

    private mutating func readText(_ object: MarkupElement, _ outer: OFDTransform) {
        let map = OFDTransform(of: object).then(outer)
        guard let size = object["Size"].flatMap(Double.init), size > 0 else { return }
        let isFilled = object["Fill"]?.lowercased() != "false" && object["Alpha"].flatMap(Double.init) ?? 255 > 0
        let isStroked = object["Stroke"]?.lowercased() == "true"
        let run = OFDTextRun(size: size, horizontalScale: object["HScale"].flatMap(Double.init) ?? 1, map: map)
        let runsDown = ["90", "270"].contains(object["ReadDirection"] ?? "0")
        var start = (x: 0.0, y: 0.0)
        for code in object.all("TextCode") {
            // A place that is not told is that of the text before.
            start = (code["X"].flatMap(Double.init) ?? start.x, code["Y"].flatMap(Double.init) ?? start.y)
            let glyphs = run.glyphs(code, at: start, runsDown: runsDown)
            if isFilled || isStroked {
                guard shown.glyphs.count < Self.mostGlyphs else { return }
                shown.glyphs += glyphs
            } else if transparent.count < Self.mostGlyphs {
                transparent += glyphs
            }
        }
    }

    // MARK: Rules

    private mutating func readPath(_ object: MarkupElement, _ outer: OFDTransform) {
        guard let data = object.first("AbbreviatedData")?.text else { return }
        let isStroked = object["Stroke"]?.lowercased() != "false"
        let isFilled = object["Fill"]?.lowercased() == "true"
        guard isStroked || isFilled, shown.rules.count < Self.mostRules else { return }
        let path = OFDPath(data, OFDTransform(of: object).then(outer))
        // A surface without outline is a line only where it is thin: others are the shade of cells.
        guard isStroked || path.isThin else { return }
        shown.rules += path.rules.prefix(Self.mostRules - shown.rules.count)
    }
}
