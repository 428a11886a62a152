import Ingest

/// Finds where the name begins that a short name stands for, within the clause before its bracket.
enum DefinedName {
    /// Verbs whose object the name is.
    ///
    /// None of them stands in names, or only before 的.
    private static let verbs = ScalarWords(
        """
        是指 系指 返还 返還 办理 辦理 给予 給予 委托 委託 授权 授權 推开 推開 推行 开展 開展 征收 徵收 发放 發放 缴纳 繳納 享受 取得 申请 申請 收取 \
        提供 列入 纳入 納入 从事 從事 设置 設置 适用 適用 编制 編制 使用 执行 執行 实行 實行 落实 落實 贯彻 貫徹 组织 組織 开始 成为 做好 抓好 办好 \
        建成 召开 核发 核發 批准 报送 承担 承擔 简化 取消 保留 发行 發行 购买 購買 拨付 撥付
        """)
    /// Those of them that stand in no name of an office.
    private static let clearVerbs = ScalarWords("是指 系指 返还 返還 给予 給予 委托 委託 授权 授權 推开 报送 列入 纳入")

    /// - Parameters:
    ///   - range: The clause, from which prepositions and leading verbs are off already.
    ///   - term: The short name.
    /// - Returns: Behind the last verb before the name, where one governs it; else the beginning of the clause.
    static func start(of text: [Unicode.Scalar], _ range: Range<Int>, term: ArraySlice<Unicode.Scalar>) -> Int {
        let words = UnitName.endsAsOffice(Array(text[range])) ? clearVerbs : verbs
        guard let verb = words.last(text, in: range), verb.lowerBound >= range.lowerBound else {
            return range.lowerBound
        }
        let rest = verb.upperBound..<range.upperBound
        // 新纳入试点范围的纳税人: behind 的 the verb only tells which.
        // 两金 counts what it names and takes no character of it but the last.
        let counts = term.first.map { Numeral.digit($0) != nil } ?? false
        guard rest.count > term.count, !text[rest].contains("的"), counts || ShortNameRule.holds(text[rest], term) else {
            return range.lowerBound
        }
        return rest.lowerBound
    }
}
