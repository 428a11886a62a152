import TestSupport
import Testing

@testable import Index

@Suite struct SynonymTests {
    @Test func wordsStandBesideThoseThatMeanTheSame() throws {
        let synonyms = Synonyms("甲\t乙\t丙\n甲\t丁", normalizer: try Normalizer.shared())
        #expect(synonyms.others(of: "甲") == ["乙", "丙", "丁"])
        #expect(synonyms.others(of: "丁") == ["甲"])
        #expect(synonyms.others(of: "戊").isEmpty)
        let query = try Query(parsing: "乙 -甲").expanded(by: synonyms)
        #expect(
            query
                == .boolean(
                    must: [
                        .boolean(
                            must: [], should: [.phrase("乙"), .boosted(.phrase("甲"), 0.4), .boosted(.phrase("丙"), 0.4)],
                            mustNot: [])
                    ], should: [], mustNot: [.phrase("甲")]))
    }

    @Test func theListHasGroups() throws {
        let synonyms = Synonyms(normalizer: try Normalizer.shared())
        #expect(synonyms.others(of: "罰款").contains("责令改正"))
        #expect(synonyms.others(of: "补贴").contains("补助"))
    }

    @Test func whatMeansTheSameComesAfterTheWord() throws {
        let directory = try TemporaryDirectory()
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.plain(["依法责令改正并公告", "依法给予处罚并公告", "无关的话"]))
        try archive.commit()
        var request = SearchRequest(try Query(parsing: "处罚").withSynonyms())
        request.explains = true
        #expect(try archive.search(request).hits.map(\.text) == ["依法给予处罚并公告", "依法责令改正并公告"])
        #expect(try archive.search("处罚").total == 1)
    }
}
