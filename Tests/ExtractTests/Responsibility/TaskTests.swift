import Ingest
import Testing

@testable import Extract

private func tasks(_ body: String) throws -> [TaskRecord] {
    let text = """
        某市人民政府关于印发某方案的通知
        某政发〔2020〕1号
        各区人民政府：
        现将《某方案》印发给你们。
        某市人民政府
        2020年3月1日
        某方案
        \(body)
        """
    let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
    return Extractor.extract(issue).documents.flatMap(\.tasks)
}

private func units(_ task: TaskRecord) -> [String] {
    task.assignments.map { "\($0.role.rawValue):\($0.unit)\($0.inherited ? "*" : "")" }
}

@Suite struct TaskTests {
    @Test("lines below a numbered item make one task of it")
    func labelledLines() throws {
        let found = try tasks("1.推进项目建设。\n牵头单位：市商务局\n责任单位：市财政局\n2.强化纪律建设。\n责任单位：市政府各部门")
        try #require(found.map(\.label) == ["1", "2"])
        #expect(units(found[0]) == ["lead:市商务局", "responsible:市财政局"])
        #expect(units(found[1]) == ["responsible:市政府各部门"])
    }

    @Test("a statement that stands alone closes the paragraph above it")
    func ownParagraph() throws {
        let found = try tasks("8. 完善技术标准体系。完善标准。\n（牵头单位：市城乡建设局；配合单位：市市场监管局）")
        try #require(found.count == 1)
        #expect(found[0].label == "8")
        #expect(found[0].text.hasPrefix("完善技术标准体系"))
    }

    @Test("two statements in one item are two tasks")
    func twoInOne() throws {
        let found = try tasks("16．加快联通。实现共认。（责任部门：市营商局）推动对接。（责任部门：市财政局）")
        try #require(found.map(\.label) == ["16", "16"])
        #expect(found[1].text == "推动对接。")
    }

    @Test("the first-listed unit leads from the rule on, and what the rule adds later is inherited")
    func firstListed() throws {
        let found = try tasks(
            "1．甲。（市教育局、财政局负责）\n2．乙。（市卫生健康委、医保局负责，排在第一位的部门为牵头部门，下同）\n3．丙。（市民政局、财政局）\n4．丁。（市科技局牵头，市财政局配合）")
        try #require(found.count == 4)
        #expect(units(found[0]) == ["responsible:市教育局", "responsible:市财政局"])
        #expect(units(found[1]) == ["lead:市卫生健康委", "responsible:市医保局"])
        #expect(units(found[2]) == ["lead:市民政局*", "responsible:市财政局"])
        #expect(units(found[3]) == ["lead:市科技局", "support:市财政局"])
    }

    @Test("a first-listed rule without 下同 holds where it stands, and may say what the others do")
    func firstListedOnce() throws {
        let found = try tasks("1．甲。（市交通局、公安局按职责分工负责；列第一位的单位为牵头单位，其他为配合单位）\n2．乙。（市民政局、财政局）")
        try #require(found.count == 2)
        #expect(units(found[0]) == ["lead:市交通局", "support:市公安局"])
        #expect(units(found[1]) == ["responsible:市民政局", "responsible:市财政局"])
    }

    @Test("a first-listed rule in the text holds for what follows")
    func firstListedInProse() throws {
        let found = try tasks("任务分工中，列第一位的责任单位为牵头单位。\n1．甲。\n责任单位：市交通局、公安局\n2．乙。\n责任单位：市民政局")
        try #require(found.count == 2)
        #expect(units(found[0]) == ["lead:市交通局*", "responsible:市公安局"])
        #expect(units(found[1]) == ["lead:市民政局*"])
    }

    @Test("who sees to tasks besides, and will be listed no more")
    func involved() throws {
        let found = try tasks(
            "1．甲。〔责任单位：省商务厅按职责分工负责。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕\n2．乙。〔责任单位：省市场监管局、司法厅〕")
        try #require(found.count == 2)
        #expect(units(found[0]) == ["responsible:省商务厅", "responsible:相关市（州）人民政府"])
        #expect(
            units(found[1]) == ["responsible:省市场监管局", "responsible:省司法厅", "responsible:相关市（州）人民政府*"])
    }

    @Test("a line that names people before units is a statement")
    func peopleFirst() throws {
        let found = try tasks("1．甲。\n牵头单位：市交通局\n责任领导：王某某，责任单位：市公安局")
        try #require(found.count == 1)
        #expect(units(found[0]) == ["lead:市交通局", "responsible:市公安局"])
    }

    @Test("a unit that all later tasks need is added to them as inherited")
    func fromHere() throws {
        let found = try tasks(
            "1．甲。（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）\n2．乙。（财政部牵头，税务总局参与）")
        try #require(found.count == 2)
        #expect(units(found[1]) == ["lead:财政部", "support:税务总局", "implement:试点城市政府*"])
    }

    @Test("each unit carries the rule that gave its role, and how its name was completed")
    func rules() throws {
        let found = try tasks(
            """
            1．甲。（市教育局、财政局负责，列第一位者为牵头单位，下同）
            2．乙。（市民政局、财政局按照职责分工负责）
            3．丙。（市民政局会同市财政局负责）
            4．丁。（牵头单位：市科技局；责任单位：市财政局）
            5．戊。（市民政局、财政局）
            """)
        let trail = found.map { $0.assignments.map { "\($0.rule ?? "-")\($0.completion.map { " + \($0)" } ?? "")" } }
        #expect(
            trail == [
                ["first-listed rule", "tail 负责 + 共用前缀 市"], ["first-listed rule", "tail 按照职责分工负责 + 共用前缀 市"],
                ["joint 会同", "joint 会同"], ["label 牵头单位", "label 责任单位"], ["first-listed rule", "bare list + 共用前缀 市"],
            ])
        #expect(Set(found.compactMap(\.assignments.first?.ruleSpan)).count == 1)
        #expect(found[1].assignments[0].ruleQuote == "（市教育局、财政局负责，列第一位者为牵头单位，下同）")
    }

    @Test("rows of a task table are tasks")
    func table() throws {
        let found = try tasks("序号\t工作任务\t牵头单位\t责任单位\t完成时限\n1\t推进旧城改造\t市住建局\t市财政局、自然资源局\t6月底前")
        try #require(found.map(\.label) == ["1"])
        #expect(units(found[0]) == ["lead:市住建局", "responsible:市财政局", "responsible:市自然资源局"])
        #expect(found[0].deadlines.map(\.date) == ["2020-06-30"])
    }
}
