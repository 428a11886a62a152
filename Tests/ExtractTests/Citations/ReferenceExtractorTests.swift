import Extract
import Foundation
import Ingest
import Testing

/// The one document of a text.
func document(_ body: String) throws -> DocumentRecord {
    let head = "某市人民政府关于印发某办法的通知\n某政发〔2020〕1号\n各区人民政府：\n现将《某办法》印发给你们。\n某市人民政府\n2020年3月1日\n某办法\n"
    let issue = try GazetteReader().read(Array((head + body).utf8), path: "a.txt")
    return try #require(Extractor.extract(issue).documents.first)
}

@Suite struct ReferenceExtractorTests {
    @Test("references are records with the provisions they mean, and those that lead nowhere are kept")
    func records() throws {
        let found = try document(
            """
            第一条 为加强管理，制定本办法。
            第二条 违反本办法第一条的，责令改正。
            前款情形依照《某法》第九条处理。
            第三条 第一条至第二条不适用，本办法第九条除外。
            """)
        #expect(found.references.map(\.quote) == ["本办法第一条", "前款", "第一条至第二条", "本办法第九条"])
        let targets = found.references.map { $0.targets.map { $0.split(separator: "/").last ?? "" } }
        #expect(targets == [["art1"], ["art2"], ["art1", "art2"], []])
        #expect(found.references[0].span.start.column == 7)
    }

    @Test("a record that was stored before references came can be read")
    func older() throws {
        let one = try document("第一条 制定本办法。")
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(one))
        var keys = try #require(json as? [String: Any])
        keys["references"] = nil
        let again = try JSONDecoder().decode(DocumentRecord.self, from: JSONSerialization.data(withJSONObject: keys))
        #expect(again.references.isEmpty)
    }
}
