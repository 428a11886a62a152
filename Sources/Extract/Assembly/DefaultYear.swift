import Ingest

/// The year that holds for goals and limits which print none.
enum DefaultYear {
    /// The year that a heading or title sets for what stands below it: that of a one-year plan, the last of a period.
    ///
    /// 「三、2026年重点工作安排」 is 2026, 「（2022－2025年）」 is 2025, 「“十四五”规划」 is 2025. A year that tells an edition
    /// (2026年版) or a look back sets none.
    static func year(in heading: String) -> Int? {
        let text = Array(heading.unicodeScalars)
        guard !Retrospect.isRetrospective(heading: text) else { return nil }
        var found: Int?
        for at in text.indices {
            if let plan = PlanPeriod.scan(text, at: at)?.plan ?? PlanPeriod.scanInFull(text, at: at) {
                found = max(found ?? 0, plan.end)
            } else if at == 0 || text[at - 1].decimalDigit == nil, let (year, end) = Numeral.scanArabic(text, at: at),
                (1990...2099).contains(year), end - at == 4, end < text.count
            {
                let mark = text[end]
                let isEdition = mark == "年" && end + 1 < text.count && text[end + 1] == "版"
                // 「和2035年远景目标纲要」 looks beyond the plan.
                let isVision = text[(end + 1)...].starts(with: "远景".unicodeScalars)
                if mark == "年", !isEdition, !isVision { found = max(found ?? 0, year) }
            }
        }
        return found
    }

    /// The year whose goals a paragraph names: 2010年的奋斗目标, 2024年度重点工作.
    static func year(ofGoalsIn text: [Unicode.Scalar]) -> Int? {
        for at in text.indices where at == 0 || text[at - 1].decimalDigit == nil {
            guard let (year, end) = Numeral.scanArabic(text, at: at), (1990...2099).contains(year), end < text.count,
                text[end] == "年"
            else { continue }
            var next = end + 1
            while next < text.count, "度的".unicodeScalars.contains(text[next]) { next += 1 }
            if goals.match(text, at: next, before: text.count) != nil { return year }
        }
        return nil
    }

    private static let goals = ScalarWords("奋斗目标 目标任务 工作目标 主要目标 重点工作 重点任务 工作任务 发展目标 民生实事 为民办实事 工作要点 工作安排")
}
