import Ingest

/// Reads tables whose rows are tasks: 序号, 工作任务, 牵头单位, 责任单位, 完成时限.
struct TaskTable {
    /// What a column holds.
    private enum Column: Hashable { case label, text, units(AssignmentRecord.Role, header: String), due }

    let lists: UnitList
    let documentID: String

    /// The tasks of a table; none where its header names no units.
    ///
    /// - Parameters:
    ///   - provision: The id of the table's provision.
    ///   - first: The number of the first task.
    ///   - time: The context for 完成时限.
    func tasks(_ rows: [[MappedText]], provision: String, path: [String], first: Int, time: TimeContext) -> [TaskRecord]
    {
        let grid = TableGrid(rows)
        let columns = grid.header.map { column($0.scalars) }
        guard columns.contains(where: { if case .units = $0 { true } else { false } }) else { return [] }
        var tasks: [TaskRecord] = []
        for row in grid.rows {
            if let task = task(row, columns, provision, path, first + tasks.count, time) { tasks.append(task) }
        }
        return tasks
    }

    private func column(_ header: [Unicode.Scalar]) -> Column? {
        let name = header.filter { !$0.isBlank }
        if let label = RoleWords.labels.first(where: { name.elementsEqual($0.word.unicodeScalars) }) {
            return .units(label.role, header: label.word)
        }
        if ["序号", "编号", "序號"].contains(where: { name.elementsEqual($0.unicodeScalars) }) { return .label }
        if ["时限", "时间", "期限", "進度", "時限"].contains(where: { name.contains($0) }) { return .due }
        let words = ["任务", "事项", "内容", "措施", "项目", "目标", "工作", "任務", "事項"]
        return words.contains { name.contains($0) } ? .text : nil
    }

    private func task(
        _ row: [MappedText], _ columns: [Column?], _ provision: String, _ path: [String], _ number: Int,
        _ time: TimeContext
    ) -> TaskRecord? {
        var text = MappedText()
        var label: String?
        var assignments: [AssignmentRecord] = []
        var deadlines: [DateRecord] = []
        var span: SourceSpan?
        for (cell, column) in zip(row, columns) where !cell.isEmpty {
            guard let place = cell.span else { continue }
            switch column {
            case .label: label = cell.string
            case .text where text.count < cell.count: text = cell
            case .units(let role, let header):
                for unit in lists.read(cell.scalars, 0..<cell.count).units {
                    assignments.append(
                        AssignmentRecord(
                            unit, role: role, rule: "table column \(header)", quote: unit.range, in: cell))
                }
            case .due:
                var labelled = time
                labelled.isLabelled = true
                for limit in TimeLimitGrammar.timeLimits(in: cell.scalars, context: labelled) {
                    deadlines.append(DateRecord(date: limit.date, quote: cell.string(limit.range)))
                }
            default: break
            }
            span = span?.union(place) ?? place
        }
        guard !assignments.isEmpty, let span else { return nil }
        var task = TaskRecord(
            id: "\(documentID)/task\(number)", label: label, path: path, text: text.string, assignments: assignments,
            provision: provision, span: SpanRecord(span))
        task.deadlines = deadlines
        return task
    }
}
