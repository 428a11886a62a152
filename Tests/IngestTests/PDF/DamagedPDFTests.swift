import TestSupport
import Testing

@testable import Ingest

@Suite struct DamagedPDFTests {
    private let sample: [UInt8] = {
        var writer = PDFWriter()
        for page in 1...3 { writer.addPage(lines: ["某市人民政府关于加强供水管理的通知", "", "    第\(page)页的文字。"]) }
        return writer.bytes()
    }()

    private func outcome(_ bytes: [UInt8]) -> Result<Ingest.Issue, IngestError> {
        Result { () throws(IngestError) in try GazetteReader().read(bytes, path: "a.pdf") }
    }

    @Test("a file is known by its bytes, which may stand behind others, and not by its name")
    func recognition() throws {
        let reader = PDFReader()
        #expect(reader.recognises(sample, path: "a.txt"))
        #expect(reader.recognises(Array("\r\n\r\n".utf8) + sample, path: "a"))
        #expect(!reader.recognises(Array("文件说明：%PD-".utf8), path: "a.pdf"))
        #expect(!reader.recognises(Array(repeating: 0x20, count: 1024) + sample, path: "a.pdf"))
    }

    @Test("a file without text says how it can be read")
    func textless() {
        var writer = PDFWriter()
        writer.addPage([])
        let error = #expect(throws: IngestError.self) { try GazetteReader().read(writer.bytes(), path: "a.pdf") }
        #expect(error?.code == .empty)
        #expect(error?.reason.contains("--ocr") == true)
    }

    @Test("a file cut off anywhere gives its text or an error", arguments: 1...12)
    func truncated(twelfths: Int) {
        switch outcome(Array(sample.prefix(sample.count * twelfths / 12))) {
        case .success(let issue): #expect(issue.lines.contains { !$0.isBlank })
        case .failure(let error): #expect([.malformed, .empty].contains(error.code))
        }
    }

    @Test("changed bytes give text or an error", arguments: 1...40)
    func mutated(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bytes = sample
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            bytes[Int.random(in: 8..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        switch outcome(bytes) {
        case .success(let issue): #expect(issue.lines.contains { !$0.isBlank })
        case .failure(let error): #expect([.malformed, .empty, .encrypted].contains(error.code))
        }
    }

    @Test("rows of the table of words that are none are left out")
    func words() {
        let table = """
            level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
            5\t1\t0\t0\t0\t0\t1\t1\t1\t1\t100\t早
            1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###PAGE###
            3\t1\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###FLOW###
            5\t1\t0\t0\t0\t0\t10\t20\t30\t12\t100\t字
            5\t1\t0\t0\t0\t0\tnan\tinf\t-1e300\t1e300\t100\t远
            5\t1\t0\t0\t0\t0\t10\t20\t30\t12\t100\ta\tb
            5\t1\t0
            """
        let pages = WordTable.pages(in: Array(table.utf8))
        #expect(pages.count == 1)
        #expect(pages.first?.words.map(\.text.string) == ["字", "远", "a", "b"])
        #expect(pages.first?.words.first?.box == Box(left: 10, top: 20, right: 40, bottom: 32))
        #expect(PDFReader.lines(of: pages).lines.flatMap(\.squashed).sorted() == Array("字远ab".unicodeScalars).sorted())
    }
}
