import Testing

@testable import Ingest

@Suite struct MarkupParserTests {
    private func parse(_ text: String, as language: MarkupParser.Language = .xml) throws -> MarkupTree {
        try MarkupParser.parse(Array(text.utf8), as: language)
    }

    @Test("elements by local name, attributes and texts in document order")
    func tree() throws {
        let tree = try parse(#"<w:a xmlns:w="urn:x"><w:b w:v="第1章">甲&amp;乙</w:b>丙<w:b/></w:a>"#)
        #expect(tree[0].name == "a")
        #expect(tree.children(of: 0, named: "b").map { tree[$0].attributes } == [["v": "第1章"], [:]])
        #expect(tree.text(of: 0) == "甲&乙丙")
    }

    @Test("entities are not expanded, and nothing outside is read")
    func entities() throws {
        let laughs =
            "<!DOCTYPE a [<!ENTITY b \"哈哈\">"
            + (0..<30).map { "<!ENTITY b\($0) \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">" }.joined() + "]><a>甲&b29;</a>"
        #expect((try? parse(laughs))?.text(of: 0).count ?? 0 < 10)
        let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>甲&b;</a>"
        #expect(try parse(outside).text(of: 0) == "甲")
    }

    @Test("what is broken says where", arguments: ["<a>\n<b></a>", "", "no markup"])
    func broken(_ text: String) {
        #expect(throws: MarkupParser.Failure.self) { try parse(text) }
    }

    @Test("the line of the first error is reported")
    func line() throws {
        let failure = #expect(throws: MarkupParser.Failure.self) { try parse("<a>\n\n<b></a>") }
        #expect(failure?.line == 3)
    }

    @Test("HTML is mended, at any depth")
    func mended() throws {
        let tree = try parse("<p>甲<p>乙<table><tr><td>丙", as: .html)
        #expect(tree.descendants(of: 0, named: "p").count == 2)
        let deep = try parse(String(repeating: "<b>", count: 50_000) + "丁", as: .html)
        #expect(deep.text(of: 0) == "丁")
    }
}
