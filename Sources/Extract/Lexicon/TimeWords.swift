/// Words of time limits.
///
/// Sources: the usage of State Council, provincial and city documents; 公文 style guides.
enum TimeWords {
    /// Word | how it gives the year of a date.
    static let years = WordTable<DateExpression.Year>([
        ("今年", .relative(0)), ("本年", .relative(0)), ("本年度", .relative(0)), ("明年", .relative(1)),
        ("来年", .relative(1)), ("每年", .each), ("每年度", .each), ("各年度", .each), ("当年", .each), ("次年", .each),
        ("翌年", .each), ("下一年度", .each), ("每月", .eachPart), ("每个月", .eachPart), ("每季度", .eachPart),
        ("每季", .eachPart), ("每个季度", .eachPart), ("每半年", .eachPart), ("每周", .eachPart), ("每天", .eachPart),
        ("每日", .eachPart), ("次月", .eachPart), ("当月", .eachPart), ("每学期", .eachPart), ("每季度首月", .eachPart),
        ("每季度末月", .eachPart), ("每季度最后一个月", .eachPart), ("每季度最后一个月的", .eachPart), ("每季度第一个月", .eachPart),
        ("每季度第一个月的", .eachPart), ("每季度首月的", .eachPart), ("每季度末月的", .eachPart), ("每季末月", .eachPart), ("每旬", .eachPart),
        ("次日", .eachPart), ("当日", .eachPart), ("当天", .eachPart),
    ])

    /// Word | part of the year.
    static let parts = WordTable<DateExpression.Part>([
        ("上半年", .half(1)), ("下半年", .half(2)), ("一季度", .quarter(1)), ("二季度", .quarter(2)),
        ("三季度", .quarter(3)), ("四季度", .quarter(4)), ("第一季度", .quarter(1)), ("第二季度", .quarter(2)),
        ("第三季度", .quarter(3)), ("第四季度", .quarter(4)), ("1季度", .quarter(1)), ("2季度", .quarter(2)),
        ("3季度", .quarter(3)), ("4季度", .quarter(4)), ("前三季度", .quarter(3)),
    ])

    /// Word | third of the month.
    static let tenDays = WordTable<Int>([("上旬", 1), ("中旬", 2), ("下旬", 3)])

    /// What makes a date before it a limit.
    static let before = WordTable(words: "前 以前 之前")

    /// Times of day between a date and 前.
    static let daytimes = WordTable(words: "下班 中午 上午 下午 晚 当天 当日")

    /// Labels behind which a date stands as a limit.
    ///
    /// The colon is read apart.
    static let labels = WordTable(
        words: """
            完成时限 完成时间 完成期限 完成日期 办结时限 整改时限 整改期限 时限要求 时间要求 截止时间 截止日期 截止期限
            报送时间 报送时限 时间节点 时限 落实时限 推进时限 计划完成时间 预计完成时间
            """)

    /// Verbs before which 6月底 sets a limit even without 前.
    static let completion = WordTable(
        words: """
            完成 建成 实现 达到 竣工 通车 投产 投用 投入 开工 形成 全面 全部 基本 基本建成 完工 交付 启用 上线 开通 前完成
            """)

    /// Words before a date that make it an end point.
    static let until = WordTable(words: "到 至 力争 争取 确保 力争在 争取在 确保在 力争到 确保到 截止 截止到 截止至")

    /// Words of a clause in which dates bound the force of a document, not a task: 施行至, 实施期限, but not 实施方案 and
    /// 实施某项目.
    static let validity = WordTable(
        words: """
            有效期 起执行 生效 废止 失效 有效至 \
            施行至 施行到 施行期 施行时 施行日 施行之 施行于 施行自 施行起 施行： \
            实施至 实施到 实施期 实施时 实施日 实施之 实施于 实施自 实施起 实施：
            """)

    /// Words that follow a date or period of the past or of a condition.
    static let condition = WordTable(words: "已 未 尚未 仍未 仍 取得 登记 出生 参加 建成的 开工的 竣工的 发生 的")

    /// Unit of a duration | ISO 8601 letter, T marking hours and minutes | days of it for the order.
    static let durations = WordTable<String>([
        ("个工作日", "WD"), ("工作日", "WD"), ("日", "D"), ("天", "D"), ("个自然日", "D"), ("个日历日", "D"), ("个日历天", "D"),
        ("自然日", "D"), ("日历日", "D"), ("周", "W"), ("个星期", "W"), ("星期", "W"), ("个月", "M"), ("月", "M"),
        ("个季度", "Q"), ("年", "Y"), ("个年度", "Y"), ("小时", "TH"), ("个小时", "TH"), ("分钟", "TM"),
    ])

    /// What makes a duration a limit when it stands behind it.
    static let inside = WordTable(words: "内 以内 之内 时间内 的时间内 时限内 期限内")

    /// What stands before a duration of the past (近3年内) or a precision (精确到1小时内).
    static let pastBefore = WordTable(words: "近 最近 过去 前 此前 连续 精确到 每 未满 不满")

    /// What makes a duration the value of a goal (平均住院日缩短到7天以内).
    static let reducing = WordTable(words: "缩短到 缩短至 缩短为 缩减到 缩减至 降到 降至 减少到 减少至 下降到 下降至")

    /// What follows a duration that bounds a ban or a condition instead of a task.
    static let banBehind = WordTable(
        words: """
            不得 不再 不予 不受理 禁止 未 无 没有 累计 发生 两次 二次 三次 多次 再次 2次 3次 有 受到 曾 因 连续 暂停 取消
            又 免于 免予 免征 减半 给予 享受 限制 暂不
            """)

    /// What stands before a duration that may not be exceeded.
    static let atMost = WordTable(words: "不超过 不得超过 不能超过 最长不超过 最长不得超过 最多不超过 最迟不超过")

    /// What the duration is of, where only its cap is printed.
    static let limitNouns = WordTable(words: "时限 时间 期限 办理 审批 审核 办结 最长 最迟 延长 延期")

    /// What makes a duration an extension of a limit.
    static let extending = WordTable(words: "延长 可延长 可以延长 再延长 延长至 延期 顺延 延长不超过 延期至")

    /// What makes a duration one ahead of an event.
    static let ahead = WordTable(words: "提前")

    /// Events that a printed number of days precedes (届满30日前).
    static let comingEvents = WordTable(
        words: """
            届满 期满 到期 召开 举行 举办 开始 实施 施行 开工 开业 施工 截止 终止 解散 发布 运营 生效 停业 歇业 使用 出让 起
            """)

    /// What follows a lead that was gained, not demanded (提前30天完成).
    static let gained = WordTable(words: "完成 实现 达到 建成 竣工 投产 通车 超额")

    /// Names behind which a bracketed period belongs to the name: 行动计划（2021—2025年）.
    static let planNames = WordTable(words: "计划 方案 规划 纲要 行动 意见 办法 目录 清单 措施 指南 工程 要点 标准 版 大纲 战略")
}
