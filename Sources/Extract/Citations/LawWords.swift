/// Words around the names of laws that stand without 《》.
enum LawWords {
    /// What opens the list of laws on which an instrument rests.
    static let basis = ScalarWords("根据 依据 依照 遵照 依 特依 爰依")
    /// What stands right before a name that 规定 or the like follows.
    static let prepositions = ScalarWords("依 依据 依照 按 按照 根据 违反 适用 准用 符合 触犯 遵照 遵守 执行 援引 比照 参照 合于 不受 视同")
    /// What follows such a name.
    static let behind = ScalarWords(
        """
        规定 之规定 的规定 有关规定 的有关规定 相关规定 的相关规定 之相关规定 等规定 等有关 等法律 所定 所称 有关 相关 订定 订之 制定 办理 申请 处罚 处理 及相关 及有关 及其 \\
        之限制 为之 有关之
        """)
    /// Kinds of instruments other than laws, which an article behind them shows to be named.
    static let rules = ScalarWords("细则 规则 准则 章程 规程 通则 守则")
    /// What gives a name a shorter one in the bracket behind it.
    static let shortens = ScalarWords("以下简称 以下称 下称 简称 以下并称 以下合称")
    /// Words that begin with the last character of a name and are none.
    static let goesOn = ScalarWords(
        "法律 法规 法定 法人 法院 法官 法治 法制 法令 法庭 法警 法学 法医 法务 法宝 法师 法国 法语 法币 法案 法门 法典 典型 典当 典礼 典范 典藏 例外 例如 例会 例行 例假 则以 程序 程度 准予 准许 准备 准确 准用 准则"
    )

    /// Verbs, prepositions and nouns that end what stands before a name.
    static let before = ScalarWords(
        """
        根据 依据 依照 按照 遵照 参照 比照 违反 适用 准用 符合 遵守 执行 触犯 涉及 修正 修改 有关 以及 并 由 对 在 将 依 按 的 是 等 除 \\
        认定为 认定 视为 视同 属于 属 构成 实施 享有 包括 具有 具备 系指 是指 指 采取 履行 行使 承担 达到 隐瞒 列入 纳入 记载 规定 提交 提供 提起 经过 \\
        受 犯 于 以 为 有 如 但 之 或 均 遇有 应 自 其 该 本 所称 曾 又 向 亦 不 者 从事 通知 告知 明知 援引 贯彻 落实 超过 关于 因 若 即 抵触 达 作成 发生 造成 \\
        相关 其他 另 及其 除外 凡 当 经 至 所定 规范 属性 担任 申请 办理 主张 引用 引据 参酌 兼顾 称 皆 仍 得 须 可 会同 载明 后段 前段 但书 本文 原
        """)
    /// Longer words that hold one of those and stand in names.
    static let inside = ScalarWords(
        """
        平均 及其家属 对外 对台 反对 在线 在职 存在 将军 合并 国有 公有 私有 共有 所有 专有 有线 有限 有机农 有机产 有害 有价 有毒 固有 行为 作为 自律 退除 自由 自治 自然 自来水 自卫 自愿 自首 自行 自贸 各自 \\
        家属 眷属 金属 附属 直属 归属 权属 亲属 从属 受刑 受害 受灾 受损 受益 受托 接受 收受 消受 犯罪 罪犯 侵犯 战犯 防犯 之家 应急 应用 供应 反应 适应 应对 因应 \\
        高等 平等 中等 初等 同等 优等 等级 法人 经济 经营 经贸 经理 经纪 经费 财经 自经 依赖 以外 合作 合同 合伙 合格 联合 综合 结合 混合 合成 组合 集合 整合 农合 融合 \\
        不动产 不当 不正当 不良 不实 不法 非法 非讼 非营利 非银行 非物质 非政府 非公 非机动 非处方 非国家 非典 非税 受理 学者 记者 消费者 患者 劳动者 残疾者 障碍者 经营者 投资者 生产者 感染者 使用者 作者 使者 \\
        公司 指定 指导 指挥 指数 指南 指标 期指 应征 应考 当事 当铺 典当 相当 担当 担保 本土 本地 基本 资本 成本 日本 至上 其中 会计 得失 所得 心得 可再生 可燃 许可 认可 须知 公社 称号 名称 职称 \\
        处以 原子 原产 原料 原木 高原 草原 平原 还原 原住民 原则 之友 信以 交以 除草 防除 清除 拆除 解除 废除 豁免 消除 排除 扣除 铲除 除害 除雪 除四害 修正案 参与 给与 赠与 授与 经办 经销 经侦 神经 经典 规范性 \\
        实施细则 参照系 在外 在地 内在 潜在 现在 以工代赈 对象 对策 核对 派对 配对 绝对 相对 由来 理由 缘由 事由 如来 会同 若干 因素 基因 原因 称量 当量 当代 当选 应届 应收
        """)
    /// First words of what points and names nothing.
    static let pronouns = ScalarWords(
        "本法 本条例 该法 该条例 此法 上述 下列 以下 前项 前款 前条 有关 相关 其他 同法 同条例 各该 各项 各种 各类 现行 上开 下开 前开 上位 下位 新法 旧法 该管 另订 主管 任何 若干 一切 所有 本")
    /// What the document calls itself or one named before.
    static let self_ = ScalarWords("本法 该法 此法 本条例 该条例 本办法 该办法 本细则 本规则 本准则")
    /// Two characters that are a law by themselves.
    static let shortest = ScalarWords("宪法 民法 刑法 水法 邮法 电法 税法 商法 船法 票法 律法")
    /// Words of that form that are no law.
    static let noNames = ScalarWords(
        "办法 方法 做法 作法 看法 想法 说法 用法 立法 司法 执法 守法 违法 合法 非法 依法 普法 无法 设法 书法 语法 手法 犯法 枉法 变法 算法 疗法 写法 律法 税法 商法 公法 私法 国法 家法 国家法 地方法 国际法 国内法 上位法 特别法 一般法 普通法 成文法 习惯法 实体法 程序法 部门法 行政执法 行政立法 字典 词典 药典 经典 古典 庆典 大典 恩典 盛典"
    )
    /// Ends of words that are no law.
    static let noLaws = ScalarWords(
        """
        办法 方法 做法 作法 看法 想法 说法 用法 立法 司法 执法 守法 违法 合法 非法 依法 普法 无法 设法 书法 语法 手法 犯法 枉法 变法 本法 该法 此法 新法 旧法 上位法 \\
        算法 疗法 写法 打法 玩法 喷灌法 量法 定法 测法 析法 估法 值法 本息法 线法 成本法 收益法 比较法 平均法 直线法 权益法 评分法 加权法 检验法
        """)
    /// Names of laws that end like one of those.
    static let noLawsButNames = ScalarWords(
        "公司法 预算法 决算法 合同法 医疗法 立法法 创新法 建设法 使用法 征用法 采用法 利用法 信用法 应用法 雇用法 药用法 公证法 计量法 质量法 鉴定法 协定法 检测法 固定法 监测法 观测法 特定法 安定法 稳定法"
    )
}
