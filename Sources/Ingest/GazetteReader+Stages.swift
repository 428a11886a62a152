/// The stages of ``GazetteReader/read(_:path:)`` one by one, for measuring them.
@_spi(Stages) extension GazetteReader {
    /// How many characters a text file has: encoding and decoding only.
    public func decode(_ bytes: [UInt8], path: String) throws(IngestError) -> Int {
        try TextReader().decode(bytes, path: path).scalars.count
    }

    /// The lines of a file: decoded, split, and folded.
    public func lines(_ bytes: [UInt8], path: String) throws(IngestError) -> [SourceLine] {
        try text(of: bytes, path: path).lines
    }

    /// How many paragraphs and other blocks the lines make, joined as if they were those of one document.
    public func reflow(_ lines: [SourceLine]) -> Int {
        let roles = lines.map(LineClassifier.role(of:))
        let table = LineTable(lines: lines, roles: roles, firstLine: 0, setting: .unknown)
        var builder = DocumentBuilder(table: table, tables: [])
        let marks = table.significant.map { _ in LineMark.element(.body) }
        return builder.build(table.significant.indices, marks)?.blocks.count ?? 0
    }

    /// How many documents the lines of a text file hold: furniture, heads, re-flow.
    public func segment(_ lines: [SourceLine]) -> Int {
        let text = SourceText(lines: lines, format: .text, encoding: "utf-8", setting: .unknown)
        let source = Source(path: "", sha256: "", format: text.format.rawValue, encoding: text.encoding, pageCount: nil)
        return Segmenter.segment(text, source: source).documents.count
    }
}
