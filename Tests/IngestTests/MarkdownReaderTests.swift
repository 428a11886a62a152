import Ingest
import Testing

@Suite struct MarkdownReaderTests {
    private func read(_ text: String, path: String = "a.md") throws -> Ingest.Issue {
        try GazetteReader().read(Array(text.utf8), path: path)
    }

    @Test("front matter, headings, emphasis, links, lists and tables are read as what they mean")
    func document() throws {
        let issue = try read(
            """
            ---
            title: "某市人民政府关于加强供水管理的通知"
            number: 某政发〔2020〕12号
            published: 2020-05-08
            ---
            # 某市人民政府关于加强供水管理的通知

            各区人民政府：

            > 为加强**供水**管理，根据[《供水条例》](https://example.cn/1)，现通知如下：

            ## 一、提高认识
            * * *
            各区要`落实`责任。（责任单位：**市水务局**、财政局）

            | 指标 | 目标值 |
            |------|:------:|
            | 普及率 | 95% |

            某市人民政府
            2020年5月6日
            """)
        #expect(issue.source.format == "markdown")
        #expect(issue.documents.map(\.title.string) == ["某市人民政府关于加强供水管理的通知"])
        #expect(issue.documents[0].number?.value.text == "某政发〔2020〕12号")
        let body = issue.documents[0].blocks.filter { $0.element == .body }.map(\.text.string)
        #expect(body == ["为加强供水管理，根据《供水条例》，现通知如下：", "一、提高认识", "各区要落实责任。（责任单位：市水务局、财政局）"])
        let rows = issue.documents[0].blocks.first { $0.element == .table }?.rows.map { $0.map(\.string) }
        #expect(rows == [["指标", "目标值"], ["普及率", "95%"]])
        #expect(!issue.fates.contains(.unread))
    }

    @Test("characters know their columns in the file, marks or no marks")
    func places() throws {
        let issue = try read("# 某市关于供水的通知\n\n各单位：\n\n请**加强**管理，落实责任。\n")
        let text = try #require(issue.documents[0].blocks.first { $0.element == .body }?.text)
        #expect(text.string == "请加强管理，落实责任。")
        #expect(text.places.map(\.column) == [1, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15])
    }

    @Test("a text gazette is no Markdown, and its marks stay")
    func plainText() throws {
        let issue = try read("某市关于供水的通知\n各单位：\n面积按2*3计算，#1号井、[2005]3号文件照办，责任到人。\n", path: "a.txt")
        #expect(issue.source.format == "text")
        #expect(issue.documents[0].blocks.contains { $0.text.string.contains("2*3计算，#1号井、[2005]3号") })
    }
}
