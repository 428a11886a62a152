/// Words of quantified goals.
///
/// Sources: work reports, five-year plans and notices of the State Council, provinces and
/// cities; units after GB 3100 and the measure words (量词) of official statistics.
enum TargetWords {
    /// What a number is a number of; it decides how much evidence a goal needs.
    enum UnitKind: Sendable {
        /// Counted things: 个, 家, 万人.
        case count
        /// %, ‰, 个百分点.
        case share
        /// 元 and other money.
        case money
        /// Length, area, mass, energy.
        case measure
        /// Time and age, which are conditions and durations more often than goals.
        case time
        /// No unit but a magnitude (突破1万亿).
        case bare
    }

    /// Unit | what it counts.
    static let units = WordTable<UnitKind>(
        list("个 家 家次 所 项 条 名 人 人次 场 场次 户 户次 套 部 件 辆 台 座 处 张 张床位 间 栋 幢 本 册 篇 种 门 只 头 羽 株 棵 支 片 块 宗 笔 单 对 例 例次", .count)
            + list("人份 剂次 架次 班 列 标箱 标准箱 TEU 台套 台（套） 台(套) 首 部（套） 艘 架 眼 盏 根 批 批次 车次 航班 公司 村 孔 床 对次 款 盒", .count)
            + list("次 枚 杆 桩 枪 车位 泊位 学位 床位 幅 组 队 站 座次 堂 期班", .count)
            + list("% ‰ 个百分点 百分点 倍", .share)
            + list("元 美元 欧元 港元 元人民币 元/人 元/亩 元/平方米", .money)
            + list("公里 千米 米 平方米 平方公里 平方千米 立方米 亩 公顷 斤 公斤 千克 吨 克 毫克 微克 千瓦 千瓦时 兆瓦 吉瓦 标准煤 吨标准煤 升 kW MW GW kWh", .measure)
            + list(
                "平米 车公里 车道公里 吨公里 km 千伏安 千伏 伏 焦 架 TB PB EB P PFlops EFLOPS Mbps Gbps 次浮点运算 标准立方米 桶 kV 皮长公里 芯公里 瓦 千瓦峰",
                .measure)
            + list("学时 课时 岁 周岁 年 个月 天 日 小时 个小时 分钟 秒 毫秒 个工作日 工作日 星期 个星期 层级", .time))

    /// Words that begin like a unit and are none.
    static let notUnits = WordTable(words: "部门 方面 单位 周年 台阶 对外 组织 站点 班子 条件 处于 例外 本地 名列 家庭农场 个人 架构 件事 套餐 点")

    /// What joins the members of a list of goals.
    static let joints = WordTable(words: "、 和 及 与 以及 并 暨")

    /// Magnitudes that stand between a number and its unit.
    static let magnitudes = WordTable(words: "百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿 百万亿")

