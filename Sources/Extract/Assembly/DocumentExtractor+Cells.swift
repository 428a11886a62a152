import Ingest

/// Records inside the cells of tables: a cell of a task table is a text like any other.
extension DocumentExtractor {
    /// A cell with what its table says of it.
    struct CellText {
        var text: MappedText
        var provision: String
        /// The position of the task whose row it is in.
        var task: Int?
        /// Whether its column holds dates of completion.
        var isDue: Bool
        /// Whether its column holds serial numbers or units.
        var isText: Bool
    }

    /// The cells of the tables whose rows are tasks, each once though it spans rows.
    var taskCells: [CellText] {
        tree.tables.flatMap { table -> [CellText] in
            let tasks = record.tasks.indices.filter { record.tasks[$0].provision == table.provision }
            guard !tasks.isEmpty else { return [] }
            let grid = TableGrid(table.block.rows)
            var seen: Set<SpanRecord> = []
            return grid.rows.flatMap { row in
                row.indices.compactMap { column -> CellText? in
                    let cell = row[column]
                    guard let span = cell.span.map(SpanRecord.init), seen.insert(span).inserted else { return nil }
                    let header = grid.header.indices.contains(column) ? grid.header[column].scalars : []
                    return CellText(
                        text: cell, provision: table.provision, task: task(covering: span.start, among: tasks),
                        isDue: CellColumns.due.first(header, in: 0..<header.count) != nil,
                        isText: CellColumns.others.first(header, in: 0..<header.count) == nil)
                }
            }
        }
    }

    private func task(covering place: PlaceRecord, among tasks: [Int]) -> Int? {
        tasks.first { index in
            let span = record.tasks[index].span
            return (span.start.line, span.start.column) <= (place.line, place.column)
                && (place.line, place.column) <= (span.end.line, span.end.column)
        }
    }

    /// Fills in the limits and goals that stand in the cells of task tables.
    mutating func extractCells() {
        let indicators = Set(record.targets.filter { $0.rule == "indicator table" }.compactMap(\.provision))
        let goals = TargetContext(defaultYear: DefaultYear.year(in: record.title), documentYear: year)
        for cell in taskCells {
            addLimits(of: cell)
            if cell.isText, !cell.isDue, !indicators.contains(cell.provision) { addGoals(of: cell, goals) }
        }
    }

    private mutating func addLimits(of cell: CellText) {
        guard cell.isText || cell.isDue else { return }
        let context = TimeContext(year: year, signed: record.signed, isLabelled: cell.isDue)
        for limit in TimeLimitGrammar.timeLimits(in: cell.text.scalars, context: context) {
            guard let span = cell.text.span(of: limit.range) else { continue }
            let quote = cell.text.string(limit.range)
            if let task = cell.task, !record.tasks[task].deadlines.contains(where: { $0.date == limit.date }) {
                record.tasks[task].deadlines.append(DateRecord(date: limit.date, quote: quote))
            }
            var deadline = DeadlineRecord(
                kind: limit.kind, date: limit.date, start: limit.start, duration: limit.duration, event: limit.event,
                certainty: limit.certainty, quote: quote, task: cell.task.map { record.tasks[$0].id },
                provision: cell.provision, span: SpanRecord(span))
            deadline.rule = "table cell"
            record.deadlines.append(deadline)
        }
    }

    private mutating func addGoals(of cell: CellText, _ context: TargetContext) {
        let due = cell.task.flatMap { record.tasks[$0].deadlines.compactMap(\.date).first { $0.first != "-" } }
        for match in TargetGrammar.targets(in: cell.text.scalars, context: context) {
            guard let span = cell.text.span(of: match.range) else { continue }
            record.targets.append(
                TargetRecord(
                    indicator: match.indicator, comparator: match.comparator, value: match.value, upper: match.upper,
                    unit: match.unit, year: match.year ?? due.flatMap { Int($0.prefix(4)) }, baseline: match.baseline,
                    quote: cell.text.string(match.range), task: cell.task.map { record.tasks[$0].id },
                    provision: cell.provision, span: SpanRecord(span), rule: "table cell", nature: match.nature))
        }
    }
}

/// What the headers of task tables call their columns.
private enum CellColumns {
    static let due = ScalarWords("时限 时间 期限 节点 进度安排 完成日期")
    static let others = ScalarWords("序号 编号 单位 部门 科室 责任人 联系人 备注 领导 电话")
}
