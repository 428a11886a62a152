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
        意見書 补充规定 解答 答复 答覆 复函 声明 聲明 联合声明 提案 表决办法 议程 议事规则 十条 二十条 三十条 九条 六条 讲话 講話 批示 格式
        """)

    /// Ends of papers that are filled in or granted and of papers that are read: no instruments.
    static let noKinds = ScalarWords(
        "合同法院 通知书 通知書 意见书 决定书 決定書 告知书 承诺书 申请书 责任书 协议书 合同 证书 許可證 许可证 报告书 报告表 登记表 申请表 审批表 政府公报 政府公報 写法 书法 看法 說法 说法 拼音法")

    /// What may stand before a kind in a short name: 《实施方案》.
    static let bareBeginnings = ScalarWords("实施 實施 管理 工作 暂行 暫行 试行 若干 分工 行动 本 该")

    /// Verbs before a title with an uncommon ending that show it to be an instrument.
    static let instrumentVerbs = ScalarWords(
        "根据 根據 依据 依據 按照 依照 遵照 参照 贯彻 落实 执行 執行 遵守 符合 违反 違反 印发 制定 制訂 制订 出台 修订 修正 废止 廢止 转发 批转 审议 通过 实施 施行 编制")

    /// Words that give the basis wherever they stand.
    static let strongBasis = ScalarWords("根据 根據 依据 依據 遵照 爰依 行使")
    /// Words that give the basis in a purpose clause, or where 精神 follows.
    static let weakBasis = ScalarWords(
        "按照 依照 参照 參照 贯彻 貫徹 落实 落實 执行 執行 实施 實施 推进 推動 履行 依 按 遵循 围绕 对照 批准的 通过的 为 為")
    /// 《…》精神.
    static let spirit = ScalarWords("精神")

    /// Phrases by which a paragraph says that it gives the reason of the document.
    static let enacting = ScalarWords(
        "制定本 制訂本 制定如下 特制定 特制订 特製定 现制定 现制订 现印发 现将 現將 现就 現就 现提出 提出如下 提出以下 现公布 现予 現予 通知如下 公告如下 通告如下 决定如下 结合我 结合本 结合实际 訂定本 订定本 制定 公布如下 核定"
    )

    /// What shows that an instrument is only looked back on: 《…》施行以来.
    static let lookingBack = ScalarWords("以来 以來 后， 以后 以後 收悉")

    /// The words of a repeal that stand behind its object.
    static let repealBehind = ScalarWords(
        "同时废止 同時廢止 予以废止 予以廢止 废止 廢止 停止执行 停止執行 停止施行 停止适用 停止使用 失效 不再执行 不再施行 不再适用 不再有效 作废 作廢 終止 同时停止")
    /// And those before it.
    static let repealBefore = ScalarWords("废止 廢止 废止了 予以废止 宣布失效")

    /// The words of an amendment that stand behind its object.
    static let amendBehind = ScalarWords(
        "作如下修改 作以下修改 作出如下修改 作出修改 作出以下修改 进行修改 进行如下修改 予以修改 作如下修正 作如下修订 修改为 修改如下 修改補充 作了修改 修正如下 部分條文修正 部分条款修改 作相应修改 予以修改并 进行修订 作相應修改"
    )
    static let amendBefore = ScalarWords("决定修改 決定修改 现修改 兹修正 茲修正 修正")
    /// The same in a title.
    static let amendInTitle = ScalarWords("修改 修正 修订 修訂 调整 部分條文")

    static let forward = ScalarWords("转发 轉發 批转 批轉 转发给 印转")

    /// Verbs by which a document puts out what is its own.
    static let issuing = ScalarWords("印发 印發 公布 发布 發布 颁布 頒布 公佈 下发 颁发")
    /// Behind its own title: 现将《…》印发给你们, 《…》已经…通过，现予公布.
    static let issuingBehind = ScalarWords(
        "印发 印發 发布 發布 公布 公佈 颁布 頒布 发给 發給 下发 予以印发 予以公布 予以发布 刊登 正式印发 正式发布 一并印发 一併印發")
    static let now = ScalarWords("现将 現將 现 兹将 茲將 特将 特此 现予 现把 茲訂定 訂定")
    static let nowPromulgated = ScalarWords("现予公布 现予发布 現予公布 现予颁布 现公布 现发布 现予以公布 现予施行")

    /// What may stand between two instruments of one list in no case.
    static let breaksList = ScalarWords(
        "制定 制訂 制订 印发 根据 根據 依据 依據 按照 结合 提出 施行 出台 编制 现将 現將 转发 审议 通过 审定 修订 发布 已 为了 为贯彻 研究 全面 以下简称 业经 業經")
}