    /// Comparator before the number | its sign.
    ///
    /// `keep` words stay in the name of the indicator.
    static let before = WordTable<String>([
        ("达到", ">="), ("达", ">="), ("达至", ">="), ("要达到", ">="), ("不少于", ">="), ("不低于", ">="), ("不小于", ">="),
        ("不得低于", ">="), ("不得少于", ">="), ("至少", ">="), ("最少", ">="), ("不低于等于", ">="), ("≥", ">="),
        ("突破", ">"), ("超过", ">"), ("高于", ">"), ("大于", ">"), ("多于", ">"), ("超", ">"), ("逾", ">"), (">", ">"),
        ("不超过", "<="), ("不高于", "<="), ("不大于", "<="), ("不多于", "<="), ("不得超过", "<="), ("不得高于", "<="),
        ("不突破", "<="), ("控制在", "<="), ("控制到", "<="), ("≤", "<="), ("精确到", "<="), ("最多", "<="),
        ("低于", "<"), ("小于", "<"), ("少于", "<"), ("<", "<"), ("约", "~"), ("大约", "~"), ("近", "~"),
        ("巩固在", "="), ("保持在", "="), ("稳定在", "="), ("维持在", "="), ("保持", "="), ("稳定", "="), ("提高到", "="), ("提高至", "="),
        ("提升到", "="), ("提升至", "="), ("增加到", "="), ("增加至", "="), ("增长到", "="), ("增长至", "="), ("扩大到", "="),
        ("扩大至", "="), ("降到", "="), ("降至", "="), ("降低到", "="), ("降低至", "="), ("下降到", "="), ("下降至", "="),
        ("减少到", "="), ("减少至", "="), ("压缩到", "="), ("压缩至", "="), ("压缩为", "="), ("缩短到", "="), ("缩短至", "="),
        ("缩短为", "="), ("缩减到", "="), ("缩减至", "="), ("压减到", "="), ("压减至", "="), ("精简到", "="), ("精简至", "="),
        ("发展到", "="), ("恢复到", "="), ("增至", "="), ("提至", "="), ("升至", "="), ("减至", "="), ("缩至", "="),
        ("拓展到", "="), ("延长到", "="), ("延长至", "="), ("上升到", "="), ("上升至", "="), ("壮大到", "="), ("维持", "="),
        ("调整为", "="),
    ])

    /// Verbs of change: the number is the change, and they stay in the name of the indicator.
    static let change = WordTable(
        words: """
            增长 提高 提升 增加 下降 降低 减少 压减 压缩 缩短 缩减 上升 扩大 增速 涨幅 降幅 增幅 年均增长 累计增长 累计下降
            回升 增产 增收 递增 节约 改善 削减 精简 延长 年均增速 减排 翻
            """)

    /// What closes the number | its sign.
    ///
    /// An empty sign says nothing of it.
    static let after = WordTable<String>([
        ("以上", ">="), ("及以上", ">="), ("或以上", ">="), ("（含）以上", ">="), ("（含）及以上", ">="), ("之上", ">="),
        ("以下", "<="), ("及以下", "<="), ("（含）以下", "<="), ("以内", "<="), ("之内", "<="), ("（含）以内", "<="),
        ("内", "<="), ("左右", "~"), ("上下", "~"), ("以上（含）", ">="), ("余", ">"), ("多", ">"), ("（含）", ""), ("次以上", ">="),
    ])

    /// Words that say that something is aimed at.
    ///
    /// They are no part of the indicator.
    static let aims = WordTable(
        words: """
            力争 争取 确保 保证 努力 实现 全年 全市 全省 全区 全县 全国 全州 全盟 全旗 我市 我省 我区 我县 我国 全镇 全域
            要 应 须 需 将 均 都 再 加快 积极 大力 力争使 使 其中 并 到时 计划 拟 预期 目标为 同时 年内 本年度 今年 明年 平均
            """)

    /// Words that only cause another clause; before a comparator they are no part of the indicator.
    static let causes = WordTable(words: "推动 促进 推进 支持 引导 带动 巩固 保障 做到 达成 力促 鼓励")

    /// Adverbs between subject and comparator.
    static let adverbs = WordTable(
        words: "力争 争取 均 都 再 全部 分别 须 应 要 将 需 总体 基本 平均 至少 总共 共 普遍 稳步 逐步 一般 原则上 进一步 各 力争在 力争 也")

