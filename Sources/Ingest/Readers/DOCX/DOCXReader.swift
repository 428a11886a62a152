/// Reads word-processing documents of Office Open XML (ECMA-376), `.docx`, and what Word writes as one XML file.
///
/// Each paragraph and each table row is a line. Pages are those of the last layout, where the file keeps them, or else
/// those that page breaks begin.
struct DOCXReader: FormatReader {
    /// A zip archive with the parts of a word-processing package, or XML whose root is one of Word's.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        if WordXML.recognises(bytes) { return true }
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains("[Content_Types].xml") && zip.entries.contains { $0.name.lowercased().hasPrefix("word/") }
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        var (lines, pageCount, damage) = try Self.lines(of: bytes, path: path, depth: 3)
        lines.measureSizes()
        if let damage, lines.allSatisfy(\.isBlank) { throw damage }
        var text = SourceText(lines, format: .docx, pageCount: pageCount)
        if let damage { text.unreadParts.append(UnreadPart(page: nil, cause: .damaged(damage.reason))) }
        return text
    }

    /// The lines of a document, the number of its pages where it tells any, and what of it could not be read.
    ///
    /// - Parameter depth: How deep documents may lie in each other.
    static func lines(
        of bytes: [UInt8], path: String, depth: Int
    ) throws(IngestError) -> (lines: [FlowLine], pageCount: Int?, damage: IngestError?) {
        let package =
            ZipContainer.isZip(bytes)
            ? try DOCXPackage(PackageParts(try ZipContainer(bytes, path: path), path: path))
            : try WordXML.package(bytes, path: path)
        var text = DOCXText(package, depth: depth)
        let (lines, pageCount) = text.read()
        return (lines, pageCount, text.damage)
    }
}

/// Documents of Word in one XML file: that of Word 2003, and the flat form of the package.
enum WordXML {
    /// Whether bytes are XML whose root is one of Word's.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        guard let name = XMLRoot.name(of: bytes) else { return false }
        return name == "wordDocument" || name == "package"
    }

    static func package(_ bytes: [UInt8], path: String) throws(IngestError) -> DOCXPackage {
        let root = try MarkupElement.xml(bytes, part: path, path: path)
        if root.name == "package" { return try DOCXPackage(PackageParts(flat: root, path: path)) }
        return DOCXPackage(word2003: root)
    }
}

/// The root of an XML file.
enum XMLRoot {
    /// Returns the local name of the root element; nil where bytes are no XML.
    static func name(of bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).filter { $0 != 0 }
        var text = String(decoding: head, as: UTF8.self)[...]
        text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard text.hasPrefix("<?xml") else { return nil }
        while text.hasPrefix("<?") || text.hasPrefix("<!") {
            guard let end = text.firstRange(of: text.hasPrefix("<!--") ? "-->" : ">") else { return nil }
            text = text[end.upperBound...].drop(while: \.isWhitespace)
        }
        guard text.hasPrefix("<") else { return nil }
        let name = text.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":").last.map(String.init)
    }
}
