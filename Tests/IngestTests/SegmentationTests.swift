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
}
