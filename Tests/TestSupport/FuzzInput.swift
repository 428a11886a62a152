/// The files that fuzzing makes of its inputs, so that mutations reach the reader rather than the container around.
public enum FuzzInput: String, CaseIterable, Sendable {
    case text, markdown, html, docx, ofd, pdf, rtf, mht, doc, xls
    /// The XML of the text of an OpenDocument file, of a sheet, and of a page's drawing.
    case odt, xlsx
    /// A whole zip archive, of whatever it holds.
    case zip

    /// The name by which the file is read.
    public var path: String {
        switch self {
        case .text: "a.txt"
        case .markdown: "a.md"
        case .zip: "a.docx"
        default: "a.\(rawValue)"
        }
    }

    /// The file of an input: for DOCX and OFD the input is the XML of the text, all else is sound.
    public func file(of input: [UInt8]) -> [UInt8] {
        switch self {
        case .text, .markdown, .html, .pdf, .zip, .rtf, .mht, .doc, .xls: return input
        case .docx:
            var writer = ZipWriter()
            writer.add("[Content_Types].xml", "<Types/>")
            writer.add("word/document.xml", input)
            return writer.bytes()
        case .odt:
            var writer = ZipWriter()
            writer.add("mimetype", "application/vnd.oasis.opendocument.text")
            writer.add("content.xml", input)
            return writer.bytes()
        case .xlsx:
            var writer = ZipWriter()
            writer.add("[Content_Types].xml", "<Types/>")
            writer.add(
                "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>"
            )
            writer.add(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/></Relationships>")
            writer.add("xl/sheet1.xml", input)
            return writer.bytes()
        case .ofd:
            var writer = OFDWriter()
            writer.addPage([String(decoding: input, as: UTF8.self)])
            return writer.bytes()
        }
    }
}
