import Ingest
import Testing

@testable import Extract

@Suite struct UnitRecognizerTests {
    @Test(
        "what kind of body a name names",
        arguments: [
            ("市教育局", .office), ("财务科", .section), ("市发展改革委", .committee), ("市委组织部", .office), ("市委", .party),
            ("市人大", .assembly), ("市中级人民法院", .court), ("某某证监局", .vertical), ("某某海关", .vertical), ("市城投集团", .company),
            ("市图书馆", .institution), ("市残联", .association), ("防汛指挥部", .team), ("某某区人民政府", .government),
            ("经济技术开发区", .place), ("大连市", .place), ("有关部门", .group), ("各街道", .group), ("科研院所", .category),
            ("市发展改革委（市粮食局）", .committee),
        ] as [(String, UnitClass)])
    func classes(_ name: String, _ unitClass: UnitClass) {
        #expect(UnitRecognizer.read(Array(name.unicodeScalars))?.unitClass == unitClass)
    }

    @Test("what is no unit", arguments: ["负责人", "其中包括", "25%以上", "由市财政局", "试点县", "城市"])
    func none(_ name: String) {
        let reading = UnitRecognizer.read(Array(name.unicodeScalars))
        #expect(reading == nil || reading?.isGroup == true)
    }

    @Test(
        "names that nothing belongs before",
        arguments: [
            "某海证监局", "某江实验室", "人行某南分行", "国网某南供电公司", "黄浦区财政局", "滑县水利局", "财政部", "市场监管总局", "某北制药集团", "国家发展改革委", "河川大学",
        ])
    func alone(_ name: String) {
        let text = Array(name.unicodeScalars)
        #expect(UnitName.standsAlone(text) || UnitEndings.ending(of: text)?.isWhole == true)
    }

    @Test(
        "names that a list completes",
        arguments: ["财政局", "供电公司", "城市管理局", "城乡建设局", "市场监管局", "地方金融监管局", "城投集团", "图书馆", "园区管理办", "文化市场执法局", "社区建设办"])
    func completed(_ name: String) {
        #expect(!UnitName.standsAlone(Array(name.unicodeScalars)))
    }
}
