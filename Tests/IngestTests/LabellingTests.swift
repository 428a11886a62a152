import Testing

@testable import Ingest

/// Pages of many layouts, invented, with what their documents are.
struct PageCase: Sendable, CustomTestStringConvertible {
    var name: String
    var page: String
    var titles: [String]
    var number: String?
    var recipients: String?
    var testDescription: String { name }
}

@Suite struct LabellingTests {
    private static let pages = [
        PageCase(
            name: "a portal's line and a path above an order",
            page:
                "首页 > 政务公开 > 政府令\n青峦市政府门户网站　2012年03月29日 15时59分　来源：市政府办公室\n\n青峦市人民政府令\n第16号\n\n　　《青峦市渡口管理办法》已经市政府常务会议通过，现予公布。\n　　市　长　林某某\n　　二○一二年三月二十八日\n",
            titles: ["青峦市人民政府令"], number: "青峦市人民政府令第16号"),
        PageCase(
            name: "fields whose values stand below their names",
            page: "发文字号：\n栖霞海事局公告2020年第12号\n发文机关：\n栖霞海事局\n收藏\n\n关于调整锚地的公告\n\n现将锚地调整事项公告如下。\n\n栖霞海事局\n\n2020年12月24日\n",
            titles: ["关于调整锚地的公告"], number: "栖霞海事局公告2020年第12号"),
        PageCase(
            name: "fields without colons, letter-spaced",
            page:
                "溪口区人民政府办公室关于印发灯会方案的通知\n索 引 号 MB0000001/2023-00012 发文日期 2023-01-04\n发布机构 区人民政府办公室 文    号 溪政办〔2023〕2号\n分   类 政务公开 有 效 性 有效\n\n各街道办事处，区人民政府各部门：\n\n现印发给你们。\n\n溪口区人民政府办公室\n\n2023年1月4日\n",
            titles: ["溪口区人民政府办公室关于印发灯会方案的通知"], number: "溪政办〔2023〕2号", recipients: "各街道办事处，区人民政府各部门："),
        PageCase(
            name: "number and day on one line, a note on validity below",
            page: "云麓省人民政府办公厅关于发展航运的意见\n云办发〔2009〕51号　二○○九年十二月九日\n各市人民政府，省政府各部门：\n提出以下意见。\n一、建设码头。\n",
            titles: ["云麓省人民政府办公厅关于发展航运的意见"], number: "云办发〔2009〕51号", recipients: "各市人民政府，省政府各部门："),
        PageCase(
            name: "day and court on one line",
            page: "云麓省高级人民法院关于运费问题的复函\n\n1988年12月8日，云麓省高级人民法院\n\n溪口市中级人民法院：\n你院报告收悉。经研究，同意你院意见。\n",
            titles: ["云麓省高级人民法院关于运费问题的复函"], recipients: "溪口市中级人民法院："),
        PageCase(
            name: "two offices on lines of their own above 关于",
            page:
                "青发〔2021〕6号\n中共青峦新区工作委员会\n青峦新区管理委员会\n关于印发《植树方案》的通知\n各街道：\n现印发给你们。\n中共青峦新区工作委员会\n青峦新区管理委员会\n2021年3月16日\n",
            titles: ["中共青峦新区工作委员会青峦新区管理委员会关于印发《植树方案》的通知"], number: "青发〔2021〕6号", recipients: "各街道："),
        PageCase(
            name: "the number beside 签发人",
            page: "青峦市水务局文件\n青水〔2022〕30号　　　　签发人：周某某\n青峦市水务局关于请求批准堤防工程的请示\n市政府：\n为保安全，特请示如下。\n青峦市水务局\n2022年5月6日\n",
            titles: ["青峦市水务局关于请求批准堤防工程的请示"], number: "青水〔2022〕30号", recipients: "市政府："),
        PageCase(
            name: "a head and its text on one line",
            page: "溪口市人民政府办公室关于印发《分解意见》的通知 (溪政办发〔2010〕7号) 各区人民政府，市政府各部门： 现印发给你们，请认真执行。 二○一○年三月九日 分解意见 一、建成水厂。\n",
            titles: ["溪口市人民政府办公室关于印发《分解意见》的通知"], number: "溪政办发〔2010〕7号", recipients: "各区人民政府，市政府各部门："),
        PageCase(
            name: "a menu in a stack above a declared title",
            page:
                "我的收藏 最新法规 热点法规 失效法规\n法规汇编（2014）\n二手车买卖\n借款专辑\n西部开发\n外汇管理\n发文标题：云麓省税务局关于申报期的公告\n发文文号：云麓省税务局公告2016年第6号\n阅读人次：38\n发文内容：\n\n　　为方便纳税人，现将申报期公告如下：\n　　一、申报期延长至月底。\n",
            titles: ["云麓省税务局关于申报期的公告"], number: "云麓省税务局公告2016年第6号"),
        PageCase(
            name: "words that lead over to the text",
            page: "日前，青峦市印发《青峦市蓝天方案》。全文如下：\n青峦市蓝天方案（2019—2020年）\n为改善空气，制定本方案。\n一、任务\n1.压减用煤。\n",
            titles: ["青峦市蓝天方案（2019—2020年）"]),
        PageCase(
            name: "a sentence with a colon is no addressee",
            page: "云麓省人大常委会关于修改部分地方性法规的决定\n云麓省第十一届人大常委会第十七次会议决定，修改下列地方性法规：\n一、将《云麓省气象条例》第七条删去。\n",
            titles: ["云麓省人大常委会关于修改部分地方性法规的决定"]),
        PageCase(
            name: "another text behind the page's link",
            page:
                "云麓省高级人民法院关于保险金问题的复函\n\n溪口市中级人民法院：\n你院报告收悉。我们同意你院意见。\n\n\n下载地址：点击此处下载\n谈仓单的弊端及对策\n——从投资的视角\n\n周某\n\n一、前言\n随着贸易发展，仓单越来越多。\n",
            titles: ["云麓省高级人民法院关于保险金问题的复函"], recipients: "溪口市中级人民法院："),
        PageCase(
            name: "a law below which its announcement stands",
            page:
                "云麓省村务公开条例\n\n（2009年7月22日云麓省第十一届人民代表大会常务委员会第十次会议通过）\n\n云麓省第十一届人民代表大会常务委员会公告\n\n第28号\n\n《云麓省村务公开条例》已于2009年7月22日通过，现予公布，自2009年11月1日起施行。\n\n云麓省人民代表大会常务委员会\n2009年7月22日\n\n第一章 总 则\n\n第一条 制定本条例。\n",
            titles: ["云麓省村务公开条例"], number: "云麓省第十一届人民代表大会常务委员会公告第28号"),
        PageCase(
            name: "an encyclopaedia's head above the document's own",
            page:
                "栖霞海事局关于延长期限的公告\n栖霞海事局公告2020年第40号\n2020年3月13日\n发布机关：栖霞海事局\n\n中华人民共和国栖霞海事局公告\n\n2020年 第40号\n\n办理延期手续。\n\n栖霞海事局\n\n2020年3月13日\n",
            titles: ["栖霞海事局关于延长期限的公告"], number: "栖霞海事局公告2020年第40号"),
        PageCase(
            name: "readings behind characters",
            page:
                "溪口县人民政府关于设立图书馆的决(jué)定\n溪政发(fā)〔2014〕5号(hào)\n各乡镇(zhèn)人民政府：\n根据《图书馆条例》(国(guó)发(fā)〔2013〕2号(hào))，现决定如下：\n一、设立县图书馆。\n",
            titles: ["溪口县人民政府关于设立图书馆的决定"], number: "溪政发〔2014〕5号", recipients: "各乡镇人民政府："),
        PageCase(
            name: "bullets before fields",
            page:
                "溪口省人民政府办公厅关于印发分工的通知\n  • 时间：2020-09-25\n  • 点击：0\n  • 来源：省政府办公厅\n\n溪政办发〔2020〕88号\n\n各市人民政府，省政府各部门：\n\n　　现印发给你们。\n\n溪口省人民政府办公厅\n2020年9月21日\n",
            titles: ["溪口省人民政府办公厅关于印发分工的通知"], number: "溪政办发〔2020〕88号", recipients: "各市人民政府，省政府各部门："),
        PageCase(
            name: "a number without the code of an office",
            page: "〔2021〕66号\n\n当事人：青峦集团，住所：云麓省青峦市。\n\n我会进行了立案调查，作出决定并送达当事人。\n",
            titles: [""], number: "〔2021〕66号"),
    ]

