import TestSupport
import Testing

@testable import Index

@Suite struct QueryParserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var query: Query
        var testDescription: String { text }
    }

    private static func all(_ parts: Query...) -> Query { .boolean(must: parts, should: [], mustNot: []) }
    private static func any(_ parts: Query...) -> Query { .boolean(must: [], should: parts, mustNot: []) }

    @Test(arguments: [
        Case(text: "装配式", query: .phrase("装配式")),
        Case(text: "装配式 建筑", query: all(.phrase("装配式"), .phrase("建筑"))),
        Case(text: "煤 AND 电 OR 油", query: any(all(.phrase("煤"), .phrase("电")), .phrase("油"))),
        Case(text: "煤 && 电 || 油", query: any(all(.phrase("煤"), .phrase("电")), .phrase("油"))),
        Case(text: "煤 （电 ＯＲ 油）", query: all(.phrase("煤"), any(.phrase("电"), .phrase("油")))),
        Case(text: "煤 -电", query: .boolean(must: [.phrase("煤")], should: [], mustNot: [.phrase("电")])),
        Case(text: "NOT 煤", query: .boolean(must: [], should: [], mustNot: [.phrase("煤")])),
        Case(
            text: "+煤 电 -油",
            query: .boolean(must: [.phrase("煤")], should: [.phrase("电")], mustNot: [.phrase("油")])),
        Case(text: "“以旧 换新”", query: .phrase("以旧 换新")),
        Case(text: "\"以“旧”换新\"", query: .phrase("以“旧”换新")),
        Case(text: "“以旧\" 煤", query: all(.phrase("以旧"), .phrase("煤"))),
        Case(text: "\"企业 奖励\"~5", query: .near(["企业", "奖励"], distance: 5)),
        Case(text: "装配*建？", query: .wildcard("装配*建？")),
        Case(text: "装配\\*", query: .phrase("装配*")),
        Case(text: "*", query: .all),
        Case(text: "煤^2 电", query: all(.boosted(.phrase("煤"), 2), .phrase("电"))),
        Case(text: "(煤 OR 电)^1.5", query: .boosted(any(.phrase("煤"), .phrase("电")), 1.5)),
        Case(text: "lead：市科技局", query: .field(.lead, .equals("市科技局"))),
        Case(text: "text:煤", query: .phrase("煤")),
        Case(
            text: "unit:(甲局 OR \"乙 局\")",
            query: any(.field(.unit, .equals("甲局")), .field(.unit, .equals("乙 局")))),
        Case(text: "unit:市*局", query: .field(.unit, .pattern("市*局"))),
        Case(text: "number:沈政发（2026）1号", query: .field(.number, .equals("沈政发（2026）1号"))),
        Case(text: "number:沈政发[2026]1号", query: .field(.number, .equals("沈政发[2026]1号"))),
        Case(
            text: "due:<2019-07-01",
            query: .field(.due, .range(lower: nil, upper: FieldBound("2019-07-01", isIncluded: false)))),
        Case(
            text: "value:>=９５％", query: .field(.value, .range(lower: FieldBound("９５％", isIncluded: true), upper: nil))),
        Case(
            text: "year:[2019 TO 2021}",
            query: .field(
                .year, .range(lower: FieldBound("2019", isIncluded: true), upper: FieldBound("2021", isIncluded: false))
            )),
        Case(
            text: "signed:［* TO 2020-06］",
            query: .field(.signed, .range(lower: nil, upper: FieldBound("2020-06", isIncluded: true)))),
        Case(text: "各区、县（市）政府", query: .phrase("各区、县（市）政府")),
        Case(text: "(县（市）)", query: .phrase("县（市）")),
        Case(text: "（一）", query: .phrase("（一）")),
        Case(text: "（试行）办法 煤", query: all(.phrase("（试行）办法"), .phrase("煤"))),
        Case(text: "（unit:甲局）", query: .field(.unit, .equals("甲局"))),
        Case(text: "(一)", query: .phrase("一")),
        Case(text: "－市 地铁", query: .boolean(must: [.phrase("地铁")], should: [], mustNot: [.phrase("市")])),
        Case(
            text: "expires:2026 person:张三",
            query: all(.field(.expires, .equals("2026")), .field(.person, .equals("张三")))),
        Case(text: "单位：万元", query: .phrase("单位：万元")),
        Case(text: "3-4", query: .phrase("3-4")),
        Case(
            text: "-year:2019 type:task",
            query: .boolean(
                must: [.field(.type, .equals("task"))], should: [], mustNot: [.field(.year, .equals("2019"))])),
    ])
    func reads(_ example: Case) throws {
        #expect(try Query(parsing: example.text) == example.query)
    }

    struct Failure: CustomTestStringConvertible, Sendable {
        var text: String
        var problem: QuerySyntaxError.Problem
        var offset: Int
        var testDescription: String { text }
    }

    @Test(arguments: [
        Failure(text: "", problem: .empty, offset: 0),
        Failure(text: "  ", problem: .empty, offset: 0),
        Failure(text: "煤 \"电", problem: .unclosedQuote, offset: 2),
        Failure(text: "煤 (电 油", problem: .unclosedBracket, offset: 2),
        Failure(text: "煤) 油", problem: .unopenedBracket, offset: 1),
        Failure(text: "煤 OR", problem: .missingTerm, offset: 4),
        Failure(text: "OR 煤", problem: .missingTerm, offset: 0),
        Failure(text: "煤 ()", problem: .missingTerm, offset: 3),
        Failure(text: "煤 foo:电", problem: .unknownField("foo"), offset: 2),
        Failure(text: "unit:", problem: .missingTerm, offset: 5),
        Failure(text: "煤 year:去年", problem: .badValue(.year, "去年"), offset: 7),
        Failure(text: "煤 due:昨天", problem: .badValue(.due, "昨天"), offset: 6),
        Failure(text: "unit:[甲 TO 乙]", problem: .noRange(.unit), offset: 5),
        Failure(text: "year:[2019 2020]", problem: .badRange, offset: 5),
        Failure(text: "year:[2019 TO 2020", problem: .unclosedBracket, offset: 5),
        Failure(text: "煤^x", problem: .missingNumber, offset: 1),
        Failure(text: "<2019", problem: .missingTerm, offset: 0),
        Failure(text: "+ 煤", problem: .missingTerm, offset: 0),
        Failure(text: "type:x", problem: .badValue(.type, "x"), offset: 5),
        Failure(text: "煤 \" \"", problem: .blankPhrase, offset: 2),
        Failure(text: String(repeating: "(", count: 500), problem: .tooDeep, offset: 100),
    ])
    func pointsAtTheError(_ example: Failure) {
        #expect(throws: QuerySyntaxError(problem: example.problem, offset: example.offset)) {
            try Query(parsing: example.text)
        }
    }

    private static let signs = [
        "煤", "装配式", "\"", "“", "(", ")", "（", "[", "]", "{", "+", "-", "!", "^2", "^", "~3", ":", "：", "unit:", "due:",
        "value:", "<", ">=",
        "2019", "*", "?", "\\", "AND", "OR", "NOT", "TO", " ", " ", "&&", "foo:", "type:", "县（市）",
    ]

    @Test(arguments: 0..<4)
    func lenientReadingNeverFails(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Self.signs[Int.random(in: 0..<Self.signs.count, using: &random)]
            }.joined()
            let lenient = try Query(lenient: text)
            // What can be read strictly is read so, and what is printed can be read again.
            if let strict = try? Query(parsing: text) {
                #expect(lenient == strict, "\(text)")
                #expect((try? Query(parsing: strict.description)) == strict, "\(text) as \(strict.description)")
            }
        }
    }

    @Test(arguments: [
        ("煤 \"电", "煤 AND \"电\""), ("煤 (电 OR 油", "煤 (电 OR 油)"), ("煤) 油", "煤 油"), ("煤 OR", "煤"), ("AND 煤", "煤"),
        ("foo:煤", "foo 煤"), ("year:去年", "year 去年"), ("year:(去年 OR 2019)", "year (去年 OR 2019)"), ("煤 ()", "煤"),
        ("unit:[甲 TO 乙]", "unit 甲 乙"), ("煤^x", "煤 x"), ("煤 OR OR 电", "煤 OR 电"), ("+ 煤", "煤"),
    ])
    func mistakesAreMended(_ text: String, _ mended: String) throws {
        #expect(try Query(lenient: text) == Query(parsing: mended))
    }
}
