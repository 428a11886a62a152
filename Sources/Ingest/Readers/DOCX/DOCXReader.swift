/// Reads Word files (Office Open XML, ECMA-376).
///
/// It gives the text of the document with its automatic numbers, tables and text boxes. Insertions are taken, deletions left
/// out; footnotes stand at the end. Heads and feet of pages are not read.
struct DOCXReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        // Any zip archive: one that is no Word file, or broken, is told so.
        bytes.starts(with: Self.compoundFile) || ZipContainer.isZip(bytes)
    }

    /// The first bytes of the container of older Word files, and of locked new ones.
    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        guard !bytes.starts(with: Self.compoundFile) else { throw Self.compoundError(bytes, path) }
        let package = try OfficePackage(bytes, path: path)
        guard let document = try package.tree(package.mainPart) else {
            throw IngestError(.malformed, path: path, reason: "a zip archive that holds no Word document")
        }
        let folder = package.mainPart.split(separator: "/").dropLast().joined(separator: "/") + "/"
        let styles = WordStyles(try package.tree(folder + "styles.xml"))
        let numbering = WordNumbering(try package.tree(folder + "numbering.xml"))
        let text = WordText(document, styles: styles, numbering: numbering)
        var lines = text.lines.map { SourceLine(number: 0, scalars: $0.scalars, page: text.hasPages ? $0.page : nil) }
        for name in ["footnotes.xml", "endnotes.xml"] {
            guard let notes = try package.tree(folder + name) else { continue }
            lines += Self.notes(notes).map { SourceLine(number: 0, scalars: $0, page: text.hasPages ? text.page : nil) }
        }
        let numbered = lines.enumerated().map { index, line in
            SourceLine(number: index + 1, scalars: line.scalars, page: line.page)
        }
        return SourceText(
            lines: numbered, format: .docx, encoding: "UTF-8", pageCount: text.hasPages ? text.page : nil,
            setting: .unknown)
    }

    /// 「[1] …」 for each note that is one of the text; separators are none.
    private static func notes(_ tree: MarkupTree) -> [[Unicode.Scalar]] {
        var notes: [[Unicode.Scalar]] = []
        for node in tree[0].children where tree[node].name == "footnote" || tree[node].name == "endnote" {
            guard tree[node].attributes["type"] == nil || tree[node].attributes["type"] == "normal" else { continue }
            var run = WordRun(tree)
            for paragraph in tree.descendants(of: node, named: "p") { run.read(paragraph) }
            let text = Array(run.lines.joined(separator: [" "]))
            guard text.contains(where: { !$0.isBlank }) else { continue }
            notes.append(Array("[\(notes.count + 1)] ".unicodeScalars) + text.drop(while: \.isBlank))
        }
        return notes
    }

    private static func compoundError(_ bytes: [UInt8], _ path: String) -> IngestError {
        let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        if bytes.prefix(1 << 20).firstRange(of: name) != nil {
            return IngestError(.encrypted, path: path, reason: "locked with a password")
        }
        return IngestError(
            .malformed, path: path, reason: "a file of Word 97 to 2003; save it as .docx, which can be read")
    }
}
