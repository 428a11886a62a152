import Ingest
import Testing

@testable import Extract

@Suite struct UnitIdentityTests {
    private let identity = UnitIdentity(context: PlaceContext([["辽宁省沈阳市人民政府"], ["沈阳市人民政府公报"]]))

    private func id(_ name: String) -> String? {
        identity.id(of: HanFolding.fold(Array(name.unicodeScalars)).string)
    }

    @Test("32 ways to name a department find one entity")
    func oneEntity() {
        let names = [
            "市人社局", "市人力资源社会保障局", "市人力资源和社会保障局", "市人力資源社會保障局", "市人力資源和社會保障局", "市人社局（市外专局）", "市人社局(市外国专家局)",
            "沈阳市人社局", "沈阳市人力资源社会保障局", "沈阳市人力资源和社会保障局", "瀋陽市人力資源和社會保障局", "瀋陽市人力資源社會保障局", "瀋陽市人社局",
            "辽宁省沈阳市人社局", "辽宁省沈阳市人力资源和社会保障局", "遼寧省瀋陽市人力資源和社會保障局", "人社局", "人力资源社会保障局", "人力资源和社会保障局",
            "人力資源和社會保障局", "市人力社保局", "沈阳市人力社保局", "人力社保局", "市 人社局", "市人力资源　和社会保障局", " 市人社局 ", "沈阳市 人力资源和社会保障局",
            "市人力资源和社会保障局〔市外国专家局〕", "沈阳市人社局（外专局）", "市人力資源社會保障局（市外專局）", "瀋陽市人力社保局", "辽宁省沈阳市人力社保局",
        ]
        #expect(Set(names).count == 32)
        for name in names { #expect(id(name) == "沈阳市/human-resources", "\(name)") }
    }

    @Test(
        "departments of the party, bodies, places and the country",
        arguments: [
            ("市委组织部", "沈阳市/party-organization"), ("中共沈阳市委组织部", "沈阳市/party-organization"), ("市委", "沈阳市/party-committee"),
            ("中共沈阳市委", "沈阳市/party-committee"), ("市委编办", "沈阳市/party-staffing"), ("市委办公厅", "沈阳市/party-office"),
            ("团市委", "沈阳市/youth-league"), ("市妇联", "沈阳市/women"), ("市人民政府", "沈阳市/government"), ("市政府", "沈阳市/government"),
            ("沈阳市人民政府办公厅", "沈阳市/government-office"), ("市政府国资委", "沈阳市/state-assets"), ("市国资委", "沈阳市/state-assets"),
            ("国家税务总局沈阳市税务局", "沈阳市/tax"), ("市税务局", "沈阳市/tax"), ("省财政厅", "辽宁省/finance"), ("财政部", "国家/finance"),
            ("国家发展改革委", "国家/development-reform"), ("国家安全部", "国家/state-security"), ("市场监管总局", "国家/market-regulation"),
            ("国务院办公厅", "国家/government-office"), ("中央组织部", "国家/party-organization"), ("中华人民共和国教育部", "国家/education"),
            ("沈河区人社局", "沈阳市沈河区/human-resources"), ("沈河区人民政府", "沈阳市沈河区/government"), ("市公安局沈河分局", "沈阳市/公安局沈河分局"),
            ("市环保局", "沈阳市/environmental-protection"), ("辽宁证监局", "国家/辽宁证监局"),
        ])
    func ids(_ name: String, _ expected: String) {
        #expect(id(name) == expected)
    }

    @Test("what has no id", arguments: ["各区人民政府", "有关部门", "州教育局", "盟行署", "自治区财政厅"])
    func none(_ name: String) {
        #expect(id(name) == nil)
    }

    @Test("two places named alike leave the mark without a place")
    func ambiguous() {
        let context = PlaceContext([["甲川市人民政府", "乙川市人民政府"]])
        #expect(UnitIdentity(context: context).id(of: "市财政局") == nil)
        #expect(UnitIdentity(context: context).id(of: "乙川市财政局") == "乙川市/finance")
    }

    @Test("the city of a district's document is known from its issuer")
    func district() {
        let identity = UnitIdentity(context: PlaceContext([["沅澜市芸桥区人民政府办公室"]]))
        #expect(identity.id(of: "区财政局") == "沅澜市芸桥区/finance")
        #expect(identity.id(of: "市财政局") == "沅澜市/finance")
        #expect(identity.id(of: "芸桥区财政局") == "沅澜市芸桥区/finance")
    }

    @Test("reforms link departments to what took them over, and leave them apart")
    func reforms() throws {
        #expect(id("市卫生局") != id("市卫生健康委"))
        let health = Departments.predecessors(of: "health").map(\.key)
        #expect(health.contains("health-family-planning") && health.contains("health-bureau"))
        #expect(try #require(Departments.department("poverty-alleviation")).until == 2021)
        for department in Departments.all {
            if let successor = department.successor { #expect(Departments.department(successor) != nil) }
            #expect((department.until == nil) == (department.successor == nil))
        }
    }

    @Test("no two keys share a name, and there are departments enough")
    func names() {
        #expect(Departments.all.count >= 60)
        for isParty in [false, true] {
            let names = Departments.all.filter { ($0.kind == .party) == isParty }.flatMap(\.names)
            #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
        }
    }
}
