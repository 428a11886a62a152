/// The words with which columns of tables are named, by what the cells below them hold.
///
/// Grown from task tables, indicator tables and lists of ministries, provinces and counties; a domain expert edits this
/// file.
enum TableWords {
    /// What the cells of a column hold.
    enum Content: Sendable { case number, unit, time, text }

    private static let numbers = WordList(["序号", "编号", "项次", "行次"])
    private static let units = WordList([
        "牵头单位", "牵头部门", "责任单位", "责任部门", "责任科室", "责任处室", "配合单位", "配合部门", "协办单位", "协办部门", "协作单位", "主办单位", "主责单位",
        "主管部门", "主管单位", "承办单位", "实施单位", "实施主体", "落实单位", "参与单位", "参加单位", "负责单位", "负责部门", "责任主体", "建设单位", "申报单位",
        "完成单位", "监管部门", "执行单位", "业主单位", "归口单位", "牵头处室", "责任股室", "牵头科室", "配合科室", "单位", "部门", "科室", "处室",
    ])
    private static let times = WordList([
        "完成时限", "完成时间", "时限要求", "时间要求", "进度要求", "时间安排", "时限", "时间", "期限", "进度", "日期", "年限", "起止时间",
    ])
    private static let texts = WordList([
        "任务", "事项", "内容", "措施", "项目", "目标", "指标", "名称", "要求", "工作", "类别", "类型", "领域", "分类", "属性", "备注", "说明", "依据",
        "标准", "数量", "金额", "规模", "地点", "地址", "电话", "联系人", "联系方式", "责任人", "负责人", "姓名", "职务", "性别", "年龄", "面积", "单价", "合计",
        "得分", "分值", "权重", "等级", "成果", "方式", "对象", "范围", "程序", "材料", "形式", "情况", "方案", "举措", "重点", "环节", "条件", "品种",
        "型号",
        "规格", "地区", "县市区", "代码", "依据文件", "文号", "发文字号", "文件名称", "处理意见", "清理结果", "原因", "现状", "目标值", "基期", "现状值", "计量单位",
        "专业", "学历", "岗位", "人数", "政策", "文件", "标题",
    ])

    /// Returns what the cells of a column of this name hold; nil for a text that names no column.
    static func content(of name: [Unicode.Scalar]) -> Content? {
        let name = name.filter { !$0.isBlank }
        guard (2...14).contains(name.count), !name.contains(where: { "。，；：？！".unicodeScalars.contains($0) }) else {
            return nil
        }
        let bare = withoutBrackets(name)
        if numbers.has(bare) { return .number }
        if units.ends(bare) { return .unit }
        if times.ends(bare) { return .time }
        return texts.ends(bare) || year(bare) ? .text : nil
    }

    /// 「完成值（%）」 without its brackets.
    private static func withoutBrackets(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }), open > 0,
            name.last == "）" || name.last == ")"
        else { return name }
        return Array(name[..<open])
    }

    /// 「2025年」 names the column of its values.
    private static func year(_ name: [Unicode.Scalar]) -> Bool {
        name.count == 5 && name.last == "年" && name.dropLast().allSatisfy { $0.decimalDigit != nil }
    }
}
