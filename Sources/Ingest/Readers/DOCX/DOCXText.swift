/// Makes lines of the body of a word-processing document: each paragraph one, parted at its line breaks, and each row of a
/// table one.
///
/// It gives what a reader of the final version sees: insertions, the results of fields, numbers of lists, text boxes
/// behind the paragraph that they hang on, notes at the end. Deletions, instructions of fields, hidden text and
/// placeholders are left out. Headers and footers are parts of their own and are not read: they repeat on each page and
/// belong to no document; but for the header of the first page, which has the number of the copy, the secrecy and the
/// urgency of a document.
struct DOCXText {
    /// Where a field (`w:fldChar`) stands: its instruction is never printed.
    enum FieldPart { case instruction, result }

    /// A note that the text refers to.
    struct Note {
        var isEndnote: Bool
        var id: String
        var page: Int
    }

    /// The paragraph that stands open.
    struct Paragraph {
        var lines: [FlowLine]
        /// Whether its last line has more than blanks.
        var hasText = false
        /// The lines of text boxes that hang on it.
        var boxes: [FlowLine] = []
        /// The sizes of its characters that are no blanks, in half points, and how many have each.
        var sizes: [Double: Int] = [:]
        var inkCount = 0
        var boldCount = 0
    }

    let package: DOCXPackage
    /// How deep documents may lie in each other as chunks.
    let depth: Int
    let styles: DOCXStyles
    private var numbering: DOCXNumbering
    /// Whether the file keeps where pages ended when it was last laid out; then breaks that were set count among these.
    let isLaidOut: Bool
    var page = 1
    /// How many tables were met.
    var tableCount = 0
    var fields: [FieldPart] = []
    var notes: [Note] = []
    var paragraph = Paragraph(lines: [])
    /// The last line of a paragraph whose end was deleted: the next goes on with it.
    private var carried: [Unicode.Scalar] = []

    /// The setting of the run that is read.
    var run = DOCXStyles.Setting()
    /// Why the first chunk that can't be read can't.
    var damage: IngestError?

    init(_ package: DOCXPackage, depth: Int = 3) {
        self.package = package
        self.depth = depth
        styles = DOCXStyles(package.styles)
        numbering = DOCXNumbering(package.numbering, styles: styles)
        isLaidOut = package.document.contains("lastRenderedPageBreak")
    }

    /// The lines of the document, and the number of its pages where it tells any page breaks.
    mutating func read() -> (lines: [FlowLine], pageCount: Int?) {
        var lines = header() + blocks(package.document)
        LetterheadBoxes.join(&lines)
        let pageCount = page > 1 || isLaidOut ? page : nil
        let notes = notes
        if !notes.isEmpty { lines.append(FlowLine(scalars: [], page: page)) }
        let footnotes = Self.notes(package.footnotes)
        let endnotes = Self.notes(package.endnotes)
        for (index, note) in notes.enumerated() {
            guard let element = (note.isEndnote ? endnotes : footnotes)[note.id] else { continue }
            var found = blocks(element)
            for at in found.indices { found[at].page = note.page }
            if !found.isEmpty { found[0].scalars = Array("[\(index + 1)] ".unicodeScalars) + found[0].scalars.trimmed }
            lines += found
        }
        return (lines, pageCount)
    }

    /// The notes of a part by their identifiers.
    private static func notes(_ root: MarkupElement?) -> [String: MarkupElement] {
        let notes = (root?.elements ?? []).compactMap { note in note["id"].map { ($0, note) } }
        return Dictionary(notes) { first, _ in first }
    }

    // MARK: Blocks

