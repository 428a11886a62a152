import TestSupport
import Testing

@testable import Ingest

@Suite struct GeometryTests {
    private func lines(_ texts: [PDFWriter.Text]) throws -> [String] {
        var writer = PDFWriter()
        writer.addPage(texts)
        return try PDFReader().read(writer.bytes(), path: "a.pdf").lines.map { $0.scalars.string }
    }

    /// Rows of cells, set at the given columns; a cell of several lines wraps.
    private func table(_ rows: [[String]], at columns: [Double], centred: Bool = false) -> [PDFWriter.Text] {
        var texts: [PDFWriter.Text] = []
        var y = 780.0
        for row in rows {
            let cells = row.map { $0.isEmpty ? [] : $0.split(separator: "\n").map(String.init) }
            let height = cells.map(\.count).max() ?? 1
            for (x, cell) in zip(columns, cells) {
                let offset = centred ? Double(height - cell.count) * 7 : 0
                for (index, text) in cell.enumerated() {
                    texts.append(PDFWriter.Text(text, x: x, y: y - offset - Double(index) * 14))
                }
            }
            y -= Double(height) * 14 + 6
        }
        return texts
    }

    @Test(
        "a gap is the blanks that are as wide; next to Latin characters a narrow one is none",
        arguments: [
            (0.1, "甲", "乙", ""), (0.25, "年", "2", ""), (0.25, "a", "b", " "), (0.5, "甲", "乙", " "), (1, "条", "本", "　"),
            (1.5, "—", "1", "　 "), (2, "甲", "乙", "　　"),
        ] as [(Double, Unicode.Scalar, Unicode.Scalar, String)])
    func blanks(gap: Double, last: Unicode.Scalar, next: Unicode.Scalar, expected: String) {
        #expect(PrintedLine.blanks(gap, between: last, and: next).string == expected)
    }

    @Test("a letter-spaced line has no blanks but where it is wider than its spacing")
    func letterSpacing() throws {
        let spaced = "某市人民政府文件".enumerated().map { PDFWriter.Text(String($1), x: 50 + 16 * Double($0), y: 700) }
        #expect(try lines(spaced) == ["某市人民政府文件"])
    }

    @Test("raised characters stay in their line")
    func raised() throws {
        let texts = [
            PDFWriter.Text("面积为500平方公里，约", x: 50, y: 700), PDFWriter.Text("2", x: 156, y: 704, size: 6),
            PDFWriter.Text("以上", x: 160, y: 700), PDFWriter.Text("下一行的文字", x: 50, y: 686),
        ]
        #expect(try lines(texts) == ["面积为500平方公里，约2以上", "下一行的文字"])
    }

    @Test("what runs sideways comes behind the rest of its page")
    func sideways() throws {
        let texts = [
            PDFWriter.Text("侧边的文字", x: 560, y: 700, isSideways: true), PDFWriter.Text("第一行的文字", x: 50, y: 790),
            PDFWriter.Text("第二行的文字", x: 50, y: 776),
        ]
        #expect(try lines(texts).filter { !$0.isEmpty } == ["第一行的文字", "第二行的文字", "侧边的文字"])
    }

    @Test("columns whose lines stand at different heights are read one after the other")
    func unevenColumns() throws {
        let left = (0..<8).map { PDFWriter.Text("左栏第\($0)行的文字写满一栏的宽度", x: 50, y: 770 - 14 * Double($0)) }
        let right = (0..<8).map { PDFWriter.Text("右栏第\($0)行的文字写满一栏的宽度", x: 320, y: 763 - 14 * Double($0)) }
        #expect(try lines(right + left).map { $0.prefix(4) } == (left + right).map { $0.text.prefix(4) })
    }

    @Test("cells that wrap are joined, at the top of their row and in the middle of it", arguments: [false, true])
    func wrappedCells(centred: Bool) throws {
        let rows = [
            ["序号", "任务", "责任单位"], ["1", "推进老旧小区改造，完善\n配套设施，年底前完成", "市住建局"],
            ["2", "新建公园十处", "市园林局、市财政局、市\n自然资源局"], ["3", "加强监管，健全制度，压\n实责任，定期通报情况，\n形成长效机制", "市应急局"],
        ]
        let found = try lines(table(rows, at: [50, 100, 300], centred: centred))
        #expect(found == rows.map { $0.map { $0.filter { $0 != "\n" } }.joined(separator: "\t") })
    }

    @Test("narrow columns are known by what stands in line, high rows by the space between", arguments: [false, true])
    func narrowColumns(centred: Bool) throws {
        let rows = [
            ["皇姑区", "I", "44.1", "陵东街道（北陵农场）"], ["", "II", "41", "陵东街道（东窑村、西窑村、\n上岗子村、陵东村）"],
            ["", "III", "30.8", "鸭绿江街道"], ["铁西区", "I", "5.1", "翟家街道、大潘街道、彰驿\n站街道、高花街道、街道（张\n士村、高明村）"],
            ["于洪区", "I", "42.0", "陵西街道"],
        ]
        let found = try lines(table(rows, at: [50, 87, 110, 140], centred: centred))
        #expect(
            found.filter { !$0.isEmpty } == rows.map { $0.map { $0.filter { $0 != "\n" } }.joined(separator: "\t") })
    }

    @Test(
        "what is no table stays text",
        arguments: [
            [["第一章", "总则"], ["第二章", "职责"]], [["某市人民政府", "2020年5月6日"], ["某市财政局", "2020年5月6日"]],
            [["关于供水的通知……", "1"], ["关于供热的通知……", "2"], ["关于供电的通知……", "3"], ["关于供气的通知……", "4"]],
        ])
    func noTable(rows: [[String]]) throws {
        let found = try lines(table(rows, at: [50, 260]))
        #expect(!found.contains { $0.contains("\t") })
        #expect(found.joined().filter { !$0.isWhitespace } == rows.joined().joined())
    }

    @Test("each row of a table has the same number of cells, and a page number below is none of them")
    func pageNumber() throws {
        let rows = [["地区", "甲", "乙"], ["东区", "1", ""], ["西区", "", "2"]]
        let number = PDFWriter.Text("—   14   —", x: 150, y: 700)
        let found = try lines(table(rows, at: [50, 150, 250]) + [number])
        #expect(found.filter { $0.contains("\t") } == rows.map { $0.joined(separator: "\t") })
        let last = try #require(found.last)
        #expect(LineClassifier.isPageNumber(Array(last.unicodeScalars.drop(while: \.isBlank))))
    }
}
