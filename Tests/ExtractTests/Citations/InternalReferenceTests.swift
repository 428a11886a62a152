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
    }
}
