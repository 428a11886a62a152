import TestSupport
import Testing

@testable import Ingest

/// What all formats in zip packages have in common.
@Suite struct PackageTests {
    private func error(_ bytes: [UInt8]) -> IngestError? {
        do throws(IngestError) {
            _ = try GazetteReader().read(bytes, path: "a")
            return nil
        } catch {
            return error
        }
    }

    @Test func archivesWithoutADocumentSayWhatTheyAre() {
        var sheet = ZipWriter()
        sheet.add("[Content_Types].xml", "<Types/>")
        sheet.add("ppt/presentation.xml", "<p/>")
        #expect(error(sheet.bytes())?.code == .notText)
        #expect(error(sheet.bytes())?.reason.contains("save it as .docx") == true)
        var other = ZipWriter()
        other.add("a.txt", "公报")
        #expect(error(other.bytes())?.reason.contains("unpack it first") == true)
        #expect(error(Array(sheet.bytes().dropLast(20)))?.code == .malformed)
    }

    @Test func theBytesTellTheFormatNotTheName() throws {
        var word = DOCXWriter()
        word.body = DOCXWriter.paragraph("某市人民政府公报")
        #expect(try GazetteReader().read(word.bytes(), path: "a.txt").source.format == "docx")
        var pages = OFDWriter()
        pages.addPage([OFDWriter.text("某市人民政府公报", x: 30, y: 50)])
        #expect(try GazetteReader().read(pages.bytes(), path: "a.docx").source.format == "ofd")
    }

    /// Parts with changed, lost and doubled bytes, in sound archives, so that they reach the readers.
    @Test("mutated parts are read or refused", arguments: 0..<120)
    func mutated(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var word = DOCXWriter()
        word.parts["numbering.xml"] =
            "<w:numbering xmlns:w=\"urn:w\"><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
        word.body =
            DOCXWriter.paragraph("关于印发某办法的通知", properties: "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
            + DOCXWriter.table([["甲", "乙"], ["丙", "丁"]])
        word.body = Self.mutate(word.body, &generator)
        var pages = OFDWriter()
        pages.addPage([
            Self.mutate(
                OFDWriter.text("甲乙丙丁", x: 30, y: 50, deltaX: "g 2 4 4", attributes: "CTM=\"1 0 0 1 0 0\"")
                    + OFDWriter.line(30, 40, 30, 80) + OFDWriter.line(30, 40, 90, 40), &generator)
        ])
        for bytes in [word.bytes(), pages.bytes()] {
            guard let issue = try? GazetteReader().read(bytes, path: "a") else { continue }
            #expect(issue.fates.count > 0)
        }
    }

    private static func mutate(_ text: String, _ generator: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let at = Int.random(in: scalars.indices, using: &generator)
            let count = Int.random(in: 1...min(12, scalars.count - at), using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: scalars[at] = "9"
            case 1 where count < scalars.count: scalars.removeSubrange(at..<at + count)
            case 2: scalars.insert(contentsOf: scalars[at..<at + count], at: at)
            default: scalars[at] = ["-", "e", "\"", "<", " ", "甲"].randomElement(using: &generator) ?? "0"
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
