import Ingest
import Testing

@testable import Extract

@Suite struct CitationGrammarTests {
    private static let context = CitationContext(
        title: "某省人民政府关于印发某省粮食储备管理办法的通知", attachments: ["某省粮食储备管理办法"], number: "某政发〔2020〕1号", kind: "通知")

    private func read(_ text: String, opening: Bool = false, context: CitationContext = Self.context) -> [String] {
        CitationGrammar.citations(in: folded(text), context: context, isOpening: opening).map {
            "\($0.relation.rawValue) \($0.title ?? "-") \($0.number?.text ?? "-")"
        }
    }

    /// Grammars read Simplified characters.
    private func folded(_ text: String) -> [Unicode.Scalar] { HanFolding.fold(Array(text.unicodeScalars)) }

    private func folded(_ texts: [String]) -> [String] { texts.map { folded($0).string } }

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
        #expect(read(text) == folded(expected))
    }

    @Test(
        "in an opening paragraph what it puts into effect is the basis too",
        arguments: [
            ("会议批准的《政府工作报告》确定了预期目标。", ["basis 政府工作报告 -"]),
            ("贯彻执行《公务员法》以来，成效明显。", ["mention 公务员法 -"]),
            ("依照《甲法》的有关规定，任命某人为某院院长。", ["basis 甲法 -"]),
            ("伪造印章的，应当依照刑法第二百八十条的规定处罚。", ["mention 刑法 -"]),
            ("刑法第一百四十条规定的“掺假”，是指掺入杂质。", ["mention 刑法 -"]),
        ])
    func opening(_ text: String, _ expected: [String]) {
        #expect(read(text, opening: true) == folded(expected))
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
            ("适时废止《甲办法》，对《乙目录》进行修订。", ["mention 甲办法 -", "mention 乙目录 -"]),
            ("国务院决定对《甲条例》进行修改。", ["amends 甲条例 -"]),
            (
                "依中央法規標準法第十一條及地方制度法第二十七條規定，廢止「某縣公園管理自治條例」。",
                ["mention 中央法規標準法 -", "mention 地方制度法 -", "repeals 某縣公園管理自治條例 -"]
            ),
            ("已经《甲办法》明令废止的项目不再审批。", ["mention 甲办法 -"]),
        ])
    func relations(_ text: String, _ expected: [String]) {
        #expect(read(text) == folded(expected))
    }

    @Test(
        "numbers of other systems",
        arguments: [
            ("按照(86)国函字1号文件办理。", ["mention - 〔86〕国函字1号"]), ("见（90）财预字第72号通知。", ["mention - 〔90〕财预字第72号"]),
            ("执行国办发„2009‟3号文件。", ["mention - 国办发〔2009〕3号"]),
            ("适用（2019）京01民终123号判决。", ["mention - （2019）京01民终123号"]), ("共办结（2019）年度案件123号。", []),
            ("执行《公文格式》（GB/T 9704—2012）。", ["mention 公文格式 GB/T 9704-2012"]),
            (
                "符合GB18484－2020、HJ 2.2-2018和DB11/T 1893-2021。",
                ["mention - GB 18484-2020", "mention - HJ 2.2-2018", "mention - DB11/T 1893-2021"]
            ),
            ("达到GB 50016要求，使用USB 3.0和JT 5型。", ["mention - GB 50016"]),
            ("《乙公告》（财政部　税务总局公告2022年第13号）规定。", ["mention 乙公告 财政部税务总局公告2022年第13号"]),
            ("經第87/89/M號法令核准的《人員通則》規定。", ["mention 人員通則 第87/89/M號法令"]),
            ("国务院令第541号公布的《甲条例》规定。", ["mention 甲条例 国务院令第541号"]),
        ])
    func numbers(_ text: String, _ expected: [String]) {
        #expect(read(text) == folded(expected))
    }

    @Test(
        "laws without 《》, where an article or the enacting clause shows them",
        arguments: [
            ("依照行政许可法第五十条的规定办理。", ["mention 行政许可法 -"]),
            ("违反刑法第一百三十四条、民法典第十条的，依法处理。", ["mention 刑法 -", "mention 民法典 -"]),
            ("根据宪法和国务院组织法，制定本条例。", ["basis 宪法 -", "basis 国务院组织法 -"]),
            ("应当遵守对外贸易法第三条。", ["mention 对外贸易法 -"]), ("根据有关法律、法规，制定本办法。", []), ("依照本法第三条、本办法第四条处理。", []),
            ("依法行政，完善执法第一线力量。", []), ("根据城市供水条例第十条，核定水价。", ["basis 城市供水条例 -"]), ("宪法是国家的根本法。", []),
        ])
    func laws(_ text: String, _ expected: [String]) {
        #expect(read(text) == folded(expected))
    }

    @Test(
        "what is quoted, and what only changed another one, is mentioned",
        arguments: [
            ("第三条修改为：“根据《甲法》，制定本办法。”", ["mention 甲法 -"]),
            ("“第四条　依照《甲法》处理，废止《乙办法》。", ["mention 甲法 -", "mention 乙办法 -"]),
            (
                "根據經第8/2013號法律、第1/2016號法律修改的第2/2004號法律第三條，作出本批示。",
                ["mention - 第8/2013號法律", "mention - 第1/2016號法律", "basis - 第2/2004號法律"]
            ),
            ("为贯彻《甲法》，经研究，决定对《乙办法》作如下修改：", ["mention 甲法 -", "amends 乙办法 -"]),
            ("《某省粮食储备管理办法》（某政发〔2003〕5号）同时废止。", ["repeals 某省粮食储备管理办法 某政发〔2003〕5号"]),
        ])
    func quoted(_ text: String, _ expected: [String]) {
        #expect(read(text) == folded(expected))
    }

    @Test("in a document that amends, a change of a text is the amendment")
    func amending() {
        let context = CitationContext(title: "关于修改部分地方性法规的决定", kind: "决定")
        let text = "在《甲条例》第七条中增加一项；将《乙条例》第三条修改为：“略”；依照《丙法》处理。"
        #expect(read(text, context: context) == ["amends 甲条例 -", "amends 乙条例 -", "mention 丙法 -"])
        #expect(read(text).prefix(1) == ["mention 甲条例 -"])
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
        #expect(read(text) == folded(expected))
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

    @Test(
        "which titles are of documents that amend",
        arguments: [
            ("关于修改《甲条例》的决定", true), ("甲條例部分條文修正案", true), ("关于印发修订后的《甲办法》的通知", false), ("甲办法（2019年修订）", false),
            ("关于加强供水管理的通知", false), ("关于转发修订甲标准意见的通知", false),
        ])
    func amendingTitles(_ title: String, _ expected: Bool) {
        #expect(CitationTitle.amends(title) == expected)
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
