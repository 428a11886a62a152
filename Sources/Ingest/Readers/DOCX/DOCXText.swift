/// Makes lines of the body of a word-processing document: each paragraph one, parted at its line breaks, and each row of a
/// table one.
///
/// It gives what a reader of the final version sees: insertions, the results of fields, numbers of lists, text boxes
/// behind the paragraph that they hang on, notes at the end. Deletions, instructions of fields, hidden text and
/// placeholders are left out. Headers and footers are parts of their own and are not read: they repeat on each page and
/// belong to no document.
struct DOCXText {
    struct Line: Equatable {
        var scalars: [Unicode.Scalar]
        var page: Int
    }

    /// Where a field (`w:fldChar`) stands: its instruction is never printed.
    private enum FieldPart { case instruction, result }

    /// A note that the text refers to.
    private struct Note {
        var isEndnote: Bool
        var id: String
        var page: Int
    }

    /// The paragraph that stands open.
    private struct Paragraph {
        var lines: [Line]
        /// The lines of text boxes that hang on it.
        var boxes: [Line] = []
    }

    private let package: DOCXPackage
    private let styles: DOCXStyles
    private var numbering: DOCXNumbering
    /// Whether the file keeps where pages ended when it was last laid out; then breaks that were set count among these.
    private let isLaidOut: Bool
    private var page = 1
    private var fields: [FieldPart] = []
    private var notes: [Note] = []
    private var paragraph = Paragraph(lines: [])
    /// The last line of a paragraph whose end was deleted: the next goes on with it.
    private var carried: [Unicode.Scalar] = []

    init(_ package: DOCXPackage) {
        self.package = package
        styles = DOCXStyles(package.styles)
        numbering = DOCXNumbering(package.numbering, styles: styles)
        isLaidOut = package.document.contains("lastRenderedPageBreak")
    }

    /// The lines of the document, and the number of its pages where it tells any page breaks.
    mutating func read() -> (lines: [Line], pageCount: Int?) {
        var lines = blocks(package.document)
        let pageCount = page > 1 || isLaidOut ? page : nil
        let notes = notes
        if !notes.isEmpty { lines.append(Line(scalars: [], page: page)) }
        for (index, note) in notes.enumerated() {
            let root = note.isEndnote ? package.endnotes : package.footnotes
            guard let element = root?.elements.first(where: { $0["id"] == note.id }) else { continue }
            var found = blocks(element)
            for at in found.indices { found[at].page = note.page }
            if !found.isEmpty { found[0].scalars = Array("[\(index + 1)] ".unicodeScalars) + found[0].scalars.trimmed }
            lines += found
        }
        return (lines, pageCount)
    }

    // MARK: Blocks

    /// The lines of paragraphs and tables inside an element.
    private mutating func blocks(_ parent: MarkupElement) -> [Line] {
        var lines: [Line] = []
        for element in parent.elements {
            switch element.name {
            case "p": lines += paragraph(element)
            case "tbl": lines += table(element)
            case "sdt":
                if !isPlaceholder(element), let content = element.first("sdtContent") { lines += blocks(content) }
            case "AlternateContent": if let choice = alternative(element) { lines += blocks(choice) }
            case "del", "moveFrom", "sectPr", "sdtPr", "tcPr", "pPr": continue
            default: lines += blocks(element)
            }
        }
        if !carried.isEmpty {
            lines.append(Line(scalars: carried, page: page))
            carried = []
        }
        return lines
    }

