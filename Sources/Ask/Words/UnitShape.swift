/// How names of units end.
enum UnitShape {
    private static let endings = [
        "局", "委", "办", "厅", "部", "院", "处", "室", "署", "府", "委员会", "办公室", "中心", "公司", "集团", "管委会", "银行", "大学", "学院", "法院",
        "检察院", "协会", "总会", "学会", "联合会", "工会", "团委", "妇联", "科协", "指挥部", "领导小组", "工作专班", "街道", "支队", "总队", "分局", "总局",
        "bureau",
        "office", "commission", "ministry", "department", "government",
    ]

    /// Whether a text looks like the name of a unit.
    static func fits(_ text: String) -> Bool {
        let name = text.lowercased()
        return text.count > 1 && endings.contains(where: name.hasSuffix)
    }
}
