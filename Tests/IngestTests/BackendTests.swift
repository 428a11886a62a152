import Foundation
import TestSupport
import Testing

@testable import Ingest

/// One gazette in every format, each held against a golden file of its own; and what the backends declare unread.
@Suite struct BackendTests {
    private static let name = "shenyang-2021-21"

    @Test("the gazette is read from each format as reviewed", arguments: ["html", "md", "docx", "ofd", "pdf"])
    func golden(_ format: String) throws {
        let url = Repository.corpus.appending(path: "\(Self.name).txt")
        let text = try String(contentsOf: url, encoding: .utf8)
        let print = GazettePrint(try GazetteReader().read(contentsOf: url), lines: text.components(separatedBy: "\n"))
        let bytes =
            switch format {
            case "html": print.html()
            case "md": print.markdown()
            case "docx": print.docx()
            case "ofd": print.ofd()
            default: PDFPrinter().print(text).bytes()
            }
        let issue = try GazetteReader().read(bytes, path: "again.\(format)")
        #expect(issue.documents.count == 4)
        try Golden.expect(Dump.issue(issue), matches: "Backends/\(Self.name).\(format).txt")
    }

    @Test("a page that is a picture is declared, a blank one is not")
    func pictures() throws {
        var writer = PDFWriter()
        writer.addPage(lines: ["某市关于供水的通知", "", "各区：", "    请落实。"])
        writer.addPage([])
        writer.addPage(drawing: "0 g 100 100 300 300 re f")
        let issue = try GazetteReader().read(writer.bytes(), path: "a.pdf")
        #expect(issue.unreadParts == [UnreadPart(page: 3, cause: .image)])
    }

    @Test("a damaged page or shared part of an OFD file costs only itself")
    func damagedParts() throws {
        var writer = OFDWriter()
        for page in 0..<3 { writer.addPage([OFDWriter.text("第\(page)页的文字在这里。", x: 40, y: 30)]) }
        writer.replacements["Doc_0/Pages/Page_1/Content.xml"] = "\u{0}\u{1}not xml"
        writer.replacements["Doc_0/DocumentRes.xml"] = "nor this"
        let issue = try GazetteReader().read(writer.bytes(), path: "a.ofd")
        #expect(issue.unreadParts.map(\.page) == [nil, 2])
        #expect(issue.lines.map(\.scalars.string).joined().contains("第2页"))
        #expect(!issue.lines.map(\.scalars.string).joined().contains("第1页"))
    }

    @Test("where no page can be read, the file is an error")
    func nothingLeft() throws {
        var writer = OFDWriter()
        writer.addPage([OFDWriter.text("文字", x: 40, y: 30)])
        writer.replacements["Doc_0/Pages/Page_0/Content.xml"] = "not xml"
        #expect(throws: IngestError.self) { try GazetteReader().read(writer.bytes(), path: "a.ofd") }
    }

    @Test("UTF-32 of both byte orders", arguments: [true, false])
    func utf32(isLittle: Bool) throws {
        let values = [0xFEFF] + "某市关于供水的通知\n请落实。".unicodeScalars.map(\.value)
        let bytes = values.flatMap { value -> [UInt8] in
            let little = (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
            return isLittle ? little : little.reversed()
        }
        let issue = try GazetteReader().read(bytes, path: "a.txt")
        #expect(issue.source.encoding == (isLittle ? "UTF-32LE" : "UTF-32BE"))
        #expect(issue.lines.first?.scalars.string == "某市关于供水的通知")
    }
}
