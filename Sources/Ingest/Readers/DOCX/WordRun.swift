/// The characters of one Word paragraph, as they are shown.
struct WordRun {
    /// Its lines, parted at line breaks; at least one.
    private(set) var lines: [[Unicode.Scalar]] = [[]]
    /// The contents of text boxes that hang on it.
    private(set) var boxes: [Int] = []
    /// Whether a page begins before its first character.
    private(set) var breaksBefore = false

    private let tree: MarkupTree
    private var pageBreaks: [Int] = []
    /// How deep the reader is inside the codes of fields, whose results alone are shown.
    private var fieldCodes = 0

    init(_ tree: MarkupTree) { self.tree = tree }

    /// How many pages end behind a line.
    func pageBreaks(behind line: Int) -> Int { pageBreaks.count { $0 == line } }

    mutating func read(_ node: Int) {
        for child in tree[node].children { readChild(child) }
    }

    private mutating func readChild(_ node: Int) {
        let element = tree[node]
        switch element.name {
        case "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "annotationRef", "proofErr", "bookmarkStart":
            return
        case "t": if fieldCodes == 0 { append(tree.text(of: node)) }
        // A tab would part the cells of a table.
        case "tab", "ptab": append("  ")
        case "br", "cr":
            if element.attributes["type"] == "page" {
                endPage()
            } else if element.attributes["type"] != "column" {
                lines.append([])
            }
        case "lastRenderedPageBreak": endPage()
        case "noBreakHyphen": append("-")
        case "sym": appendSymbol(element.attributes["char"])
        case "fldChar":
            switch element.attributes["fldCharType"] {
            case "begin": fieldCodes += 1
            case "separate", "end": fieldCodes = max(0, fieldCodes - 1)
            default: break
            }
        case "AlternateContent":
            // Both branches show the same; the first is what Word shows.
            if let choice = element.children.first(where: { !tree[$0].isText }) { read(choice) }
        case "txbxContent": boxes.append(node)
        default: read(node)
        }
    }

    private mutating func append(_ text: String) {
        // A field that is closed without a result has ended its code already.
        lines[lines.count - 1] += text.unicodeScalars.filter { $0 != "\u{00AD}" }.map { $0 == "\n" ? " " : $0 }
    }

    private mutating func appendSymbol(_ code: String?) {
        guard let code, let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else { return }
        lines[lines.count - 1].append(scalar)
    }

    private mutating func endPage() {
        if lines == [[]] { breaksBefore = true } else { pageBreaks.append(lines.count - 1) }
    }
}
