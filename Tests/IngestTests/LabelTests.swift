import Ingest
import Testing

@Suite struct LabelTests {
    @Test(
        "labels of every shape",
        arguments: [
            ("第十二条 开发运营。", Label.Shape.article, 12, "第十二条"), ("第三章　总则", .chapter, 3, "第三章"),
            ("第 十 二 条　某事", .article, 12, "第十二条"), ("第二十条之一 某事", .article, 20, "第二十条之一"),
            ("第一編 總則", .part, 1, "第一編"), ("一、总体要求", .han, 1, "一"), ("（三）工作目标", .hanBracketed, 3, "（三）"),
            ("(四) 重点任务", .hanBracketed, 4, "(四)"), ("14．某事", .arabic, 14, "14"), ("1 4 ．某事", .arabic, 14, "14"),
            ("20.“互联网+”", .arabic, 20, "20"), ("（5）某事", .arabicBracketed, 5, "（5）"), ("⑥某事", .circled, 6, "⑥"),
        ])
    func shapes(_ text: String, _ shape: Label.Shape, _ number: Int, _ printed: String) throws {
        let label = try #require(Label.scan(Array(text.unicodeScalars)))
        #expect(label.shape == shape)
        #expect(label.number == number)
        #expect(label.printed == printed)
    }

    @Test(
        "what looks like a label and is none",
        arguments: ["3.5万人", "2026年重点工作", "（市）政府", "（一）至（三）项", "10个工作日", "一般公共预算"])
    func none(_ text: String) {
        #expect(Label.scan(Array(text.unicodeScalars)) == nil)
    }
}
