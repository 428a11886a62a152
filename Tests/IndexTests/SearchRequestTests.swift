import Extract
import Foundation
import TestSupport
import Testing

@testable import Index

/// What a search gives beside the passages: fields, order, pages, counts, the making of a score.
@Suite struct SearchRequestTests {
    private let directory: TemporaryDirectory
    private let archive: Archive

    init() throws {
        directory = try TemporaryDirectory()
        archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(Self.gazette())
        try archive.commit()
    }

    /// The sample with targets, citations and a period of validity.
    private static func gazette() -> GazetteRecord {
        var record = SampleRecords.gazette()
        record.documents[0].targets = [
            target("甲指标", 95, line: 13, item: 1), target("乙指标", 40, line: 15, item: 2),
        ]
        record.documents[0].citations = [
            CitationRecord(
                title: "某市物业管理办法", number: nil, relation: .repeals, quote: "《某市物业管理办法》",
                provision: "沈政发〔2026〕1号/h1/i3", span: SampleRecords.span(16))
        ]
        record.documents[0].duties = [
            DutyRecord(
                person: "张三", posts: ["副市长"], charge: ["金融"], oversees: [], liaises: [], quote: "张三",
                span: SampleRecords.span(15))
        ]
        record.documents[0].events = [
            EventRecord(date: "2026-03-01", end: "2026-03-07", text: "会议召开。", span: SampleRecords.span(16)),
            EventRecord(date: "2026-04-01", end: nil, text: "会议。", span: SampleRecords.span(13)),
        ]
        var validity = ValidityRecord()
        (validity.effective, validity.expires) = ("2026-02-01", "2026-12-31")
        record.documents[0].validity = validity
        return record
    }

    private static func target(_ name: String, _ value: Double, line: Int, item: Int) -> TargetRecord {
        TargetRecord(
            indicator: name, comparator: ">=", value: value, unit: "%", year: 2026, quote: name,
            provision: "沈政发〔2026〕1号/h1/i\(item)", span: SampleRecords.span(line))
    }

    private func lines(_ query: String, today: String = "2026-06-01") throws -> [Int] {
        var request = SearchRequest(try Query(parsing: query), today: today)
        request.limit = 100
        return try archive.search(request).hits.map(\.line)
    }

    @Test(arguments: [
        ("lead:市商务局", [13]), ("lead:市科技局", []), ("unit:科技局 role:support", [13]), ("unit:市科技局 role:牵头", []),
        ("role:responsible", [15]), ("unit:市*局", [13]), ("due:<=2026-06-30 type:item", [13]), ("due:2026-06", [13]),
        ("due:<2026-06-30", []), ("due:[2026-07 TO *]", []), ("indicator:甲指标 value:>90", [13]),
        ("indicator:乙指标 value:>90", []), ("value:[40 TO 95}", [15]), ("cites:物业管理办法", [16]),
        ("repeals:物业管理办法", [16]), ("amends:物业管理办法", []), ("person:张三", [15]), ("person:张", []),
        ("recipient:市政府有关部门 type:heading", [12]), ("recipient:没有", []), ("expires:2026 type:heading", [12]),
        ("expires:<2026-12-31", []), ("date:2026-03-05", [16]), ("date:2026-03", [16]), ("date:<=2026-03-07", [16]),
        ("date:>2026-03-07", [13]), ("date:2026-04-01", [13]), ("article:第12条", [40]),
        ("article:12", [40]), ("article:第一条", [33, 34]), ("signed:2025 type:article", [33, 40]),
        ("signed:>=2026-01-25 type:heading", [12]), ("year:[2026 TO 2030] type:heading", [12]),
        ("effective:2026-02 type:heading", [12]), ("number:沈政发〔2026〕* type:heading", [12]),
        ("title:物业* type:article", []), ("title:*物业* type:article", [33, 40]), ("label:第*条", [33, 40]),
        ("\"法人 培育\"~2", [15]), ("\"法人 装配\"~2", []), ("装配?建筑", [15]), ("促*活动", [13]), ("举办*以旧换新", []),
    ])
    func fields(_ query: String, _ expected: [Int]) throws {
        #expect(try lines(query) == expected, "\(query)")
    }

