import Ingest
import Testing

@testable import Extract

@Suite struct ListedInstrumentsTests {
    @Test(
        "what a heading says of the list below it",
        arguments: [
            ("决定废止的规范性文件目录", CitationMatch.Relation.repeals), ("宣布失效的文件清单（4件）", .repeals), ("决定修改的规章目录", .amends),
            ("继续有效的规范性文件目录", .mention), ("二、抓紧清理、修订规章", nil), ("废止和修改的文件目录", nil), ("第三章 监督管理", nil),
        ] as [(String, CitationMatch.Relation?)])
    func heading(_ heading: String, _ expected: CitationMatch.Relation?) {
        #expect(ListedInstruments.relation(ofHeading: Array(heading.unicodeScalars)) == expected)
    }

    @Test("the title of a decision announces the rows of its table")
    func title() {
        let title = Array("某市人民政府关于废止部分规章的决定".unicodeScalars)
        #expect(ListedInstruments.relation(ofHeading: title, isTitle: true) == .repeals)
    }

    @Test("items without 《》 get their title, under a heading only")
    func items() {
        var ledger = CitationLedger(context: CitationContext(title: "某决定", kind: "决定"))
        let items = ["1.关于做好人口普查工作的通知（某政发〔2000〕3号）", "2.某市房屋拆迁管理办法", "3.本目录由市司法局负责解释。"]
        for (index, item) in items.enumerated() {
            ledger.read(Array(item.unicodeScalars), paragraph: index, from: 2, listed: .repeals)
        }
        ledger.read(Array("4.关于普查的通知（某政发〔2000〕4号）".unicodeScalars), paragraph: 3, from: 2)
        let found = ledger.entries.map {
            "\($0.match.relation.rawValue) \($0.match.title ?? "-") \($0.match.number?.text ?? "-")"
        }
        #expect(
            found == [
                "repeals 关于做好人口普查工作的通知 某政发〔2000〕3号", "repeals 某市房屋拆迁管理办法 -", "mention - 某政发〔2000〕4号",
            ])
    }

    @Test("rows of a table, whose column of verdicts outweighs the heading")
    func rows() {
        func cell(_ text: String) -> MappedText { MappedText(text) }
        let grid = TableGrid([
            ["序号", "文件名称", "文号", "清理结果"].map(cell), ["1", "关于甲的通知", "某政发〔2000〕3号", "废止"].map(cell),
            ["2", "《乙办法》", "某政发[2001]4号", "继续有效"].map(cell), ["3", "丙规定", "", "修改"].map(cell),
        ])
        let rows = ListedInstruments.rows(of: grid, relation: .repeals)
        #expect(rows.map(\.title.string) == ["关于甲的通知", "乙办法", "丙规定"])
        #expect(rows.map(\.number?.text) == ["某政发〔2000〕3号", "某政发〔2001〕4号", nil])
        #expect(rows.map(\.asWritten) == [nil, "某政发[2001]4号", nil])
        #expect(rows.map(\.relation) == [.repeals, .mention, .amends])
        #expect(
            ListedInstruments.rows(of: TableGrid([["指标", "数值"].map(cell), ["甲", "3"].map(cell)]), relation: .repeals)
                .isEmpty)
    }
}
