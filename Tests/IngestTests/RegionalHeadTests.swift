import Ingest
import Testing

private func issue(of text: String) throws -> Ingest.Issue { try GazetteReader().read(Array(text.utf8), path: "a.txt") }

extension Ingest.Issue {
    fileprivate var titles: [String] { documents.map(\.title.string) }

    fileprivate func texts(_ element: Element) -> [String] {
        documents.flatMap { $0.blocks.filter { $0.element == element }.map(\.text.string) }
    }
}

/// How documents begin in gazettes of ministries, provinces, Macao and Taiwan.
@Suite struct RegionalHeadTests {
    @Test("rulings whose number is their title stand one below the other, with the same line above each")
    func rulings() throws {
        let issue = try issue(
            of:
                """
                澳 門 特 別 行 政 區

                行政長官辦公室

                葡文版本

                第32/2020號行政長官批示

                行政長官行使基本法第五十條賦予的職權，作出本批示。

                將辦公室的存續期延長至二零二二年三月十二日。

                二零二零年二月七日

                行政長官 某某某

                葡文版本

                第33/2020號行政長官批示

                一、發行郵票。

                二、本批示自公佈翌日起生效。

                二零二零年二月八日。

                行政長官 某某某
                """)
        #expect(issue.titles == ["第32/2020號行政長官批示", "第33/2020號行政長官批示"])
        #expect(issue.documents.map { $0.number?.value.rulingOffice } == ["行政长官", "行政长官"])
        #expect(issue.texts(.date) == ["二零二零年二月七日", "二零二零年二月八日。"])
        #expect(issue.texts(.signature) == ["行政長官 某某某", "行政長官 某某某"])
        #expect(!issue.texts(.body).contains("葡文版本"))
        #expect(issue.fates[0] == .furniture(.pageHead))
    }

    @Test("a law of Macao has its title below its number")
    func numberedLaw() throws {
        let issue = try issue(
            of:
                """
                第2/2020號法律

                電子政務

                立法會根據基本法第七十一條，制定本法律。

                第一條 本法律訂定公共部門以電子方式作出行為的規定。
                """)
        #expect(issue.titles == ["電子政務"])
        #expect(issue.documents[0].number?.text.string == "第2/2020號法律")
    }

    @Test("an order below the running head of its gazette, signed by a minister")
    func ministerialOrder() throws {
        let issue = try issue(
            of:
                """
                行政院公報 第026卷 第123期 20200703 教育科技文化篇
                教育部令
                中華民國109年7月2日
                臺教授字第1090021234B號
                訂定「推廣要點」，並自即日生效。
                部 長 某某某
                推廣活動作業要點
                一、本部為推廣活動，特訂定本要點。
                """)
        #expect(issue.masthead?.number == "123")
        #expect(issue.masthead?.published?.description == "2020-07-03")
        #expect(issue.titles == ["教育部令"])
        #expect(issue.texts(.signature) == ["部 長 某某某"])
        #expect(issue.texts(.attachmentTitle) == ["推廣活動作業要點"])
    }

    @Test("a title with its date on the same line")
    func datedTitle() throws {
        let issue = try issue(of: "某某部公告 中華民國112年3月20日\n某授字第1120100387號\n主旨：修正分類，並自中華民國112年5月1日生效。\n")
        #expect(issue.titles == ["某某部公告"])
        #expect(issue.texts(.date) == ["中華民國112年3月20日"])
    }

    @Test("the issuer between title and number, and addressees below")
    func issuerLine() throws {
        let issue = try issue(
            of:
                "国务院关于若干问题的决定\n国务院\n国发[1996]31号\n各省、自治区、直辖市人民政府，国务院各部委：\n为落实基本国策，特作如下决定：\n一、明确目标\n要实施总量控制。\n")
        #expect(issue.texts(.byline) == ["国务院"])
        #expect(issue.texts(.recipients) == ["各省、自治区、直辖市人民政府，国务院各部委："])
    }

    @Test("what is issued has its title over several lines, as the cover names it")
    func brokenAttachmentTitle() throws {
        let issue = try issue(
            of:
                """
                某省人民政府办公厅关于印发某省进一步支持民间投资发展实施方案的通知

                各市人民政府：

                《某省进一步支持民间投资发展的实施方案》已经省人民政府同意，现印发给你们。

                某省人民政府办公厅

                2023年3月17日

                某省进一步支持民间

                投资发展的实施方案

                为激发活力，制定本方案。
                """)
        #expect(issue.texts(.attachmentTitle) == ["某省进一步支持民间投资发展的实施方案"])
    }

    @Test("a page without its title begins with the addressees")
    func withoutTitle() throws {
        let issue = try issue(of: "各市（州）人民政府、省级有关部门：\n经省政府同意，现将《某方案》印发给你们。\n某某厅\n2022年10月18日\n")
        #expect(issue.texts(.recipients) == ["各市（州）人民政府、省级有关部门："])
    }

    @Test("the order that issued a rule is its number, and not the one that amended it")
    func amendedRule() throws {
        let issue = try issue(
            of:
                "某市用水办法\n（2012年8月10日某市人民政府令第45号公布　根据2018年3月1日某市人民政府令第98号修正）\n第一条　为了节水，制定本办法。\n第二条　本办法适用于本市。\n")
        #expect(issue.documents[0].number?.value.text == "某市人民政府令第45号")
    }
}
