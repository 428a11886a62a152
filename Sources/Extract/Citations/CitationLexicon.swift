import Ingest

/// Words by which instruments and their relations are known.
///
/// Kinds: the 15 of 党政机关公文处理工作条例, those of 立法法, and what governments name their plans and lists; simplified
/// and traditional. Relations: the set phrases of purpose, repeal, amendment and forwarding clauses.
enum CitationLexicon {
    static let stateNames = ["中华人民共和国", "中華人民共和國"].map { Array($0.unicodeScalars) }

    /// What a title of an instrument ends in.
    static let kinds = ScalarWords(
        """
        法 法典 宪法 憲法 条例 條例 规定 規定 办法 辦法 细则 細則 规则 規則 规程 規程 规范 規範 准则 準則 守则 守則 章程 通则 通則 总则 标准 標準 \
        导则 指南 指引 意见 意見 通知 通告 公告 公报 公報 通报 通報 决定 決定 决议 決議 命令 令 批复 批覆 函 纪要 紀要 议案 議案 请示 報告 报告 \
        方案 规划 規劃 计划 計劃 纲要 綱要 要点 要點 预案 預案 措施 政策 制度 机制 安排 部署 分工 目录 目錄 名录 名錄 清单 清單 建议 建議 建议案 \
        公约 公約 条约 條約 协定 協定 协议 協議 议定书 議定書 备忘录 备忘錄 备忘 宣言 倡议 倡議 解释 解釋 说明 說明 大纲 大綱 定额 定額 图则 \
        体系 體系 模型 规约 公约书 条款 行动 工程 战略 戰略 路线图 任务书 须知 須知 作業要點 注意事項 注意事项 草案 修正案 白皮书 指标 目标 \
        原则 原則 程序 基准 基準 简则 簡則 要领 要領 细目 名册 名冊 意見書 补充规定 解答 答复 答覆 复函 声明 聲明 联合声明 提案 表决办法 议程 议事规则 十条 二十条 三十条 九条 六条 讲话 講話 批示 格式
        """)

    /// Ends of papers that are filled in or granted and of papers that are read: no instruments.
    static let noKinds = ScalarWords(
        "合同法院 通知书 通知書 意见书 决定书 決定書 告知书 承诺书 申请书 责任书 协议书 合同 证书 許可證 许可证 报告书 报告表 登记表 申请表 审批表 政府公报 政府公報 写法 书法 看法 说法 拼音法 分析报告 评估报告 审计报告 检测报告 检验报告 鉴定报告 研究报告 调查报告 验收报告 年度报告 体检报告 调查函 催告函 询价函 邀请函 承诺函 律师函 保函 确认函"
    )

    /// What may stand before a kind in a short name: 《实施方案》.
    static let bareBeginnings = ScalarWords("实施 實施 管理 工作 暂行 暫行 试行 若干 分工 行动 本 该")

    /// Verbs before a title with an uncommon ending that show it to be an instrument.
    static let instrumentVerbs = ScalarWords(
        "根据 根據 依据 依據 按照 依照 遵照 参照 贯彻 落实 执行 執行 遵守 符合 违反 違反 印发 制定 制訂 制订 出台 修订 修正 废止 廢止 转发 批转 审议 通过 实施 施行 编制")

    /// Words that give the basis wherever they stand.
    static let strongBasis = ScalarWords("根据 根據 依据 依據 遵照 爰依 行使")
    /// Words that give the basis in a purpose clause, or where 精神 follows.
    static let weakBasis = ScalarWords(
        "按照 依照 参照 參照 贯彻 貫徹 落实 落實 实施 實施 推进 推動 履行 依 按 遵循 围绕 对照 批准的 通过的 为 為")
    /// Those of them that apply a law as often as they rest on one.
    static let applying = Set(["按照", "依照", "参照", "依", "按", "遵循", "对照"].map { Array($0.unicodeScalars) })
    /// 《…》精神.
    static let spirit = ScalarWords("精神")

