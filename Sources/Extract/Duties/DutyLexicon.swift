/// Words of documents on the division of work among leading officials, simplified and traditional.
enum DutyLexicon {
    /// What names of posts end in.
    static let posts = ScalarWords(
        """
        书记 書記 副书记 常委 委员 委員 成员 成員 市长 市長 省长 省長 县长 縣長 区长 區長 州长 盟长 旗长 镇长 乡长 部长 部長 局长 局長 厅长 廳長 司长 \
        司長 院长 院長 校长 校長 处长 處長 科长 科長 署长 署長 行长 队长 主席 主任 秘书长 秘書長 秘书 助理 总理 總理 巡视员 调研员 顾问 顧問 参事 \
        董事长 總經理 总经理 巡視員 调研员 主任科员 负责人 总经济师 总工程师 总规划师 总会计师 检察长 司令员 政委 督察 专员 專員 行政长官 行政長官 组长 召集人 常务
        """)

    /// What may stand before a post to tell its rank.
    static let ranks = ScalarWords("副 代 常务 常務 第一 党组 黨組")

    /// Verbs of charge, behind which a list stands; 协助 or 代 may stand before them.
    static let charge = ScalarWords("负责 負責 主持 领导 領導 主管")
    static let oversees = ScalarWords("分管 代管 联管")
    static let liaises = ScalarWords("联系 聯繫 联络 聯絡")
    static let assisting = ScalarWords("协助 協助 配合")
    /// What may join a verb of duty to the one before: 并分管.
    static let joints = ScalarWords("并 同时 以及 另 还 兼")
    /// What joins two posts of one official.
    static let concurrent = ScalarWords("兼任 兼")
    static let acting = ScalarWords("代 代为 代為 暂时代 暂代")

    /// Names of the columns of a table of duties.
    static let personColumns = ScalarWords("姓名 领导姓名 領導姓名")
    static let postColumns = ScalarWords("职务 職務")
    static let unitColumns = ScalarWords("分管部门 分管单位 分管單位 分管部門")
    static let dutyColumns = ScalarWords("分工 分管工作 分管 负责 職責 职责")

    /// Words that are no name, though they stand between a post and 负责.
    static let noNames = ScalarWords(
        "牵头 具体 全面 共同 直接 亲自 分别 统一 组织 主要 同时 统筹 各自 依法 应当 必须 同志们 办公室 部门 单位 兼任 继续 分工 工作 不再 暂时 领导 小组 会议 审议 以上 及其 其他 有关 相关")

    /// What ends the name of a unit, so that 和 behind it joins two units and is no part of one.
    static let unitEnds = ScalarWords(
        """
        局 委 办 辦 会 會 院 校 团 組 组 厅 廳 部 署 公司 中心 协 協 联 聯 站 所 室 处 處 军 集团 集團 机构 機構 企业 企業 银行 銀行 分行 政府 大学 大學 \
        队 隊 法院 检察院 人大 政协 报社 电台 基金 学校 群团 科 台 社 馆 区 市 县 ） ) 驻军 部队
        """)

    /// What closes a list without being one of it.
    static let listEnds = ScalarWords(
        "等方面的工作 等方面工作 方面的工作 方面工作 等工作 等单位 等部门 等單位 等有关工作 等各项工作 等领域工作 等")
}