    @Test func documentsByStatus() throws {
        func ids(_ status: DocumentStatus, on day: String) throws -> [String] {
            var filter = DocumentFilter()
            (filter.status, filter.day) = (status, day)
            return try archive.documents(filter).map(\.id)
        }
        #expect(try ids(.repealed, on: "2026-01-01") == ["某市人民政府令第8号"])
        #expect(try ids(.pending, on: "2026-01-31") == ["沈政发〔2026〕1号"])
        #expect(try ids(.effective, on: "2026-02-01") == ["沈政发〔2026〕1号"])
        #expect(try ids(.expired, on: "2027-01-01") == ["沈政发〔2026〕1号"])
    }

    /// Names in another script or width are one value, under the commonest form.
    @Test func facetsJoinScripts() throws {
        for (number, kind) in ["条例", "條例", "条例"].enumerated() {
            var record = SampleRecords.plain(["共同的话"], path: "/data/k\(number).txt", sha256: "k\(number)")
            record.documents[0].kind = kind
            try archive.add(record)
        }
        try archive.commit()
        var request = SearchRequest(try Query(parsing: "共同的话"), today: "2026-06-01")
        request.facets = [.kind]
        #expect(try archive.search(request).facets?["kind"] == [FacetCount(value: "条例", count: 3)])
    }

    @Test(arguments: [
        ("2026-01-31", "pending", true), ("2026-02-01", "pending", false), ("2026-02-01", "有效", true),
        ("2026-12-31", "有效", true), ("2027-01-01", "有效", false), ("2027-01-01", "失效", true),
    ])
    func statusIsThatOfTheDay(_ day: String, _ status: String, _ fits: Bool) throws {
        #expect(try lines("status:\(status) type:heading", today: day) == (fits ? [12] : []))
        // What another document repeals is not in force on any day.
        #expect(try lines("status:废止 type:article", today: day) == [33, 40])
    }

    @Test func pagesJoinToTheWhole() throws {
        for order in SearchOrder.allCases {
            var request = SearchRequest(try Query(parsing: "type:item OR type:article OR 物业^2"), today: "2026-06-01")
            request.order = order
            request.limit = 100
            let whole = try archive.search(request)
            #expect(whole.next == nil)
            request.limit = 2
            var joined: [SearchHit] = []
            repeat {
                let page = try archive.search(request)
                joined += page.hits
                request.after = page.next
            } while request.after != nil
            #expect(joined == whole.hits)
            #expect(joined.count == whole.total)
        }
    }

    @Test func ordersByDateAndByLimit() throws {
        var request = SearchRequest(try Query(parsing: "type:article OR type:item"), today: "2026-06-01")
        request.order = .date
        #expect(try archive.search(request).hits.map(\.line) == [13, 15, 16, 33, 40])
        request.order = .due
        #expect(try archive.search(request).hits.first?.line == 13)
    }

    @Test func cursorsOfAnotherStateAreRefused() throws {
        var request = SearchRequest(try Query(parsing: "type:item"), today: "2026-06-01")
        request.limit = 1
        request.after = try archive.search(request).next
        let cursor = request.after
        request.order = .date
        #expect(throws: SearchCursorError(problem: .otherOrder)) { try archive.search(request) }
        request.order = .relevance
        request.after = "nonsense"
        #expect(throws: SearchCursorError(problem: .unreadable)) { try archive.search(request) }
        try archive.add(SampleRecords.plain(["别的"]))
        try archive.commit()
        request.after = cursor
        #expect(throws: SearchCursorError(problem: .outdated)) { try archive.search(request) }
    }

    @Test func facetsCountAllHits() throws {
        var request = SearchRequest(try Query(parsing: "type:item OR type:article"), today: "2026-06-01")
        request.facets = Facet.allCases
        request.limit = 1
        let facets = try #require(try archive.search(request).facets)
        #expect(facets["type"] == [FacetCount(value: "item", count: 3), FacetCount(value: "article", count: 2)])
        #expect(facets["year"] == [FacetCount(value: "2026", count: 3), FacetCount(value: "2025", count: 2)])
        #expect(facets["kind"] == [FacetCount(value: "通知", count: 3), FacetCount(value: "令", count: 2)])
        #expect(facets["unit"]?.contains(FacetCount(value: "市商务局", count: 1)) == true)
        #expect(facets["role"]?.contains(FacetCount(value: "lead", count: 1)) == true)
        #expect(facets["issuer"]?.count == 2)
    }

