import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Server

@Suite("Pages") struct PagesTests {
    private func provision(
        _ id: String, _ level: Provision.Level, _ label: String?, _ text: String = "", _ children: [Provision] = []
    )
        -> Provision
    {
        Provision(
            id: id, level: level, depth: 1, label: label, text: text, children: children, span: SampleRecords.span(1))
    }

    @Test("provisions are cited as lawyers cite them")
    func citations() {
        var document = DocumentRecord(id: "a", title: "某办法", span: SampleRecords.span(1))
        document.number = NumberRecord(text: "某政发〔2026〕1号", agency: "某政发", year: 2026, serial: 1)
        let items = [provision("i1", .item, "（一）"), provision("i2", .item, "（二）")]
        document.provisions = [
            provision(
                "c", .chapter, "第一章", "",
                [provision("a12", .article, "第十二条", "首款。", [provision("p2", .paragraph, nil, "次款。", items)])]),
            provision("h", .heading, "一、", "", [provision("n", .item, "1.")]),
        ]
        let all = ProvisionCitation(document: document).all()
        let name = "《某办法》（某政发〔2026〕1号）"
        #expect(all["c"] == name)
        #expect(all["a12"] == name + "第十二条")
        #expect(all["p2"] == name + "第十二条第二款")
        #expect(all["i2"] == name + "第十二条第二款第（二）项")
        #expect(all["n"] == name + "一、1.")
    }

    @Test("the same words twice are lit twice; of two that overlap the first is")
    func lit() throws {
        var document = DocumentRecord(id: "a", title: "甲", span: SampleRecords.span(1))
        func deadline(_ quote: String) -> DeadlineRecord {
            DeadlineRecord(
                kind: .by, date: "2026-06-30", certainty: .stated, quote: quote, provision: "p",
                span: SampleRecords.span(1))
        }
        document.deadlines = [deadline("6月底前"), deadline("6月底前"), deadline("底前完成"), deadline("没有的字")]
        let place = try TemporaryDirectory()
        let holdings = try Sample.holdings(in: place)
        let lit = LitRecords(document, ledger: try holdings.ledger(), .chinese)
        let text = Array("6月底前完成甲，6月底前完成乙".unicodeScalars)
        #expect(lit.ranges(of: "p", in: text).map(\.range) == [0..<4, 8..<12])
        #expect(lit.ranges(of: "q", in: text).isEmpty)
    }

    @Test("provisions of two texts are paired in order, by what they have in common")
    func alignment() {
        let left = [
            provision("1", .article, "第一条", "为了规范管理，制定本办法。"), provision("2", .article, "第二条", "本市范围内适用本办法。"),
            provision("3", .article, "第三条", "市商务局负责组织实施。"),
        ]
        let right = [
            provision("1", .article, "第一条", "为了规范管理，制定本办法。"), provision("2", .article, "第二条", "其他事项另行规定处理。"),
            provision("3", .article, "第三条", "市科技局负责组织实施。"),
        ]
        let rows = ProvisionAlignment.rows(left, right)
        #expect(
            rows.map(\.change) == [.same, .removed, .added, .changed]
                || rows.map(\.change) == [.same, .added, .removed, .changed])
        #expect(ProvisionAlignment.rows([], right).map(\.change) == [.added, .added, .added])
    }

    @Test("a difference tells what is common from what is not, and nothing is lost")
    func difference() {
        let parts = TextDifference("市商务局负责", "市科技局负责")
        #expect(parts.left.filter { !$0.isCommon }.map(\.text) == ["商务"])
        #expect(parts.right.filter { !$0.isCommon }.map(\.text) == ["科技"])
        #expect(parts.left.map(\.text).joined() == "市商务局负责")
    }

    @Test("the ledger knows what is held, cited, repealed, and how units stand")
    func ledger() throws {
        let place = try TemporaryDirectory()
        let ledger = try Sample.holdings(in: place).ledger()
        #expect(ledger.documents.count == 2)
        #expect(ledger.units.first { $0.name == "市商务局" }?.lead == 1)
        #expect(ledger.held(number: "沈政发[2026]1号", title: nil).first?.entry.id == "沈政发〔2026〕1号")
        #expect(ledger.held(number: nil, title: "没有的标题").isEmpty)
        let series = Series.all(ledger).first { $0.agency == "沈政发" && $0.year == 2026 }
        #expect(series?.held == [1])
    }

    @Test("days are added by the calendar, and what is no day is none")
    func days() {
        #expect(CalendarDays.adding(180, to: "2026-01-01") == "2026-06-30")
        #expect(CalendarDays.adding(1, to: "2024-02-28") == "2024-02-29")
        for text in ["2026-02-30", "2026-1-1", "", "2026-01-01x", "26-01-01"] { #expect(!CalendarDays.isDay(text)) }
    }
}

/// A small archive as the service sees it.
enum Sample {
    static func holdings(in place: TemporaryDirectory) throws -> Holdings {
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(SampleRecords.gazette())
        try archive.commit()
        return Holdings(archive)
    }
}
