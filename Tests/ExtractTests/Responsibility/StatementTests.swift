import Ingest
import Testing

@testable import Extract

/// Text of a paragraph, and the units with roles that its statements give.
struct StatementCase: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: [String]) {
        self.text = text
        self.expected = expected
    }
}

@Suite struct StatementTests {
    private func read(_ text: String) -> [String] {
        let mapped = MappedText(text)
        let label = Label.scan(mapped.scalars)
        let passage = Passage(
            provision: "p", text: mapped, label: label, bodyStart: label?.end ?? 0, path: [], section: 0, owner: nil)
        return StatementFinder(places: ["沈阳"]).statements(in: passage).flatMap { statement in
            statement.assignments.map { "\($0.role.rawValue):\($0.unit.name)" }
        }
    }

    @Test(
        "one grammar for all layouts",
        arguments: [
            StatementCase("牵头单位：市科技局", ["lead:市科技局"]),
            StatementCase("责任单位：市财政局、商务局", ["responsible:市财政局", "responsible:市商务局"]),
            StatementCase(
                "1.加快建设。（牵头单位：市城乡建设局；配合单位：市财政局）", ["lead:市城乡建设局", "support:市财政局"]),
            StatementCase(
                "1．缩短时间。（责任部门：市自然资源局、人防办，完成时限：2019年6月底前）", ["responsible:市自然资源局", "responsible:市人防办"]),
            StatementCase(
                "加强预防。（市残联、卫生健康委牵头，市教育局、妇联按照职责分工负责）",
                ["lead:市残联", "lead:市卫生健康委", "responsible:市教育局", "responsible:市妇联"]),
            StatementCase("做好筛查。（市卫生健康委负责）", ["responsible:市卫生健康委"]),
            StatementCase("推进成品住宅。（市城乡建设局牵头负责）", ["lead:市城乡建设局"]),
            StatementCase("办好展会。（商务部指导，供销合作总社参与）", ["responsible:商务部", "support:供销合作总社"]),
            StatementCase("完善政策。（国家发展改革委会同有关部门负责）", ["lead:国家发展改革委", "support:有关部门"]),
            StatementCase(
                "（一）行动组。牵头单位：市司法局；责任单位：市委组织部，市公安局、民政局。",
                ["lead:市司法局", "responsible:市委组织部", "responsible:市公安局", "responsible:市民政局"]),
            StatementCase("推广服务。（市卫生健康委、医保局）", ["responsible:市卫生健康委", "responsible:市医保局"]),
            StatementCase("落实要求。（各有关部门按职责分工负责）", ["responsible:各有关部门"]),
            StatementCase("(二) 分类。(责任单位: 各区、县(市)政府, 市工业和信息化局)", ["responsible:各区、县(市)政府", "responsible:市工业和信息化局"]),
            StatementCase(
                "开展试点。（生态环境部指导，试点城市政府负责落实）", ["responsible:生态环境部", "implement:试点城市政府"]),
        ])
    func layouts(_ row: StatementCase) {
        #expect(read(row.text) == row.expected)
    }

    @Test(
        "what stands in brackets and is no statement",
        arguments: [
            "在领导小组办公室（市城乡建设局）出具意见后办理。", "企业（个人）可以申请。", "市、区县（市）党委和政府要落实责任。",
            "技工院校（由人力资源社会保障行政部门负责）招生。", "完成投资25%以上（不含税费）。", "指标（%）达到要求。", "专业（群）建设。",
        ])
    func none(_ text: String) {
        #expect(read(text) == [])
    }

    @Test("ten thousand open brackets hide nothing that follows their sentence")
    func openBrackets() {
        let text = String(repeating: "（", count: 10_000) + "。做好筛查。（市卫生健康委负责）"
        #expect(read(text) == ["responsible:市卫生健康委"])
    }
}
