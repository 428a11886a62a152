import Testing

@testable import Index

@Suite struct NormalizerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var reason: String
        var text: String
        var folded: String
        var testDescription: String { reason }
    }

    @Test(arguments: [
        Case(reason: "Traditional characters", text: "瀋陽市關於後勤", folded: "沈阳市关于后勤"),
        Case(reason: "full width", text: "ＡＢｃ１２３％", folded: "abc123%"),
        Case(reason: "brackets around years", text: "沈政发［2026］1号", folded: "沈政发(2026)1号"),
        Case(reason: "lenticular brackets", text: "【2026】〔2026〕（2026）", folded: "(2026)(2026)(2026)"),
        Case(reason: "white space between Han characters and digits", text: "沈政发\u{3000}2026\n年", folded: "沈政发2026年"),
        Case(reason: "white space beside marks", text: "沈政发 〔 2026 〕 1 号 ， 第 3 条", folded: "沈政发(2026)1号,第3条"),
        Case(reason: "white space between words", text: "市科技局 市\u{3000}\n财政局", folded: "市科技局 市 财政局"),
        Case(reason: "white space between letters", text: "New  York\t2026 pm 2.5", folded: "new york 2026 pm 2.5"),
        Case(reason: "one scalar to many", text: "㈠Ⅲ㎡", folded: "(一)iiim2"),
        Case(reason: "Kangxi radical", text: "⼀⽅", folded: "一方"),
        Case(reason: "radical of the supplement", text: "⻋⻔⺠", folded: "车门民"),
        Case(reason: "ignorable scalars", text: "公\u{200B}报\u{FEFF}\u{FE0F}", folded: "公报"),
        Case(reason: "composed and decomposed", text: "é", folded: "e\u{301}"),
        Case(reason: "other punctuation stays", text: "煤、电，油。", folded: "煤、电,油。"),
        Case(reason: "nothing", text: " \n", folded: ""),
    ])
    func folds(_ example: Case) throws {
        #expect(try Normalizer.shared().fold(example.text).string == example.folded)
    }

    @Test func everyFoldedScalarHasItsSource() throws {
        let text = "（㈠ 瀋陽）"
        let folded = try Normalizer.shared().fold(text)
        #expect(folded.string == "((一)沈阳)")
        #expect(folded.sources == [0, 1, 1, 1, 3, 4, 5])
        let place = try #require(folded.places(of: [try Normalizer.shared().fold("一)沈").scalars]).first)
        #expect(folded.source(of: place) == 1..<4)
    }

    @Test func partsFoldToParts() throws {
        let normalizer = try Normalizer.shared()
        let text = Array("依据《某法》第㈡项 PM 2.5 浓度（2026年）降 至３５微克".unicodeScalars)
        let whole = normalizer.fold(String(String.UnicodeScalarView(text))).scalars
        for start in text.indices {
            for end in start..<text.count {
                let part = normalizer.fold(String(String.UnicodeScalarView(text[start...end]))).scalars
                #expect(part.isEmpty || whole.indices.contains { whole[$0...].starts(with: part) })
            }
        }
    }

    @Test func wordsAreBroken() throws {
        var ends: [Int32] = []
        try WordBreaker().cut(Array("执法人员，5G".utf16), ends: &ends)
        #expect(ends == [2, 4, 5, 7])
    }
}
