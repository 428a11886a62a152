import Ingest

/// What a column of a table of tasks holds, by the words of its header.
enum TaskColumn: Hashable {
    case label
    /// What is to be done; the more exactly the column says it, the higher its rank.
    case text(rank: Int)
    case units(AssignmentRecord.Role, header: String)
    case due

    /// - Returns: nil where the header says none of these.
    init?(header: [Unicode.Scalar]) {
        let name = header.filter { !$0.isBlank }
        guard !name.isEmpty, name.count <= Self.longest else { return nil }
        if let role = Self.role(of: name) {
            self = .units(role, header: name.string)
        } else if Self.holds(name, ["序号", "编号"]) || name.elementsEqual("号".unicodeScalars) {
            self = .label
        } else if Self.holds(name, ["时限", "时间", "期限", "进度", "节点"]) {
            self = .due
        } else if Self.holds(name, Self.persons) {
            return nil
        } else if Self.holds(name, ["措施", "要求", "内容", "举措"]) {
            self = .text(rank: 2)
        } else if Self.holds(name, ["任务", "事项", "项目", "工作", "目标", "实事", "指标"]) {
            self = .text(rank: 1)
        } else {
            return nil
        }
    }

    private static let longest = 16
    private static let persons = ["责任人", "领导", "联系人", "负责人", "电话", "人员"]
    private static let bodies = ["单位", "部门", "科室", "处室", "股室", "主体", "机构", "机关"]

    /// 主责单位, 责任部门（单位）, 牵头处室: words for a role and for bodies.
    private static func role(of name: [Unicode.Scalar]) -> AssignmentRecord.Role? {
        if let role = RoleWords.labels[name] { return role }
        guard holds(name, bodies), !holds(name, persons) else { return nil }
        if holds(name, ["配合", "协办", "协同", "协助", "参与", "参加", "支持", "其他"]) { return .support }
        if holds(name, ["牵头", "主责", "主办", "主要责任", "主要负责"]) { return .lead }
        if holds(name, ["实施", "落实", "执行"]) { return .implement }
        return holds(name, ["责任", "负责", "承办", "承担", "主管", "分工", "督办"]) ? .responsible : nil
    }

    private static func holds(_ name: [Unicode.Scalar], _ words: [String]) -> Bool {
        words.contains { name.contains($0) }
    }
}
