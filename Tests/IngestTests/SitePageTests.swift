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

    @Test(
        "a heading of the page that has number and title in 《》 is the title again",
        arguments: ["《某市人民政府关于印发〈某办法〉的通知》\n", "某市人民政府关于印发《某办法》的通知\n", ""])
    func numberBeforeTitle(_ again: String) throws {
        let issue = try issue(
            of: "某政发〔2016〕26号《某市人民政府关于印发〈某办法〉的通知》\n\(again)某政发〔2016〕26号\n某政发〔2016〕26号\n"
                + "各区人民政府，市政府各部门：\n现将办法印发给你们，请遵照执行。\n某市人民政府\n2016年5月28日\n")
        let document = try #require(issue.documents.first)
        #expect(issue.documents.count == 1)
        #expect(
            document.title.scalars.filter { !"《》〈〉".unicodeScalars.contains($0) }.map(String.init).joined()
                == "某市人民政府关于印发某办法的通知")
        #expect(document.title.scalars.first != "《")
        #expect(document.number?.value.text == "某政发〔2016〕26号")
        #expect(document.blocks.contains { $0.element == .recipients })
        #expect(issue.fates.allSatisfy { $0 != .unread })
    }

    @Test("what databases print above a document is furniture, by names of their own too")
    func databaseFields() throws {
        let issue = try issue(
            of: """
                【法宝引证码】CLI.1.304262
                ∙【制定机关】某市人民政府办公厅
                ∙【字 号】某政办〔2020〕1号
                ∙【效力等级】地方规范性文件
                正文
                市人民政府办公厅关于印发2020年市
                《政府工作报告》责任分解方案的通知
                某政办〔2020〕1号
                各区人民政府，市人民政府各部门：
                方案已经市人民政府同意，现印发给你们，请认真贯彻执行。
                某市人民政府办公厅
                2020年1月17日
                """)
        #expect(issue.documents.map(\.title.string) == ["市人民政府办公厅关于印发2020年市《政府工作报告》责任分解方案的通知"])
        #expect(issue.fates.prefix(5).allSatisfy { if case .furniture = $0 { true } else { false } })
    }

    @Test(
        "the name of a section, links and a title of the page's own are no part of the title",
        arguments: [
            "法规库\n\n", "您需要 登录 才可以下载\n", "某某网 [首页] [数据库] [查询]\n您的位置: 某某网 >> 法规 >> 某省政府关于任免问题的通知\n\n",
            "某省政府关于任免问题的通知\n【发布日期】1985-05-04\n",
        ])
    func whatStandsAbove(_ above: String) throws {
        let issue = try issue(
            of: above + """
                某省人民政府关于任免国家机关工作人员问题的通知

                (1985年5月4日某政〔1985〕38号)  根据有关规定，现将有关问题通知如下：

                一、任免权限

                下列工作人员，由省长提请省人大常委会决定任免。
                """)
        let document = try #require(issue.documents.last)
        #expect(issue.documents.count == 1)
        #expect(document.title.string == "某省人民政府关于任免国家机关工作人员问题的通知")
        #expect(document.number?.value.text == "某政〔1985〕38号")
        #expect(document.blocks.contains { $0.text.string == "根据有关规定，现将有关问题通知如下：" })
    }

    @Test("a table of fields whose bars are printed declares number and title")
    func barredFields() throws {
        let issue = try issue(
            of: """
                索引号 | 000014349116104810160239447/2022-01099 | 签发时间 | 2022-07-28 | ||
                发布机构 | 某市 | 发文字号 | 某政办发〔2022〕20号 | ||
                名称 | 某市人民政府办公室关于印发《某规划任务分工方案》的通知 |
                各镇人民政府，市人民政府各有关工作部门：
                《某规划任务分工方案》已经市政府同意，现印发给你们，请认真组织实施。
                某市人民政府办公室
                2022年7月25日
                某规划任务分工方案
                为贯彻落实规划，提出如下分工方案。
                一、目标定位
                """)
        #expect(issue.documents.map(\.title.string) == ["某市人民政府办公室关于印发《某规划任务分工方案》的通知"])
        #expect(issue.documents.first?.number?.value.text == "某政办发〔2022〕20号")
        #expect(issue.fates.prefix(3).allSatisfy { $0 == .furniture(.metadata) })
    }

    @Test("a title on one line of the page and on several of the document is the document's")
    func titleSetAnew() throws {
        let issue = try issue(
            of: """
                您当前所在位置：

                某市人民政府办公室关于印发某市城市精细化管理实施细则的通知

                • 2020-11-13 14:42
                • 来源：某区人民政府
                • 分享到：

                某市人民政府办公室
                关于印发某市城市精细化管理
                实施细则的通知

                各街道办事处，区级各部门

                《某市城市精细化管理实施细则》已经审议通过，现印发你们，请认真遵照执行。

                某市人民政府办公室

                2020年10月28日
                """)
        let document = try #require(issue.documents.first)
        #expect(issue.documents.count == 1)
        #expect(document.title.string == "某市人民政府办公室关于印发某市城市精细化管理实施细则的通知")
        #expect(issue.fates[2] == .furniture(.repeatedTitle))
        #expect(issue.fates[4] == .furniture(.pageHead) && issue.fates[6] == .furniture(.pageHead))
    }

    @Test("a rule by its name above the announcement that issues it is of the page")
    func ruleAboveAnnouncement() throws {
        let issue = try issue(
            of: """
                您的位置: 首页 » 法律资料网 » 法律法规 »

                某市听证条例

                时间:2024-07-23 15:15:41 来源: 法律资料网 作者:法律资料网 阅读:8077

                某市听证条例
                某市人民代表大会常务委员会公告
                第三十七号
                  《某市听证条例》业经批准，现予公布，自2002年1月1日起施行。
                某市人民代表大会常务委员会
                2001年12月26日
                """)
        #expect(issue.documents.map(\.title.string) == ["某市人民代表大会常务委员会公告"])
    }

    @Test("a title that the page prints three times, the office's name among them, is one")
    func threeTimes() throws {
        let title = "某市人民政府办公室关于印发某市城市道路窨井设施管理暂行办法的通知"
        let issue = try issue(
            of: """
                \(title)

                时间:2024-07-02 08:50:40 来源: 法律资料网 阅读:8411

                \(title)

                某省某市人民政府办公室

                \(title)

                某政办〔2011〕19号

                各县(区)人民政府，市人民政府各部门：
                《某办法》已经市政府同意，现印发给你们，请认真贯彻执行。

                二〇一一年三月三十日
                """)
        #expect(issue.documents.map(\.title.string) == [title])
        #expect(issue.documents.first?.blocks.contains { $0.element == .recipients } == true)
    }

    @Test("the foot of a page is known by its marks; what a notice says at its end is its own")
    func foot() throws {
        let notice = """
            某市教育局关于举办节水宣传活动的通知
            各学校：
            为普及节水知识，提高节水意识，现就举办节水宣传活动的有关事项通知如下，请认真组织实施。
            一、主办单位：某市水务局
            主办单位：某市教育局
            未经授权不得转载。
            """
        let issue = try issue(of: notice + "\n版权所有：某市人民政府　某ICP备05000000号\n")
        #expect(issue.fates.prefix(6).allSatisfy { $0 == .text })
        #expect(issue.fates[6] == .furniture(.pageHead))
    }

    @Test("a title that stands twice is the title where nothing else marks a head")
    func titleWithoutHead() throws {
        let issue = try issue(
            of: "无障碍阅读 返回首页\n某市政府办公室主任解读2020年重点工作任务部门分工方案\n11371500MB28359259/2020-4403973\n某市人民政府\n\n"
                + "某市政府办公室主任解读2020年重点工作任务部门分工方案\n字号：\n打印 分享\n为推进各项工作，市政府印发了方案，现将有关要点解读如下。\n一、意义\n")
        #expect(issue.documents.map(\.title.string) == ["某市政府办公室主任解读2020年重点工作任务部门分工方案"])
    }

    @Test("a site is no issuer")
    func siteIsNoIssuer() throws {
        let issue = try issue(
            of: "索引号：6107/2024-001005\n发文机构：县政府网站\n发文字号：某政发〔2024〕7号\n某县人民政府工作规则\n第一章　总则\n一、为规范工作，制定本规则。\n")
        #expect(issue.declared.map(\.field) == [.number])
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
