import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Damaged files of every format: each is read, or refused with an error of its own; none ends the program.
@Suite struct MutationTests {
    private static let page =
        "<html><head><meta charset=utf-8></head><body><h1>某市关于供水的通知</h1><table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table><p>为加强管理，现通知如下：&nbsp;请落实。</p></body></html>"

    private static func seed(_ format: String) -> [UInt8] {
        switch format {
        case "html": return Array(page.utf8)
        case "md":
            return Array(
                "---\ntitle: 通知\n---\n# 某市通知\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n**请**落实[《办法》](http://a/b)。\n".utf8)
        case "docx":
            var writer = ZipWriter()
            writer.add("[Content_Types].xml", "<Types/>")
            writer.add(
                "word/document.xml",
                "<w:document xmlns:w=\"u\"><w:body><w:p><w:r><w:t>某市通知</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
            )
            return writer.bytes()
        case "ofd":
            var writer = OFDWriter()
            writer.addPage([OFDWriter.text("某市关于供水的通知", x: 40, y: 30), OFDWriter.text("请落实责任。", x: 20, y: 50)])
            return writer.bytes()
        case "pdf":
            var writer = PDFWriter()
            writer.addPage(lines: ["某市关于供水的通知", "", "各区：", "    请落实。"])
            return writer.bytes()
        default: return Array("某市关于供水的通知\n某政发〔2020〕1号\n各区：\n甲\t乙\n（一）请落实“责任。（责任单位：市水务局\n2020年5月6日\n".utf8)
        }
    }

    /// Flips, cuts, doubles and swaps parts of a file.
    static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where bytes.count > 4 {
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, start + Int.random(in: 1...24, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[start] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3: bytes[start] = UInt8.random(in: 0...255, using: &generator)
            default: bytes.removeSubrange(max(4, start)...)
            }
        }
        return bytes
    }

    @Test(
        "mutated files are read or refused",
        arguments: [("txt", 400), ("md", 400), ("html", 400), ("docx", 400), ("ofd", 400), ("pdf", 40)])
    func mutations(_ format: String, _ count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let seed = Self.seed(format)
        var readCount = 0
        for _ in 0..<count {
            let bytes = Self.mutated(seed, &generator)
            do {
                let issue = try GazetteReader().read(bytes, path: "a.\(format)")
                #expect(issue.fates.count == issue.lines.count)
                readCount += 1
            } catch {
                #expect(!error.reason.isEmpty)
            }
        }
        #expect(readCount > 0)
    }
}
