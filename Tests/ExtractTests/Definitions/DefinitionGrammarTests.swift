import Ingest
import Testing

@testable import Extract

@Suite struct DefinitionGrammarTests {
    @Test(
        "short names, days and bounds are read with what they mean",
        arguments: [
            ("成立市优化环境领导小组办公室（以下简称“市领导小组办公室”）", ["市领导小组办公室=市优化环境领导小组办公室"]),
            ("受理公众和乘客对地铁交通运营单位（以下简称“运营单位”）服务质量的投诉", ["运营单位=地铁交通运营单位"]),
            ("加强市场（以下称土地二级市场）管理", ["土地二级市场=市场"]),
            ("起草《重点工作分工方案》（以下简称《方案》），", ["方案=重点工作分工方案"]),
            ("按照《某条例》（国办发〔2019〕34号，以下简称《条例》）要求", ["条例=某条例"]),
            ("市政府设立的空港经济区管理委员会（以下简称管委会）", ["管委会=空港经济区管理委员会"]),
            ("临空经济区管理委员会(以下简称管委会)依据授权", ["管委会=临空经济区管理委员会"]),
            ("本办法所称“五日”“七日”是指工作日。", ["五日=工作日", "七日=工作日"]),
            ("本规定中“2日”、“3日”和“5日”的规定均指工作日，不含法定节假日", ["2日=工作日", "3日=工作日", "5日=工作日"]),
            ("本细则中的“日”为工作日。", ["日=工作日"]),
            ("由10个工作日缩减至7个工作日", []),
            ("本条例所称以上、以下、以内，均包括本数", ["以上=包括本数", "以下=包括本数", "以内=包括本数"]),
            ("“以上”含本数，“以下”不含本数", ["以上=含本数", "以下=不含本数"]),
            ("以上（下）含本数", ["以上=含本数", "以下=含本数"]),
            ("第二条 大嶝对台小额商品交易市场（以下简称交易市场）", ["交易市场=第二条大嶝对台小额商品交易市场"]),
            ("为保障全面推开营业税改征增值税（以下简称营改增）试点", ["营改增=营业税改征增值税"]),
            ("对有困难的单位适当返还一部分能源交通基金和预算调节基金（以下简称“两金”）。", ["两金=一部分能源交通基金和预算调节基金"]),
            ("2016年新纳入营改增试点范围的纳税人（以下简称试点纳税人）", ["试点纳税人=2016年新纳入营改增试点范围的纳税人"]),
            ("市推行职能转变领导小组办公室（以下简称领导小组办公室）", ["领导小组办公室=市推行职能转变领导小组办公室"]),
            ("由市商务局对承担储备任务的企业（以下简称储备企业）", ["储备企业=承担储备任务的企业"]),
            ("以下简称甲的事项", []), ("（以下简称", []), ("（以下简称“", []), ("“是指工作日", []), ("本数", []),
        ])
    func read(_ text: String, _ expected: [String]) {
        let found = DefinitionGrammar.definitions(in: Array(text.unicodeScalars))
        #expect(found.map { "\($0.term)=\($0.meaning)" } == expected)
    }

    @Test("days are working days in all of a document that says so, whatever stands before the rule")
    func workingDays() throws {
        let found = try document(
            "第一条 主管部门应当自收到申请之日起5日内答复，自收到材料之日起30日内办结。\n第二条 本办法所称“五日”“七日”是指工作日。")
        #expect(found.deadlines.map(\.duration) == ["P5WD", "P30D"])
        #expect(found.deadlines.map(\.certainty) == [.needsEvent, .needsEvent])
        #expect(found.definitions.map(\.term) == ["五日", "七日"])
    }

    @Test("a short name is told in full from its definition on, and stays as printed")
    func shortNames() throws {
        let found = try document(
            """
            1．甲。（市专班办公室负责）
            2．成立市优化环境工作专班办公室（以下简称“市专班办公室”）。
            3．乙。（市专班办公室、财政局负责）
            """)
        let units = found.tasks.flatMap(\.assignments).map { "\($0.unit)|\($0.asWritten ?? "-")|\($0.fullName ?? "-")" }
        #expect(
            units == ["市专班办公室|-|-", "市专班办公室|市专班办公室|市优化环境工作专班办公室", "市财政局|财政局|-"])
    }
}