    /// Verbs that set a task.
    ///
    /// A number in front of or behind their object is a goal.
    static let verbs = WordTable(
        words: """
            建设 新建 改建 扩建 改扩建 新改扩建 改造 更新 更新改造 提升改造 改造提升 打造 培育 新培育 培养 引进 新引进 招引
            新增 增加 完成 实现 建成 新建成 推进 推动 促进 支持 实施 开展 举办 组织 推出 形成 打通 修复 维修 加装 安装 配备 配置
            遴选 评选 认定 新认定 创建 争创 争取 签约 新签约 落地 新落地 开工 新开工 竣工 投产 建立 设立 布局 制定 制修订 修订 发布
            推广 扩容 新设 吸引 接待 吸纳 帮扶 培训 转化 攻克 突破 发放 供应 筹集 开发 治理 整治 绿化 种植 播种 收购 储备 压减 减少
            淘汰 关停 削减 处置 盘活 清理 化解 出让 销售 发展 壮大 做强 提供 保障 救助 覆盖 惠及 服务 筛查 体检 升级 谋划 入库 纳统
            上市 新上市 登记 申请 授权 获批 孵化 聚集 集聚 引育 选派 选树 选拔 招录 招聘 招生 扩大 增设 增开 开通 新开通 开行 新开
            恢复 保护 修缮 复垦 拆除 收储 供地 拓宽 铺设 敷设 架设 改建 硬化 疏浚 生产 出栏 投放 新投放 购置 投入 调整 优化 抽检
            开设 参加 参与 命名 培树 征集 评定 创作 出版 演出 放映 征收 偿还 落实 储能 新造 营造 造林 栽植 补植 改良 抚育 整理
            搬迁 安置 分配 配租 交付 回购 疏解 腾退 整合 撤并 移交 接入 改薄 建档 发行 募集 兑现 撬动 拉动 带动 到位
            利用 吸收 扶持 服务 解决 办理 受理 归集 共享 上线 开放 打通 联网 接种 签订 招收 录取 资助 扩招 转移 转岗 返乡 脱贫 巩固
            加强 强化 深化 完善 办好 加大 运营 投用 投入使用 启用 推行 部署 创新 再就业 就业 研发 攻关 突破 制订 试点 组建 成立 引入 导入 策划 包装 储备 推介 对接 洽谈 累计
            校企共建 共建 新组建 新获批 新增加 净增 新引育 新孵化 新登记 新发展 新入库 新纳统 延伸 拓展 联合 重点 精心 续建 提质 提升
            """)

    /// The verbs of 为N户家庭配备…: what is done to the counted.
    static let benefits = WordTable(
        words: """
            配备 提供 投保 安装 发放 实施 开展 进行 加装 建立 建设 配置 购买 办理 改造 设立 补贴 送 解决 免费 缴纳 落实 完成 铺设
            购置 搭建 建成 组织 赠送 减免
            """)

    /// Words of a clause that tells what was done or is.
    static let past = WordTable(
        words: """
            预计 已 目前 现有 截至 近年来 以来 去年 上年末 创历史 位居 位列 居全国 居全省 占地 共有 涉及 共分 分为 划分 设有 荣获
            被评为 是指 所称 有记录 规划面积 总面积 收官 刚刚过去 辖
            """)

    /// What a place has, where a number follows at once: 户籍人口600万, and not 户籍人口城镇化率.
    static let standing = WordTable(words: "户籍人口 常住人口 总人口 总面积 人口")

    /// What a change is against, where it stands before the verb of change: 同比增长10%.
    static let bases = WordTable(words: "同比 环比 比上年 较上年 比去年 较去年 比上年度 同口径 按可比价 可比")

    /// Words of a passage on subsidies, fees and penalties, whose numbers are parameters of a policy.
    static let policy = WordTable<Bool>(
        truths: """
            补助 补贴 奖励 奖补 资助 贴息 罚款 处以 给予 封顶 税率 费率 收费 手续费 加价 扣分 加分 得分 分值 权重 计分 扣除 抵扣
            减按 保证金 注册资本 实缴 贷款上限 浮动 违约金 滞纳金 提成 计提 支付比例 报销 罚金 应纳税 系数 计征 缴存 按照不超过 分享
            面额 面值 满减 限领 抵用 消费券 中奖 票价 售价 定价 单价 扶持资金 专项资金 安排资金 引导资金 贷款额度
            """,
        falsehoods: "补贴性 给予支持 给予重点支持 给予倾斜")