    /// The lines of paragraphs and tables inside an element.
    mutating func blocks(_ parent: MarkupElement) -> [FlowLine] {
        var lines: [FlowLine] = []
        for element in parent.elements {
            switch element.name {
            case "p": lines += paragraph(element)
            case "tbl": lines += table(element)
            case "altChunk": lines += chunk(element)
            case "sdt":
                if !isPlaceholder(element), let content = element.first("sdtContent") { lines += blocks(content) }
            case "AlternateContent": if let choice = alternative(element) { lines += blocks(choice) }
            case "del", "moveFrom", "sectPr", "sdtPr", "tcPr", "pPr": continue
            default: lines += blocks(element)
            }
        }
        if !carried.isEmpty {
            lines.append(FlowLine(scalars: carried, page: page))
            carried = []
        }
        return lines
    }

    private mutating func paragraph(_ element: MarkupElement) -> [FlowLine] {
        let properties = element.first("pPr")
        if !isLaidOut, properties?.first("pageBreakBefore").map({ $0.isOn("val", otherwise: true) }) ?? false {
            page += 1
        }
        let outer = paragraph
        let prefix = number(properties)
        let setting = setting(of: properties)
        let outerRun = run
        run = setting
        paragraph = Paragraph(
            lines: [FlowLine(scalars: carried, page: page)], hasText: carried.contains { !$0.isBlank })
        let goesOn = !carried.isEmpty
        carried = []
        inlines(element, font: nil)
        // Instructions stay within a paragraph; one that is never closed must not swallow the text.
        fields.removeAll { $0 == .instruction }
        var lines = paragraph.lines
        let boxes = paragraph.boxes
        let style = style(of: paragraph, setting, properties)
        for index in lines.indices { lines[index].style = style }
        paragraph = outer
        run = outerRun
        if !goesOn, let first = lines.firstIndex(where: { !$0.scalars.allSatisfy(\.isBlank) }) {
            let indent = lines[first].scalars[0].isBlank ? [] : Self.indent(properties)
            lines[first].scalars = indent + Array(prefix.unicodeScalars) + lines[first].scalars
        }
        if properties?.first("rPr")?.first("del") != nil, let last = lines.popLast() { carried = last.scalars }
        if !isLaidOut, let section = properties?.first("sectPr"), section.first("type")?["val"] ?? "" != "continuous" {
            page += 1
        }
        return lines + boxes
    }

    /// What is printed before a paragraph as its number.
    private mutating func number(_ properties: MarkupElement?) -> String {
        // Word 2003 writes down what is printed.
        if let text = properties?.first("listPr")?.first("t")?["val"] { return text }
        let style = properties?.first("pStyle")?["val"] ?? styles.standard
        let own = properties?.first("numPr").map(DOCXStyles.ListReference.init)
        let inherited = styles.reference(of: style)
        guard let list = own?.list ?? inherited.list, list > 0 else { return "" }
        var level = own?.level
        if level == nil, own?.list == nil, let style { level = numbering.level(ofStyle: style, in: list) }
        return numbering.next(list: list, level: level ?? inherited.level ?? 0)
    }

    /// Two full-width blanks for a first line that is set in, as print shows it.
    private static func indent(_ properties: MarkupElement?) -> [Unicode.Scalar] {
        guard let indent = properties?.first("ind") else { return [] }
        // In hundredths of a character, or in twentieths of a point: half a character of 10 points and more.
        let characters = indent["firstLineChars"].flatMap { Int($0) } ?? 0
        let length = indent["firstLine"].flatMap { Int($0) } ?? 0
        return characters >= 100 || length >= 200 ? ["\u{3000}", "\u{3000}"] : []
    }

    func isPlaceholder(_ control: MarkupElement) -> Bool {
        control.first("sdtPr")?.first("showingPlcHdr").map { $0.isOn("val", otherwise: true) } ?? false
    }

    /// The one form of content that is there in several: the new one, or what stands in for it.
    func alternative(_ element: MarkupElement) -> MarkupElement? {
        let choice = element.first("Choice")
        let hasText = choice.map { $0.contains("t") || $0.contains("txbxContent") || $0.contains("sym") } ?? false
        return hasText ? choice : element.first("Fallback") ?? choice
    }
}
