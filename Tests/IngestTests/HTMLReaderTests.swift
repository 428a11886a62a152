import Foundation
import Ingest
import TestSupport
import Testing

/// Pages in the manner of government sites.
@Suite struct HTMLReaderTests {
    private func read(_ html: String, path: String = "page.html") throws -> Ingest.Issue {
        try GazetteReader().read(Array(html.utf8), path: path)
    }

    private func elements(_ issue: Ingest.Issue) -> [String] {
        issue.documents.flatMap { $0.blocks.map { "\($0.element.rawValue) \($0.text.string)" } }
    }

    private let menu = """
        <div class="header"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li>
        <li><a href="/fw">政务服务</a></li></ul></div><div>您现在的位置：<a href="/">首页</a> &gt; <a>文件</a></div>
        """
    private let foot = """
        <div class="footer">主办单位：某某市人民政府办公室　网站标识码：2101000001<br>版权所有：某某市人民政府，未经授权不得转载，违者必究。
        <a href="/m">网站地图</a></div><script>document.write("<p>统计</p>")</script>
        """
    private let expected = [
        "title 某市人民政府关于加强供水管理的通知", "number 某政发〔2020〕12号", "recipients 各区人民政府，市政府各部门：",
        "body 为加强城市供水管理，保障供水安全，现就有关事项通知如下：", "body 一、提高认识。各区要把供水安全放在突出位置，落实责任。",
        "body 二、加强监管。市水务局要建立健全制度，加强检查。", "signature 某市人民政府", "date 2020年5月6日", "annotation （此件公开发布）",
    ]
    private let paragraphs = [
        "某政发〔2020〕12号", "各区人民政府，市政府各部门：", "　　为加强城市供水管理，保障供水安全，现就有关事项通知如下：",
        "　　一、提高认识。各区要把供水安全放在突出位置，落实责任。", "　　二、加强监管。市水务局要建立健全制度，加强检查。", "某市人民政府", "2020年5月6日", "（此件公开发布）",
    ]

    @Test("a page with a menu, a table of fields, an editor's paragraphs and a foot")
    func editor() throws {
        let issue = try read(
            """
            <!DOCTYPE html><html><head><title>某市人民政府关于加强供水管理的通知_某市人民政府</title></head><body>\(menu)
            <div class="wrap"><table class="info"><tr><td>索 引 号：</td><td>1121/2020-003</td><td>主题分类：</td><td>水务</td></tr>
            <tr><td>发文字号：</td><td>某政发〔2020〕12号</td><td>成文日期：</td><td>2020年05月06日</td></tr></table>
            <h1>某市人民政府关于加强供水管理的通知</h1><div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div>
            <div id="zoom">\(paragraphs.map { "<p style='text-indent:2em'>\($0)</p>" }.joined(separator: "\n"))</div>
            <div class="rel"><h3>相关链接</h3><ul><li><a href="1">关于供水管理的解读</a></li><li><a>供水管理问答</a></li></ul></div></div>
            \(foot)</body></html>
            """)
        #expect(elements(issue) == expected)
        #expect(issue.source.format == "html")
        #expect(issue.declared.map(\.field) == [.number, .date])
        #expect(issue.fates.contains(.furniture(.navigation)))
        #expect(!issue.fates.contains(.unread))
    }

    @Test("a page laid out by nested tables, its text in one cell with line breaks")
    func layoutTables() throws {
        let issue = try read(
            """
            <html><body><table width=100%><tr><td>\(menu)</td></tr><tr><td><table><tr><td width=20%>
            <a href=1>通知公告</a><br><a href=2>政策解读</a></td><td><table><tr><td align=center>
            <b>某市人民政府关于加强供水管理的通知</b></td></tr><tr><td>\(paragraphs.joined(separator: "<br>\n"))
            </td></tr></table></td></tr></table></td></tr><tr><td>\(foot)</td></tr></table></body></html>
            """)
        #expect(elements(issue) == expected)
    }

