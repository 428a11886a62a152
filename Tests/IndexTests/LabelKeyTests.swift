import Testing

@testable import Index

@Suite struct LabelKeyTests {
    @Test(
        "labels that are one, and labels that are not",
        arguments: [
            ("第三十五条", "第35条", true), ("第三十五條", "第３５条", true), ("第一百二十条之一", "第120条之1", true),
            ("第三章", "第3章", true), ("第 三 章", "第3章", true), ("（一）", "(一)", true), ("1.", "1", true),
            ("一、", "一", true), ("第三十五条", "第三十六条", false), ("（一）", "（1）", false), ("第3条", "第3章", false),
            ("第三条之一", "第三条", false),
        ])
    func labels(_ left: String, _ right: String, _ areOne: Bool) throws {
        let normalizer = try Normalizer.shared()
        #expect((LabelKey.of(left, normalizer: normalizer) == LabelKey.of(right, normalizer: normalizer)) == areOne)
    }
}