    @Test("pages of many layouts", arguments: pages)
    func page(_ page: PageCase) throws {
        let issue = try GazetteReader().read(Array(page.page.utf8), path: "a.txt")
        let documents = issue.documents
        #expect(documents.map(\.title.string) == page.titles)
        #expect(documents.first?.number?.value.text == page.number)
        let recipients = documents.first?.blocks.first { $0.element == .recipients }?.text.string
        #expect(recipients == page.recipients)
    }

    @Test("the table of weights names labels and features that there are")
    func table() {
        #expect(LabelModel.faults(in: LabelModel.standardTable).isEmpty)
        #expect(LabelModel.faults(in: "[nothing]\n[title]\nunknown 1\nbias x\n[succession]\ntitle body\n").count == 4)
    }

    @Test("a file tells what each of its lines was read as, and what came next to it")
    func decisions() throws {
        let text = "溪口市人民政府关于灯会的通知\n溪政发〔2020〕5号\n各区人民政府：\n现通知如下。\n"
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        #expect(issue.decisions.map(\.label) == ["title", "number", "recipients", "body"])
        #expect(issue.decisions[0].reasons.contains { $0.feature == "officialTitle" && $0.weight > 0 })
    }

    @Test(
        "what opens a history entry",
        arguments: [
            ("2014年1月22日 云麓省第十四届人民代表大会第二次会议通过", true), ("1.中华民国七十三年十二月三日某局令订定发布全文20条", true),
            ("2014年1月22日，云麓省召开会议。", false), ("第一条 为了规范工作", false),
        ])
    func historyEntry(_ line: String, _ isEntry: Bool) {
        #expect(HistoryLine.isEntry(Array(line.unicodeScalars)) == isEntry)
    }
}
