import Testing

@testable import Ingest

@Suite struct EntryOpeningTests {
    @Test(
        "what opens an entry of a chronicle has white space behind it",
        arguments: [
            ("10月3日 甲", true), ("11月2日—3日　甲", true), ("3—5日　甲", true), ("3日　甲", true), ("8月中旬 甲", true), ("4月　甲", true),
            ("同日 甲", true), ("是月　甲", true), ("3日内办结", false), ("4月底前完成", false), ("同日常工作", false), ("5—3日 甲", false),
            ("32日 甲", false),
            ("13月 甲", false), ("", false), ("4月", false),
        ])
    func opens(_ text: String, _ expected: Bool) {
        #expect(EntryOpening.opens(Array(text.unicodeScalars)) == expected)
    }

    @Test("entries with a comma behind the day are parted where there are several")
    func comma() throws {
        let entries = (1...4).map { "\($0)月16日，某镇召开全镇工作会议，总结上年工作并部署下一步工作任务和安排要求。" }
        let text = "大事记\n2005年\n" + entries.joined(separator: "\n") + "\n"
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        let body = issue.documents.flatMap(\.blocks).filter { $0.element == .body }.map(\.text.string)
        #expect(body.filter { $0.contains("月16日") } == entries)
    }
}
