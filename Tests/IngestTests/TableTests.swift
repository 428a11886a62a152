import Ingest
import Testing

/// Tables that stand in a text as markup or between bars.
@Suite struct TableTests {
    private func blocks(_ text: String) throws -> [Block] {
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        #expect(!issue.fates.contains(.unread))
        return issue.documents.flatMap(\.blocks)
    }

    private func rows(_ text: String) throws -> [[String]] {
        try blocks(text).first { $0.element == .table }?.rows.map { $0.map(\.string) } ?? []
    }

    @Test("cells that span rows and columns are repeated in each")
    func spans() throws {
        let text = """
            一、目标
            <table border="1"><tr><td rowspan="2">领域</td><td colspan='2'>指标</td></tr><tr><th>2020年</th><th>2025年</th></tr>
            <tr><td>教育&nbsp;</td><td>50%</td><td>&gt;60%</td></tr></table>
            二、措施
            """
        #expect(try rows(text) == [["领域", "指标", "指标"], ["领域", "2020年", "2025年"], ["教育", "50%", ">60%"]])
    }

    @Test("what stands on the lines of the table besides it is text")
    func around() throws {
        let found = try blocks(
            "任务如下：<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>以上任务须完成。\n第二段。\n")
        #expect(found.filter { $0.element == .body }.map(\.text.string) == ["任务如下：", "以上任务须完成。", "第二段。"])
    }

    @Test(
        "a table that is never closed, and a mere less-than sign, are text",
        arguments: ["<table><tr><td>甲", "当a<b时，c>d。"])
    func broken(_ text: String) throws {
        #expect(try rows("第一段。\n\(text)\n第三段。\n").isEmpty)
    }

    @Test("each character of a cell knows its place")
    func places() throws {
        let cell = try #require(try blocks("甲。\n<table><tr><td>乙丙</td></tr></table>\n").last?.rows.first?.first)
        #expect(cell.places.map(\.column) == [16, 17])
        #expect(cell.places.map(\.line) == [2, 2])
    }

    @Test("rows between bars, with the rule below the header")
    func barred() throws {
        let text = "一、目标\n| 指标 | 目标值 |\n|---|:--:|\n| 普及率 | 95% |\n| 达标率 |  |\n"
        #expect(try rows(text) == [["指标", "目标值"], ["普及率", "95%"], ["达标率", ""]])
    }
}
