import Testing

@testable import Ingest

/// Rules that pages draw, and what is printed around their text.
@Suite struct RuledPagesTests {
    private func page(_ content: String, setup: String = "%%PageOrientation: Portrait") -> [Rule] {
        let file =
            "%!PS\n%%Page: 1 1\n\(setup)\n595 842 cairo_set_page_size\n%%EndPageSetup\nq 0 0 595 842 rectclip\n1 0 0 -1 0 842 cm q\n\(content)\nQ Q\nshowpage\n"
        return PostScriptRules.pages(in: Array(file.utf8)).first ?? []
    }

    @Test("strokes, thin surfaces and frames are rules; shades, curves and text are none")
    func rules() {
        let level = Rule(axis: .level, position: 100, start: 50, end: 250)
        #expect(page("50 100 m 250 100 l S") == [level])
        #expect(page("50 99.5 200 1 re f") == [level])
        #expect(page("q 1 0 0 -1 0 0 cm\n50 -100 m 250 -100 l S Q") == [level])
        #expect(page("50 100 200 60 re S").count == 4)
        #expect(page("50 100 200 60 re f").isEmpty)
        #expect(page("50 100 m 60 60 80 90 90 100 c S (50 100 m 250 100 l S) Tj <5010> Tj").isEmpty)
        #expect(page("<~ 50 100 m 250 100 l S ~> 50 100 m 250 100 l n").isEmpty)
    }

    @Test("a page that lies on its side is held upright")
    func turned() {
        let found = page("q 0 -1 -1 0 0 0 cm\n-742 -95 m -142 -95 l S Q", setup: "%%PageOrientation: Landscape")
        #expect(found == [Rule(axis: .level, position: 95, start: 100, end: 700)])
    }

    @Test("borders drawn a piece a cell are one; tables that nearly touch are two")
    func joined() {
        func grid(top: Double, columns: [Double]) -> [Rule] {
            var rules: [Rule] = []
            for row in 0..<3 {
                for (left, right) in zip(columns, columns.dropFirst()) {
                    rules.append(Rule(axis: .level, position: top + 20 * Double(row), start: left, end: right))
                }
            }
            return rules + columns.map { Rule(axis: .upright, position: $0, start: top, end: top + 40) }
        }
        let tables = RuledTable.tables(
            of: grid(top: 100, columns: [50, 100, 300]) + grid(top: 143, columns: [50, 92, 200, 300]), slack: 1.5)
        #expect(tables.map(\.columns) == [[50, 100, 300], [50, 92, 200, 300]])
    }

    @Test("words of lines whose high boxes overlap stay on their lines")
    func highBoxes() {
        func word(_ text: String, _ left: Double, _ top: Double, _ width: Double, _ height: Double) -> PlacedWord {
            PlacedWord(
                text: Array(text.unicodeScalars),
                box: Box(left: left, top: top, right: left + width, bottom: top + height))
        }
        let lines = PrintedLine.group([
            word("11/25/26,", 24, 15.08, 38.4, 9.3), word("青川市水利办法", 260, 8.8, 56, 20.8),
            word("第十三条", 57, 19.2, 48, 31.2), word("为加强管理", 117, 19.2, 60, 31.2),
        ])
        #expect(lines.map(\.words.count) == [2, 2])
    }

    @Test("a short word in a box of the font's height is upright")
    func upright() {
        var page = PlacedPage(width: 600, height: 800, words: [])
        page.words = [
            PlacedWord(text: Array("责任单位市政府".unicodeScalars), box: Box(left: 0, top: 0, right: 84, bottom: 31)),
            PlacedWord(text: Array("5.1".unicodeScalars), box: Box(left: 0, top: 50, right: 17, bottom: 81)),
            PlacedWord(text: Array("经济发展".unicodeScalars), box: Box(left: 0, top: 90, right: 12, bottom: 138)),
        ]
        #expect(page.words.map(\.isSideways) == [false, true, true])
        page.markUpright()
        #expect(page.words.map(\.isSideways) == [false, false, true])
    }

    @Test(
        "heads and feet of browsers",
        arguments: [
            ("11/25/26, 9:10 AM　　某市人民政府门户网站", true), ("2024/3/15 09:10　　关于供水的通知", true), ("2024年3月15日 上午9:10 网站", true),
            ("2024年3月15日 星期五", false), ("3/15 的任务", false),
        ])
    func browserHead(_ text: String, _ isHead: Bool) {
        #expect(PageFurniture.isBrowserHead(Array(text.unicodeScalars)) == isHead)
    }

    @Test func browserFoot() {
        #expect(PageFurniture.isBrowserFoot(Array("https://www.example.gov.cn/a.html　　2/3".unicodeScalars)))
        #expect(!PageFurniture.isBrowserFoot(Array("网址 https://www.example.gov.cn/a.html".unicodeScalars)))
    }
}
