import TestSupport
import Testing

@testable import Ingest

/// Formats that carry others, and those that are told by their first bytes.
@Suite struct EmbeddedFormatsTests {
    private func lines(_ bytes: [UInt8], _ name: String) throws -> [String] {
        try GazetteReader().read(bytes, path: name).lines.map { $0.scalars.string }
    }

    private static let archive = """
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----=B"

        ------=B
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>=E9=9D=92=E6=94=BF</p><pre>=E7=AC=AC=E4=B8=80=E6=9D=A1 =
        a
        b</pre></body></html>
        ------=B--
        """

    @Test("a web archive is its page")
    func webArchive() throws {
        #expect(try lines(Array(Self.archive.utf8), "a.doc") == ["青政", "第一条 a", "b"])
    }

    @Test("a chunk of a Word file is read at its place", arguments: ["mht", "html", "rtf"])
    func chunk(_ kind: String) throws {
        let chunk =
            switch kind {
            case "mht": Self.archive
            case "html": "<html><body><p>青政</p><p>第一条 a</p><p>b</p></body></html>"
            default: "{\\rtf1\\ansi\\ansicpg936 \\'c7\\'e0\\'d5\\'fe\\par\\u31532 ?\\u19968 ?\\u26465 ? a\\par b\\par}"
            }
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", "<Types/>")
        writer.add(
            "word/document.xml",
            "<w:document xmlns:w=\"u\" xmlns:r=\"r\"><w:body><w:p><w:r><w:t>前</w:t></w:r></w:p><w:altChunk r:id=\"c1\"/><w:p><w:r><w:t>后</w:t></w:r></w:p></w:body></w:document>"
        )
        writer.add(
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"c1\" Type=\"http://x/aFChunk\" Target=\"chunk.\(kind)\"/></Relationships>"
        )
        writer.add("word/chunk.\(kind)", chunk)
        #expect(try lines(writer.bytes(), "a.docx") == ["前", "青政", "第一条 a", "b", "后"])
    }

    @Test("Word's XML of 2003 and the flat form of its package")
    func wordXML() throws {
        let paragraph = "<w:p><w:r><w:t>青政发〔2024〕1号</w:t></w:r></w:p>"
        let old =
            "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"w\"><w:body>\(paragraph)</w:body></w:wordDocument>"
        let flat =
            "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"p\"><pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document xmlns:w=\"w\"><w:body>\(paragraph)</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
        for text in [old, flat] { #expect(try lines(Array(text.utf8), "a.doc") == ["青政发〔2024〕1号"]) }
    }

    @Test("the head of the first page is text, other headers are furniture")
    func header() throws {
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", "<Types/>")
        func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
        writer.add(
            "word/document.xml",
            "<w:document xmlns:w=\"u\" xmlns:r=\"r\"><w:body>\(paragraph("正文。"))<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr></w:body></w:document>"
        )
        writer.add(
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"h\" Type=\"http://x/header\" Target=\"header1.xml\"/></Relationships>")
        writer.add("word/header1.xml", "<w:hdr xmlns:w=\"u\">\(paragraph("特急"))\(paragraph("某市公文"))</w:hdr>")
        let issue = try GazetteReader().read(writer.bytes(), path: "a.docx")
        #expect(issue.lines.map(\.text.string) == ["特急", "某市公文", "正文。"])
        #expect(issue.fates[1] == .furniture(.runningHead))
    }

    @Test("「文件」 in a box belongs to the names beside it")
    func letterheadBox() {
        var lines = ["东川市人民政府", "东川政发〔2024〕1号", "文件", "正文"].map { FlowLine(scalars: Array($0.unicodeScalars)) }
        LetterheadBoxes.join(&lines)
        #expect(lines.map { $0.scalars.string } == ["东川市人民政府文件", "东川政发〔2024〕1号", "正文"])
    }

    @Test("RTF: hidden text, fields, cells that span, characters of two units")
    func rtf() throws {
        let text = """
            {\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\info{\\title x}}\\f0 \\'b9\\'ab{\\v hidden}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\u-10187 ?\\u-8704 ?\\par
            \\trowd\\cellx1000\\cellx2000\\intbl a\\cell b\\cell\\row\\trowd\\cellx2000\\intbl c\\cell\\row\\pard end\\par}
            """
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.rtf")
        #expect(issue.lines.first?.text.string == "公7\u{1D600}")
        #expect(issue.tables.first?.texts.map { $0.map(\.string) } == [["a", "b"], ["c", "c"]])
        #expect(issue.lines.last?.text.string == "end")
    }

    @Test("files of an archive and of a message are files of their own")
    func bundles() throws {
        var writer = ZipWriter()
        writer.add("通知.txt", "某市通知")
        writer.add("b/说明.txt", "说明")
        let zip = try #require(FileBundle(writer.bytes(), path: "a.zip"))
        #expect(zip.names == ["通知.txt", "b/说明.txt"])
        #expect(try zip.read("b/说明.txt") == Array("说明".utf8))
        #expect(FileBundle(DOCXWriter().bytes(), path: "a.docx") == nil)
        let message = """
            From: a@example.org
            Subject: =?utf-8?B?6YCa55+l?=
            Content-Type: multipart/mixed; boundary=B

            --B
            Content-Type: text/plain; charset=gb2312
            Content-Transfer-Encoding: base64

            xPq6ww==
            --B
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="a.txt"
            Content-Transfer-Encoding: base64

            YWJj
            --B--
            """
        #expect(try lines(Array(message.utf8), "a.eml") == ["您好"])
        let mail = try #require(FileBundle(Array(message.utf8), path: "a.eml"))
        #expect(mail.names == ["a.txt"])
        #expect(try mail.read("a.txt") == Array("abc".utf8))
        #expect(MIMEMessage(Array(message.utf8)).subject.string == "通知")
    }

    @Test(
        "bytes of kinds that are not read are refused by name",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27], "7z"), (Array("%!PS-Adobe-3.0\n".utf8), "PostScript"),
            (Array("<?xml version=\"1.0\"?><svg xmlns=\"s\"/>".utf8), "<svg>"),
            (Array("abc\u{1}\u{2}\u{3}\u{4}def".utf8), "control characters"),
        ] as [([UInt8], String)])
    func unknown(_ bytes: [UInt8], _ name: String) throws {
        let error = try #require(throws: IngestError.self) { try GazetteReader().read(bytes, path: "a") }
        #expect(error.code == .notText)
        #expect(error.reason.contains(name))
    }
}
