import Ingest
import Testing

@testable import Extract

@Suite struct AppointmentTests {
    private func read(_ paragraphs: [String], isTitled: Bool = true) -> [String] {
        var grammar = AppointmentGrammar(isTitled: isTitled)
        return paragraphs.flatMap { paragraph -> [String] in
            let text = Array(paragraph.unicodeScalars)
            return grammar.read(text).map { match in
                let post = match.post.map { text[$0].string }.joined()
                return "\(match.act.rawValue) \(text[match.person].string) \(post)"
            }
        }
    }

    @Test(
        "forms of one sentence",
        arguments: [
            ("任命张三为县图书馆馆长,免去李四的县图书馆馆长职务。", ["appoint 张三 县图书馆馆长", "remove 李四 县图书馆馆长"]),
            ("任命王五丰、赵六为县教育局副局长（试用期一年）；", ["appoint 王五丰 县教育局副局长", "appoint 赵六 县教育局副局长"]),
            ("任命钱七同志为市审计局局长、党组书记。", ["appoint 钱七 市审计局局长", "appoint 钱七 党组书记"]),
            ("免去孙八同志市统计局局长职务。", ["remove 孙八 市统计局局长"]), ("免去周九县林业局局长职务；", ["remove 周九 县林业局局长"]),
            ("任命吴十为县财政局局长，免去其县统计局局长职务。", ["appoint 吴十 县财政局局长", "remove 吴十 县统计局局长"]),
            ("郑一同志任县水利局副局长（试用期一年）。", ["appoint 郑一 县水利局副局长"]),
            ("某开发办公室由李某宁同志任主任，陈某健同志兼任副主任。", ["appoint 李某宁 某开发办公室主任", "appoint 陈某健 某开发办公室副主任"]),
            ("冯二同志不再担任市科技局局长。", ["remove 冯二 市科技局局长"]), ("委派陈三为市水务集团董事长。", ["delegate 陈三 市水务集团董事长"]),
            ("推荐褚四五为市城投公司总经理人选。", ["recommend 褚四五 市城投公司总经理人选"]), ("接受卫六辞去市人大代表职务的请求。", ["resign 卫六 市人大代表"]),
            ("根据选举产生的人选，任命蒋某英为某特别行政区第四任行政长官，于2012年7月1日就职。", ["appoint 蒋某英 某特别行政区第四任行政长官"]),
        ])
    func sentences(_ text: String, _ expected: [String]) {
        #expect(read([text]) == expected)
    }

    @Test("a verb with a colon goes on over the lines below it")
    func lists() {
        let found = read(["任命：", "沈七为县司法局局长；", "韩八为县民政局局长。", "免去：", "杨九县民政局局长职务。", "特此通知。"])
        #expect(found == ["appoint 沈七 县司法局局长", "appoint 韩八 县民政局局长", "remove 杨九 县民政局局长"])
    }

    @Test("the time on trial and the day from which it holds")
    func details() throws {
        var grammar = AppointmentGrammar(isTitled: true)
        let text = Array("朱十同志任县水利局副局长（试用期一年，自2016年6月1日起）。".unicodeScalars)
        let match = try #require(grammar.read(text).first)
        #expect(match.trial.map { text[$0].string } == "试用期一年")
        #expect(match.date?.description == "2016-06-01")
    }

    @Test(
        "other texts appoint nobody",
        arguments: [
            "秘书长由市人民政府任命。", "市人民政府任免下列人员：", "任命程序按照有关规定执行。", "由市长任组长，副市长任副组长。", "应当任命专职人员为安全员。", "免去有关手续，方便群众。",
            "聘任制公务员的管理，按照国家规定执行。", "被撤销决议、决定和命令的机关负责人", "选举和罢免理事长、理事或者监事会成员；", "选民有权依法罢免自己选出的代表。",
            "经考核合格后可以被任命或者聘任为督学。", "依法被撤销登记、吊销登记证书的代表机构的首席代表、代表", "可以决定撤销本级人民政府个别副市长的职务。",
            "提请聘任或者解聘公司副经理、财务负责人。",
        ])
    func none(_ text: String) {
        #expect(read([text], isTitled: false) == [])
    }
}
