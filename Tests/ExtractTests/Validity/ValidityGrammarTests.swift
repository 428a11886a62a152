import Ingest
import Testing

@testable import Extract

@Suite struct ValidityGrammarTests {
    private func read(_ text: String) -> [String?] {
        let context = ValidityContext(
            signed: CalendarDate(year: 2022, month: 3, day: 1), printed: CalendarDate(year: 2022, month: 3, day: 4))
        let match = ValidityGrammar.validity(in: [Array(text.unicodeScalars)], context: context)
        return [match.effective?.description, match.expires?.description, match.interpreter]
    }

    @Test(
        "commencement, expiry and interpretation",
        arguments: [
            ("本办法自2023年1月1日起施行。", ["2023-01-01", nil, nil]),
            ("本条例自二○○七年九月一日起施行。", ["2007-09-01", nil, nil]),
            ("本條例自２０07年9月１日起施行", ["2007-09-01", nil, nil]),
            ("本规定自公布之日起施行。", ["2022-03-01", nil, nil]),
            ("本办法自印发之日起施行，由省财政厅会同省审计厅负责解释。", ["2022-03-04", nil, "省财政厅会同省审计厅"]),
            ("本办法自公布之日起30日后施行。", ["2022-03-31", nil, nil]),
            ("本通知自2022年5月1日起执行，有效期5年。", ["2022-05-01", "2027-04-30", nil]),
            ("本办法自2022年4月1日起施行，有效期至2024年3月31日。", ["2022-04-01", "2024-03-31", nil]),
            ("本办法自印发之日起试行，试行期两年。", ["2022-03-04", "2024-03-03", nil]),
            ("本细则的解释权归市住房公积金管理中心。", [nil, nil, "市住房公积金管理中心"]),
            ("本批示自二零零四年一月一日起產生效力。", ["2004-01-01", nil, nil]),
            ("本公告自2023年1月1日至2027年12月31日执行。", ["2023-01-01", "2027-12-31", nil]),
            ("本要點自即日起實施。", ["2022-03-01", nil, nil]),
            ("本細則自中華民國九十二年七月一日施行。", ["2003-07-01", nil, nil]),
            ("本办法有效期自2024年3月1日至2029年2月28日。", ["2024-03-01", "2029-02-28", nil]),
            ("本通告自发布之日起生效，2023年6月30日废止。", ["2022-03-01", "2023-06-30", nil]),
            ("本意见自发布之日起施行，有效期5年，至2026年12月31日止。", ["2022-03-01", "2026-12-31", nil]),
            ("本办法由市商务局负责解释。", [nil, nil, "市商务局"]),
            ("本規定於2022年5月1日起實施。", ["2022-05-01", nil, nil]), ("本办法2022年5月1日起施行。", ["2022-05-01", nil, nil]),
            ("本标准自2022年起执行。", ["2022-01-01", nil, nil]), ("本办法从2022年7月起实行试行。", [nil, nil, nil]),
            ("本办法自2022年7月起试行。", ["2022-07-01", nil, nil]), ("本办法追溯至2021年1月1日起执行。", ["2021-01-01", nil, nil]),
            ("本公告执行期限为2023年1月1日至2024年12月31日。", ["2023-01-01", "2024-12-31", nil]),
            ("本办法自发布之日起试行一年。", ["2022-03-01", "2023-02-28", nil]),
            ("本办法自2022年5月1日起施行。有效期2年。", ["2022-05-01", "2024-04-30", nil]),
            ("《甲规定》需继续实施，有效期延长至2028年6月30日。", [nil, "2028-06-30", nil]),
            ("本办法由学校授权学生处负责解释。", [nil, nil, "学生处"]), ("本办法由市商务局、市财政局按照各自职责负责解释。", [nil, nil, "市商务局、市财政局"]),
            ("市财政局负责解释本办法。", [nil, nil, "市财政局"]), ("本通知自印发之日起执行，长期有效。", ["2022-03-04", nil, nil]),
            ("本办法自印发之日起施行，有效期至新办法施行之日止。", ["2022-03-04", nil, nil]),
            ("《某规定》已经第5次常务会议通过，现予公布，自2012年1月1日起施行。", ["2012-01-01", nil, nil]),
            ("本方案自2022年6月1日起至2023年5月31日止执行。", ["2022-06-01", "2023-05-31", nil]),
        ])
    func clauses(_ text: String, _ expected: [String?]) {
        #expect(read(text) == expected)
    }

    @Test(
        "what speaks of other things sets no validity",
        arguments: [
            "自本方案发布之日起，全市新开工项目须达到50%以上。", "许可证有效期五年。", "加强政策宣传解释工作，妥善解决有关问题。", "经市政府批准后实施。", "自2020年1月1日起实施的项目不再补贴。",
            "支持技术咨询服务企业实施走出去战略。",
        ])
    func nothing(_ text: String) {
        #expect(read(text) == [nil, nil, nil])
    }

    @Test("the day after publication counts from the gazette, and is not guessed from the signature")
    func dayAfter() {
        let text = Array("本法律自公佈翌日起生效。".unicodeScalars)
        let signed = CalendarDate(year: 2022, month: 3, day: 1)
        let unknown = ValidityGrammar.validity(in: [text], context: ValidityContext(signed: signed, printed: nil))
        #expect(unknown.effective == nil)
        #expect(unknown.effectiveEvent == "自公佈翌日")
        let published = ValidityContext(
            signed: signed, printed: nil, published: CalendarDate(year: 2022, month: 3, day: 7))
        #expect(ValidityGrammar.validity(in: [text], context: published).effective?.description == "2022-03-08")
    }

    @Test("when another instrument takes effect is not when the document does")
    func others() {
        var context = ValidityContext(signed: nil, printed: nil)
        context.titles = CitationContext(title: "关于印发甲办法的通知", attachments: ["某市甲办法（试行）"])
        func effective(_ text: String) -> String? {
            ValidityGrammar.validity(in: [Array(text.unicodeScalars)], context: context).effective?.description
        }
        #expect(effective("《乙法》已经通过，自1996年10月1日起施行。") == nil)
        #expect(effective("《甲办法》自1996年10月1日起施行。") == "1996-10-01")
    }

    @Test("one endless sentence of dates is read in the time of its length")
    func size() {
        let text = Array(String(repeating: "自2020年1月1日起施行，有效期5年，", count: 20_000).unicodeScalars)
        let match = ValidityGrammar.validity(in: [text], context: ValidityContext(signed: nil, printed: nil))
        #expect(match.effective?.description == "2020-01-01")
    }

    @Test("the clause on the document itself outweighs a later one on something else")
    func weight() {
        let texts = ["本办法自2023年1月1日起施行。", "新标准，自2025年1月1日起执行。"].map { Array($0.unicodeScalars) }
        let match = ValidityGrammar.validity(in: texts, context: ValidityContext(signed: nil, printed: nil))
        #expect(match.effective?.description == "2023-01-01")
    }
}
