import Ingest
import Testing

/// What single templates of sites do to a document, each with the smallest page that shows it.
@Suite struct SitePagesTests {
    private func read(_ body: String, head: String = "", bodyTag: String = "<body>") throws -> Ingest.Issue {
        let page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\">\(head)</head>\(bodyTag)\(body)</body></html>"
        return try GazetteReader().read(Array(page.utf8), path: "a.html")
    }

    /// The lines that are of the document.
    private func texts(_ issue: Ingest.Issue) -> [String] {
        zip(issue.lines, issue.fates).filter { $0.1 == .text || $0.1 == .tableRow }.map { $0.0.text.string }
    }

    private let letter = ["某政发〔2024〕1号", "某市人民政府关于供水的通知", "各区人民政府：", "请认真贯彻执行。", "某市人民政府", "2024年1月5日"]
    private var paragraphs: String { letter.map { "<p>\($0)</p>" }.joined() }

    @Test("a body that scripts show")
    func hiddenBody() throws {
        #expect(texts(try read(paragraphs, bodyTag: "<body style='visibility: hidden'>")) == letter)
    }

    @Test("text behind an early end tag of html")
    func earlyEnd() throws {
        let body = "<div><a href='/'>首页</a> | 登录</div></html><div>\(paragraphs)</div>"
        #expect(texts(try read(body)) == letter)
    }

    @Test("links to files are content and keep their address")
    func attachments() throws {
        let body =
            "<div><a href='/'>首页</a></div><div>\(paragraphs)<p>附件：</p><p>1.<a href='./P1.pdf'>房源.pdf</a></p></div>"
        let issue = try read(body)
        #expect(texts(issue) == letter + ["附件：", "1.房源.pdf"])
        #expect(issue.lines.last?.style?.file == "./P1.pdf")
        #expect(issue.lines.last?.style?.linkShare == 0)
    }

    @Test("a sentence with a word of page feet")
    func sentence() throws {
        let text = "二、微信扫一扫下方二维码，即可查看附近的网点。"
        #expect(texts(try read(paragraphs + "<p>\(text)</p>")).last == text)
    }

    @Test("a short letter above a larger table, and sections beside each other")
    func siblings() throws {
        let rows = (1...6).map { "<tr><td>\($0)</td><td>新建水厂，完善调度运行机制，保障供水安全</td><td>市水务局</td></tr>" }.joined()
        let table = "<table><tr><td>序号</td><td>任务</td><td>牵头单位</td></tr>\(rows)</table>"
        #expect(texts(try read("<div>\(paragraphs)\(table)</div>")).count == letter.count + 7)
        let sections =
            "<div><div class='Section1'>\(paragraphs)</div><div class='Section2'><p>附表</p><table><tr><td>单位名称</td><td></td></tr><tr><td>联系人</td><td></td></tr></table></div></div>"
        #expect(texts(try read(sections)).count == letter.count + 3)
    }

    @Test("buttons around a short article are none of it")
    func buttons() throws {
        let text = "2024年1月起，全市困难残疾人生活补贴和重度残疾人护理补贴标准分别为每人每月209元、280元。"
        #expect(texts(try read("<div><p>无障碍</p></div><div><div><p>\(text)</p></div><p>相关附件</p></div>")) == [text])
    }

    @Test("meta elements declare the title where the text has none")
    func metadata() throws {
        let head = "<meta name='ArticleTitle' content='这笔补贴直接发放到个人！'><meta name='PubDate' content='2024-03-15'>"
        let issue = try read("<div><p>一、补贴标准为每人每月300元，按月发放到个人账户。</p><p>二、申请人可以向街道办事处提出申请。</p></div>", head: head)
        #expect(issue.documents.first?.title.string == "这笔补贴直接发放到个人！")
        #expect(issue.fates[0] == .furniture(.metadata) && issue.fates[1] == .furniture(.metadata))
        #expect(issue.declared.map(\.isMetadata) == [true])
    }

    @Test("headings, alignment, size, weight, lists and links reach the line")
    func style() throws {
        let body = """
            <h2 style="text-align:center;font-size:22px">某市人民政府关于供水的通知</h2>
            <p style="text-indent:32px;font-size:16px">为加强供水管理，保障供水安全，现将有关事项通知如下：</p>
            <p style="font-size:16px"><b>一、总体要求</b></p><ul><li>提高认识，落实责任，加强监管。</li></ul>
            <p align="right">某市人民政府</p><p><a href="/x.html">政策</a>解读与说明</p>
            """
        let lines = try read("<div>\(body)</div>").lines.filter { !$0.isBlank }
        let styles = lines.compactMap(\.style)
        #expect(styles.count == 6)
        #expect(styles[0].headingLevel == 2 && styles[0].isCentred && styles[0].relativeSize == 1.375)
        #expect(styles[1].indent == 2 && styles[1].isBold == false && styles[1].relativeSize == 1)
        #expect(styles[2].isBold == true && styles[3].listLevel == 0 && styles[4].isRightSet)
        #expect((0.2...0.3).contains(styles[5].linkShare))
    }

    @Test("line ends of preformatted text are line ends")
    func preformatted() throws {
        let issue = try read("<div>\(paragraphs)<pre>第一条 为加强管理，制定本办法。\n第二条 自印发之日起施行。</pre></div>")
        #expect(texts(issue).suffix(2) == ["第一条 为加强管理，制定本办法。", "第二条 自印发之日起施行。"])
    }
}
