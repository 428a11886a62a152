import Ingest
import Testing

@testable import Extract

@Suite struct CitationGrammarTests {
    private static let context = CitationContext(
        title: "某省人民政府关于印发某省粮食储备管理办法的通知", attachments: ["某省粮食储备管理办法"], number: "某政发〔2020〕1号", kind: "通知")

    private func read(_ text: String, opening: Bool = false, context: CitationContext = Self.context) -> [String] {
        CitationGrammar.citations(in: Array(text.unicodeScalars), context: context, isOpening: opening).map {
            "\($0.relation.rawValue) \($0.title ?? "-") \($0.number?.text ?? "-")"
        }
    }

    @Test(
        "the basis: purpose clauses and 根据 anywhere",
        arguments: [
            ("为了加强行政执法，根据《中华人民共和国行政处罚法》，制定本办法。", ["basis 中华人民共和国行政处罚法 -"]),
            (
                "根据《国务院关于机构设置的通知》（国发〔2018〕6号）、《国务院办公厅关于调整的通知》(国办发[2018]12号)和国办发〔2018〕17号文件精神，结合实际，制定本方案。",
                [
                    "basis 国务院关于机构设置的通知 国发〔2018〕6号", "basis 国务院办公厅关于调整的通知 国办发〔2018〕12号", "basis - 国办发〔2018〕17号",
                ]
            ),
            ("按照《中共中央 国务院关于实施乡村振兴战略的意见》精神，现就有关事项通知如下：", ["basis 中共中央国务院关于实施乡村振兴战略的意见 -"]),
            ("依据国务院令第541号《取水许可条例》第三条，核定取水量。", ["basis 取水许可条例 国务院令第541号"]),
            ("根據第12/2003號法律《職權法》的規定，命令公佈。", ["basis 職權法 第12/2003號法律"]),
            ("依據「行政程序法」第一百五十四條規定辦理。", ["basis 行政程序法 -"]),
            (
                "根据《甲条例》和《乙办法》（省政府令第216号、省政府令第230号），制定本细则。",
                ["basis 甲条例 省政府令第216号", "basis 乙办法 省政府令第230号"]
            ),
            ("参照《某市供水条例》和市水务局《关于水价的通知》（某水发〔2019〕5号）精神，实施差别水价。", ["basis 某市供水条例 -", "basis 关于水价的通知 某水发〔2019〕5号"]),
        ])
    func basis(_ text: String, _ expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(
        "in an opening paragraph what it puts into effect is the basis too",
        arguments: [
            ("会议批准的《政府工作报告》确定了预期目标。", ["basis 政府工作报告 -"]),
            ("贯彻执行《公务员法》以来，成效明显。", ["mention 公务员法 -"]),
        ])
    func opening(_ text: String, _ expected: [String]) {
        #expect(read(text, opening: true) == expected)
    }

    @Test(
        "repeals, amendments and forwarding",
        arguments: [
            ("本办法自发布之日起施行。《某省粮食储备办法》（某政发〔2010〕5号）同时废止。", ["repeals 某省粮食储备办法 某政发〔2010〕5号"]),
            ("自本规定施行之日起，《甲规定》、《乙办法》停止执行。", ["repeals 甲规定 -", "repeals 乙办法 -"]),
            ("1993年国务院发布的《甲规定》（国务院令第75号）和1991年发布的《乙规定》同时废止。", ["repeals 甲规定 国务院令第75号", "repeals 乙规定 -"]),
            ("廢止第17/2003號行政法規及十二月二十日第62/99/M號法令。", ["repeals - 第17/2003號行政法規", "repeals - 第62/99/M號法令"]),
            ("此前的《关于收费的通知》（某价发〔2001〕5号、某价发〔2003〕7号）停止执行。", ["repeals 关于收费的通知 某价发〔2001〕5号", "repeals - 某价发〔2003〕7号"]),
            ("某政发〔2010〕5号文件自行废止。", ["repeals - 某政发〔2010〕5号"]),
            ("国务院决定对《甲条例》作如下修改：", ["amends 甲条例 -"]),
            ("茲修正「某市公園管理辦法」部分條文。", ["amends 某市公園管理辦法 -"]),
            ("现将《国务院批转发展计划委员会关于粮价意见的通知》（国发〔1996〕30号）转发给你们，请执行。", ["forwards 国务院批转发展计划委员会关于粮价意见的通知 国发〔1996〕30号"]),
            ("修订《某市建设项目管理办法》，优化流程。", ["mention 某市建设项目管理办法 -"]),
            ("已经《甲办法》明令废止的项目不再审批。", ["mention 甲办法 -"]),
        ])
    func relations(_ text: String, _ expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(
        "nested titles stay whole",
        arguments: [
            (
                "落实《办公厅关于印发〈2016年要点〉的通知》（京政办发〔2016〕20号）要求。",
                ["mention 办公厅关于印发〈2016年要点〉的通知 京政办发〔2016〕20号"]
            ),
            ("执行《关于印发《某办法》的通知》。", ["mention 关于印发《某办法》的通知 -"]),
        ])
    func nested(_ text: String, _ expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(
        "what is no other instrument is not cited",
        arguments: [
            "现将《某省粮食储备管理办法》印发给你们，请遵照执行。", "某政发〔2020〕1号", "见《人民日报》", "办理《建设用地规划许可证》，填写《申请表》。", "演出话剧《雷雨》",
            "各部委：现发布《国务院关于环境保护若干问题的决定》，请认真贯彻执行。",
            "《某办法》已经省政府常务会议通过，现予公布，自公布之日起施行。", "《未闭合的条例", "以「一帶一路」為重點",
        ])
    func excluded(_ text: String) {
        #expect(read(text).isEmpty)
    }

    @Test("the title of a decision names what it amends, repeals or forwards")
    func titles() {
        func relation(_ title: String, _ kind: String) -> [String] {
            let context = CitationContext(title: title, kind: kind)
            return CitationGrammar.citations(inTitle: Array(title.unicodeScalars), context: context).map(
                \.relation.rawValue)
        }
        #expect(relation("关于修改《甲条例》的决定", "决定") == ["amends"])
        #expect(relation("关于废止《甲办法》的决定", "决定") == ["repeals"])
        #expect(relation("转发《乙意见》的通知", "通知") == ["forwards"])
        #expect(relation("关于印发《丙办法》的通知", "通知") == [])
        #expect(relation("《丙办法》的解读", "解读") == ["mention"])
    }

    @Test("a range re-slices to title and number")
    func range() throws {
        let text = Array("根据《甲条例》（国发［2018］ 6号）规定".unicodeScalars)
        let match = try #require(CitationGrammar.citations(in: text, context: Self.context).first)
        #expect(text[match.range].string == "《甲条例》（国发［2018］ 6号")
        #expect(match.asWritten == "国发［2018］ 6号")
    }

    @Test("endless brackets are read through")
    func size() {
        #expect(read(String(repeating: "《", count: 10_000)).isEmpty)
        #expect(read(String(repeating: "《〈", count: 5_000) + String(repeating: "〉》", count: 5_000)).isEmpty)
        #expect(read(String(repeating: "根据《甲条例》（国发〔2018〕6号），", count: 30_000)).count == 30_000)
    }
}
