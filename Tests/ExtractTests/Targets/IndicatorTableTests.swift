import Testing

@testable import Extract

@Suite struct IndicatorTableTests {
    private func read(_ header: [String], _ row: [String], year: Int? = 2022) -> [String] {
        IndicatorTable.targets(header: header, rows: [row], context: TargetContext(documentYear: year)).map(
            \.match.line)
    }

    @Test(
        "cells of a column of goals",
        arguments: [
            (["1", "知识普及率", "—", ">80％"], "知识普及率 > 80% 2025"),
            (["2", "婚前医学检查率", "68.5%", ">70％"], "婚前医学检查率 > 70% 2025 from 68.5 in 2020"),
            (["8", "3岁以下儿童系统管理率", "≥90％", "≥90％"], "3岁以下儿童系统管理率 >= 90% 2025 from 90 in 2020"),
            (["11", "百万人口白内障复明手术率", ">2000", ">3000"], "百万人口白内障复明手术率 > 3000 2025 from 2000 in 2020"),
            (["16", "健康检查率", "≥90％", "100％"], "健康检查率 = 100% 2025 from 90 in 2020"),
            (["18", "夜间达标率", "80.1％", "达到85％"], "夜间达标率 >= 85% 2025 from 80.1 in 2020"),
            (["20", "每10万人口康复工程师人数", "—", "力争达到8人"], "每10万人口康复工程师人数 >= 8人 2025"),
            (["3", "地区生产总值（亿元）", "7000", "1万亿元左右"], "地区生产总值 ~ 1万亿元 2025 from 7000 in 2020"),
            (["4", "人均预期寿命（岁）", "79.5", "80—81"], "人均预期寿命 range 80岁 2025 from 79.5 in 2020"),
            (
                ["17", "生产安全事故发生起数", "比2016年下降10％以上", "“十四五”期间比“十三五”期间平均事故起数下降10%以上"],
                "生产安全事故发生起数下降 >= 10% 2025"
            ),
        ])
    func cells(_ row: [String], _ expected: String) {
        #expect(read(["序号", "指标", "2020年", "2025年"], row) == [expected])
    }

    @Test("a serial number in the cell of a name is no part of it", arguments: ["10 2型糖尿病患者管理率", "10. 2型糖尿病患者管理率"])
    func serials(_ name: String) {
        #expect(read(["指标", "2020年", "2025年"], [name, "—", "≥65％"]) == ["2型糖尿病患者管理率 >= 65% 2025"])
    }

    @Test("cells without a number are no goals", arguments: ["—", "持续提升", "全覆盖", ""])
    func empty(_ cell: String) {
        #expect(read(["指标", "2025年"], ["普及率", cell]) == [])
    }

    @Test("headers name the goal and where it starts")
    func headers() {
        #expect(
            read(["指标名称", "单位", "2020年实际", "2025年目标", "属性"], ["森林覆盖率", "%", "23.0", "24.1", "约束性"])
                == ["森林覆盖率 = 24.1% 2025 from 23 in 2020"])
        #expect(read(["指标", "现状", "目标值"], ["建成率", "50%", "80%"]) == ["建成率 = 80% from 50"])
        #expect(
            read(["主要指标", "2020年", "2022年", "2025年"], ["建成率", "50%", "60%", "80%"], year: 2021)
                == ["建成率 = 60% 2022 from 50 in 2020", "建成率 = 80% 2025 from 50 in 2020"])
        #expect(read(["序号", "地区", "平均价"], ["1", "某区", "12.5"]) == [])
    }
}
