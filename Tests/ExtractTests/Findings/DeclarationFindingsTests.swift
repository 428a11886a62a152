import Extract
import Ingest
import Testing

@Suite struct DeclarationFindingsTests {
    private func codes(_ fields: String) throws -> [String] {
        let text = """
            索引号：1 主题分类：交通
            \(fields)
            某市人民政府关于加强管理的通知
            某政发〔2023〕19号
            各区人民政府：
            为加强管理，现就有关事项通知如下，请认真贯彻执行。
            某市人民政府
            2023年5月6日
            """
        let record = Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "a"))
        return record.findings.filter { $0.code == "declared-metadata-differs" }.map(\.message)
    }

    @Test("what the page declares and the text contradicts is a finding")
    func differs() throws {
        #expect(try codes("发文字号：某政发〔2023〕18号").count == 1)
        #expect(try codes("成文日期：2023-05-07").count == 1)
        #expect(try codes("标题：某市人民政府关于取消收费的通知").count == 1)
        #expect(try codes("发文机关：某县财政局").count == 1)
    }

    @Test("what says the same in another form is none")
    func same() throws {
        #expect(try codes("发文字号：某政发[2023]19号 成文日期：2023-05-06 发文机关：某市政府 标题：关于加强管理的通知") == [])
    }

    @Test("what the text leaves out is filled")
    func filled() throws {
        let text = "索引号：1\n发文字号：某政发〔2023〕19号\n成文日期：2023-05-06\n发文机关：某市财政局\n某市财政局关于加强管理的通知\n各单位：\n现就有关事项通知如下，请认真贯彻执行。\n"
        let record = Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "a"))
        #expect(record.documents[0].signed == "2023-05-06")
        #expect(record.documents[0].number?.text == "某政发〔2023〕19号")
        #expect(record.documents[0].issuers == ["某市财政局"])
    }
}
