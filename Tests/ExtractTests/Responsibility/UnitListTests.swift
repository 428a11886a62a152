import Testing

@testable import Extract

@Suite struct UnitListTests {
    private func names(_ text: String, places: [String] = ["沈阳"]) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return UnitList(places: places).read(scalars, 0..<scalars.count).units.map(\.name)
    }

    @Test(
        "names are completed by what they share, and by nothing else",
        arguments: [
            // A shared prefix goes on through a list and ends at a comma.
            ("市发展改革委、财政局", ["市发展改革委", "市财政局"]),
            ("市委组织部，市公安局、司法局", ["市委组织部", "市公安局", "市司法局"]),
            ("市教育局，财政局", ["市教育局", "财政局"]),
            ("省发展改革委、财政厅、工业和信息化厅", ["省发展改革委", "省财政厅", "省工业和信息化厅"]),
            ("区发改局、财政局", ["区发改局", "区财政局"]),
            ("自治区发展改革委、水利厅", ["自治区发展改革委", "自治区水利厅"]),
            // A name that begins with 市 and is not of a 市.
            ("市财政局、市场监管局", ["市财政局", "市市场监管局"]),
            ("市城市管理局、市政公用局", ["市城市管理局", "市市政公用局"]),
            // A party committee shares its own name with party organs only.
            ("省委宣传部、文化和旅游厅", ["省委宣传部", "省文化和旅游厅"]),
            ("市委组织部、宣传部、教育局", ["市委组织部", "市委宣传部", "市教育局"]),
            // Ministries share nothing.
            ("国家发展改革委、工业和信息化部、财政部", ["国家发展改革委", "工业和信息化部", "财政部"]),
            ("市总工会、团市委、妇联", ["市总工会", "团市委", "市妇联"]),
            // A shared suffix.
            ("皇姑区、浑南区政府", ["皇姑区政府", "浑南区政府"]),
            ("铁西区、于洪区、辽中区政府", ["铁西区政府", "于洪区政府", "辽中区政府"]),
            // Companies share the name of the place.
            ("沈阳燃气集团、水务集团、供电公司", ["沈阳燃气集团", "沈阳水务集团", "沈阳供电公司"]),
            // Where each element repeats the mark, what has none has a name of its own, unless it is a plain department.
            ("区发展改革局、区文化局、中英街管理局", ["区发展改革局", "区文化局", "中英街管理局"]),
            ("省体育局、省文化厅、教育厅", ["省体育局", "省文化厅", "省教育厅"]),
            // Names of whole organisations take nothing.
            ("市商务局、自贸区沈阳片区管委会", ["市商务局", "自贸区沈阳片区管委会"]),
        ] as [(String, [String])])
    func completion(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test(
        "groups stay whole",
        arguments: [
            ("各区、县（市）政府", ["各区、县（市）政府"]),
            ("各区、县(市)政府", ["各区、县(市)政府"]),
            ("有关区、县（市）政府及开发区管委会", ["有关区、县（市）政府", "开发区管委会"]),
            ("各市、县（市、区）人民政府", ["各市、县（市、区）人民政府"]),
            ("市财政局等有关部门", ["市财政局", "有关部门"]),
            ("市工业和信息化局、商务局等有关部门", ["市工业和信息化局", "市商务局", "有关部门"]),
            ("市财政局等部门", ["市财政局"]),
            ("市营商局、发展改革委等", ["市营商局", "市发展改革委"]),
            ("各街道、区直各部门", ["各街道", "区直各部门"]),
            ("市、区两级政府残疾人工作委员会及其成员单位", ["市、区两级政府残疾人工作委员会", "市、区两级政府残疾人工作委员会成员单位"]),
        ] as [(String, [String])])
    func groups(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test("every completed name keeps what was printed, and its place")
    func trail() throws {
        let text = Array("市发展改革委、财政局".unicodeScalars)
        let unit = try #require(UnitList(places: []).read(text, 0..<text.count).units.last)
        #expect(unit.written == "财政局")
        #expect(unit.range == 7..<10)
        #expect(unit.completion != nil)
    }

    @Test("sentences are no units", arguments: ["技工院校内由人力资源社会保障行政部门", "书记主持", "负责人", "其中1995年广东省、福建省共落实了165名扩招任务"])
    func none(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        let read = UnitList(places: []).read(scalars, 0..<scalars.count)
        #expect(!read.unread.isEmpty)
    }
}
