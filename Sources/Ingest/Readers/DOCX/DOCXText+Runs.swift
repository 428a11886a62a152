/// What runs of a paragraph print.
extension DOCXText {
    mutating func inlines(_ parent: MarkupElement, font: String?) {
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
                let outer = run
                if let properties {
                    var own = DOCXStyles.Setting(nil, properties)
                    own.fill(outer)
                    run = own
                }
                defer { run = outer }
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
            let outer = run
            let lines = blocks(element)
            run = outer
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
        count(text)
        // A line stands on the page of its first character.
        if !paragraph.hasText {
            paragraph.lines[last].page = page
            paragraph.hasText = text.unicodeScalars.contains { !$0.isBlank }
        }
        for scalar in text.unicodeScalars where scalar != "\u{AD}" {
            switch scalar {
            case "\t", "\n", "\r", "\u{0B}", "\u{0C}": paragraph.lines[last].scalars.append(" ")
            case "\u{F000}"..."\u{F0FF}":
                paragraph.lines[last].scalars.append(DOCXSymbols.scalar(scalar.value, font: font) ?? scalar)
            default: paragraph.lines[last].scalars.append(scalar)
            }
        }
    }

    private mutating func breakLine() {
        paragraph.lines.append(FlowLine(scalars: [], page: page))
        paragraph.hasText = false
    }

    private mutating func lineBreak(_ element: MarkupElement) {
        if element["type"] == "page", !isLaidOut { page += 1 }
        // A break before the text only moves it.
        if element["type"] == nil || paragraph.hasText {
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
