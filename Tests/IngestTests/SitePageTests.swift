import Ingest
import Testing

private func issue(of text: String) throws -> Ingest.Issue {
    try GazetteReader().read(Array(text.utf8), path: "a.txt")
}

/// Text copied from pages of government sites, with what the site prints around the document.
@Suite struct SitePageTests {
    @Test(
        "fields and links are furniture, in whichever layout, and what they declare is kept",
        arguments: [
            "索 引 号：\t000014349/2023-00050\t主题分类：\t交通\n发文字号：\t某办发〔2023〕19号\t发布日期：\t2023年06月19日",
            "索引号: | 000014349/2023-00050 | 主题分类: | 交通 |\n发文字号: | 某办发〔2023〕19号 | 有 效 性: | 有效 |",
            "• 索引号:6735/2021\n• 公开方式:政府网站\n• 文号:某办发〔2023〕19号",
            "EN\nhttps://www.example.cn/\n2014-03-10 08:00:00\n索 引 号:\n\n000014349/2014-00023\n\n發文字號:\n\n某辦發〔2023〕19號\n\n時  效:\n\n有效",
            "首页 > 政务公开 > 文件\n【索引号】6735/2021\n【发文字号】某办发〔2023〕19号\n【字号：大 中 小】 【打印】",
        ])
    func fields(_ head: String) throws {
        let issue = try issue(
            of: head + """


                某市人民政府办公厅关于加强管理的通知
                来源：某市政府  2021-03-23 10:56
                浏览量：1
                各区人民政府：
                为加强管理，现就有关事项通知如下，请认真贯彻执行。
                某市人民政府办公厅
                2023年5月6日
                打印 关闭
                """)
        #expect(issue.documents.map(\.title.string) == ["某市人民政府办公厅关于加强管理的通知"])
        #expect(issue.declared.map(\.field).contains(.number))
        #expect(issue.documents[0].number?.value.text == "某办发〔2023〕19号")
        let texts = issue.documents[0].blocks.map { "\($0.element.rawValue) \($0.text.string)" }
        #expect(
            texts == [
                "title 某市人民政府办公厅关于加强管理的通知", "recipients 各区人民政府：", "body 为加强管理，现就有关事项通知如下，请认真贯彻执行。",
                "signature 某市人民政府办公厅", "date 2023年5月6日",
            ])
        #expect(issue.fates.allSatisfy { $0 != .unread })
    }

    @Test("without a field that only sites have, labelled lines are the document's own")
    func ownElements() throws {
        let issue = try issue(of: "某市政府 公告\n發文日期：中華民國112年3月10日\n發文字號：某字第1123012345號\n主旨：公告某事，自即日生效。\n")
        #expect(issue.declared.isEmpty)
        #expect(issue.documents[0].blocks.map(\.element).contains(.number))
    }

    @Test("a title that the page prints twice is one")
    func twice() throws {
        let issue = try issue(
            of: "返回首页\n国务院关于落实重点工作部门分工的意见\n某某网\n国务院关于落实重点工作部门分工的意见\n国发〔2020〕6号\n各省、自治区、直辖市人民政府：\n现提出意见如下。\n")
        #expect(issue.documents.map(\.title.string) == ["国务院关于落实重点工作部门分工的意见"])
    }

    @Test("a number in brackets behind the title is the document's number")
    func numberInTitle() throws {
        let issue = try issue(of: "2021年重点工作任务(某政发〔2021〕2号)\n各乡镇人民政府、县直各单位:\n现印发给你们,请贯彻执行。\n")
        #expect(issue.documents[0].title.string == "2021年重点工作任务")
        #expect(issue.documents[0].number?.value.text == "某政发〔2021〕2号")
    }

    @Test("a page without a title has none, rather than its first paragraph")
    func untitled() throws {
        let issue = try issue(of: "某政发〔2016〕46号\n各县(市)人民政府,州直各委、办、局:\n根据有关要求,现提出以下实施意见:\n一、推进建设\n加快建设。\n")
        #expect(issue.documents[0].title.isEmpty)
    }
}