    /// What opens the list of laws on which an instrument rests.
    static let basisOfLaws = ScalarWords("根据 根據 依据 依據 依照 遵照")
    /// Verbs and prepositions before the name of a law that stands without 《》, and words that end what stands before it.
    static let beforeLaw = ScalarWords(
        """
        根据 根據 依据 依據 依照 按照 遵照 参照 參照 比照 违反 違反 适用 適用 准用 準用 符合 遵守 执行 執行 触犯 觸犯 涉及 应依 應依 修正 修改 \
        有关 有關 以及 并 並 由 对 對 在 将 將 依 按 的 是 等 除
        """)
    /// Names that hold one of those words.
    static let insideLaw = ScalarWords("对外 對外 在线 将军")
    /// Words that end in 法 or 例 and name no law.
    static let noLaws = ScalarWords(
        """
        办法 辦法 方法 做法 作法 看法 想法 说法 說法 用法 立法 司法 执法 執法 守法 违法 違法 合法 非法 依法 普法 无法 無法 设法 書法 书法 语法 手法 \
        犯法 枉法 变法 本法 该法 該法 此法 新法 旧法 上位法 同法 各法 算法 疗法 写法 案例 事例 比例 惯例 先例 条例草案 范例 特例 举例 体例 前例 实例 病例 \
        本条例 本條例 该条例 該條例
        """)

    /// What an instrument does that is the reason for another: 《…》规定, 《…》要求.
    static let demands = ScalarWords("规定 規定 要求 明确 明確 提出 部署 确定 確定 精神")

    /// What shows that an instrument is only looked back on: 《…》施行以来.
    static let lookingBack = ScalarWords("以来 以來 后， 以后 以後 收悉")

    /// What tells behind an instrument that it changed the text that names it.
    static let revised = ScalarWords("修正 修订 修改")

    /// The words of a repeal in the heading of a list.
    static let repealInList = ScalarWords("废止 廢止 失效 停止执行 停止執行 停止适用 不再执行 作废 撤销")
    /// What such a heading calls the list.
    static let listNouns = ScalarWords("目录 目錄 清单 清單 名单 名單 一览表 列表 下列 以下")
    /// What the title of a decision calls the instruments that it lists.
    static let listedKinds = ScalarWords("部分 一批 文件 规章 規章 法规 法規")
    static let staysInForce = ScalarWords("继续有效 繼續有效 继续执行 保留 现行有效 继续施行")
    /// Names of the columns of a table of instruments.
    static let titleColumns = ScalarWords("文件名称 文件標題 文件标题 文件题目 规章名称 法规名称 名称 名稱 标题 標題 文件名")
    static let numberColumns = ScalarWords("文号 文號 字号 字號 发文编号 文件编号")
    static let verdictColumns = ScalarWords("清理结果 清理结论 清理意见 处理意见 处理结果 处理方式 效力状态 清理情况")

    /// The words of an amendment that stand behind its object.
    static let amendBehind = ScalarWords(
        "作如下修改 作以下修改 作出如下修改 作出以下修改 作如下修訂 修改為 修正為 作出如下修訂 进行如下修改 作如下修正 作如下修订 修改为 修改如下 修改補充 作了修改 修正如下 部分條文修正 部分条款修改 作相应修改 作相應修改"
    )
    /// The same where the document amends or decides; elsewhere they set a task.
    static let amendBehindInDecision = ScalarWords("作出修改 进行修改 予以修改 进行修订 進行修改 进行修正 予以修订")
    static let decides = ScalarWords("决定 決定 現 现")
    /// A draft put up for comment changes nothing yet.
    static let draft = ScalarWords("预告 預告 拟 擬 草案 征求意见稿 徵求意見")
    /// The same before an instrument that is named by its number: 修改第66/2014號行政長官批示.
    static let amendBeforeNumber = ScalarWords("修改 修訂 修订")
    static let amendBefore = ScalarWords("决定修改 決定修改 现修改 兹修正 茲修正 修正")
    /// The words of a change, which amend in a document that is made to amend.
    static let change = ScalarWords("修改 增加 删去 删除 刪除 刪去 修正 修订 修訂 调整为 調整為 改为 改為 新增")
    /// What the title of such a document holds.
    static let amendingTitle = ScalarWords("修改 修正 修订 修訂")
    /// Words behind instruments that only tell how another one came to its present text: 经《乙》修改的《甲》.
    static let amender = ScalarWords(
        "修改的 修正的 修订的 修訂的 修改後的 修改后的 重新公佈的 重新公布的 修改並 修改并 修改後 修改后")
    /// Verbs by which one number stands for the title behind it: 国务院令第541号公布的《…》.
    static let enactedBy = ScalarWords(
        "公布的 公佈的 发布的 發布的 發佈的 颁布的 頒布的 制定的 訂定的 核准的 通过的 通過的 印发的 印發的 下发的 批准的 核准之 訂定之 公布之 所附的 核准并公布的")
    /// The same in a title.
    static let amendInTitle = ScalarWords("修改 修正 修订 修訂 调整 部分條文")

