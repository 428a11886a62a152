import Ingest
import Testing

@testable import Extract

@Suite struct UnquotedLawTests {
    private func names(_ text: String, known: [String] = []) -> [String] {
        var names = LawNames()
        for name in known { names.insert(Array(name.unicodeScalars)) }
        return UnquotedLaw.titles(in: HanFolding.fold(Array(text.unicodeScalars)), known: names).map(\.title)
    }

    @Test(
        "a name is cut at the words before it, and not within longer words",
        arguments: [
            ("应当认定为刑法第二百四十六条第一款规定的情节。", ["刑法"]), ("属于民事诉讼法第三条规定的情形。", ["民事诉讼法"]), ("以商标法第三条为准。", ["商标法"]),
            ("不受国有财产法第七条规定之限制。", ["国有财产法"]), ("犯性侵害犯罪防治法第二条之罪。", ["性侵害犯罪防治法"]),
            ("依高级中等教育法第三条规定办理。", ["高级中等教育法"]), ("适用对外贸易法第三条。", ["对外贸易法"]), ("依警察职权行使法第三条。", ["警察职权行使法"]),
            ("依遗产及赠与税法第三条规定。", ["遗产及赠与税法"]), ("依公司法第三条、预算法第四条。", ["公司法", "预算法"]),
            ("第一百九十七条第一项后段及证券交易法第二条。", ["证券交易法"]), ("依军人及其家属优待条例第三条。", ["军人及其家属优待条例"]),
        ])
    func ends(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test(
        "a bracket behind the name, 规定 without an article, and rules with an article",
        arguments: [
            ("本办法依电信法（以下简称本法）第二十条之一规定订定之。", ["电信法"]), ("依政府资讯公开法规定办理。", ["政府资讯公开法"]),
            ("依公务人员调任办法第五条办理。", ["公务人员调任办法"]), ("依证券商管理规则第三条。", ["证券商管理规则"]),
        ])
    func forms(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test(
        "what names no instrument",
        arguments: [
            "依照有关法律规定处理。", "依照本法第三条、本办法第四条处理。", "按照下列办法办理。", "违反前款规定的，依法处理。", "依本法施行细则第八条订定。", "用科学的方法第一时间处理。",
        ])
    func none(_ text: String) {
        #expect(names(text).isEmpty)
    }

    @Test("a name that the document prints elsewhere is not cut within")
    func known() {
        #expect(names("依某在册资产法第三条。", known: ["某在册资产法"]) == ["某在册资产法"])
    }
}
