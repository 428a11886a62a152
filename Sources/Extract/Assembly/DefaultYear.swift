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
}
