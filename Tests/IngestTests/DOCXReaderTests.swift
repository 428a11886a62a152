import TestSupport
import Testing

@testable import Ingest

@Suite struct DOCXReaderTests {
    /// A Word file of the given body and parts.
    private func file(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
        var writer = ZipWriter()
        writer.add(
            "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        writer.add(
            "word/document.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\"><w:body>\(body)</w:body></w:document>"
        )
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
            writer.add("word/\(name)", text)
        }
        return writer.bytes()
    }

    private func lines(_ body: String, parts: [String: String] = [:]) throws -> [String] {
        try DOCXReader().read(file(body, parts: parts), path: "a.docx").lines.map { $0.scalars.string }
    }

    private func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    @Test("automatic numbers are printed: chapters, articles, items that begin anew")
    func numbering() throws {
        let levels = [
            ("chineseCountingThousand", "第%1章", ""), ("chineseCounting", "（%2）", ""),
            ("decimal", "%1.%3", "<w:isLgl/>"),
        ]
        let abstract = levels.enumerated().map { index, level in
            "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.0)\"/>\(level.2)<w:lvlText w:val=\"\(level.1)\"/></w:lvl>"
        }.joined()
        let numbering = """
            <w:numbering xmlns:w="urn:w"><w:abstractNum w:abstractNumId="3">\(abstract)</w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
            <w:num w:numId="6"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>
            """
        let styles = """
            <w:styles xmlns:w="urn:w"><w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>
            """
        func number(_ list: Int, _ level: Int) -> String {
            "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
        }
        let body =
            paragraph("总则", "<w:pStyle w:val=\"B\"/>") + paragraph("甲", number(5, 1)) + paragraph("乙", number(5, 1))
            + paragraph("附则", number(5, 0)) + paragraph("丙", number(5, 1)) + paragraph("丁", number(5, 2))
            + paragraph("另", number(6, 0)) + paragraph("无", "<w:pStyle w:val=\"A\"/>" + number(0, 0))
        let found = try lines(body, parts: ["numbering.xml": numbering, "styles.xml": styles])
        #expect(found == ["第一章 总则", "（一）甲", "（二）乙", "第二章 附则", "（一）丙", "2.1 丁", "第十一章 另", "无"])
    }

    @Test(
        "numbers in the formats of Chinese lists",
        arguments: [
            (12, "chineseCounting", "十二"), (20, "japaneseCounting", "二十"), (105, "chineseCountingThousand", "一百零五"),
            (1010, "chineseCountingThousand", "一千零一十"), (10, "ideographDigital", "一〇"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (2, "ideographTraditional", "乙"), (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "21"),
            (15, "decimalFullWidth", "１５"), (4, "lowerRoman", "iv"), (28, "upperLetter", "BB"), (7, "unheardOf", "7"),
        ])
    func formats(_ value: Int, _ format: String, _ expected: String) {
        #expect(NumberFormat.text(value, as: format) == expected)
    }

    @Test("merged cells are filled in, and a table of one cell is a frame")
    func tables() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
        }
        let body = """
            <w:tbl><w:tr>\(cell("领域", "<w:vMerge w:val=\"restart\"/>"))\(cell("目标", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
            <w:tr>\(cell("", "<w:vMerge/>"))\(cell("2020年"))\(cell("2025年"))</w:tr></w:tbl>
            <w:tbl><w:tr>\(cell("框中的文字。"))</w:tr></w:tbl>
            """
        #expect(try lines(body) == ["领域\t目标\t目标", "领域\t2020年\t2025年", "框中的文字。"])
    }

    @Test("what was deleted, codes of fields and doubled text boxes are left out; insertions and notes are taken")
    func runs() throws {
        let body = """
            <w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
            <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>7</w:t>
            <w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t><w:br/><w:t>乙</w:t></w:r>
            <mc:AlternateContent><mc:Choice><w:txbxContent>\(paragraph("框"))</w:txbxContent></mc:Choice>
            <mc:Fallback><w:txbxContent>\(paragraph("框"))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>
            \(paragraph("丙", "<w:ind w:firstLineChars=\"200\"/>"))<w:p/>
            """
        let notes = """
            <w:footnotes xmlns:w="urn:w"><w:footnote w:type="separator"><w:p/></w:footnote>
            <w:footnote w:id="2">\(paragraph("注"))</w:footnote></w:footnotes>
            """
        #expect(
            try lines(body, parts: ["footnotes.xml": notes]) == ["甲新7页", "乙", "框", "　　丙", "", "[1] 注"])
    }

    @Test("pages are told where the file tells them")
    func pages() throws {
        let body =
            paragraph("一") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + paragraph("二")
            + paragraph("三", "<w:pageBreakBefore/>")
        let text = try DOCXReader().read(file(body), path: "a")
        #expect(text.lines.filter { !$0.isBlank }.map(\.page) == [1, 2, 3])
        #expect(text.pageCount == 3)
        #expect(try DOCXReader().read(file(paragraph("一")), path: "a").pageCount == nil)
    }

    @Test("old, locked and damaged files say what they are")
    func errors() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        let locked = old + Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        func code(_ bytes: [UInt8]) -> IngestError.Code? {
            do throws(IngestError) {
                _ = try GazetteReader().read(bytes, path: "a.docx")
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code(old) == .malformed)
        #expect(code(locked) == .encrypted)
        #expect(code(file("<w:p>")) == .malformed)
    }
}
