/// Words of duties, bans and powers.
enum ObligationWords {
    /// Modal verb | its force.
    static let modals = WordTable<ObligationRecord.Force>([
        ("应当", .obligation), ("必须", .obligation), ("应", .obligation), ("须", .obligation), ("有义务", .obligation),
        ("有责任", .obligation), ("不得", .prohibition), ("禁止", .prohibition), ("严禁", .prohibition), ("不准", .prohibition),
        ("不可以", .prohibition), ("可以", .permission), ("有权", .right),
    ])
    /// Longer words that hold one of them.
    static let compounds = WordTable(
        words: """
            相应 应用 响应 适应 供应 对应 反应 应急 应收 应付 应届 应对 应邀 应聘 应试 应诉 应税 应纳 应缴 应得 应运 因应 呼应 效应 感应 应变 应战 \
            应有 应尽 理应 应力 应答 应景 应允 应考 应征 应交 应退 应补 应保 应分 应享 应计 应激 应约 无须 必须品 须知 所有权 占有权 享有权 持有权 拥有权 没有权 \
            具有权 国有权 专有权 共有权 保有权 有权威 有权属 有权益 有权利 有权限 有权机关 有权部门 有权人 不得已 不得不 不得而知 可以说 不应 供应商 应选 应到 应参加 应收尽收 应检尽检 应保尽保 违禁 必须的
            """)
    /// What stands between a subject and its modal verb and belongs to neither.
    static let adverbs = WordTable(
        words: "均 都 也 还 一律 依法 同时 并 并且 则 才 亦 即 又 一般 原则上 必要时 并应 更 就 分别 共同 另 另行 但 但是 其中 且 而 确 确实 首先 可")
    /// What opens a clause that goes on from the one before.
    static let openings = WordTable(words: "但 但是 其中 同时 并 并且 且 而 因此 此外 另外 对此 为此 否则 如 若 凡")
    /// How a clause begins that tells when something holds.
    static let conditions = WordTable(
        words: "有下列 符合 如 若 凡 因 经 在 当 对 对于 自 除 未经 发现 需要 需 确需 属于 依照 按照 根据 发生 遇 遇有 逾期 收到 接到 具备 满足")
    /// How a clause ends that does.
    static let conditionEnds = WordTable(words: "的 时 后 前 以前 以后 之前 之后 内 期间 之日起 情况下 情形下 外 以外 过程中 中 起")
    /// Clauses that are a condition however they end.
    static let bareConditions = WordTable(words: "未经 无正当 非经 必要时 紧急情况下 特殊情况下 如需 确需 因")
    /// How words end that name somebody who can act.
    static let agents = WordTable(
        words: """
            者 人 单位 企业 机构 部门 公司 组织 人员 公民 政府 机关 委员会 员 户 院 校 学校 局 厅 署 处 会 社 站 所 中心 团体 法院 检察院 国家 主体 代表 机构及其工作人员 \
            村 方 长 师 主任 银行 医院 商 居民 平台 家庭 学生 业主 司机 店 场 厂 队 馆 园 库
            """)
    /// How words end that name a place or a time in which something holds.
    static let settings = WordTable(words: "内 上 中 外 时 期间 之前 之后 前 后 期 范围 区域 过程中 期限内 场所")

    /// How a sentence begins that says what follows where a duty is not kept.
    static let breaches = WordTable(words: "违反 逾期 未按 未依 未经 拒不 情节严重 情节较轻 构成犯罪 造成 未履行 不履行 有前款 对违反")
    /// What such a sentence threatens.
    static let sanctions = WordTable(words: "罚款 处罚 责令 处分 追究 没收 吊销 拘留 责任 撤销 警告 罚 改正 通报批评 取消 暂扣")
    /// What a list of duties is announced with.
    static let lists = WordTable(words: "下列 以下 如下 左列")
    /// Kinds of documents that bind.
    static let kinds: Set<String> = [
        "法", "条例", "办法", "规定", "细则", "规则", "规程", "准则", "章程", "制度", "通则", "守则", "规范", "决定", "解释", "公约", "标准",
    ]
}
