/// The setting that a page gives the text of an element, as attributes and styles inside of the page tell it.
///
/// Style sheets are not asked: sites write the setting of a document's own paragraphs into these.
struct PageStyle: Sendable {
    var headingLevel: Int?
    var alignment: LineStyle.Alignment?
    /// In em.
    var indent: Double?
    /// The size of the type in pixels.
    var size: Double?
    var isBold = false
    /// How many lists lie around.
    var listDepth = 0
    var isItem = false
    /// Whether line ends of the source are line ends of the text.
    var keepsLineEnds = false

    /// Returns the setting inside of an element.
    func inside(_ node: MarkupTree.Node) -> PageStyle {
        var style = self
        switch node.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": style.headingLevel = Int(node.name.dropFirst())
        case "center": style.alignment = .centred
        case "b", "strong": style.isBold = true
        case "pre", "listing": style.keepsLineEnds = true
        case "ul", "ol": style.listDepth += 1
        case "li": style.isItem = true
        default: break
        }
        guard !node.attributes.isEmpty else { return style }
        if let value = node.attributes["align"] { style.alignment = Self.alignment(value) ?? style.alignment }
        if let text = node.attributes["style"] { style.read(text) }
        return style
    }

    private mutating func read(_ text: String) {
        for declaration in text.lowercased().split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = String(parts[1]).trimmingXMLSpace
            switch String(parts[0]).trimmingXMLSpace {
            case "text-align": alignment = Self.alignment(value) ?? alignment
            case "text-indent":
                indent = Self.length(value, em: size ?? Self.standard).map { $0 / (size ?? Self.standard) }
            case "font-size": size = Self.length(value, em: size ?? Self.standard).flatMap { $0 > 1 ? $0 : nil } ?? size
            case "font-weight": isBold = value.hasPrefix("bold") || (Int(value.prefix(4)) ?? 0) >= 600
            case "white-space": keepsLineEnds = value.hasPrefix("pre")
            default: continue
            }
        }
    }

    /// What browsers print text with that has no size, in pixels.
    private static let standard = 16.0

    private static func alignment(_ value: String) -> LineStyle.Alignment? {
        switch value.lowercased() {
        case "center": .centred
        case "right", "end": .right
        case "left", "start": .left
        case "justify": .justified
        default: nil
        }
    }

    /// Returns a length in pixels; nil where it has another unit.
    private static func length(_ value: String, em: Double) -> Double? {
        let number = value.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        guard let amount = Double(number), amount.isFinite, abs(amount) < 10_000 else { return nil }
        switch value.dropFirst(number.count).prefix(3) {
        case "px": return amount
        case "pt": return amount * 4 / 3
        case "em", "rem": return amount * em
        case "cm": return amount * 37.8
        case "mm": return amount * 3.78
        case "": return amount == 0 ? 0 : nil
        default: return nil
        }
    }
}

extension PageStyle {
    /// Returns the style of a line, without its size.
    ///
    /// - Parameters:
    ///   - linkShare: The share of its characters that are links.
    ///   - isBold: Whether all of its characters are bold.
    func line(linkShare: Double, isBold: Bool) -> LineStyle {
        LineStyle(
            headingLevel: headingLevel, alignment: alignment, indent: indent, isBold: isBold,
            listLevel: isItem ? max(0, listDepth - 1) : nil, linkShare: linkShare)
    }
}
