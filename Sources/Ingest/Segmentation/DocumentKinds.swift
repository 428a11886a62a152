/// The kinds of documents that gazettes print, by the word that ends their title.
public enum DocumentKinds {
    /// The 15 公文种类 of 党政机关公文处理工作条例, article 8.
    public static let official = [
        "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "令",
    ]
    /// What else ends the title of a document that stands for itself, beyond the 15.
    public static let gazette = [
        "大事记", "政府工作报告", "解读", "人事任免", "任免名单", "统计公报", "工作报告", "问答", "答记者问", "說明", "说明",
    ]
    /// What a document issues or has attached: rules, plans, lists.
    public static let instruments = [
        "条例", "规定", "办法", "细则", "规则", "方案", "规划", "计划", "纲要", "要点", "措施", "制度", "标准", "规程", "规范", "章程",
        "准则", "预案", "清单", "目录", "指南", "指引", "名单", "导则", "机制", "分工", "一览表", "表", "图", "须知", "政策", "若干措施",
        "若干规定", "若干政策", "行动", "协议", "合同", "公约", "守则", "考核", "体系", "任务", "目标", "说明", "流程", "范本", "示例", "修正案", "条文", "條文",
        "修正條文",
    ]
    /// The same in traditional script, and kinds that only Macao, Hong Kong and Taiwan have.
    static let traditional = [
        "決議", "決定", "命令", "公報", "公告", "通告", "意見", "通知", "通報", "報告", "請示", "批覆", "議案", "函", "紀要", "令", "批示", "法律",
        "行政法規", "條例", "規定", "辦法", "細則", "規則", "方案", "要點", "標準", "準則", "批示摘錄",
    ]

    /// The lists, for asking.
    private static let ends = (
        all: WordList(gazette + official + instruments + traditional),
        official: WordList(official + traditional.prefix(17)), gazette: WordList(gazette),
        instruments: WordList(instruments + traditional)
    )

    /// The kind that a title names, by its last word; brackets behind it ((试行), (2022年版)) are passed over.
    ///
    /// - Parameter title: The title without white space.
    public static func kind(of title: [Unicode.Scalar]) -> String? {
        let bare = withoutClosingBracket(title)
        guard ends.all.ends(bare) else { return lawKind(bare) }
        let words = gazette + official + instruments + traditional
        let found = words.filter { bare.ends(with: $0) }.max { $0.unicodeScalars.count < $1.unicodeScalars.count }
        switch found {
        case "政府工作报告", "工作报告", "統計公報": return found.map { $0.hasSuffix("报告") ? "报告" : $0 }
        case "若干措施": return "措施"
        case "若干规定": return "规定"
        case "任免名单": return "人事任免"
        // Nouns of any title, which say what a text is about.
        case "任务", "目标", "体系", "考核", "政策", "行动", "机制", "图": return nil
        default: return found
        }
    }

    /// 法, 解释, 通则: kinds that end many words of another sense.
    private static func lawKind(_ title: ArraySlice<Unicode.Scalar>) -> String? {
        guard title.count >= 2, !notLaws.ends(title) else { return nil }
        return ["法", "解释", "通则"].first { title.ends(with: $0) }
    }

    private static let notLaws = WordList([
        "方法", "做法", "执法", "司法", "立法", "普法", "守法", "违法", "合法", "书法", "说法", "看法", "依法", "非法", "算法", "想法", "用法", "语法",
    ])

    /// Whether a title ends as that of a law does.
    static func isLawTitle(_ title: [Unicode.Scalar]) -> Bool { lawKind(withoutClosingBracket(title)) != nil }

    /// Whether a title is that of an official document: 「…关于…的通知」.
    static func isOfficialTitle(_ title: [Unicode.Scalar]) -> Bool {
        guard title.contains("关于") || title.contains("關於") || title.contains("印发") || title.contains("修改")
        else { return false }
        // What ends in 》 names another document at the end of a line.
        guard title.last != "》", title.last != "”" else { return false }
        let bare = withoutClosingBracket(title, quotes: false)
        return ends.official.ends(bare)
    }

    /// Whether a title is that of a document without a number: 大事记, 政府工作报告, 《…》解读.
    static func isGazetteTitle(_ title: [Unicode.Scalar]) -> Bool {
        let bare = withoutClosingBracket(title)
        // A title in 《》 is one that this document is about, or one that a sentence names.
        if title.contains("《"), !["解读", "问答", "答记者问", "说明"].contains(where: { bare.ends(with: $0) }) { return false }
        return title.count >= 5 && ends.gazette.ends(bare)
    }

    /// Whether a title is that of rules, a plan or a list.
    static func isInstrumentTitle(_ title: [Unicode.Scalar]) -> Bool {
        let bare = withoutClosingBracket(title)
        return title.count >= 4 && ends.instruments.ends(bare)
    }

    /// Whether a line names an office and the kind of what it orders or makes known: 「某某部令」, 「某某市公告」.
    static func isOrderHead(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 4, text.count <= 40 else { return false }
        return ["令", "公告", "通告", "布告"].contains { kind in
            text.ends(with: kind) && AgencyNames.endsLikeAgency(text.dropLast(kind.unicodeScalars.count))
        }
    }

    /// A title without the date that stands behind it: 「衛生福利部公告　中華民國112年3月20日」.
    static func withoutDate(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard title.last == "日",
            let start = title.indices.dropFirst(3).first(where: { CalendarDate.scan(title, at: $0)?.end == title.count }
            )
        else { return title }
        return Array(title[..<start])
    }

    private static func withoutClosingBracket(
        _ title: [Unicode.Scalar], quotes: Bool = true
    ) -> ArraySlice<Unicode.Scalar> {
        var bare = title[...]
        while let last = bare.last, (quotes ? "）)》”〉" : "）)").unicodeScalars.contains(last) {
            if last == "）" || last == ")" {
                guard let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }), open > bare.startIndex else {
                    break
                }
                bare = bare[..<open]
            } else {
                bare = bare.dropLast()
            }
        }
        return bare
    }
}
