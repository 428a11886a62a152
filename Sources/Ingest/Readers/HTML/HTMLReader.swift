/// Reads web pages: the document that a page shows, told from its navigation by evidence measured on the page.
///
/// Each paragraph and table row is a line; a row's cells stand between tabs. What is none of the document stays among the
/// lines as ``Furniture/navigation``. Whether lines are paragraphs is measured as in a text: pages made of text layers have
/// each printed line as a paragraph of its own. Nothing is fetched.
struct HTMLReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        let head = bytes.prefix(1024).filter { $0 != 0 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        let text = String(decoding: head, as: UTF8.self)
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if ["<!doctype html", "<html", "<head", "<body", "<!doctype htm"].contains(where: { start.hasPrefix($0) }) {
            return true
        }
        if start.hasPrefix("<?xml") || start.hasPrefix("<!--") { return text.contains("<html") }
        guard Self.extensions.contains(where: { path.lowercased().hasSuffix($0) }) else { return false }
        return ["<div", "<p", "<table", "<meta", "<h1", "<span", "<ucap", "<br"].contains { text.contains($0) }
    }

    private static let extensions = [".html", ".htm", ".xhtml", ".shtml"]

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let decoded = try decode(bytes, path: path)
        let tree: MarkupTree
        do {
            tree = try MarkupParser.parse(Array(Self.withoutEndTags(decoded.scalars).string.utf8), as: .html)
        } catch {
            throw IngestError(
                .malformed, path: path, line: error.line, reason: "no HTML that can be read: \(error.reason)")
        }
        let page = PageLines(tree)
        let content = MainContent(page, tree: tree)
        let usual = Self.usualSize(of: page)
        var collector = LineCollector()
        var furniture: [Int: Furniture] = [:]
        let declared = Self.declarations(page.metadata, &collector, &furniture)
        if let title = content.missingTitle { collector.add(title, page: nil) }
        for (index, line) in page.lines.enumerated() {
            if !content.isContent(index) { furniture[collector.lines.count] = .navigation }
            var style = line.style
            if let size = line.size, let usual { style.relativeSize = size / usual }
            if let row = line.row {
                collector.add(row: row.cells, of: row.table, page: nil, style: style)
            } else {
                collector.add(line.scalars, page: nil, style: style)
            }
        }
        return SourceText(
            lines: collector.lines, tables: collector.tables, format: .html, encoding: decoded.encoding, pageCount: nil,
            setting: .unknown, furniture: furniture, declared: declared)
    }

    /// Adds a line for each meta element that says something of the document, and returns what they declare.
    private static func declarations(
        _ metadata: PageMetadata, _ collector: inout LineCollector, _ furniture: inout [Int: Furniture]
    ) -> [Declaration] {
        metadata.items.compactMap { item in
            let name = Array("\(item.name): ".unicodeScalars)
            furniture[collector.lines.count] = .metadata
            collector.add(name + item.value, page: nil)
            guard let field = item.field, let line = collector.lines.last else { return nil }
            return Declaration(field, line.mapped(name.count..<line.scalars.count), isMetadata: true)
        }
    }

    /// The characters of a page without the end tags of `html` and `body`: what stands behind one is still of the page, as
    /// HTML says.
    private static func withoutEndTags(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            if text[at] == "<", at + 6 < text.count, text[at + 1] == "/" {
                let name = text[at + 2..<at + 6].string.lowercased()
                if name == "html" || name == "body", text[at + 6] == ">" || text[at + 6].isBlank,
                    let end = text[at...].prefix(100).firstIndex(of: ">")
                {
                    at = end + 1
                    continue
                }
            }
            result.append(text[at])
            at += 1
        }
        return result
    }

    /// Returns the size in which most characters are set, of those whose size is told; nil where none is.
    private static func usualSize(of page: PageLines) -> Double? {
        var counts: [Double: Int] = [:]
        for line in page.lines where line.row == nil {
            if let size = line.size { counts[size, default: 0] += line.scalars.count }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The characters of a page.
    ///
    /// What the page declares is not asked: pages declare one charset and are in another. A page that is UTF-8 but for
    /// some bytes is read with U+FFFD in their place, as browsers do.
    private func decode(_ bytes: [UInt8], path: String) throws(IngestError) -> TextDecoder.Decoded {
        do {
            return try TextReader().decode(bytes, path: path)
        } catch {
            guard error.code == .undecodable else { throw error }
            let text = String(decoding: bytes, as: UTF8.self)
            let damaged = text.unicodeScalars.count { $0 == "\u{FFFD}" }
            guard damaged * 50 < text.unicodeScalars.count else { throw error }
            return TextDecoder.Decoded(scalars: Array(text.unicodeScalars), encoding: "UTF-8")
        }
    }
}
