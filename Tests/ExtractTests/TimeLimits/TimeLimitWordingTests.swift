import Testing

@testable import Extract

/// Time limits in the wordings of notices, rules and plans of many places.
@Suite struct TimeLimitWordingTests {
    struct Wording: CustomTestStringConvertible, Sendable {
        var text: String
        var expected: [String]
        var testDescription: String { text }

        init(_ text: String, _ expected: [String]) {
            self.text = text
            self.expected = expected
        }
    }

    @Test("limits, and what is none", arguments: wordings)
    func limits(_ given: Wording) {
        let context = TimeContext(year: 2021, signed: "2021-05-06")
        let found = TimeLimitGrammar.timeLimits(in: Array(given.text.unicodeScalars), context: context)
        let lines = found.map { limit in
            let start = limit.start.map { "\($0)/" } ?? ""
            return "\(limit.kind.rawValue)|\(start)\(limit.date ?? "")|\(limit.duration ?? "")"
        }
        #expect(lines == given.expected)
    }

    private static let wordings: [Wording] = [
        Wording("2021年6月底前完成方案制定。", ["by|2021-06-30|"]),
        Wording("6月15日前报送市政府办公室。", ["by|2021-06-15|"]),
        Wording("每季度最后一个月的25日前报送进展情况。", ["recurring||"]),
        Wording("每月5日前报送上月数据。", ["recurring||"]),
        Wording("每年12月31日前完成年度评估。", ["recurring|--12-31|"]),
        Wording("自收到申请之日起20个工作日内作出决定。", ["within||P20WD"]),
        Wording("应当自受理之日起三十日内办结。", ["within||P30D"]),
        Wording("提前10日通知当事人。", ["within||P10D"]),
        Wording("申请材料不齐全的，应当在5日内一次性告知。", ["within||P5D"]),
        Wording("到2025年，基本建成体系。", []),
        Wording("今年年底前完成整改。", ["by|2021-12-31|"]),
        Wording("第三季度前完成招标。", ["by|2021-09-30|"]),
        Wording("二季度末前完成。", ["by|2021-06-30|"]),
        Wording("2021年5月至7月开展专项整治。", ["during|2021-05-01/2021-07-31|"]),
        Wording("2021年8月1日至2021年10月31日为集中整治阶段。", ["during|2021-08-01/2021-10-31|"]),
        Wording("于二〇二一年九月三十日前将名单报我局。", ["by|2021-09-30|"]),
        Wording("2021年6月30日前，各区要完成摸底，7月15日前上报。", ["by|2021-06-30|", "by|2021-07-15|"]),
        Wording("春节前完成农民工工资清欠。", []),
        Wording("本通知印发后10个工作日内制定实施细则。", ["within||P10WD"]),
        Wording("在项目竣工验收合格后6个月内办理登记。", ["within||P6M"]),
        Wording("每半年至少检查一次。", []),
        Wording("每年第一季度向社会公布上年度情况。", ["recurring|--03|"]),
        Wording("有关部门应当在24小时内处置。", ["within||PT24H"]),
        Wording("2020年10月，市政府召开会议。", []),
        Wording("根据2019年3月印发的通知要求执行。", []),
        Wording("许可证有效期为五年。", []),
        Wording("本办法自2021年7月1日起施行。", []),
        Wording("有效期届满30日前申请延续。", ["within||P30D"]),
        Wording("年内完成全部改造任务。", ["by|2021-12-31|"]),
        Wording("5月底前、8月底前、11月底前分别报送。", ["by|2021-05-31|", "by|2021-08-31|", "by|2021-11-30|"]),
        Wording("2021年底前取得阶段性成效，2022年6月底前全面完成。", ["by|2021-12-31|", "by|2022-06-30|"]),
        Wording("应于每年3月1日至6月30日期间提出申请。", ["recurring|--03-01/--06-30|"]),
        Wording("发现疫情的，应当立即报告，最迟不得超过2小时。", ["within||PT2H"]),
        Wording("对当事人的申请，行政机关应当自收到之日起七个工作日内予以答复。", ["within||P7WD"]),
        Wording("每季度最后一个月的25日前报送进展情况。", ["recurring||"]),
        Wording("每季度第一个月的10日前通报。", ["recurring||"]),
        Wording("每月底前汇总。", ["recurring||"]),
        Wording("每年年底前组织验收。", ["recurring|--12-31|"]),
        Wording("限2021年6月30日前整改到位。", ["by|2021-06-30|"]),
        Wording("在2021年9月1日开学前完成培训。", []),
        Wording("到2021年9月底，完成首批项目。", ["by|2021-09-30|"]),
        Wording("自本公告发布之日起六十日内提出意见。", ["within||P60D"]),
        Wording("应在收到举报后3日内核实，15个工作日内反馈。", ["within||P3D", "within||P15WD"]),
        Wording("2021年底，全面完成。", ["by|2021-12-31|"]),
        Wording("第一阶段（2021年5月至6月）：动员部署。", ["during|2021-05-01/2021-06-30|"]),
        Wording("实施方案务于2021年12月3日前报送市政府。", ["by|2021-12-03|"]),
        Wording("实施城市更新行动2021年底前完成。", ["by|2021-12-31|"]),
        Wording("本办法实施至2026年12月31日。", []),
        Wording("（二）全面实施（2021年6月—8月）。", ["during|2021-06-01/2021-08-31|"]),
        Wording("（二）组织实施阶段（6月16日—10月31日）。", ["during|2021-06-16/2021-10-31|"]),
        Wording("总结评估阶段（2021年11月）。", ["during|2021-11-01/2021-11-30|"]),
        Wording("完成时限：2021年12月", ["by|2021-12-31|"]),
        Wording("完成时间：持续推进", []),
        Wording("（完成时限：2021年6月底前出台方案，2022年底前完成）", ["by|2021-06-30|", "by|2022-12-31|"]),
        Wording("请各单位于5月20日下班前将材料报送。", ["by|2021-05-20|"]),
        Wording("请于2021年5月20日（星期四）前反馈。", ["by|2021-05-20|"]),
        Wording("必须在48小时内恢复供水。", ["within||PT48H"]),
        Wording("每三年开展一次全面评估。", []),
        Wording("自发生之日起1小时内报告。", ["within||PT1H"]),
        Wording("公示期不少于7日。", []),
        Wording("保存期限不得少于三年。", []),
        Wording("年满60周岁的老年人。", []),
        Wording("在2020年工作基础上继续推进。", []),
        Wording("6月1日儿童节期间开展活动。", []),
        Wording("次年1月31日前公布结果。", ["recurring|--01-31|"]),
        Wording("每年4月、10月各开展一次检查。", ["recurring|--04|", "recurring|--10|"]),
        Wording("中华民国110年12月31日前完成申报。", ["by|2021-12-31|"]),
        Wording("自民国一百一十年七月一日起三个月内补正。", ["within||P3M"]),
    ]
}
