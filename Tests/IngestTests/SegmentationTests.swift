import Ingest
import Testing

private func issue(_ text: String) throws -> Ingest.Issue { try GazetteReader().read(Array(text.utf8), path: "a.txt") }

@Suite struct SegmentationTests {
    @Test("a number below the cover note belongs to the document above it")
    func numberBelowCover() throws {
        let cover = { (name: String, serial: Int) in
            """
            某市人民政府关于印发\(name)的通知

            各区人民政府：

            现将《\(name)》印发给你们，请认真贯彻执行。

            某市人民政府

            2019年5月\(serial)日

            （此件公开发布）

            某政发〔2019〕\(serial)号

            \(name)

            一、工作目标

            到年底完成任务。

            """
        }
        let issue = try issue(cover("甲方案", 12) + cover("乙办法", 13))
        #expect(issue.documents.map { $0.number?.value.text } == ["某政发〔2019〕12号", "某政发〔2019〕13号"])
        #expect(issue.documents.map { $0.title.string } == ["某市人民政府关于印发甲方案的通知", "某市人民政府关于印发乙办法的通知"])
    }

    @Test("a number in the middle of a sentence is displaced and parts nothing")
    func displacedNumber() throws {
        let line = "各区人民政府要制定本地区居民燃气用户安全隐患整治工作实施方案，建立健全组织领导"
        let issue = try issue(
            """
            某局关于加强燃气安全工作的通知

            各区人民政府：

            \(line)

            \(line)

            体系，明确居民燃气用户隐患整治工作目标，细化任务分解，明确居民燃气用户隐患目

            某建发〔2019〕71号

            标，细化任务分解，明确实施步骤和完成时限。

            """)
        #expect(issue.documents.count == 1)
        #expect(issue.documents[0].number?.value.text == "某建发〔2019〕71号")
        #expect(issue.documents[0].blocks.contains { $0.element == .body && $0.text.string.contains("隐患目标，细化") })
    }

    @Test("a cited number is no boundary, and neither is a title in quotation marks")
    func citations() throws {
        let issue = try issue(
            """
            某市人民政府关于加强管理的意见
            某政发〔2020〕1号
            各区人民政府：
            根据《国务院关于加强管理的通知》（国发〔2019〕5号）精神，
            制定本意见。
            一、加强领导。各区要落实责任。
            """)
        #expect(issue.documents.count == 1)
    }

    @Test("a rule without a line break is parted at its articles, not at references to them")
    func gluedArticles() throws {
        let issue = try issue(
            "某市绿化办法 第一章 总则 第一条 为了加强绿化，制定本办法。第二条 本办法适用于本市。依照本办法第一条的规定执行。第三条 市园林部门负责。\n")
        let labels = issue.documents[0].blocks.compactMap { Label.scan($0.text.scalars)?.printed }
        #expect(labels == ["第一章", "第一条", "第二条", "第三条"])
    }

    @Test("an order with its number below the title is a document")
    func order() throws {
        let issue = try issue(
            """
            某市人民政府令
            第85号
            《某市停车管理办法》已经市政府常务会议通过，现予公布，自2020年1月1日起施行。
            市长 张某某
            2019年12月1日
            某市停车管理办法
            第一条 为了加强停车管理，制定本办法。
            第二条 本办法适用于本市。
            """)
        #expect(issue.documents.count == 1)
        #expect(issue.documents[0].title.string == "某市人民政府令")
        #expect(issue.documents[0].blocks.contains { $0.element == .attachmentTitle && $0.text.string == "某市停车管理办法" })
    }

    @Test("the data that a government site prints above a document is furniture")
    func metadataBlock() throws {
        let issue = try issue(
            """
            索 引 号：\t000014349/2023-00050\t主题分类：\t交通
            发文字号：\t国办发〔2023〕19号\t发布日期：\t2023年06月19日

            国务院办公厅关于进一步构建
            高质量充电基础设施体系的指导意见
            国办发〔2023〕19号
            各省、自治区、直辖市人民政府：
            充电基础设施是重要的基础设施，现提出以下意见。
            """)
        #expect(issue.documents.count == 1)
        #expect(issue.documents[0].number?.value.text == "国办发〔2023〕19号")
        #expect(issue.fates[0] == .furniture(.metadata))
    }

    @Test("the order that issued a rule is its number, and its date the rule's")
    func adoption() throws {
        let issue = try issue(
            """
            某某市城市绿化管理办法
            （2015年3月1日某某市人民政府令第12号公布　自2015年5月1日起施行）
            第一条　为了加强绿化，制定本办法。
            第二条　本办法适用于本市。
            """)
        #expect(issue.documents[0].number?.value.text == "某某市人民政府令第12号")
        #expect(issue.documents[0].title.string == "某某市城市绿化管理办法")
    }

    @Test("numbers and dates with labels, dates of the Republic, an official who signs")
    func labelledElements() throws {
        let issue = try issue(
            """
            臺北市政府 令

            發文日期：中華民國112年3月10日
            發文字號：府法綜字第1123012345號

            修正「公園管理自治條例」第五條。

            市長 蔣某某
            """)
        let elements = issue.documents[0].blocks.map(\.element)
        #expect(issue.documents[0].number?.value.text == "府法综字第1123012345号")
        #expect(elements.contains(.date) && elements.contains(.signature))
        #expect(CalendarDate.scan(Array("中華民國112年3月10日".unicodeScalars), at: 0)?.date.description == "2023-03-10")
    }

    @Test("a row that a line break inside a cell cut in two is one again")
    func cutRow() throws {
        let issue = try issue("序号\t任务\t单位\t时限\n1\t甲\t市财政局\t6月\n2\t乙\t市教育局\n市公安局\t7月\n3\t丙\t市司法局\t8月\n")
        let rows = issue.documents[0].blocks.first { $0.element == .table }?.rows
        #expect(rows?.count == 4)
        #expect(rows?[2].map(\.string) == ["2", "乙", "市教育局 市公安局", "7月"])
    }

    @Test(
        "a date below a signature that the edge of the print broke is one",
        arguments: [("2019年", "5月17日"), ("2019年5", "月17日")])
    func brokenDate(_ first: String, _ second: String) throws {
        let blanks = String(repeating: "　", count: 20)
        let issue = try issue(
            """
            某市人民政府关于加强管理的通知
            各区人民政府：
            现就有关事项通知如下，请认真贯彻执行。
            \(blanks)某市人民政府
            \(blanks)\(first)
            \(second)
            （此件公开发布）
            """)
        #expect(issue.documents.count == 1)
        let dates = issue.documents[0].blocks.filter { $0.element == .date }
        #expect(dates.map { $0.text.string.filter { !$0.isWhitespace } } == ["2019年5月17日"])
        #expect(issue.fates.allSatisfy { $0 != .unread })
    }
}
