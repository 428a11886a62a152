/// The block of data that government sites print above a document: 索引号, 发文机关, 成文日期, 标题, 发文字号 and more.
///
/// What it says is printed again in the document, so it is furniture of the page.
enum MetadataBlock {
    private static let labels = [
        "索引号", "主题分类", "发文机关", "成文日期", "标题", "发文字号", "发布日期", "主题词", "有效性", "信息类别", "公开方式", "公开日期", "生效日期", "发布机构",
        "名称", "文号", "所属分类", "体裁分类", "废止日期", "组配分类", "关键词", "来源", "发文日期", "生成日期", "信息名称", "公开主体",
    ]

    /// Whether lines are nothing but such a block: each names at least one of its labels with a colon.
    static func isWhole(_ lines: [SourceLine]) -> Bool {
        guard lines.count >= 2, lines.count <= 20 else { return false }
        return lines.allSatisfy { line in
            let text = line.squashed
            return labels.contains { text.contains("\($0)：") || text.contains("\($0):") }
        }
    }
}
