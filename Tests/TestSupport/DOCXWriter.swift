/// Writes word-processing packages for tests.
public struct DOCXWriter {
    /// What the body holds, in XML.
    public var body = ""
    /// Parts of the folder `word`, by name.
    public var parts: [String: String] = [:]

    public init() {}

    public static func paragraph(_ text: String, properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(OFDWriter.escaped(text))</w:t></w:r></w:p>"
    }

    public static func table(_ rows: [[String]]) -> String {
        let rows = rows.map { row in
            "<w:tr>" + row.map { "<w:tc><w:tcPr/>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        return "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>"
    }

    public func bytes() -> [UInt8] {
        let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relationships(_ targets: [(type: String, target: String)]) -> String {
            let list = targets.enumerated().map { index, one in
                "<Relationship Id=\"r\(index)\" Type=\"\(relations)/\(one.type)\" Target=\"\(one.target)\"/>"
            }
            return "\(header)<Relationships xmlns=\"urn:r\">\(list.joined())</Relationships>"
        }
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", "\(header)<Types xmlns=\"urn:t\"/>")
        writer.add("_rels/.rels", relationships([("officeDocument", "word/document.xml")]))
        let spaces = ["w", "mc", "r", "m", "v", "wp"].map { "xmlns:\($0)=\"urn:\($0)\"" }.joined(separator: " ")
        writer.add(
            "word/document.xml", "\(header)<w:document \(spaces)><w:body>\(body)</w:body></w:document>")
        let names = parts.keys.sorted()
        writer.add(
            "word/_rels/document.xml.rels",
            relationships(names.map { (String($0.prefix { $0 != "." }), $0) }))
        for name in names { writer.add("word/\(name)", header + (parts[name] ?? "")) }
        return writer.bytes()
    }
}
