import Ingest
import Testing

@testable import Extract

@Suite struct TextFindingsTests {
    private func codes(_ paragraphs: [String]) -> [String] {
        TextFindings.findings(in: paragraphs.map { Array($0.unicodeScalars) }).map(\.code)
    }

    @Test(
        "each kind of doubt",
        arguments: [
            (["根据《条例，制定"], ["unclosed-bracket"]), (["（一）完成任务（市财政局。"], ["unclosed-bracket"]),
            (["制定办法》。"], ["unclosed-bracket"]),
            (["坚持“放管服改革。"], ["unclosed-bracket"]), (["自2019年2月29日起"], ["impossible-date"]),
            (["于2月30日前"], ["impossible-date"]),
            (["到2020年13月"], ["impossible-date"]), (["二〇二〇年六月三十一日"], ["impossible-date"]),
            (["2019午10月底前"], ["ocr-slip"]),
            (["增长0. 5%以上"], ["ocr-slip"]), (["2O19年完成"], ["ocr-slip"]), (["加强⽂化建设"], ["compat-character"]),
            (["编号\u{E000}号"], ["private-use"]),
        ])
    func found(_ paragraphs: [String], _ expected: [String]) {
        #expect(codes(paragraphs) == expected)
    }

    @Test(
        "what is in order is not queried",
        arguments: [
            ["1）完成任务；2）报送材料。"], ["“第三十二条　某事项。", "“某款。”"], ["修改为：“第三条"], ["表格一（左半", "右半）。"], ["2020年2月29日"], ["13个月内"],
            ["1. 5%的企业"], ["含Al2O3 10%"], ["《办公厅关于印发〈要点〉的通知》（京政办发〔2016〕20号)"], ["占比1：1.5%"],
        ])
    func inOrder(_ paragraphs: [String]) {
        #expect(codes(paragraphs) == [])
    }

    @Test("gaps and repeats, with half-width brackets in one list with full-width ones")
    func numbering() {
        let span = SpanRecord(start: PlaceRecord(line: 1, column: 1), end: PlaceRecord(line: 1, column: 1))
        func provisions(_ level: Provision.Level, _ labels: [(String, Int)]) -> [Provision] {
            labels.map { Provision(id: "d/\($0.0)", level: level, depth: 1, label: $0.0, number: $0.1, span: span) }
        }
        func codes(_ roots: [Provision]) -> [String] {
            NumberingFindings.findings(in: roots, document: "d").map(\.code)
        }
        #expect(codes(provisions(.article, [("第七条", 7), ("第九条", 9)])) == ["article-gap"])
        #expect(codes(provisions(.article, [("第七条", 7), ("第七条", 7)])) == ["article-repeat"])
        #expect(codes(provisions(.heading, [("（一）", 1), ("(二)", 2), ("（三）", 3)])) == [])
        #expect(codes(provisions(.item, [("1", 1), ("2", 2), ("1", 1), ("2", 2)])) == [])
        #expect(codes(provisions(.item, [("1", 1), ("3", 3)])) == ["item-gap"])
    }

    @Test("counts that a 解读 claims")
    func claims() {
        let text = "《方案》共分9个方面、178 项工作任务，涉及 55 个部门和单位。"
        let claims = CountClaims.claims(in: Array(text.unicodeScalars))
        #expect(claims.map(\.count) == [9, 178, 55])
        #expect(claims.map(\.subject) == [.aspects, .tasks, .units])
    }

    @Test("endless brackets are read through")
    func size() {
        #expect(codes([String(repeating: "（", count: 10_000)]).count == 10_000)
        #expect(codes([String(repeating: "文", count: 1_000_000)]).isEmpty)
    }
}