    /// What a count is of where it counts parts of the text and not things to be done.
    static let textParts = WordTable(
        words: """
            方面 部分 阶段 环节 领域 层面 维度 问题 原则 指标 任务 工作任务 重点任务 措施 举措 条件 步骤 类 文件 部门 单位 方向 要素
            关键 意识 维护 自信 确立 部委 层次 级次 等级 章节 条款 制度 内容 要求 关系 难点 重点工作 专题 类别 大类 月 以内部分 以上部分
            以下部分 部分 监测点 工作组 专班 小组 牵头
            """)

    /// What a plan is made of, at the end of what is counted: 推进100项重点改革任务.
    static let planParts = WordTable(words: "任务 举措 措施 问题 方面 事项清单 要求 原则 制度")

    /// How far a goal binds.
    static let natures = WordTable(words: "约束性 预期性 指导性 激励性 责任目标 激励目标")

    /// Nouns that the members of a list share: 二氧化硫、氮氧化物排放总量.
    static let heads = WordTable(
        words:
            "排放总量 排放量 排放强度 浓度 总量 产量 产值 增加值 销售额 销量 增速 增幅 比例 比重 占比 覆盖率 普及率 达标率 合格率 完成率 利用率 就诊率 入学率 知晓率 满意度 消费量 用水量 能耗 面积 收入 数量"
    )
    /// Verbs by which bodies are set up, and what such bodies are called.
    static let foundings = WordTable(words: "设立 成立 组建 建立 设置 下设")
    static let bodies = WordTable(words: "组 专班 小组 办公室 领导小组 指挥部 委员会 分队 机构 岗 部门 科室")

    /// What a change of so many per cent before a noun is of a policy, not of a goal.
    static let elided = WordTable(words: "成为 达到 进入 被 入围 跻身 获得 获评 获批 通过 入选 列入 纳入")

    /// Words that end a goal given as an attribute: 达到20%以上的要求.
    static let goalNouns = WordTable(words: "的要求 的目标 的水平 的标准 的任务 的比例 的目标任务 的预期 目标 水平 的指标 大关 关口")

    /// What time must be of to be a goal.
    static let timeSubjects = WordTable(
        words: """
            时限 时间 时段 用时 时长 时效 周期 天数 寿命 办结 审批 响应 学时 教育 培训 优良天 期望 提速 得分 分数 评分 达标天 等候 开办
            办理 登记 工期
            """)

    /// What is done as routine: numbers of such meetings are no goals.
    static let routines = WordTable(words: "召开 会议 通报 调度 听取 汇报 例会 检查 督查 自查 调研 会商 巡查 报告 抽查 研究")

    /// What stands before a number that is a rank, a place or a base, not a quantity to reach.
    static let notQuantity = WordTable(words: "第 前 后 每 每增加 每新增 每设 每满 每超过 每引进 排名前 地铁 按 按照")

    /// Words of headings whose text tells what was done.
    static let retrospective = WordTable(
        words: """
            回顾 过去一年 过去五年 工作总结 取得的成绩 主要成效 工作成效 发展成就 发展成效 完成情况 进展情况 发展基础 发展现状 现状
            发展环境 形势 存在问题 存在的问题 面临形势 主要成就 发展回顾 大事记 编制背景 基本情况 执行情况
            """)

    /// How a paragraph of that kind begins.
    static let retrospectiveOpenings = WordTable(
        words: "这五年 过去五年 五年来 一年来 过去一年 过去的一年 刚刚过去 十年来 三年来 近年来 回顾过去 我们主要做了 这一年 回首 “十三五”以来 预计全年"
    )

    /// What is built or set up in a real count written in Han numerals.
    static let hanCounted = WordTable(words: "个百分点 个 家 所 座 条 处 名 项 批次 支 万亩 万人 千人 亿元 万元 倍 成")

    private static func list(_ words: String, _ kind: UnitKind) -> [(String, UnitKind)] {
        words.split(separator: " ").map { (String($0), kind) }
    }
}
