import Ingest
import Testing

@testable import Extract

@Suite struct CitationLedgerTests {
    private func entries(_ paragraphs: [String]) -> [String] {
        var ledger = CitationLedger(context: CitationContext(title: "某办法", kind: "办法"))
        for (index, text) in paragraphs.enumerated() { ledger.read(Array(text.unicodeScalars), paragraph: index) }
        return ledger.entries.map {
            "\($0.match.relation.rawValue) \($0.match.title ?? "-") \($0.match.number?.text ?? "-") \($0.paragraph)"
        }
    }

    @Test(
        "one entry an instrument, with title, number and its strongest relation",
        arguments: [
            (["依照《甲条例》办理。", "根据《甲条例》（国务院令第541号），制定本办法。"], ["basis 甲条例 国务院令第541号 1"]),
            (["遵守《中华人民共和国土地管理法》。", "根据《土地管理法》第三条。"], ["basis 中华人民共和国土地管理法 - 1"]),
            (["落实《某市养老服务实施方案》。", "《实施方案》提出目标。"], ["mention 某市养老服务实施方案 - 0"]),
            (
                ["根据《某市养老条例》（以下简称《条例》）和《某省养老服务条例》，制定本办法。", "依照《条例》处理。", "执行《某省养老服务条例》。"],
                ["basis 某市养老条例 - 0", "basis 某省养老服务条例 - 0"]
            ),
            (["遵守《关于加快发展的若干意见》（国发〔2014〕60号，以下简称《指导文件》）。", "按照《指导文件》精神办理。"], ["basis 关于加快发展的若干意见 国发〔2014〕60号 1"]),
            (["下列规定修改如下：", "“遵守《甲条例》。"], ["mention 甲条例 - 1"]),
            (["《方案》提出目标。"], []),
            (["发布《指挥部通告（第70号）》。", "执行第70号通告。"], ["mention 指挥部通告（第70号） 第70号通告 0"]),
            (
                ["下列文件予以废止：", "一、《甲办法》（某政发〔1999〕1号）", "二、《乙办法》", "其他事项照旧。", "遵守《丙条例》。"],
                ["repeals 甲办法 某政发〔1999〕1号 1", "repeals 乙办法 - 2", "mention 丙条例 - 4"]
            ),
        ])
    func merged(_ paragraphs: [String], _ expected: [String]) {
        #expect(entries(paragraphs) == expected)
    }
}
