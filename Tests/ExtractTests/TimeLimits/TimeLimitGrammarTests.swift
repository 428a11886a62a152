import Testing

@testable import Extract

/// A paragraph of a document signed on 10 March 2022 and its limits, each as
/// `kind quote from start date duration (event) certainty`; `~` is computed, `?` needs an event.
struct LimitCase: CustomTestStringConvertible, Sendable {
    var text: String
    var expected: [String]

    init(_ text: String, _ expected: [String]) {
        self.text = text
        self.expected = expected
    }

    var testDescription: String { text }
}

@Suite struct TimeLimitGrammarTests {
    private func read(_ text: String, _ context: TimeContext = TimeContext(signed: "2022-03-10")) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return TimeLimitGrammar.timeLimits(in: scalars, context: context).map { $0.line(in: scalars) }
    }

    @Test("limits, periods, recurrences and durations", arguments: cases)
    func limits(_ given: LimitCase) {
        #expect(read(given.text) == given.expected)
    }

    @Test(
        "validity, facts, conditions, names and bare target years are no limits",
        arguments: [
            "自2023年1月1日起施行，有效期5年。",
            "本办法自发布之日起30日后施行，有效期至2027年12月31日。",
            "近3年内无重大违法记录的企业，3年内不得参加政府采购。",
            "截至2021年12月31日，全市已建成5G基站1万个。",
            "2005年12月31日前建成的老旧小区，2020年12月31日前已开工的项目，按原规定执行。",
            "《“十四五”规划纲要（2021—2025年）》，《三年行动计划（2021—2023年）》。",
            "2021-2025年规划已经市政府批准。",
            "国庆节前、春节前、汛期前完成。",
            "2035年远景目标，到2035年基本实现现代化，2030年前碳达峰。",
            "出生于2010年8月31日前的适龄儿童，年满6周岁。",
            "试用期不超过6个月，补偿期限不超过3年，保存期限不少于20年。",
            "工作时间为9时至17时，10月12日上午10时召开会议。",
            "不动产登记、同一经营场所能够满足共同日常办公。",
            "推广4/5G融合应用，第二十一日起算。",
            "（2019年3月1日）",
        ])
    func none(_ text: String) {
        #expect(read(text) == [])
    }

    @Test("a scan's 午 for 年, a lost month and letter-spaced digits are read as meant")
    func damaged() {
        let context = TimeContext(signed: "2019-05-17")
        #expect(read("完成时限：2019午10月底前）", context) == ["by 2019午10月底前 2019-10-31"])
        #expect(
            read("（三）总结阶段（2019年12月16日-…31日）。", context) == ["during 2019年12月16日-…31日 from 2019-12-16 2019-12-31"])
        #expect(read("2019 年 6 月 底 前完成", context) == ["by 2019 年 6 月 底 前 2019-06-30"])
        #expect(read("２０１９年６月３０日前完成", context) == ["by ２０１９年６月３０日前 2019-06-30"])
    }

    @Test("the year that is not printed comes from the document")
    func inherited() {
        #expect(read("年底前全面完成清理。", TimeContext(year: 2019)) == ["by 年底前 2019-12-31 ~"])
        #expect(read("年底前全面完成清理。", TimeContext()) == ["by 年底前 ~"])
        #expect(read("2019年5月1日部署，6月底前完成。", TimeContext()) == ["by 6月底前 2019-06-30 ~"])
    }

    @Test("periods of years are told from names")
    func years() {
        let context = TimeContext(year: 2024)
        #expect(read("2024—2028年，给予奖补支持。", context) == ["during 2024—2028年 from 2024-01-01 2028-12-31"])
        #expect(read("从2024年起连续5年，支持发展。", context) == ["during 从2024年起连续5年 from 2024-01-01 2028-12-31 ~"])
        #expect(read("行动计划（2024—2028年）印发实施。", context) == [])
    }

    @Test("the content of a cell of 完成时限 is a limit")
    func cells() {
        let context = TimeContext(year: 2022, isLabelled: true)
        #expect(read("2022年12月", context) == ["by 2022年12月 2022-12-31"])
        #expect(read("6月底", context) == ["by 6月底 2022-06-30 ~"])
        #expect(read("2023年", context) == ["by 2023年 2023-12-31"])
        #expect(read("长期坚持", context) == [])
    }

    @Test("plans follow one another every five years", arguments: [(6, 1981), (14, 2021), (15, 2026)])
    func plans(_ number: Int, _ start: Int) {
        #expect(PlanPeriod(number: number).start == start)
        #expect(PlanPeriod(number: number).end == start + 4)
    }

    @Test("a passage that looks back sets no limit")
    func retrospective() {
        #expect(read("2022年12月31日前完成。", TimeContext(year: 2022, isRetrospective: true)) == [])
    }

    @Test("a megabyte on one line, and ten thousand brackets, are read to the end")
    func size() {
        let clause = Array("自收到材料之日起30日内办结，2022年6月底前完成".unicodeScalars)
        var text: [Unicode.Scalar] = []
        while text.count < 1_000_000 { text += clause }
        #expect(TimeLimitGrammar.timeLimits(in: text).count == text.count / clause.count * 2)
        #expect(read(String(repeating: "（《", count: 5_000) + "2022年6月底前").count == 1)
        let digits = Array(String(repeating: "1", count: 200_000).unicodeScalars)
        #expect(TimeLimitGrammar.timeLimits(in: digits).isEmpty)
    }

    static let cases: [LimitCase] = [
        LimitCase(
            "请于2022年12月31日前将工作总结报送市政府办公室，6月底前报送半年进展。",
            [
                "by 2022年12月31日前 2022-12-31",
                "by 6月底前 2022-06-30 ~",
            ]),
        LimitCase(
            "力争2023年6月底前全面完成，2025年年底前基本建成。",
            [
                "by 2023年6月底前 2023-06-30",
                "by 2025年年底前 2025-12-31",
            ]),
        LimitCase(
            "二○二二年六月底前完成调查摸底，廿五日前上报名单。",
            [
                "by 二○二二年六月底前 2022-06-30",
                "by 廿五日前 2022-06-25 ~",
            ]),
        LimitCase(
            "今年10月底前完成主体工程，明年3月底前投入使用，上半年完成招标，三季度末前开工。",
            [
                "by 今年10月底前 2022-10-31 ~",
                "by 明年3月底前 2023-03-31 ~",
                "by 三季度末前 2022-09-30 ~",
            ]),
        LimitCase(
            "2022年3月—5月为动员部署阶段，2022年6月至12月为集中整治阶段。",
            [
                "during 2022年3月—5月 from 2022-03-01 2022-05-31",
                "during 2022年6月至12月 from 2022-06-01 2022-12-31",
            ]),
        LimitCase(
            "（三）总结提升阶段（2022年12月）。",
            [
                "during 2022年12月 from 2022-12-01 2022-12-31"
            ]),
        LimitCase(
            "（一）动员部署阶段（即日起至2022年4月底）。",
            [
                "by 至2022年4月底 2022-04-30"
            ]),
        LimitCase(
            "申请人应当自收到决定书之日起六十日内申请复议。",
            [
                "within 自收到决定书之日起六十日内 P60D (收到决定书之日) ?"
            ]),
        LimitCase(
            "受理机关应当在收到材料后5个工作日内作出决定；情况复杂的，经批准可以延长10个工作日。",
            [
                "within 5个工作日内 P5WD (收到材料) ?",
                "within 可以延长10个工作日 P10WD ?",
            ]),
        LimitCase(
            "接到报告后，应当立即到场，并在2小时内报告上级机关。",
            [
                "within 2小时内 PT2H ?"
            ]),
        LimitCase(
            "许可证有效期届满30日前，应当向原发证机关申请延续。",
            [
                "within 届满30日前 P30D (许可证有效期届满) ?"
            ]),
        LimitCase(
            "在三至五年内基本消除黑臭水体，用3年左右时间实现全覆盖。",
            [
                "within 三至五年内 P5Y ?",
                "within 用3年左右时间 P3Y ?",
            ]),
        LimitCase(
            "每年3月底前公布上年度报告，6月底前完成审计，每季度首月10日前报送季报，每月5日前报送月报。",
            [
                "recurring 每年3月底前 --03-31",
                "recurring 6月底前 --06-30",
                "recurring 每季度首月10日前",
                "recurring 每月5日前",
            ]),
        LimitCase(
            "每年1月1日至3月31日为禁渔期。",
            [
                "recurring 每年1月1日至3月31日 from --01-01 --03-31"
            ]),
        LimitCase(
            "“十四五”期间，全市新建学校100所；到“十四五”末，比“十三五”期间增加20%。",
            [
                "during “十四五”期间 from 2021-01-01 2025-12-31 ~",
                "by 到“十四五”末 2025-12-31 ~",
            ]),
        LimitCase(
            "2021—2023年，每年安排专项资金1亿元。",
            [
                "during 2021—2023年 from 2021-01-01 2023-12-31"
            ]),
        LimitCase(
            "整改时限：2022年9月30日前。完成时间：2022年12月。完成时限：长期坚持",
            [
                "by 2022年9月30日前 2022-09-30",
                "by 2022年12月 2022-12-31",
            ]),
        LimitCase(
            "从2021年起，用两年时间完成清理。",
            [
                "within 用两年时间 P2Y ?"
            ]),
        LimitCase(
            "公示期不少于7个工作日，办理时限不超过20个工作日，最长不得超过30日。",
            [
                "within 不超过20个工作日 P20WD ?",
                "within 最长不得超过30日 P30D ?",
            ]),
        LimitCase(
            "2022年内完成，年内实现开工，年底前竣工，月底前上报。",
            [
                "by 2022年内 2022-12-31",
                "by 年内 2022-12-31 ~",
                "by 年底前 2022-12-31 ~",
            ]),
        LimitCase(
            "10月1日前后，10日内，24小时之内，48小时以内，15分钟内到达。",
            [
                "within 10日内 P10D ?",
                "within 24小时之内 PT24H ?",
                "within 48小时以内 PT48H ?",
                "within 15分钟内 PT15M ?",
            ]),
        LimitCase(
            "会议召开5日前通知全体成员，提前3个月书面通知，提前10天完成任务。",
            [
                "within 召开5日前 P5D (会议召开) ?",
                "within 提前3个月 P3M ?",
            ]),
        LimitCase(
            "罚款应当自收到决定书之日起15日内，到指定的银行缴纳；逾期每日按3%加处罚款。",
            [
                "within 自收到决定书之日起15日内 P15D (收到决定书之日) ?"
            ]),
        LimitCase(
            "各地各部门要在本通知印发之日起1个月内制定实施细则，并于2023年1月15日前报送国务院办公厅。",
            [
                "within 本通知印发之日起1个月内 P1M (本通知印发之日) ?",
                "by 2023年1月15日前 2023-01-15",
            ]),
        LimitCase(
            "第一季度，1月至3月，一季度实现开门红，全年目标。",
            [
                "during 1月至3月 from 2022-01-01 2022-03-31 ~"
            ]),
        LimitCase(
            "各区县每半年、每年12月20日前报送一次，每周五前汇总。",
            [
                "recurring 每年12月20日前 --12-20"
            ]),
        LimitCase(
            "当日12时前上报，次日9时前反馈；次年1月底前完成考核。",
            [
                "recurring 当日12时前",
                "recurring 次日9时前",
                "recurring 次年1月底前 --01-31",
            ]),
        LimitCase(
            "自2023年起，每年6月30日前向社会公开。",
            [
                "recurring 每年6月30日前 --06-30"
            ]),
        LimitCase(
            "在办结后的10个工作日内，由承办单位自行归档；自然灾害发生后1小时内报告。",
            [
                "within 10个工作日内 P10WD (办结) ?",
                "within 1小时内 PT1H (自然灾害发生) ?",
            ]),
        LimitCase(
            "国务院决定从1996年10月1日起，用三年左右的时间。",
            [
                "within 用三年左右的时间 P3Y ?"
            ]),
        LimitCase(
            "2022年9月1日—2022年12月31日，对全市企业开展检查。",
            [
                "during 2022年9月1日—2022年12月31日 from 2022-09-01 2022-12-31"
            ]),
        LimitCase(
            "时间：2022年5月10日至20日；地点：市政府。",
            [
                "during 2022年5月10日至20日 from 2022-05-10 2022-05-20"
            ]),
    ]
}

extension TimeLimit {
    /// One line for comparison: by 2019年6月底前 2019-06-30.
    func line(in text: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[range])
        var line = "\(kind.rawValue) \(String(view))"
        if let start { line += " from \(start)" }
        if let date { line += " \(date)" }
        if let duration { line += " \(duration)" }
        if let event { line += " (\(event))" }
        switch certainty {
        case .stated: return line
        case .computed: return line + " ~"
        case .needsEvent: return line + " ?"
        }
    }
}
