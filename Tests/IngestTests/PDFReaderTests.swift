import TestSupport
import Testing

@testable import Ingest

@Suite struct PDFReaderTests {
    private func lines(_ writer: PDFWriter) throws -> [String] {
        try PDFReader().read(writer.bytes(), path: "a.pdf").lines.map { $0.scalars.string }
    }

    @Test("a notice over two pages: indents, blank lines and page numbers are kept, and the paragraph goes on")
    func notice() throws {
        let full = String(repeating: "为加强城市供水管理保障供水安全，现就有关事项", count: 2)
        var writer = PDFWriter()
        writer.addPage(
            lines: [
                "          某市人民政府关于加强供水管理的通知", "                  某政发〔2020〕12号", "", "各区人民政府：",
                "    " + String(full.dropFirst(2)), full, "通知如下：", "    一、提高认识。" + String(full.dropFirst(9)), full, "",
                "                         — 1 —",
            ])
        writer.addPage(lines: [
            "落实责任。", "    二、加强监管。市水务局要加强检查。", "", "                         某市人民政府",
            "                         2020年5月6日",
        ])
        let issue = try GazetteReader().read(writer.bytes(), path: "a.pdf")
        #expect(issue.source.format == "pdf")
        #expect(issue.source.pageCount == 2)
        let document = try #require(issue.documents.first)
        #expect(issue.documents.count == 1)
        #expect(document.number?.value.text == "某政发〔2020〕12号")
        let elements = document.blocks.map(\.element)
        #expect(elements == [.title, .number, .recipients, .body, .body, .body, .signature, .date])
        let first = try #require(document.blocks.dropFirst(4).first?.text)
        #expect(first.string.hasSuffix("落实责任。"))
        #expect(issue.lines[Int(first.places.last?.line ?? 1) - 1].page == 2)
        #expect(issue.fates.contains(.furniture(.pageNumber)))
    }

    @Test("two columns are read one after the other, and what stands across them in its place")
    func columns() throws {
        let left = (1...10).map { "左栏第\($0)行的文字写满一栏的宽度" }
        let right = (1...10).map { "右栏第\($0)行的文字写满一栏的宽度" }
        var writer = PDFWriter()
        var texts = [PDFWriter.Text("横贯两栏的标题写得很长以至于越过了中缝也不会被切开来读", x: 150, y: 800)]
        for index in left.indices {
            texts.append(PDFWriter.Text(left[index], x: 50, y: 770 - 14 * Double(index)))
            texts.append(PDFWriter.Text(right[index], x: 320, y: 770 - 14 * Double(index)))
        }
        writer.addPage(texts.reversed())
        let found = try lines(writer).map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        #expect(found == ["横贯两栏的标题写得很长以至于越过了中缝也不会被切开来读"] + left + right)
    }

    @Test("rows whose cells stand in columns are rows of a table, empty cells included")
    func table() throws {
        let rows = [
            ["序号", "地区", "平均价", "区片一"], ["1", "甲区", "12.5", "12.5"], ["2", "乙区", "", "48.1"], ["3", "丙区", "3.6", ""],
        ]
        var writer = PDFWriter()
        var texts = [PDFWriter.Text("一、标准。各区按下表执行，不得擅自改变，并及时向社会公布有关情况。", x: 50, y: 780)]
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                texts.append(PDFWriter.Text(cell, x: 60 + 90 * Double(column), y: 740 - 16 * Double(index)))
            }
        }
        writer.addPage(texts)
        #expect(try lines(writer).filter { $0.contains("\t") } == rows.map { $0.joined(separator: "\t") })
    }

    @Test("no word of the text layer is lost, wherever it stands", arguments: 1...5)
    func allWords(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var words: [String] = []
        var writer = PDFWriter()
        for _ in 0..<3 {
            var texts: [PDFWriter.Text] = []
            for index in 0..<60 {
                let word = "词\(seed)\(words.count)"
                words.append(word)
                let x = Double(Int.random(in: 0..<5, using: &generator)) * 105 + 40
                texts.append(PDFWriter.Text(word, x: x, y: 790 - 12.5 * Double(index)))
            }
            writer.addPage(texts)
        }
        let found = try lines(writer).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        #expect(found.sorted() == words.sorted())
    }

    @Test("files without text, locked and damaged ones say what they are")
    func errors() {
        func code(_ bytes: [UInt8]) -> IngestError.Code? {
            do throws(IngestError) {
                _ = try GazetteReader().read(bytes, path: "a.pdf")
                return nil
            } catch {
                return error.code
            }
        }
        var empty = PDFWriter()
        empty.addPage([])
        #expect(code(empty.bytes()) == .empty)
        var locked = PDFWriter()
        locked.addPage(lines: ["锁"])
        // Neither of the two fits any password, least of all the empty one.
        let key = String(repeating: "5A", count: 32)
        locked.trailer = "/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>/ID[<00><00>]"
        #expect(code(locked.bytes()) == .encrypted)
        #expect(code(Array("%PDF-1.4 nothing".utf8)) == .malformed)
    }
}