    private mutating func paragraph(_ element: MarkupElement) -> [Line] {
        let properties = element.first("pPr")
        if !isLaidOut, properties?.first("pageBreakBefore").map({ $0.isOn("val", otherwise: true) }) ?? false {
            page += 1
        }
        let outer = paragraph
        let prefix = number(properties)
        paragraph = Paragraph(lines: [Line(scalars: carried, page: page)])
        let goesOn = !carried.isEmpty
        carried = []
        inlines(element, font: nil)
        // Instructions stay within a paragraph; one that is never closed must not swallow the text.
        fields.removeAll { $0 == .instruction }
        var lines = paragraph.lines
        let boxes = paragraph.boxes
        paragraph = outer
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

    private func isPlaceholder(_ control: MarkupElement) -> Bool {
        control.first("sdtPr")?.first("showingPlcHdr").map { $0.isOn("val", otherwise: true) } ?? false
    }

    /// The one form of content that is there in several: the new one, or what stands in for it.
    private func alternative(_ element: MarkupElement) -> MarkupElement? {
        let choice = element.first("Choice")
        let hasText = choice.map { $0.contains("t") || $0.contains("txbxContent") || $0.contains("sym") } ?? false
        return hasText ? choice : element.first("Fallback") ?? choice
    }

    // MARK: Inside a paragraph

    private mutating func inlines(_ parent: MarkupElement, font: String?) {
        for element in parent.elements {
            switch element.name {
            case "r":
                let properties = element.first("rPr")
                if properties?.first("vanish").map({ $0.isOn("val", otherwise: true) }) ?? false {
                    // Marks of fields and pages count even where they are hidden.
                    for mark in element.elements where mark.name == "fldChar" || mark.name == "lastRenderedPageBreak" {
                        inline(mark, font: nil)
                    }
                    continue
                }
                let fonts = properties?.first("rFonts")
                inlines(element, font: fonts?["ascii"] ?? fonts?["hAnsi"])
            default: inline(element, font: font)
            }
        }
    }

    private mutating func inline(_ element: MarkupElement, font: String?) {
        switch element.name {
        case "pPr", "rPr", "sectPr", "sdtPr", "rubyPr", "rt", "instrText", "delText", "delInstrText", "del", "moveFrom":
            break
        case "t": append(element.isSpacePreserved ? element.text : element.text.trimmingXMLSpace, font: font)
        case "tab", "ptab": append("    ", font: nil)
        case "noBreakHyphen": append("-", font: nil)
        case "softHyphen": break
        case "cr": breakLine()
        case "br": lineBreak(element)
        case "lastRenderedPageBreak": page += 1
        case "sym": symbol(element)
        case "fldChar": field(element)
        case "footnoteReference", "endnoteReference": reference(element)
        case "AlternateContent": if let choice = alternative(element) { inlines(choice, font: font) }
        case "txbxContent":
            let lines = blocks(element)
            paragraph.boxes += lines
        case "sdt":
            if !isPlaceholder(element), let content = element.first("sdtContent") { inlines(content, font: font) }
        case "ruby": if let base = element.first("rubyBase") { inlines(base, font: font) }
        case "f":
            // A fraction of an equation.
            guard let over = element.first("num"), let under = element.first("den") else {
                return inlines(element, font: font)
            }
            inlines(over, font: font)
            append("/", font: nil)
            inlines(under, font: font)
        default: inlines(element, font: font)
        }
    }

    private mutating func append(_ text: String, font: String?) {
        guard !text.isEmpty, !fields.contains(.instruction), !paragraph.lines.isEmpty else { return }
        let last = paragraph.lines.count - 1
        // A line stands on the page of its first character.
        if paragraph.lines[last].scalars.allSatisfy(\.isBlank) { paragraph.lines[last].page = page }
        for scalar in text.unicodeScalars where scalar != "\u{AD}" {
            switch scalar {
            case "\t", "\n", "\r", "\u{0B}", "\u{0C}": paragraph.lines[last].scalars.append(" ")
            case "\u{F000}"..."\u{F0FF}":
                paragraph.lines[last].scalars.append(DOCXSymbols.scalar(scalar.value, font: font) ?? scalar)
            default: paragraph.lines[last].scalars.append(scalar)
            }
        }
    }

    private mutating func breakLine() { paragraph.lines.append(Line(scalars: [], page: page)) }

    private mutating func lineBreak(_ element: MarkupElement) {
        if element["type"] == "page", !isLaidOut { page += 1 }
        // A break before the text only moves it.
        if element["type"] == nil || paragraph.lines.last?.scalars.contains(where: { !$0.isBlank }) ?? false {
            breakLine()
        }
    }

    private mutating func symbol(_ element: MarkupElement) {
        guard let code = element["char"].flatMap({ UInt32($0, radix: 16) }),
            let scalar = DOCXSymbols.scalar(code, font: element["font"])
        else { return }
        append(String(scalar), font: nil)
    }

    private mutating func field(_ element: MarkupElement) {
        switch element["fldCharType"] {
        case "begin": fields.append(.instruction)
        case "separate": if !fields.isEmpty { fields[fields.count - 1] = .result }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    /// The mark of a note, in brackets: a bare figure would be read as one of the number before it.
    private mutating func reference(_ element: MarkupElement) {
        guard let id = element["id"], !fields.contains(.instruction) else { return }
        notes.append(Note(isEndnote: element.name == "endnoteReference", id: id, page: page))
        append("[\(notes.count)]", font: nil)
    }
}

// MARK: - Tables

extension DOCXText {
    /// The rows of a table; the paragraphs of one that has a single column, for it is but a frame.
    private mutating func table(_ element: MarkupElement) -> [Line] {
        var grid = DOCXGrid()
        var lines: [[Line]] = []
        for row in Self.members("tr", of: element) {
            let properties = row.first("trPr")
            if properties?.first("del") != nil { continue }
            let cells = Self.members("tc", of: row)
            if cells.count == 1, cells[0].contains("tbl") {
                grid.addOutside()
                lines.append(blocks(cells[0]))
                continue
            }
            grid.begin(before: properties?.first("gridBefore")?.number ?? 0)
            var content: [Line] = []
            for cell in cells {
                let found = blocks(cell)
                content += found
                grid.add(cell.first("tcPr"), text: Self.cellText(found))
            }
            grid.end(after: properties?.first("gridAfter")?.number ?? 0)
            lines.append(content)
        }
        guard grid.width > 1 else { return lines.flatMap(\.self) }
        return grid.rows.enumerated().flatMap { index, row -> [Line] in
            guard let row else { return lines[index] }
            let page = lines[index].first { !$0.scalars.allSatisfy(\.isBlank) }?.page ?? lines[index].first?.page ?? 1
            return [Line(scalars: Array(row.joined(separator: ["\t"])), page: page)]
        }
    }

    /// Rows of a table or cells of a row, through what may be wrapped around them.
    private static func members(_ name: String, of parent: MarkupElement) -> [MarkupElement] {
        parent.elements.flatMap { element -> [MarkupElement] in
            switch element.name {
            case name: [element]
            case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": members(name, of: element)
            default: []
            }
        }
    }

    /// The paragraphs of a cell as one line, a blank between them.
    private static func cellText(_ lines: [Line]) -> [Unicode.Scalar] {
        let parts = lines.map { $0.scalars.map { $0 == "\t" ? " " : $0 }.trimmed }
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [" "]))
    }
}

extension [Unicode.Scalar] {
    /// Without blanks at the ends.
    fileprivate var trimmed: [Unicode.Scalar] {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return []
        }
        return Array(self[first...last])
    }
}
