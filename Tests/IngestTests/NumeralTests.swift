import Ingest
import Testing

@Suite struct NumeralTests {
    @Test(
        "a numeral is read whole",
        arguments: [
            ("178", 178), ("１７８", 178), ("一百七十八", 178), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105),
            ("一〇五", 105), ("二〇二二", 2022), ("二○○六", 2006), ("廿一", 21), ("卅", 30), ("一千二百六十", 1260),
            ("三万", 30_000), ("十二万三千", 123_000), ("一亿零五百", 100_000_500), ("五百万", 5_000_000), ("两", 2),
        ])
    func value(_ text: String, _ expected: Int) {
        #expect(Numeral.value(of: Array(text.unicodeScalars)) == expected)
    }

    @Test("what is no number is not read as a part of one", arguments: ["一二十", "万万", "十百", "九十八百"])
    func refused(_ text: String) {
        #expect(Numeral.value(of: Array(text.unicodeScalars)) == nil)
    }

    @Test("reading stops behind the numeral")
    func end() throws {
        let text = Array("第一百零五条".unicodeScalars)
        let read = try #require(Numeral.scan(text, at: 1))
        #expect(read.value == 105)
        #expect(read.end == 5)
    }
}
