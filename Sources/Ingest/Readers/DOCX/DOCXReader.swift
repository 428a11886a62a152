/// Reads word-processing documents of Office Open XML (ECMA-376), `.docx`.
///
/// Each paragraph and each table row is a line. Pages are those of the last layout, where the file keeps them, or else
/// those that page breaks begin.
struct DOCXReader: FormatReader {
    /// A zip archive with the parts of a word-processing package; also what Word wrote before, to say what to do with it.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        if bytes.starts(with: Self.compoundFile) { return true }
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains("[Content_Types].xml") && zip.entries.contains { $0.name.lowercased().hasPrefix("word/") }
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        guard !bytes.starts(with: Self.compoundFile) else { throw Self.compoundError(bytes, path) }
        let package = try DOCXPackage(try ZipContainer(bytes, path: path), path: path)
        var text = DOCXText(package)
        let (found, pageCount) = text.read()
        var collector = LineCollector()
        for line in found {
            let page = pageCount == nil ? nil : line.page
            if let row = line.row {
                collector.add(row: row.cells, of: row.table, page: page, style: line.style)
            } else {
                collector.add(line.scalars, page: page, style: line.style)
            }
        }
        return SourceText(
            lines: collector.lines, tables: collector.tables, format: .docx, encoding: "UTF-8", pageCount: pageCount,
            setting: Self.setting(of: collector.lines))
    }

    /// Paragraphs are marked, but for files that a converter made of print line by line.
    private static func setting(of lines: [SourceLine]) -> SourceText.Setting {
        let widths = lines.filter { $0.table == nil }.map(\.width)
        let layout = Layout(measuring: widths)
        // Few lines can have like widths by chance.
        let isPrint = layout.isHardWrapped && layout.width <= 110 && widths.count { $0 >= 40 } >= 30
        return isPrint ? .unknown : .paragraphs
    }

    /// The first bytes of a compound file (MS-CFB): the container of Word 97 to 2003, and of locked packages.
    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static func compoundError(_ bytes: [UInt8], _ path: String) -> IngestError {
        let lock = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        if bytes.firstRange(of: lock) != nil {
            return IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
        }
        return IngestError(
            .malformed, path: path,
            reason: "of Word 97 to 2003 or another old program; save it as .docx, which can be read")
    }
}