    @Test("declared and real charset at odds, and unclosed elements")
    func brokenCharset() throws {
        let html =
            "<html><head><meta charset=utf-8><title>某市人民政府关于加强供水管理的通知</title></head><body>\(menu)<div><h2>某市人民政府关于加强供水管理的通知</h2>"
            + paragraphs.map { "<p>\($0)" }.joined() + "</div>\(foot)"
        let encoding = String.Encoding(rawValue: 0x8000_0632)  // GB18030
        let bytes = try #require(html.data(using: encoding))
        let issue = try GazetteReader().read(Array(bytes), path: "page.htm")
        #expect(issue.source.encoding == "GB18030")
        #expect(elements(issue) == expected)
    }

    @Test("paragraphs parted by full-width blanks only, and text escaped twice")
    func escapedTwice() throws {
        let text = paragraphs.map { "&lt;p&gt;\($0.replacing("　", with: "&amp;nbsp;"))&lt;/p&gt;" }.joined()
        let issue = try read(
            "<html><head><title>某市人民政府关于加强供水管理的通知</title></head><body>\(menu)<div class=c>\(text)</div>\(foot)</body></html>"
        )
        #expect(elements(issue) == expected)
        let glued =
            paragraphs[0] + "<br>" + paragraphs[1] + "<br>" + paragraphs[2...4].joined() + "<br>"
            + paragraphs[5...].joined(separator: "<br>")
        let other = try read(
            "<html><body>\(menu)<h1>某市人民政府关于加强供水管理的通知</h1><div class=c>\(glued)</div>\(foot)</body></html>")
        #expect(elements(other) == expected)
    }

    @Test("cells that span, hidden parts, and a table of data within the text")
    func dataTable() throws {
        let issue = try read(
            """
            <html><body>\(menu)<div><h1>某市人民政府关于目标任务的通知</h1><p>各单位：</p><p>现将目标任务印发给你们，请认真贯彻执行。</p>
            <table><thead><tr><th rowspan=2>领域</th><th colspan=2>目标值</th></tr><tr><th>2020年</th><th>2025年</th></tr></thead>
            <tbody><tr><td>教<br>育</td><td>50%</td><td>60%</td></tr></tbody></table><p style="display:none">隐藏的文字，不应出现。</p>
            <p>请各单位抓好落实，按时完成任务。</p></div>\(foot)</body></html>
            """)
        let table = try #require(issue.documents.first?.blocks.first { $0.element == .table })
        #expect(
            table.rows.map { $0.map(\.string) } == [
                ["领域", "目标值", "目标值"], ["领域", "2020年", "2025年"], ["教育", "50%", "60%"],
            ])
        #expect(!elements(issue).contains { $0.contains("隐藏") })
    }

    @Test("the gazettes of the corpus as pages give the documents of their texts")
    func corpus() throws {
        for name in ["shenyang-2021-21", "shenyang-2019-05"] {
            let file = Repository.corpus.appending(path: "\(name).txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            let original = try GazetteReader().read(contentsOf: file)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                "<p>\(line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(" ", with: "&nbsp;"))</p>"
            }
            let page = try read(
                "<html><body>\(menu)<div>\(lines.joined(separator: "\n"))</div>\(foot)</body></html>", path: name)
            #expect(page.documents.map(\.title.scalars.tidied) == original.documents.map(\.title.scalars.tidied))
            #expect(page.documents.map { $0.number?.value.text } == original.documents.map { $0.number?.value.text })
            #expect(Set(texts(page)).symmetricDifference(texts(original)).isEmpty)
        }
    }

    private func texts(_ issue: Ingest.Issue) -> [String] {
        issue.documents.flatMap(\.blocks).map { $0.text.scalars.filter { !$0.isBlank }.string }
    }

    @Test("deep nesting and hostile markup cost no stack and no memory")
    func hostile() throws {
        let deep =
            String(repeating: "<div>", count: 20_000) + "为加强管理，现通知如下，请遵照执行。"
            + String(repeating: "</div>", count: 20_000)
        let issue = try read("<html><body>\(deep)</body></html>")
        #expect(issue.documents.count == 1)
        let entities =
            "<!DOCTYPE html [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;\">]><html><body><p>为加强管理&b;，现通知如下，请遵照执行。</p></body></html>"
        #expect(try read(entities).documents.count == 1)
    }
}