    static let forward = ScalarWords("转发 轉發 批转 批轉 转发给 印转")

    /// Verbs by which a document puts out what is its own.
    static let issuing = ScalarWords("印发 印發 公布 发布 發布 颁布 頒布 公佈 下发 颁发")
    /// Behind its own title: 现将《…》印发给你们, 《…》已经…通过，现予公布.
    static let issuingBehind = ScalarWords(
        "印发 印發 发布 發布 公布 公佈 颁布 頒布 发给 發給 下发 予以印发 予以公布 予以发布 刊登 正式印发 正式发布 一并印发 一併印發")
    static let now = ScalarWords("现将 現將 现 兹将 茲將 特将 特此 现予 现把 茲訂定 訂定")
    static let nowPromulgated = ScalarWords(
        "现予公布 现予发布 現予公布 现予颁布 现公布 现发布 现予以公布 现予施行 现予发布实施 现印发 现予印发 现予以印发 现下发 現印發 现发给 现予以发布 现颁布")

    /// Words behind which a title is a short name and no further instrument.
    static let naming = ScalarWords("以下简称 以下统称 以下称 以下簡稱 以下統稱 以下稱 下称 下稱 简称 簡稱 简称为 以下简称为")

    /// Verbs that end an attribute of an instrument: 1991年国务院发布的《…》.
    static let enactedVerbs = ScalarWords(
        "通过 公布 发布 印发 批准 修正 修订 颁布 制定 下发 修改 审议通过 颁发 订定 施行 实施 出台 核准 转发 批转")
    /// What stands in no such attribute.
    static let breaksAttribute = ScalarWords("根据 依据 按照 依照 决定 废止 违反 本法 本条例 本办法")

    /// What may stand between two instruments of one list in no case.
    static let breaksList = ScalarWords(
        "决定 对 现 由 应当 不得 制定 制訂 制订 印发 根据 根據 依据 依據 按照 结合 提出 施行 出台 编制 现将 現將 转发 审议 通过 审定 修订 发布 已 为了 为贯彻 研究 全面 业经 業經 訂定 订定 废止 廢止 茲 兹"
    )

    /// Phrases by which a sentence says that the document is made for the reasons that it names.
    private static let purposeWords = ScalarWords(
        """
        制定本 制订本 订定本 订立本 制定如下 特制定 特制订 现制定 现制订 现印发 现将 现就 现提出 提出如下 提出以下 \
        通知如下 公告如下 通告如下 决定如下 批复如下 意见如下 如下决定 如下规定 作如下决定
        """)
    /// The same in the first words of a rule on itself: 本办法依…规定订定之.
    private static let enactedSelf = ScalarWords("订定之 制定之 订之 订定 制定")

    /// Whether a sentence says that the document is made for the reasons that it names: 制定本办法, 本办法依…订定之.
    static func enacts(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Bool {
        if let word = purposeWords.first(text, in: sentence) { return word.upperBound - sentence.lowerBound <= 600 }
        guard
            let start = sentence.first(where: {
                text[$0] == "本" && ($0 == sentence.lowerBound || !text[$0 - 1].isHan || $0 - sentence.lowerBound <= 8)
            })
        else { return false }
        return enactedSelf.endsWith(text, in: start..<sentence.upperBound)
    }
}
