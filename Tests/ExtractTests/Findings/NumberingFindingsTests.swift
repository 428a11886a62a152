import Extract
import Ingest
import Testing

@Suite struct NumberingFindingsTests {
    private func codes(_ text: String) throws -> [String] {
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        return Extractor.extract(issue).findings.map(\.code).filter { $0.hasSuffix("gap") || $0.hasSuffix("repeat") }
    }

    private static let decision = """
        某市人民政府关于修改《某市供水办法》的决定
        某政发〔2020〕1号
        各区人民政府：
        市人民政府决定，对《某市供水办法》作如下修改：
        一、将第八条修改为：“第八条　供水单位应当保证水质。”
        二、增加二条，作为第十五条、第十九条：
        “第十五条　用户应当节约用水。
        “第十九条　违反本办法的，责令改正。”
        %
        某市人民政府
        2020年3月1日

        """

    @Test("the articles that a decision quotes are counted in what it amends")
    func quoted() throws {
        let text = Self.decision.replacing("%", with: "三、删去第二十条。")
        #expect(try codes(text) == [])
    }

    @Test("a decision's own items are counted")
    func own() throws {
        let text = Self.decision.replacing("%", with: "四、删去第二十条。")
        #expect(try codes(text) == ["item-gap"])
    }

    @Test("a notice that quotes articles counts only its own")
    func notice() throws {
        let text = """
            某市人民政府关于严格执行供水办法的通知
            某政发〔2020〕2号
            各区人民政府：
            现就有关事项通知如下：
            一、严格执行下列规定：
            “第八条　供水单位应当保证水质。
            “第十九条　违反本办法的，责令改正。”
            二、加强宣传。
            某市人民政府
            2020年3月1日

            """
        #expect(try codes(text) == [])
    }
}
