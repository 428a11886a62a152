import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Export

@Suite("Calendar") struct CalendarTests {
    @Test("lines are folded at 75 bytes, and never inside a character", arguments: [1, 24, 25, 26, 200])
    func folding(count: Int) {
        let text = "SUMMARY:" + String(repeating: "限", count: count)
        let folded = CalendarText.line(text)
        for line in folded.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(folded.replacing("\r\n ", with: "") == text + "\r\n")
    }

    @Test("marks lose their meaning")
    func escaping() {
        #expect(CalendarText.escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne")
    }

    @Test(
        "days",
        arguments: [
            ("2024-02", "20240201", "20240229"), ("2023-02", "20230201", "20230228"),
            ("2025", "20250101", "20251231"), ("2019-06-30", "20190630", "20190630"),
        ])
    func days(text: String, first: String, last: String) {
        #expect(CalendarDay(first: text)?.compact == first)
        #expect(CalendarDay(last: text)?.compact == last)
    }

    @Test("what is no date is none", arguments: ["", "2024-13", "2023-02-29", "2024-00-01", "甲", "2024-1-1-1"])
    func noDays(text: String) { #expect(CalendarDay(last: text) == nil) }

    @Test(
        "the day behind another",
        arguments: [("2023-12-31", "20240101"), ("2024-02-28", "20240229"), ("2023-04-30", "20230501")])
    func next(text: String, next: String) { #expect(CalendarDay(first: text)?.next.compact == next) }

    @Test(
        "what recurs",
        arguments: [
            ("--11-10", "20251110", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=10"),
            ("--02", "20250228", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
            ("--02-29", "20280229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ])
    func recurring(text: String, day: String, rule: String) throws {
        let recurring = try #require(CalendarDay.recurring(text, from: 2025))
        #expect(recurring.day.compact == day)
        #expect(recurring.rule == rule)
    }

    @Test("a limit without a day is counted, not invented")
    func leftOut() throws {
        let place = try TemporaryDirectory()
        var record = SampleRecords.gazette()
        let span = record.documents[0].span
        record.documents[0].deadlines = [
            DeadlineRecord(
                kind: .within, date: nil, duration: "P30D", event: "印发之日", certainty: .needsEvent,
                quote: "自印发之日起30日内", span: span),
            DeadlineRecord(kind: .by, date: "2026-06-30", certainty: .stated, quote: "2026年6月底前", span: span),
            DeadlineRecord(kind: .by, date: "2026-12", certainty: .computed, quote: "年底前", span: span),
        ]
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(record)
        try archive.commit()
        let file = place.url.appending(path: "limits.ics")
        let manifest = try Exporter(.ics).write(archive, to: file)
        #expect(manifest.leftOut == ["deadlines without a day": 1])
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20261231\r\n"))
        #expect(text.components(separatedBy: "STATUS:TENTATIVE").count == 2)
    }

    @Test("a unit's calendar has its tasks alone")
    func unit() throws {
        let place = try TemporaryDirectory()
        var record = SampleRecords.gazette()
        let task = try #require(record.documents[0].tasks.first)
        record.documents[0].deadlines = [task.id, nil].map { id in
            DeadlineRecord(
                kind: .by, date: "2026-06-30", certainty: .stated, quote: "2026年6月底前", task: id, span: task.span)
        }
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(record)
        try archive.commit()
        let unit = try #require(task.assignments.first?.unit)
        var exporter = Exporter(.ics)
        exporter.unit = unit
        #expect(try exporter.write(archive, to: place.url.appending(path: "a.ics")).files[0].rows == 1)
        exporter.unit = "无此单位"
        #expect(try exporter.write(archive, to: place.url.appending(path: "b.ics")).files[0].rows == 0)
    }
}
