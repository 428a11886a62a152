import Extract

extension RecordTable {
    /// A row a task.
    static let tasks = RecordTable(
        "tasks", "Passages to which the text ties at least one responsible unit.", key: ["task"],
        columns: [
            .document,
            TableColumn("task", .text, "Id of the task."),
            TableColumn("label", .text, "Label as printed."),
            TableColumn("path", .lines, "Headings above it, outermost first."),
            TableColumn("text", .text, "What is to be done."),
            TableColumn("lead", .lines, "牵头 units."),
            TableColumn("responsible", .lines, "责任 units."),
            TableColumn("support", .lines, "配合 units."),
            TableColumn("implement", .lines, "落实 units."),
            TableColumn("due", .lines, "Days at which it falls due."),
            .provision,
        ] + TableColumn.place
    ) { document in
        document.record.tasks.map { task in
            func units(_ role: AssignmentRecord.Role) -> CellValue {
                CellValue(lines: task.assignments.filter { $0.role == role }.map(\.unit))
            }
            let row: [CellValue] = [
                .text(document.record.id), .text(task.id), CellValue(task.label), CellValue(lines: task.path),
                .text(task.text), units(.lead), units(.responsible), units(.support), units(.implement),
                CellValue(lines: task.deadlines.compactMap(\.date)), .text(task.provision),
            ]
            return row + document.place(task.span)
        }
    }

    /// A row a unit and role of a task.
    static let assignments = RecordTable(
        "assignments", "One unit and what it has to do with a task.", key: [],
        columns: [
            .document,
            TableColumn("task", .text, "Id of the task."),
            TableColumn("label", .text, "Label of the task."),
            TableColumn("task_text", .text, "What is to be done."),
            TableColumn("unit", .text, "Full name of the unit."),
            TableColumn("as_written", .text, "The name as printed, where it was completed."),
            TableColumn("role", .text, "lead, responsible, support or implement."),
            TableColumn("group", .boolean, "Whether the name stands for many units."),
            TableColumn("inherited", .boolean, "Whether a standing rule of the text adds it."),
            .rule, .quote,
        ] + TableColumn.place + [TableColumn("unit_id", .text, "The unit by place and department, whatever its name.")]
    ) { document in
        document.record.tasks.flatMap { task in
            task.assignments.map { assignment in
                let row: [CellValue] = [
                    .text(document.record.id), .text(task.id), CellValue(task.label), .text(task.text),
                    .text(assignment.unit), CellValue(assignment.asWritten), .text(assignment.role.rawValue),
                    .boolean(assignment.group ?? false), .boolean(assignment.inherited), CellValue(assignment.rule),
                    .text(assignment.quote),
                ]
                return row + document.place(assignment.span ?? task.span) + [CellValue(assignment.unitID)]
            }
        }
    }

    /// A row a goal.
    static let targets = RecordTable(
        "targets", "Quantified goals for the future.", key: [],
        columns: [
            .document,
            TableColumn("indicator", .text, "What is counted."),
            TableColumn("comparator", .text, ">=, >, =, <, <=, ~ or range."),
            TableColumn("value", .real, "The goal; the lower end of a range."),
            TableColumn("upper", .real, "The upper end of a range."),
            TableColumn("unit", .text, "Unit of measure."),
            TableColumn("year", .integer, "Year by which it is to be reached."),
            TableColumn("baseline", .real, "The value from which it starts, where the text gives one."),
            TableColumn("baseline_year", .integer, "Year of that value."),
            TableColumn("task", .text, "Id of the task in which it stands."),
            .provision, .rule, .quote,
        ] + TableColumn.place + [TableColumn("nature", .text, "约束性 or 预期性, where the text says so.")]
    ) { document in
        document.record.targets.map { target in
            let row: [CellValue] = [
                .text(document.record.id), .text(target.indicator), .text(target.comparator), .real(target.value),
                CellValue(target.upper), CellValue(target.unit), CellValue(target.year),
                CellValue(target.baseline?.value), CellValue(target.baseline?.year), CellValue(target.task),
                CellValue(target.provision), CellValue(target.rule), .text(target.quote),
            ]
            return row + document.place(target.span) + [CellValue(target.nature)]
        }
    }

    /// A row a time limit.
    static let deadlines = RecordTable(
        "deadlines", "Time limits and periods set for doing something.", key: [],
        columns: [
            .document,
            TableColumn("kind", .text, "by, during, recurring or within."),
            TableColumn("start", .date, "First day of a period."),
            TableColumn("date", .date, "Last day; --MM-DD for each year's."),
            TableColumn("duration", .text, "ISO 8601 duration, P15WD for working days."),
            TableColumn("event", .text, "What a duration is counted from, as printed."),
            TableColumn("certainty", .text, "stated, computed or needs-event."),
            TableColumn("task", .text, "Id of the task in which it stands."),
            .provision, .rule, .quote,
        ] + TableColumn.place
    ) { document in
        document.record.deadlines.map { deadline in
            let row: [CellValue] = [
                .text(document.record.id), .text(deadline.kind.rawValue), CellValue(deadline.start),
                CellValue(deadline.date), CellValue(deadline.duration), CellValue(deadline.event),
                .text(deadline.certainty.rawValue), CellValue(deadline.task), CellValue(deadline.provision),
                CellValue(deadline.rule), .text(deadline.quote),
            ]
            return row + document.place(deadline.span)
        }
    }
}
