import Ingest
import Testing

@testable import Extract

@Suite struct EventGrammarTests {
    private func read(_ paragraphs: [String], year: Int? = 2021, latest: CalendarDate? = nil) -> [String] {
        EventGrammar.events(in: paragraphs.map { Array($0.unicodeScalars) }, year: year, latest: latest).map { event in
            let text = paragraphs[event.paragraphs.lowerBound].unicodeScalars.dropFirst(event.textStart)
            return
                "\(event.date?.description ?? "-") \(event.end?.description ?? "-") \(text.string) \(event.paragraphs.count)"
        }
    }

    @Test(
        "dates of entries",
        arguments: [
            (["10月3日 甲。"], ["2021-10-03 - 甲。 1"]),
            (["10月3日 甲。", "同日 乙。"], ["2021-10-03 - 甲。 1", "2021-10-03 - 乙。 1"]),
            (["10月10—12日　甲。"], ["2021-10-10 2021-10-12 甲。 1"]), (["11月2日—3日 甲。"], ["2021-11-02 2021-11-03 甲。 1"]),
            (["10月30日至11月2日，甲。"], ["2021-10-30 2021-11-02 甲。 1"]),
            (["12月30日-次年1月2日 甲。"], ["2021-12-30 2022-01-02 甲。 1"]),
            (["十月三日 甲。"], ["2021-10-03 - 甲。 1"]),
            (["2019年5月1日 甲。", "3日 乙。"], ["2019-05-01 - 甲。 1", "2019-05-03 - 乙。 1"]),
            (["一月", "3日 甲。"], ["2021-01-03 - 甲。 1"]),
            (["2020年", "12月3日 甲。", "1月5日 乙。"], ["2020-12-03 - 甲。 1", "2021-01-05 - 乙。 1"]),
            (["10月21日 8时20分许，甲。"], ["2021-10-21 - 8时20分许，甲。 1"]),
            (["10月3日 甲。", "乙接着说。", "某市史志办公室"], ["2021-10-03 - 甲。 2"]),
            (["共同日常办公"], []),
        ])
    func dates(_ paragraphs: [String], _ expected: [String]) {
        #expect(read(paragraphs) == expected)
    }

    @Test("an issue of January tells of the December before")
    func yearBefore() {
        let latest = CalendarDate(year: 2022, month: 1, day: 15)
        #expect(read(["12月3日 甲。"], year: 2022, latest: latest) == ["2021-12-03 - 甲。 1"])
    }
}
