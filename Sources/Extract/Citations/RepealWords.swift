/// Words of repeals.
enum RepealWords {
    /// Verbs that end the force of what stands before them.
    static let verbs = ScalarWords(
        """
        废止 停止执行 停止施行 停止实施 停止适用 停止使用 失效 不再执行 不再施行 不再实施 不再适用 不再有效 作废 终止执行 终止实施 终止施行
        """)
    /// The same before their object.
    static let verbsBefore = ScalarWords("废止 宣布失效 停止执行 停止施行")
    /// What may stand between an instrument and the verb behind it.
    static let fillers = ScalarWords(
        """
        同时 一并 一律 即行 即 随即 随之 予以 均 全部 相应 自行 自然 自动 当然 也 亦 及 和 与 以及 并 或 者 文件 规定 规范性文件 规章 政府规章 文 \
        有关规定 现 原 决定 宣布 予 特 则
        """)
    /// What closes the words from when the repeal holds.
    static let startEnds = ScalarWords("起 之日起 之日 同时 之时 施行后 实施后 生效后 同日 当日 后")
    /// Parts of an instrument.
    static let parts = ScalarWords("规定 内容 条款 部分 条文 事项")
    /// What tells that a repeal lies in the past or is done by another act.
    static let past = ScalarWords("已 已经 业经 曾 被 令 后经 由")
    /// What may follow the verb without making an attribute or a noun of it.
    static let behindVerb = ScalarWords("其 此 以 由 如 但 请 特此 凡 有 今后 我")
    /// What makes a verb before its object a task for later, or a choice.
    static let later = ScalarWords(
        "适时 及时 抓紧 研究 推动 加快 拟 逐步 清理 建议 尽快 提请 按程序 修改或 修订或 修订 制定 或者 是否 能否 申请 要求 请示 不得")
    /// What makes it an act of the document.
    static let decides = ScalarWords("决定 现 兹 同时 一并 予以 宣布 特 即日 自 爰")
    /// What an instrument is told by between the verb and its title.
    static let enacted = ScalarWords("发布 公布 印发 颁布 通过 批准 修正 修订 制定 下发 颁发 订定 实施 施行 下列")
    /// What a document calls itself that repeals others.
    static let titles = ScalarWords("废止 失效 停止执行 停止适用")
    /// What a document calls itself that sets tasks or tells of things.
    static let plans = ScalarWords("计划 方案 规划 要点 报告 总结 意见 纲要 分工 清单 讲话 说明 综述 白皮书")
}
