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

    @Test("roles inside the list, marks, and labels of those who lead and those who help")
    func rolesInLists() throws {
        let found = try tasks(
            """
            1.稳投资。
            责任单位:市发展改革委(牵头)、市统计局
            2.稳工业。
            责任单位:市发改委、市经信局(共同牵头)、市城建局
            3.整治企业。(市生态环境局、发展和改革局牵头督导,市公安局配合)
            4、修田4万亩。
            主要责任单位:县农业农村局
            其他责任单位:县财政局、县水利局
            5.支持改造。(由省经信委牵头,会同省财政厅、省科技厅落实)
            """)
        #expect(
            found.map(units) == [
                ["lead:市发展改革委", "responsible:市统计局"], ["lead:市发改委", "lead:市经信局", "responsible:市城建局"],
                ["lead:市生态环境局", "lead:市发展和改革局", "support:市公安局"], ["lead:县农业农村局", "support:县财政局", "support:县水利局"],
                ["lead:省经信委", "implement:省财政厅", "implement:省科技厅"],
            ])
    }

    @Test("brackets of any shape inside names, joined bodies and groups")
    func joinedBodies() throws {
        let found = try tasks(
            """
            1.招录医生。(责任单位:市卫生健康委、各县〔市、区〕人民政府)
            2.种粮。(责任单位:农业局,乙县、丙县县委和人民政府)
            3.稳电。牵头单位:省工信委;责任单位:省电力公司,各省辖市、省直管县(市)人民政府。
            4.奖励。（责任单位：省财政厅、沈阳市、大连市，市直有关部门、单位）
            """)
        #expect(
            found.map(units) == [
                ["responsible:市卫生健康委", "responsible:各县〔市、区〕人民政府"],
                ["responsible:农业局", "responsible:乙县县委和人民政府", "responsible:丙县县委和人民政府"],
                ["lead:省工信委", "responsible:省电力公司", "responsible:各省辖市、省直管县(市)人民政府"],
                ["responsible:省财政厅", "responsible:沈阳市", "responsible:大连市", "responsible:市直有关部门、单位"],
            ])
    }

    @Test("kinds of bodies alone are no units, and a unit with a place or name of its own takes no prefix")
    func categories() throws {
        let found = try tasks(
            "1.放宽条件。（重点高校、科研院所、医疗机构）\n2.降息。（省财政厅、某江实验室、人行某南分行、国网某南供电公司、某海证监局、供电公司）")
        try #require(found.count == 1)
        #expect(
            units(found[0]).map { $0.replacing("responsible:", with: "") } == [
                "省财政厅", "某江实验室", "人行某南分行", "国网某南供电公司", "某海证监局", "省供电公司",
            ])
    }

    @Test("a sentence that closes an item says who sees to it")
    func closingSentence() throws {
        let found = try tasks("（一）发放餐饮券。每人限领一张。由市商务局牵头，市财政局、市市场监管局配合。\n（二）检查。领导小组办公室要加强检查，由组长召集会议。")
        try #require(found.count == 1)
        #expect(units(found[0]) == ["lead:市商务局", "support:市财政局", "support:市市场监管局"])
        #expect(found[0].text == "发放餐饮券。每人限领一张。")
    }

    @Test("one closing for the items above it")
    func above() throws {
        let found = try tasks("1.修路。\n2.架桥。\n3.建站。\n以上任务由市交通运输局牵头，市财政局配合。\n4.种树。（市林业局负责）")
        #expect(found.map(\.label) == ["1", "2", "3", "4"])
        for task in found.prefix(3) { #expect(units(task) == ["lead:市交通运输局", "support:市财政局"]) }
    }

    @Test("rules of who leads, in other words")
    func leadRules() throws {
        let first = try tasks("一、责任单位中，排名第一的责任单位为牵头单位，其他列入单位为参与单位。\n1、就业。责任单位：市人社局、市教育局。")
        #expect(units(try #require(first.last)) == ["lead:市人社局*", "support:市教育局*"])
        let none = try tasks("未明确牵头单位的，责任单位即为牵头单位。\n1、就业。\n责任单位：市人社局、市教育局")
        #expect(units(try #require(none.last)) == ["lead:市人社局*", "lead:市教育局*"])
        let marked = try tasks("注：标★的为牵头单位。\n1、就业。\n责任单位：市教育局、市人社局★")
        #expect(units(try #require(marked.last)) == ["responsible:市教育局", "lead:市人社局"])
    }

    @Test("a label without anything before it ends the list above it")
    func lostBreaks() throws {
        let found = try tasks("（一）政策兑现专班\n牵头单位：区财政局配合单位：区税务局，各镇街（园区）工作职责：建立政策库。")
        #expect(units(try #require(found.first)) == ["lead:区财政局", "support:区税务局", "support:各镇街（园区）"])
    }

    @Test("columns by the meaning of their headers, roles in cells, and cells that are left out")
    func tables() throws {
        let found = try tasks(
            "工作任务\t具体要求\t责任科室\n一、做好公开。\t1.公开预算。\t财务科\n2.更新公众号。\t办公室牵头，各科室配合\t\n二、解读。\t3.发布解读。\t各科室")
        #expect(found.map(\.label) == ["1", "2", "3"])
        #expect(found.map(\.text) == ["公开预算。", "更新公众号。", "发布解读。"])
        #expect(
            found.map(units) == [
                ["responsible:财务科"], ["lead:办公室", "support:各科室"], ["responsible:各科室"],
            ])
        #expect(found[1].path.last == "一、做好公开。")
    }

    @Test("the cells of a table of tasks are read as texts")
    func cells() throws {
        let text = """
            某市人民政府关于印发某方案的通知
            某政发〔2020〕1号
            各区人民政府：
            现印发给你们。
            序号	工作任务	主责单位	协办部门	完成时限
            1	落实《某省标准指南》，培育企业20家以上。	市工信局	市数据局	2021年6月底
            某市人民政府
            2020年3月1日
            """
        let document = try #require(
            Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "a.txt")).documents.first)
        let task = try #require(document.tasks.first)
        #expect(units(task) == ["lead:市工信局", "support:市数据局"])
        #expect(task.deadlines.map(\.date) == ["2021-06-30"])
        #expect(document.targets.map(\.task) == [task.id])
        #expect(document.deadlines.map(\.task) == [task.id])
        #expect(document.citations.map(\.title) == ["某省标准指南"])
    }

    @Test("lines below the last items of groups are of all their items, where the text sets them so throughout")
    func groupClosings() throws {
        let groups = "（一）减。\n1.减事项。\n2.减材料。\n牵头单位：市审批局\n责任单位：市财政局\n（二）管。\n3.双随机。\n4.信用。\n牵头单位：市市场监管局"
        let found = try tasks(groups)
        #expect(found.map(\.label) == ["1", "2", "3", "4"])
        #expect(units(found[0]) == ["lead:市审批局", "responsible:市财政局"])
        #expect(units(found[0]) == units(found[1]))
        #expect(units(found[2]) == ["lead:市市场监管局"])
        // One item with a line of its own, and lines are of the items above them.
        let mixed = try tasks(groups + "\n（三）建。\n5.建站。\n牵头单位：市住建局\n6.修路。\n牵头单位：市交通运输局")
        #expect(mixed.map(\.label) == ["2", "4", "5", "6"])
    }

    @Test("what is due behind a labelled list is of its task")
    func dueBehind() throws {
        let found = try tasks("3、建成污水厂。责任单位：市住建局、市生态环境局。完成时限：2020年10月底。")
        #expect(found.first?.deadlines.map(\.date) == ["2020-10-31"])
        #expect(units(try #require(found.first)) == ["responsible:市住建局", "responsible:市生态环境局"])
    }

    @Test("groups that go on behind 、, in the words of a province and of a city")
    func groups() throws {
        let found = try tasks(
            "1.甲。（省委组织部、省人社厅，各市委、市政府）\n2.乙。责任部门：市民政局、各县（市）、区民政局\n3.丙。（财政部、商务部等和各省级人民政府负责）")
        #expect(
            found.map(units) == [
                ["responsible:省委组织部", "responsible:省人社厅", "responsible:各市委、市政府"],
                ["responsible:市民政局", "responsible:各县（市）、区民政局"],
                ["responsible:财政部", "responsible:商务部", "responsible:各省级人民政府"],
            ])
    }

    @Test("lists in brackets that close sentences count where the text closes several so")
    func trailingLists() throws {
        let found = try tasks(
            "1.拓展全程网办场景（区市场局、区行政服务中心）。优化登记信息库，减少线下跑动（区市场局、区大数据中心）。\n2.提供集中登记地（区市场局）。")
        #expect(
            found.map(units) == [
                ["responsible:区市场局", "responsible:区行政服务中心"], ["responsible:区市场局", "responsible:区大数据中心"],
                ["responsible:区市场局"],
            ])
        #expect(try tasks("1.拓展全程网办场景（区市场局、区行政服务中心）。").isEmpty)
        #expect(try tasks("1.报市自然资源局（市林草局）。\n2.报市民政局（市社会组织局）。\n3.报市数据局（市政务局）。").isEmpty)
    }
}
