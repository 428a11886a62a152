import Ingest
import Testing

@testable import Extract

@Suite struct DutyGrammarTests {
    private func read(_ paragraphs: [String]) -> [DutyMatch] {
        DutyGrammar.duties(in: paragraphs.map { Array($0.unicodeScalars) })
    }

    @Test(
        "posts and name",
        arguments: [
            ("市委常委、副市长、市政府党组成员李某某 负责财税工作。", "李某某", ["市委常委", "副市长", "市政府党组成员"]),
            ("副省长张某：分管省财政厅。", "张某", ["副省长"]), ("王某某（副区长）负责农业工作。", "王某某", ["副区长"]),
            ("县委副书记、县长赵 某 主持县政府全面工作。", "赵某", ["县委副书记", "县长"]),
            ("一级巡视员钱某：协助县长分管县审计局。", "钱某", ["一级巡视员"]),
            ("副区长兼公安局局长孙某某：负责公安工作。", "孙某某", ["副区长", "公安局局长"]),
            ("何某某副区长：负责民政工作。", "何某某", ["副区长"]), ("沈某某副区长（挂职）：分管区科技局。", "沈某某", ["副区长（挂职）"]),
            ("高某副区长：分管区公安分局。", "高某", ["副区长"]), ("李某同志 负责农业工作。", "李某", []), ("副市长（挂职）周某 联系市科协。", "周某", ["副市长（挂职）"]),
            ("自治区副主席阿某某·买买提同志负责教育、卫生工作。", "阿某某·买买提", ["自治区副主席"]),
        ])
    func official(_ text: String, _ person: String, _ posts: [String]) throws {
        let duty = try #require(read([text]).first)
        #expect(duty.person == person)
        #expect(duty.posts == posts)
    }

    @Test("charge, oversight, liaison, assistance and acting are kept apart, over several paragraphs")
    func relations() throws {
        let duties = read([
            "副市长陈某某 负责科技、工业等方面工作。分管市科技局（市外专局）、市工业和信息化局。",
            "协助分管市应急局。", "联系市科协、市老科协和科研院所，以及驻市银行业、保险业等金融机构。", "代分管市民政局。", "副市长孙某某 分管市水务局。",
        ])
        #expect(duties.map(\.person) == ["陈某某", "孙某某"])
        let duty = try #require(duties.first)
        #expect(duty.names(.charge) == ["科技", "工业"])
        #expect(duty.names(.oversees) == ["市科技局（市外专局）", "市工业和信息化局"])
        #expect(duty.names(.oversees, .assisting) == ["市应急局"])
        #expect(duty.names(.oversees, .acting) == ["市民政局"])
        #expect(duty.names(.liaises) == ["市科协", "市老科协", "科研院所", "驻市银行业、保险业等金融机构"])
        #expect(duty.paragraphs == 0...3)
    }

    @Test("posts and name on a line above the duties, and verbs with a colon")
    func headings() {
        let duties = read([
            "周某某　市委副书记、市长", "领导市政府全面工作。", "郑　某　副市长", "协助周某某同志负责公安、司法等方面工作。", "分管：市公安局、市司法局，并联系市人民检察院。",
            "以上分工自印发之日起执行。",
        ])
        #expect(duties.map(\.person) == ["周某某", "郑某"])
        #expect(duties.map(\.posts) == [["市委副书记", "市长"], ["副市长"]])
        #expect(duties.last?.names(.charge, .assisting) == ["公安", "司法"])
        #expect(duties.last?.names(.oversees) == ["市公安局", "市司法局"])
        #expect(duties.last?.names(.liaises) == ["市人民检察院"])
    }

    @Test("a table: sentences in a cell, or the list that its column names")
    func table() throws {
        let grid = TableGrid(
            [
                ["姓名", "职务", "工作分工", "联系单位"], ["张 某", "县委常委、副县长", "负责农业、水利等方面工作。分管县农业局。", "县气象局、县供销社"],
                ["李某", "副县长", "教育、卫生", ""],
            ].map { $0.map { MappedText($0) } })
        let duties = try #require(DutyTable(grid)).duties.map(\.match)
        #expect(duties.map(\.person) == ["张某", "李某"])
        #expect(duties.map(\.posts) == [["县委常委", "副县长"], ["副县长"]])
        #expect(duties.map { $0.names(.charge) } == [["农业", "水利"], ["教育", "卫生"]])
        #expect(duties[0].names(.oversees) == ["县农业局"])
        #expect(duties[0].names(.liaises) == ["县气象局", "县供销社"])
        #expect(DutyTable(TableGrid([["姓名", "电话"], ["张某", "123"]].map { $0.map { MappedText($0) } })) == nil)
    }

    @Test("the label of an item is no part of the posts")
    func labels() {
        let text = Array("一、市长刘某同志　主持市政府全面工作。".unicodeScalars)
        #expect(DutyGrammar.duties(in: [text], starts: [2]).first?.posts == ["市长"])
    }

    @Test("a person for each opening, whatever became of the paragraphs")
    func joinedParagraphs() {
        let duties = read([
            "市委常委、副市长钱某一 负责财政工作。分管市财政局。副市长孙某二 负责农业工作，分管市农业局。", "负责联系市人大、市政协。代管市信访局。",
        ])
        #expect(duties.map(\.person) == ["钱某一", "孙某二"])
        #expect(duties[0].names(.oversees) == ["市财政局"])
        #expect(duties[1].names(.oversees) == ["市农业局"])
        #expect(duties[1].names(.liaises) == ["市人大", "市政协"])
        #expect(duties[1].names(.oversees, .caretaking) == ["市信访局"])
        #expect(duties[0].end == duties[1].start)
    }

    @Test("a further post below the name, and units joined by 和")
    func concurrentPosts() throws {
        let duties = read([
            "王某副市长", "兼市公安局局长,负责公安等工作。", "分管市公安局,市司法局及市监狱管理局。", "赵某副市长", "负责民政等工作。", "联系市残联等群众团体和部队(武警部队)。",
        ])
        #expect(duties.map(\.posts) == [["副市长", "市公安局局长"], ["副市长"]])
        #expect(duties[0].names(.oversees) == ["市公安局", "市司法局", "市监狱管理局"])
        #expect(duties[1].names(.liaises) == ["市残联", "群众团体", "部队(武警部队)"])
    }

    @Test("a second person inside a sentence is told, and gets no record of his own")
    func suspects() throws {
        let duty = try #require(read(["副市长陈某某 分管市财政局 副市长李某 分管市农业局。"]).first)
        #expect(duty.others == ["李某"])
        #expect(read(["副市长陈某某 协助市长李某负责财政工作。"]).first?.others == [])
    }

    @Test("a class behind 等 is one more unit")
    func classes() {
        #expect(read(["副市长陈某某 联系甲银行、乙监管局等监管机构。"]).first?.names(.liaises) == ["甲银行", "乙监管局", "监管机构"])
    }

    @Test(
        "other texts hold no officials",
        arguments: [
            "各牵头部门分管市领导负责组织推进相关工作。", "市财政局负责资金保障。", "由办公室主任牵头负责。", "协助做好统计工作。", "成立由市长任组长的领导小组，办公室主任具体负责。",
            "县长负责制要落实到位。", "根据分工，副市长张某分管市交通委。", "综合组：负责综合协调工作。", "财政局局长负责资金保障。", "市财政局：负责资金保障。",
        ])
    func nothing(_ text: String) {
        #expect(read([text]).isEmpty)
    }
}
