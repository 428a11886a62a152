import Testing

@testable import Ingest

/// Tables of texts, whose format marks none.
@Suite struct PlainTablesTests {
    private func tables(_ text: String) throws -> [Table] {
        try GazetteReader().read(Array(text.utf8), path: "a.txt").tables
    }

    private func rows(_ text: String) throws -> [[String]] {
        try tables(text).flatMap { $0.texts.map { $0.map(\.string) } }
    }

    private let header = ["序号", "任务名称", "牵头部门", "完成时限"]

    @Test("rows between bars without one in front")
    func bars() throws {
        let text = "现下达任务如下。\n序号 | 任务名称 | 牵头部门 | 完成时限 |\n1 | 修路 | 区交通局 | 11月底 |\n2 | 增收 | 区财政局 | 12月底 |\n"
        #expect(try rows(text) == [header, ["1", "修路", "区交通局", "11月底"], ["2", "增收", "区财政局", "12月底"]])
    }

    @Test("cells that a program left out below one that spans rows")
    func spannedCellsLeftOut() throws {
        let text = """
            工作任务 | 具体要求 | 责任部门 |
            一、做好公开。 | 1.公开预算。 | 财务科 |
            2.更新公众号。 | 办公室牵头,各科室配合 | |
            """
        let table = try #require(try tables(text).first)
        #expect(table.texts[2].map(\.string) == ["一、做好公开。", "2.更新公众号。", "办公室牵头,各科室配合"])
        #expect(table.rows[2][0].continuesAbove)
    }

    @Test(
        "lines with bars that are no table",
        arguments: [
            "首页 | 简 | 繁 | 登录\n某市人民政府关于供水的通知\n", "发布机构 | 某市 | 发文字号 | 某政办发〔2022〕20号 |\n正文。\n",
            "浏览量:1 | | | |\n正文。\n",
        ])
    func noTable(_ text: String) throws {
        #expect(try tables(text).isEmpty)
    }

    @Test("a cell a line, with a number before each row")
    func cellLines() throws {
        let text = "附件\n任务分解表\n序号\n任务名称\n牵头部门\n完成时限\n1\n建成图书馆。\n县文体局\n县代建中心\n12月底前\n2\n修路。\n县交通局\n11月底前\n"
        #expect(
            try rows(text) == [
                header, ["1", "建成图书馆。", "县文体局县代建中心", "12月底前"], ["2", "修路。", "县交通局", "11月底前"],
            ])
    }

    @Test("a cell a line with bars between, the number within a column")
    func barredCellLines() throws {
        let text =
            "工作任务\n|\n具体要求\n|\n责任科室\n|\n时限要求\n|\n做好政策解读\n|\n1\n|\n提高解读质量。\n|\n办公室\n|\n年底前\n|\n2\n|\n办好访谈。\n|\n业务科\n|\n年底前\n|\n"
        #expect(
            try rows(text) == [
                ["工作任务", "具体要求", "具体要求", "责任科室", "时限要求"], ["做好政策解读", "1", "提高解读质量。", "办公室", "年底前"],
                ["做好政策解读", "2", "办好访谈。", "业务科", "年底前"],
            ])
    }

    @Test("names of columns by themselves are no table")
    func headerOnly() throws {
        #expect(try tables("任务名称\n牵头部门\n完成时限\n为做好工作，现通知如下。\n请落实。\n").isEmpty)
    }

    @Test("a table drawn with characters, a cell on two lines")
    func drawn() throws {
        let text = """
            ┌──┬────┬────┐
            │序号│项目  │标准  │
            ├──┼────┼────┤
            │1  │供水  │每吨  │
            │   │价格  │3元   │
            ├──┼────┼────┤
            │2  │排水  │2元   │
            └──┴────┴────┘
            """
        #expect(try rows(text) == [["序号", "项目", "标准"], ["1", "供水价格", "每吨3元"], ["2", "排水", "2元"]])
    }

    @Test("each line of a table is one by its fate")
    func fates() throws {
        let issue = try GazetteReader().read(
            Array("┌─┬─┐\n│甲│乙│\n├─┼─┤\n│1│2│\n└─┴─┘\n".utf8), path: "a.txt")
        #expect(
            issue.fates == [
                .furniture(.tableRule), .tableRow, .furniture(.tableRule), .tableRow, .furniture(.tableRule),
            ])
    }

    @Test("caption and measure inside a table, and a second table in it")
    func heads() throws {
        let page = """
            <table><tr><td colspan=3>附件1 指标</td></tr><tr><td colspan=3>单位：个</td></tr>\
            <tr><td>指标</td><td>单位</td><td>目标</td></tr><tr><td>水厂</td><td>个</td><td>2</td></tr>\
            <tr><td colspan=3>附件2 任务</td></tr><tr><td>序号</td><td>任务</td><td>牵头单位</td></tr>\
            <tr><td>1</td><td>修路</td><td>市交通局</td></tr></table>
            """
        let text = "<html><body><p>某市关于供水工作有关事项的说明，请各单位认真组织实施。</p>\(page)</body></html>"
        let tables = try GazetteReader().read(Array(text.utf8), path: "a.html").tables
        #expect(tables.map { $0.caption?.string } == ["附件1 指标", "附件2 任务"])
        #expect(tables.map { $0.measure?.string } == ["单位：个", nil])
        #expect(tables.map(\.rows.count) == [2, 2])
        #expect(tables.allSatisfy { $0.headerRowCount == 1 })
    }

    @Test("names over names are a header of two rows")
    func twoRowsOfNames() throws {
        let text = """
            <html><body><p>某市关于供水工作有关事项的说明，请各单位认真组织实施。</p>
            <table><tr><td rowspan=2>任务</td><td colspan=2>责任单位</td></tr><tr><td>牵头</td><td>配合</td></tr>
            <tr><td>修路</td><td>市交通局</td><td>市财政局</td></tr></table></body></html>
            """
        #expect(try GazetteReader().read(Array(text.utf8), path: "a.html").tables.first?.headerRowCount == 2)
    }
}
