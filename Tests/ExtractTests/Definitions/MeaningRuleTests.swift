import Ingest
import Testing

@testable import Extract

@Suite struct MeaningRuleTests {
    private func read(_ text: String) -> [String] {
        DefinitionGrammar.definitions(in: HanFolding.fold(Array(text.unicodeScalars))).map {
            "\($0.kind.rawValue) \($0.scope ?? "-") \($0.term)=\($0.meaning)"
        }
    }

    @Test(
        "a term, what it means and where",
        arguments: [
            ("本办法所称有效投诉，是指经核实的投诉。", ["meaning 本办法 有效投诉=经核实的投诉"]),
            ("前款所称甲，包括乙和丙。", ["includes 前款 甲=乙和丙"]),
            ("有害垃圾，指有毒的垃圾；厨余垃圾，指易腐的垃圾。", ["meaning - 有害垃圾=有毒的垃圾", "meaning - 厨余垃圾=易腐的垃圾"]),
            ("刑法第三条规定的“情节严重”，是指多次。", ["meaning - 情节严重=多次"]), ("自筹财源：指歲入決算數。", ["meaning - 自筹财源=岁入决算数"]),
            ("某钢铁（集团）有限公司（以下简称“某钢”）应当停产。", ["short-name - 某钢=某钢铁（集团）有限公司"]),
            ("经济和信息化、公安等部门（以下统称主管部门）应当配合。", ["short-name - 主管部门=经济和信息化、公安等部门"]),
            ("经营者应当通过国家企业信用信息公示系统（以下称“公示系统”）公示。", ["short-name - 公示系统=国家企业信用信息公示系统"]),
        ])
    func meanings(_ text: String, _ expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test("指定, 包括 without 所称 and clauses define nothing", arguments: ["由市政府指定部门负责。", "主要任务包括修路和架桥。", "会议强调，其是指明方向。"])
    func none(_ text: String) {
        #expect(read(text).isEmpty)
    }
}
