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

    @Test(
        "entries of several days, of a month, and further ones of one day",
        arguments: [
            (["8月", "3—5日　甲。", "同日　乙。"], ["2021-08-03 2021-08-05 甲。 1", "2021-08-03 - 乙。 1"]),
            (["4月　甲。", "8月中旬 乙。", "9日 丙。"], ["- - 甲。 1", "- - 乙。 1", "2021-08-09 - 丙。 1"]),
            (["3月2日　△甲。", "△乙。", "是月　丙。"], ["2021-03-02 - 甲。 1", "2021-03-02 - 乙。 1", "- - 丙。 1"]),
            (["1月", "8日【甲】乙。", "1月【丙】丁。"], ["2021-01-08 - 【甲】乙。 1", "- - 【丙】丁。 1"]),
            (["●4月1日 甲。"], ["2021-04-01 - 甲。 1"]), (["【5月6日】甲。"], ["2021-05-06 - 甲。 1"]),
            (["4月1日（星期四），甲。"], ["2021-04-01 - 甲。 1"]), (["当日，甲。"], []),
            (["4月1日 甲。", "当日，乙。"], ["2021-04-01 - 甲。 1", "2021-04-01 - 乙。 1"]),
            (["4月1日", "甲说。", "乙说。"], ["2021-04-01 -  3"]),
            (["4月1日 甲。", "4月份全市经济运行平稳，稳中有进。"], ["2021-04-01 - 甲。 2"]),
            (["4月1日 甲。", "本月工作要求如下：乙。"], ["2021-04-01 - 甲。 2"]),
        ])
    func entries(_ paragraphs: [String], _ expected: [String]) {
        #expect(read(paragraphs) == expected)
    }

    @Test(
        "the title prints the year, and the month where it is one",
        arguments: [
            ("2012年3月大事记", "2012-03-02"), ("某市大事记（2020年4月）", "2020-04-02"), ("2004～2006年大事记", nil), ("二〇〇六年大事记", nil),
            ("2021年1-6月大事记", nil),
        ])
    func title(_ title: String, _ expected: String?) {
        let heads = [Array(title.unicodeScalars)]
        let found = EventGrammar.events(in: [Array("2日 甲。".unicodeScalars)], heads: heads, year: nil)
        #expect(found.first?.date?.description == expected)
        let dated = EventGrammar.events(in: [Array("5月2日 甲。".unicodeScalars)], heads: heads, year: nil)
        #expect(dated.first?.date != nil)
    }

    @Test("an issue of January tells of the December before")
    func yearBefore() {
        let latest = CalendarDate(year: 2022, month: 1, day: 15)
        #expect(read(["12月3日 甲。"], year: 2022, latest: latest) == ["2021-12-03 - 甲。 1"])
    }
}
