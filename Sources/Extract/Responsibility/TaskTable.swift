import Ingest

/// Reads tables whose rows are tasks: 序号, 工作任务, 牵头单位, 责任单位, 完成时限.
struct TaskTable {
    /// A task of a row, with the cells that say what it is and when it is due.
    struct Found {
        var task: TaskRecord
        var texts: [MappedText]
        var dues: [MappedText]
    }

    let grammar: StatementGrammar
    let documentID: String

    /// The tasks of a table; none where its header names no units.
    ///
    /// - Parameters:
    ///   - provision: The id of the table's provision.
    ///   - first: The number of the first task.
    func tasks(_ rows: [[MappedText]], provision: String, first: Int) -> [Found] {
        guard let head = Self.head(rows) else { return [] }
        let grid = TableGrid(Array(rows[head...]))
        let header = grid.header.isEmpty ? rows[head] : grid.header
        let columns = header.map { TaskColumn(header: $0.scalars) }
        let body = grid.header.isEmpty ? Array(grid.rows.dropFirst()) : grid.rows
        var found: [Found] = []
        var above: [MappedText] = []
        for row in body {
            let cells = aligned(row, columns, above)
            if let task = task(cells, columns, above, provision, first + found.count) {
                found.append(task)
            }
            above = cells
        }
        return found
    }

    /// The row that heads the columns: a caption or a measure may stand above it.
    private static func head(_ rows: [[MappedText]]) -> Int? {
        rows.indices.prefix(longestCaption).first { index in
            rows[index].filter { !$0.isEmpty }.count > 1
                && rows[index].contains { if case .units = TaskColumn(header: $0.scalars) { true } else { false } }
        }
    }

    private static let longestCaption = 4

    /// A row whose leading cells are left out because they span the rows above: its units stand too far to the left.
    private func aligned(_ row: [MappedText], _ columns: [TaskColumn?], _ above: [MappedText]) -> [MappedText] {
        let units = columns.indices.filter { if case .units = columns[$0] { true } else { false } }
        guard !above.isEmpty, let last = row.lastIndex(where: { !$0.isEmpty }), units.allSatisfy({ !isUnits(row, $0) })
        else { return row }
        for shift in 1..<max(2, columns.count - last) where last + shift < columns.count {
            let moved = above.prefix(shift) + row.prefix(last + 1)
            let padded = Array(moved) + Array(repeating: MappedText(), count: max(0, columns.count - moved.count))
            if units.contains(where: { isUnits(padded, $0) }) { return padded }
        }
        return row
    }

    /// Whether a cell holds units and nothing else.
    private func isUnits(_ row: [MappedText], _ column: Int) -> Bool {
        guard row.indices.contains(column), !row[column].isEmpty else { return false }
        let read = assignments(row[column], role: .responsible, header: "")
        return read.isComplete && !read.records.isEmpty
    }

    private func task(
        _ row: [MappedText], _ columns: [TaskColumn?], _ above: [MappedText], _ provision: String, _ number: Int
    ) -> Found? {
        var label: String?
        var assignments: [AssignmentRecord] = []
        var dues: [MappedText] = []
        var span: SourceSpan?
        for (cell, column) in zip(row, columns) where !cell.isEmpty {
            guard let place = cell.span else { continue }
            switch column {
            case .label: label = cell.string
            case .units(let role, let header):
                assignments += self.assignments(cell, role: role, header: header).records
            case .due: dues.append(cell)
            case .text, nil: break
            }
            span = span?.union(place) ?? place
        }
        guard !assignments.isEmpty, let span else { return nil }
        let texts = RowText(row, columns, above)
        let task = TaskRecord(
            id: "\(documentID)/task\(number)", label: label ?? texts.label, path: texts.path,
            text: texts.text, assignments: assignments, provision: provision, span: SpanRecord(span))
        return Found(task: task, texts: texts.cells, dues: dues)
    }

    /// The units of a cell: of the roles that it gives itself (办公室牵头，各科室配合), else of that of its column.
    private func assignments(
        _ cell: MappedText, role: AssignmentRecord.Role, header: String
    ) -> (records: [AssignmentRecord], isComplete: Bool) {
        let all = 0..<cell.count
        if let statement = grammar.read(cell.scalars, content: all, whole: all), statement.isWorded,
            statement.unread.isEmpty
        {
            let records = statement.assignments.map {
                AssignmentRecord($0.unit, role: $0.role, rule: $0.rule, quote: $0.quote, in: cell)
            }
            return (records, true)
        }
        let read = grammar.lists.read(cell.scalars, all)
        let records = read.units.map { unit in
            AssignmentRecord(
                unit, role: unit.role ?? role, rule: "table column \(header)", quote: unit.range, in: cell)
        }
        return (records, read.unread.isEmpty)
    }
}
