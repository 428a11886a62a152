import Testing

@testable import Index

@Suite struct QueryParserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var query: Query
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "装配式", query: .literal("装配式")),
        Case(text: "装配式 建筑", query: .and([.literal("装配式"), .literal("建筑")])),
        Case(text: "煤 AND 电 OR 油", query: .or([.and([.literal("煤"), .literal("电")]), .literal("油")])),
        Case(text: "煤 （电 ＯＲ 油）", query: .and([.literal("煤"), .or([.literal("电"), .literal("油")])])),
        Case(text: "煤 -电", query: .and([.literal("煤"), .not(.literal("电"))])),
        Case(text: "NOT 煤", query: .not(.literal("煤"))),
        Case(text: "“以旧 换新”", query: .literal("以旧 换新")),
        Case(text: "lead：市科技局", query: .field(.lead, "市科技局")),
        Case(text: "unit:(甲局 OR \"乙 局\")", query: .or([.field(.unit, "甲局"), .field(.unit, "乙 局")])),
        Case(text: "number:沈政发（2026）1号", query: .field(.number, "沈政发（2026）1号")),
        Case(text: "各区、县（市）政府", query: .literal("各区、县（市）政府")),
        Case(text: "(县（市）)", query: .literal("县（市）")),
        Case(text: "单位：万元", query: .literal("单位：万元")),
        Case(text: "3-4", query: .literal("3-4")),
        Case(text: "-year:2019 type:task", query: .and([.not(.field(.year, "2019")), .field(.type, "task")])),
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
        Failure(text: "type:x", problem: .badValue(.type, "x"), offset: 5),
        Failure(text: "煤 \" \"", problem: .blankLiteral, offset: 2),
        Failure(text: String(repeating: "(", count: 500), problem: .tooDeep, offset: 100),
    ])
    func pointsAtTheError(_ example: Failure) {
        #expect(throws: QuerySyntaxError(problem: example.problem, offset: example.offset)) {
            try Query(parsing: example.text)
        }
    }
}
