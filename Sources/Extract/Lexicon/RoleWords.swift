import Ingest

/// The words by which a text says what a unit has to do with a task.
///
/// Grown from notices and plans of cities, provinces and ministries; a domain expert edits this file.
enum RoleWords {
    /// Labels that stand before a list with a colon: the word, the role.
    ///
    /// Longer words first where one ends another.
    static let labels: [(word: String, role: AssignmentRecord.Role)] = [
        ("牵头责任单位", .lead), ("牵头负责单位", .lead), ("主要责任单位", .lead), ("牵头单位", .lead), ("牵头部门", .lead), ("主办单位", .lead),
        ("主办部门", .lead), ("主责单位", .lead), ("主责部门", .lead), ("牵头", .lead),
        ("责任单位", .responsible), ("责任部门", .responsible), ("负责单位", .responsible), ("负责部门", .responsible),
        ("承办单位", .responsible), ("承办部门", .responsible), ("分工单位", .responsible), ("责任主体", .responsible),
        ("配合责任单位", .support), ("配合单位", .support), ("配合部门", .support), ("协办单位", .support), ("协办部门", .support),
        ("协同单位", .support), ("协助单位", .support), ("协作单位", .support), ("参加单位", .support), ("参与单位", .support),
        ("参与部门", .support), ("支持单位", .support), ("配合", .support),
        ("属地责任", .responsible), ("属地责任单位", .responsible), ("监管责任单位", .responsible),
        ("落实单位", .implement), ("实施单位", .implement), ("执行单位", .implement), ("实施主体", .implement),
        ("牽頭單位", .lead), ("主辦單位", .lead), ("主辦機關", .lead), ("責任單位", .responsible), ("協辦單位", .support),
        ("協辦機關", .support), ("配合單位", .support),
    ]

    /// Words before a label that leave its role as it is: 市级责任部门, 主要责任单位.
    static let labelPrefixes = [
        "市级", "省级", "县级", "区级", "自治区", "国家", "市直", "省直", "总", "具体", "第一", "相关", "市", "省", "县", "区",
    ]

    /// Labels in a statement that name something other than units.
    static let otherLabels = [
        "完成时限", "完成时间", "时间节点", "时限要求", "时间安排", "进度安排", "责任人", "责任领导", "牵头领导", "分管领导", "联系人", "完成期限", "时限", "工作目标",
        "目标",
        "完成時限",
    ]

    /// Verbs that end a list of units and give their role; the first that the tail holds decides.
    static let verbs: [(word: String, role: AssignmentRecord.Role)] = [
        ("牵头", .lead), ("主办", .lead), ("牽頭", .lead),
        ("配合", .support), ("参与", .support), ("参加", .support), ("协助", .support), ("协同", .support), ("协办", .support),
        ("支持", .support), ("參與", .support), ("協助", .support),
        ("落实", .implement), ("组织实施", .implement), ("实施", .implement), ("执行", .implement),
        ("负责", .responsible), ("承担", .responsible), ("承办", .responsible), ("指导", .responsible), ("負責", .responsible),
    ]

    /// What else may stand in the tail behind a list, around the verbs.
    static let adverbs = [
        "按照", "按", "依照", "依据", "根据", "依", "各自", "职责", "分工", "职能", "职责范围", "范围", "分别", "共同", "具体", "联合", "组织",
        "推进", "监督", "抓好", "做好", "任务", "工作", "权限", "统筹", "协调", "等", "均", "要", "主要", "管理", "承接", "，", "、", "和", "并",
        "有关", "相关", "部门", "单位", "按職責", "職責", "各", "分級", "分级", "属地", "原则", "抓落实", "责任",
    ]

    /// The words that the end of a part is stripped of, with the verb where they are one.
    ///
    /// What may as well end the list itself (部门, 各) is not among them.
    static let tailWords: WordTable<String?> = {
        let ofLists = ["有关", "相关", "部门", "单位", "各", "和", "、", "，", "责任"]
        let words = verbs.map { ($0.word, Optional($0.word)) } + adverbs.map { ($0, nil) }
        return WordTable(words.filter { !ofLists.contains($0.0) })
    }()

    // MARK: Rules that hold from where they stand

    /// The place in a list that a rule gives the lead to: 「排在第一位的部门为牵头部门」.
    static let firstPlaces = ScalarWords("第一位 首位 第一个 首个 第一名 第1位 排名第一 排第一 列第一 第一顺位 最前面 第一责任单位 第一责任部门")

    /// What may stand between that place and the word for leading.
    static let firstPlaceFillers = ScalarWords("位 的 者 责任 单位 部门 机构 即 为 是 系 作为 该项 任务 工作 、 ， 或")

    /// Words for leading, as such rules use them.
    static let leads = ScalarWords("牵头 总牵头 主办 主责 主要责任 汇总 负总责")

    /// What says that the units behind it have to do with all tasks from here on, in a clause that begins with 以下 or
    /// goes on with 不再列出 or 下同.
    static let fromHereVerbs = ScalarWords("均需由 均需 均须 均涉及 均由 均含 均包括 均包含")

    /// How a part of a statement begins that says when, and names no unit.
    static let noteBegins: WordList = [
        "年内", "年底", "年中", "年初", "每年", "每季", "每月", "今年", "本年", "当年", "全年", "上半年", "下半年", "月底", "季度", "长期", "持续", "适时",
        "近期",
        "即时", "立即", "常年", "到20", "于20", "至20", "一季度", "二季度", "三季度", "四季度", "十四五", "“十", "完成", "力争", "确保", "分阶段", "按时",
        "限期",
        "有序", "稳步", "抓紧", "尽快", "实时", "即知即改", "定期", "按月", "按季",
        "预期性", "约束性",
    ]

    /// What the units that a text allots a matter to are to do: 「由发展改革委会同财政部研究提出落实意见」.
    static let predicates = ScalarWords("研究 提出 制定 制订 负责 落实 组织 承担 办理 会商 起草 出台")
}
