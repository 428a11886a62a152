/// The words of commencement, expiry and interpretation clauses, simplified and traditional.
enum ValidityLexicon {
    static let signals = ScalarWords("施行 实施 實施 执行 執行 生效 试行 試行 有效期 有效期限 解释 解釋 决定自 决定从")

    /// What a page says of a document that has ceased to hold, and what turns it round.
    static let ended = ScalarWords("失效 废止 停止执行")
    static let notEnded = ScalarWords("未失效 未废止 部分失效 部分废止 现行有效 继续有效")

    /// Verbs whose object is what a decision does from a day on.
    static let decides = ScalarWords("决定 现决定 研究决定 经批准")
    /// What of a document an amendment changed.
    static let amended = ScalarWords("修正条文 修正之条文 修正第 增订第 修正规定 修正生效 施行细则修正")

    /// Verbs of taking effect; longest first by construction.
    static let takesEffect = ScalarWords(
        "施行 实施 實施 执行 執行 生效 试行 試行 起效 正式施行 正式实施 正式執行 正式执行 开始施行 开始实施 开始执行 開始施行 发生效力 產生效力 产生效力 起算施行 生效施行 生效實施")

    /// Events that date a document: 自发布之日起.
    static let publication = ScalarWords(
        "发布 發布 發佈 公布 公佈 印发 印發 颁布 頒布 下发 发文 通过 通過 签署 簽署 登报 刊登 批准 公告 成文 签发 刊宪")

    /// What opens the subject of a clause that speaks of the document itself.
    static let self_ = ScalarWords("本 现予 現予 现公布 现发布 并自 並自 兹 均自 该办法 该规定 以上 上述")

    static let validFor = ScalarWords(
        "有效期限为 有效期限為 有效期限 有效期为 有效期為 有效期 試行期為 试行期限为 试行期为 试行期 试行期限 施行期限 实施期限 执行期限 实施期为 实施期 试行 暂定 期限为")
    static let validUntil = ScalarWords(
        "有效期延长至 有效期限延长至 有效期延長至 延长有效期至 有效期延续至 有效期顺延至 有效期延长到 有效期限至 有效期至 有效期到 有效期截至 有效期截止到 有效期截止 有效期限到 施行至 实施至 执行至 试行至 截止至 有效期为至 至"
    )
    /// A period of validity made longer.
    static let extended = ScalarWords("有效期延长至 有效期限延长至 有效期延長至 延长有效期至 有效期延续至 有效期顺延至 有效期延长到")
    /// What opens a commencement in the past.
    static let backTo = ScalarWords("追溯至 追溯到 追溯自")
    /// Words behind the name of the interpreter that are no part of it.
    static let manner = [
        "所有", "承担", "负责", "具体", "依据职责", "按照职责分工", "按照各自职责", "按照职责", "按职责分工", "按各自职责", "根据职责", "按照各自职能",
        "根据各自职责", "依职责", "依法", "分别", "共同",
    ]
    static let interprets = ScalarWords(
        "负责解释 負責解釋 负责具体解释 解释 解釋 承担解释 负责政策解释 负责本办法的解释 负责本规定的解释 负责本细则的解释 负责本通知的解释 负责本意见的解释 负责本方案的解释")
    static let interpretationOf = ScalarWords("解释权归 解释权属于 解释权属 解释权由 最终解释权归 解釋權歸 解释由")
}
