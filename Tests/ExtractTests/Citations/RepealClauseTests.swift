import Ingest
import Testing

@testable import Extract

@Suite struct RepealClauseTests {
    private func relations(_ text: String, title: String = "某市环境保护条例", kind: String = "条例") -> [String] {
        let context = CitationContext(title: title, kind: kind)
        return CitationGrammar.citations(in: HanFolding.fold(Array(text.unicodeScalars)), context: context).map {
            "\($0.relation.rawValue) \($0.title ?? $0.number?.text ?? "-")"
        }
    }

    @Test(
        "the document's own act repeals",
        arguments: [
            ("本条例自2020年1月1日起施行。《甲条例》同时废止。", ["repeals 甲条例"]),
            ("《甲办法》（市政府令第3号），自本办法施行之日起废止。", ["repeals 甲办法"]),
            ("现决定废止《甲规定》。", ["repeals 甲规定"]), ("本办法自公布之日起施行，同时废止《甲办法》。", ["repeals 甲办法"]),
            ("国发〔2005〕18号同时废止。", ["repeals 国发〔2005〕18号"]),
            ("1991年3月2日某会议通过的《甲条例》和1997年6月6日某会议通过，2012年1月13日第二次修正的《乙条例》同时废止。", ["repeals 甲条例", "repeals 乙条例"]),
            ("根据2018年3月30日某会议通过的《关于修改甲条例的决定》修正的《乙办法》同时废止。", ["mention 关于修改甲条例的决定", "repeals 乙办法"]),
            ("《甲通知》等12件规范性文件予以废止。", ["repeals 甲通知"]),
            ("《甲布告》自2020年1月1日起停止执行。", ["repeals 甲布告"]),
        ])
    func acts(_ text: String, _ expected: [String]) {
        #expect(relations(text) == expected)
    }

    @Test(
        "a narrative, a plan, a part and another act's repeal do not",
        arguments: [
            ("修订前的《甲条例》（自1998年11月29日起施行，2017年10月1日废止，以下简称旧条例）第二十八条规定。", ["mention 甲条例"]),
            ("《甲办法》已废止。", ["mention 甲办法"]), ("《甲办法》于2017年10月1日废止。", ["mention 甲办法"]),
            ("《甲办法》废止后，按照新规定执行。", ["mention 甲办法"]),
            ("中华民国一百零三年十一月二十八日内政部台内营字第1030812912号令发布废止", ["mention 台内营字第1030812912号"]),
            ("异议登记因民法典第二百二十条第二款规定的事由失效后，当事人起诉的，应当受理。", ["mention 民法典"]),
            ("《甲条例》第三条、第五条同时废止。", ["amends 甲条例"]), ("适时修改或废止《甲办法》。", ["mention 甲办法"]),
        ])
    func mentions(_ text: String, _ expected: [String]) {
        #expect(relations(text) == expected)
    }

    @Test("a plan's repeals are to come, and an explanation repeals nothing")
    func kinds() {
        #expect(relations("废止《甲办法》。", title: "某市法治建设工作方案", kind: "方案") == ["mention 甲办法"])
        let text = "根据《甲办法》（省政府令第219号）相关规定和上级文件制定、修改、废止情况，市司法局进行清理。"
        #expect(relations(text, title: "某决定的解读", kind: "解读") == ["basis 甲办法"])
    }

    @Test("a basis in an amending decision is no amendment")
    func basis() {
        let text = "根据《关于授权审议通过单行条例修正案的决定》，决定对《某州林业条例》作如下修订："
        let expected = ["basis 关于授权审议通过单行条例修正案的决定", "amends 某州林业条例"]
        #expect(relations(text, title: "关于修改《某州林业条例》的决定", kind: "决定") == expected)
    }
}
