/// How paragraphs are set.
extension DOCXText {
    /// The setting that a paragraph's properties and its style give it.
    func setting(of properties: MarkupElement?) -> DOCXStyles.Setting {
        var setting = DOCXStyles.Setting(properties, nil)
        setting.fill(styles.setting(of: properties?.first("pStyle")?["val"]))
        return setting
    }

    /// The style of a paragraph's lines; its size is in half points until the whole file is read.
    func style(
        of paragraph: Paragraph, _ setting: DOCXStyles.Setting, _ properties: MarkupElement?
    ) -> LineStyle {
        let size = paragraph.sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        // Level 9 is that of running text.
        let level = setting.outlineLevel.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
        return LineStyle(
            headingLevel: level, alignment: setting.alignment, indent: setting.indent, relativeSize: size,
            isBold: paragraph.inkCount > 0 && paragraph.boldCount == paragraph.inkCount,
            listLevel: properties?.first("numPr")?.first("ilvl")?.number)
    }

    /// Notes the size and weight of characters of the open paragraph.
    mutating func count(_ text: String) {
        let ink = text.unicodeScalars.count { !$0.isBlank }
        guard ink > 0 else { return }
        paragraph.inkCount += ink
        if run.isBold ?? false { paragraph.boldCount += ink }
        if let size = run.size { paragraph.sizes[size, default: 0] += ink }
    }
}

extension [FlowLine] {
    /// Turns sizes of type into shares of the one in which most characters are set.
    mutating func measureSizes() {
        var counts: [Double: Int] = [:]
        for line in self where line.row == nil {
            if let size = line.style?.relativeSize { counts[size, default: 0] += line.scalars.count }
        }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for index in indices {
            guard let size = self[index].style?.relativeSize else { continue }
            self[index].style?.relativeSize = usual.map { (size / $0 * 100).rounded() / 100 }
        }
    }
}