    @Test(arguments: ["法人", "企业 法人^3", "+装配式 法人", "unit:科技局 装配式", "\"企业 法人\"~3", "装配*"])
    func partsOfAScoreSumUpToIt(_ query: String) throws {
        var request = SearchRequest(try Query(parsing: query), today: "2026-06-01")
        request.explains = true
        let hits = try archive.search(request).hits
        #expect(!hits.isEmpty)
        for hit in hits {
            let sum = try #require(hit.explanation).reduce(0) { $0 + $1.score }
            #expect(abs(sum - hit.score) < 1e-4 * max(1, hit.score))
        }
    }

    @Test func hitsTellHowManyOfTheirDocumentFit() throws {
        var request = SearchRequest(try Query(parsing: "type:item OR type:article"), today: "2026-06-01")
        request.countsInDocuments = true
        let hits = try archive.search(request).hits
        #expect(hits.count == 5)
        for hit in hits { #expect(hit.inDocument == hits.count { $0.document == hit.document }) }
    }

    @Test(arguments: ["2026-06-01", "2026年6月1日", "2026", "2026-06", "soon", ""])
    func aDayIsAWholeDay(_ text: String) {
        #expect(SearchRequest.day(text) == (text.contains("1") ? "2026-06-01" : nil))
    }

    /// Where no passage holds all words, documents that do are told, with the passage that holds most.
    @Test func documentsThatHoldAllComeAfter() throws {
        let other = try TemporaryDirectory()
        let archive = try Archive.open(other.url, mode: .readWrite)
        try archive.add(SampleRecords.plain(["蔬菜储备", "猪肉补贴"], path: "/data/1.txt", sha256: "1"))
        try archive.add(SampleRecords.plain(["蔬菜价格", "别的"], path: "/data/2.txt", sha256: "2"))
        try archive.commit()
        let results = try archive.search("蔬菜 补贴")
        #expect(results.total == 0 && results.isExact && results.hits.isEmpty)
        #expect(results.apart?.map(\.document.file) == ["/data/1.txt"])
        #expect(try archive.search("蔬菜 煤炭").apart == nil)
        #expect(try archive.search("蔬菜 储备").apart == nil)
    }

    @Test func phrasesSideBySideCountMore() throws {
        let other = try TemporaryDirectory()
        let archive = try Archive.open(other.url, mode: .readWrite)
        let far = "安全的话说了很多很多之后才说到与此没有多少关系的另外一件大家都知道的事也就是隐患。"
        try archive.add(SampleRecords.plain([far, "别的安全话，隐患隔得不远。一二三四五六七八九十一二三四五六七", "有安全隐患，别的话也说了很多很多，并没有什么不同的地方呢。"]))
        try archive.commit()
        var request = SearchRequest(try Query(parsing: "安全 隐患"))
        request.explains = true
        let hits = try archive.search(request).hits
        #expect(hits.first?.text.hasPrefix("有安全隐患") == true)
        #expect(hits.last?.text == far)
        for hit in hits {
            let sum = try #require(hit.explanation).reduce(0) { $0 + $1.score }
            #expect(abs(sum - hit.score) < 1e-4 * max(1, hit.score))
        }
    }

    @Test(arguments: [
        ("推进工作（责任单位：市科技局）", 4), ("推进工作（市科技局牵头）。", 4), ("推进工作（试行）", 8), ("推进工作", 4),
    ])
    func bracketsWithUnitsAreNoEmphasis(_ heading: String, _ length: Int) {
        #expect(Passage.emphasis(label: "一、", heading: heading) == 3 + length)
    }

    @Test func suggestsNames() throws {
        #expect(try archive.suggestions("科技", of: .unit).map(\.value) == ["科技局", "市科技局"])
        #expect(try archive.suggestions("沈政发(2026", of: .number).map(\.value) == ["沈政发〔2026〕1号"])
        #expect(try archive.suggestions("無", of: .unit).isEmpty)
        #expect(try archive.namesLike("市商业局", of: .unit).first == "市商务局")
    }

    @Test func laterArchivesAreRefused() throws {
        let other = try TemporaryDirectory()
        do { _ = try Archive.open(other.url, mode: .readWrite) }
        let file = other.url.appending(path: "records.sqlite")
        var bytes = try Data(contentsOf: file)
        #expect(bytes[63] == UInt8(Schema.version))
        bytes[63] = 200
        try bytes.write(to: file)
        for mode in [Archive.Mode.readOnly, .readWrite] {
            #expect {
                try Archive.open(other.url, mode: mode)
            } throws: { ($0 as? ArchiveError)?.code == .unsupportedVersion }
        }
    }
}
