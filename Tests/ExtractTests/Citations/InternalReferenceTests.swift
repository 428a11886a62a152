import Ingest
import Testing

@testable import Extract

@Suite struct InternalReferenceTests {
    @Test(
        "pointers inside the instrument are read, those into others are not",
        arguments: [
            ("违反本办法第十二条第二款的", ["本办法第十二条第二款"]), ("前款规定的", ["前款"]), ("依照本解释第二百七十一条的规定", ["本解释第二百七十一条"]),
            ("本条第二项所列", ["本条第二项"]), ("第三条至第五条", ["第三条至第五条"]), ("本办法第九条第（一）项至第（三）项", ["本办法第九条第（一）项至第（三）项"]),
            ("根据《土地管理法》第四十八条、第五十条", []), ("违反行政处罚法第三条", []), ("本條例第七條第一款", ["本條例第七條第一款"]), ("本条例所称", []),
            ("（名单见附件2）", ["附件2"]), ("详见附件。", ["附件"]), ("附件：1.甲", []), ("按照本方案第二部分的要求", ["本方案第二部分"]),
            ("上述第（三）项所列", ["第（三）项"]), ("前两款规定", ["前两款"]), ("前三项", ["前三项"]), ("第47/90/M號法令第一條、第二條修改如下", []),
            ("原文件第三条", []), ("某规定第三条", []), ("依行政程序法第一百五十一條第二項準用第一百五十四條第一項", []), ("本法第五條第二項第一款", ["本法第五條第二項第一款"]),
            ("第二百一十三条至第二百一十九条之一规定之罪", ["第二百一十三条至第二百一十九条之一"]),
        ])
    func read(_ text: String, _ expected: [String]) {
        let scalars = Array(text.unicodeScalars)
        #expect(InternalReferences.references(in: scalars).map { scalars[$0.range].string } == expected)
    }

    @Test("references resolve to provisions")
    func resolved() throws {
        let span = SpanRecord(start: PlaceRecord(line: 1, column: 1), end: PlaceRecord(line: 1, column: 1))
        func article(_ number: Int) -> Provision {
            let id = "d/att1/art\(number)"
            let items = (1...3).map { (item: Int) in
                Provision(id: "\(id)/i\(item)", level: .item, depth: 2, number: item, span: span)
            }
            let second = Provision(id: "\(id)/p2", level: .paragraph, depth: 2, number: 2, span: span)
            return Provision(
                id: id, level: .article, depth: 1, number: number, children: items + [second], span: span)
        }
        let resolver = ReferenceResolver((1...6).map(article))
        func ids(_ text: String, from origin: String) throws -> [String] {
            let reference = try #require(InternalReferences.references(in: Array(text.unicodeScalars)).first)
            return resolver.provisions(for: reference, from: origin)
        }
        #expect(try ids("本办法第三条", from: "d/att1/art1") == ["d/att1/art3"])
        #expect(try ids("前款", from: "d/att1/art4/p2") == ["d/att1/art4"])
        #expect(try ids("前条", from: "d/att1/art4/p2") == ["d/att1/art3"])
        #expect(try ids("本条第二款", from: "d/att1/art4/i1") == ["d/att1/art4/p2"])
        #expect(try ids("第二条第一项至第二项", from: "d/att1/art4") == ["d/att1/art2/i1", "d/att1/art2/i2"])
        #expect(try ids("第三条至第五条", from: "d/att1/art1") == ["d/att1/art3", "d/att1/art4", "d/att1/art5"])
        #expect(try ids("本办法第九条", from: "d/att1/art1") == [])
        #expect(try ids("上述第（三）项", from: "d/att1/art4/p2") == ["d/att1/art4/i3"])
        #expect(try ids("前两条", from: "d/att1/art4") == ["d/att1/art2", "d/att1/art3"])
        #expect(try ids("前两项", from: "d/att1/art4/i3") == ["d/att1/art4/i1", "d/att1/art4/i2"])
        #expect(try ids("本法第五條第二項", from: "d/att1/art1") == ["d/att1/art5/p2"])
        #expect(try ids("见附件1", from: "d/s0/p1") == [])
    }

    @Test("where there are no articles, 条 and 部分 are the outermost headings; attachments count by themselves")
    func headings() throws {
        let found = try document(
            """
            一、总体要求
            为推进工作，制定本方案。
            二、主要任务
            （一）按照本方案第一部分的要求推进，详见附件2。
            （二）依照上述第（一）项办理，本方案第二条除外。
            附件1
            任务清单
            甲任务。
            附件2
            责任清单
            乙责任。
            """)
        let pairs = found.references.map {
            "\($0.quote)>\($0.targets.map { $0.split(separator: "/").suffix(2).joined(separator: "/") })"
        }
        #expect(pairs.contains { $0.hasPrefix("本方案第一部分>") && $0.contains("h1") })
        #expect(pairs.contains { $0.hasPrefix("本方案第二条>") && $0.contains("h2") })
        #expect(pairs.contains { $0.hasPrefix("第（一）项>") && $0.contains("h2/") })
    }
}
