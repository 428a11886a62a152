import Extract
import Ingest
import Testing

@Suite struct RepealFindingsTests {
    private func record(_ path: String, _ text: String) throws -> GazetteRecord {
        Extractor.extract(try GazetteReader().read(Array(text.utf8), path: path))
    }

    private func notice(_ serial: Int, _ date: String, _ body: String) -> String {
        """
        某市人民政府关于做好第\(serial)项工作的通知
        某政发〔2020〕\(serial)号
        各区人民政府：
        \(body)
        某市人民政府
        \(date)
        """
    }

    @Test("a later document that cites what was repealed is found; an earlier one, and the repealing one, are not")
    func citesRepealed() throws {
        let repealing = try record(
            "a.txt", notice(5, "2020年5月1日", "本通知自发布之日起施行。《某市办法》（某政发〔2018〕28号）同时废止。"))
        let earlier = try record("b.txt", notice(1, "2020年1月1日", "根据《某市办法》（某政发〔2018〕28号），做好工作。"))
        let later = try record("c.txt", notice(9, "2020年9月1日", "根据《某市办法》（某政发〔2018〕28号），做好工作。"))
        let findings = RepealFindings.findings(in: [repealing, earlier, later])
        #expect(findings.keys.sorted() == ["c.txt"])
        #expect(findings["c.txt"]?.map(\.code) == ["cites-repealed"])
        #expect(findings["c.txt"]?.first?.span?.start.line == 4)
    }
}
