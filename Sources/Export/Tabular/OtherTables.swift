import Extract

extension RecordTable {
    /// A row an official.
    static let duties = RecordTable(
        "duties", "What officials are in charge of (分工).", key: [],
        columns: [
            .document,
            TableColumn("person", .text, "Name."),
            TableColumn("posts", .lines, "Posts, one a line."),
            TableColumn("charge", .lines, "负责: fields of work."),
            TableColumn("oversees", .lines, "分管: units."),
            TableColumn("liaises", .lines, "联系: units."),
            TableColumn("assists", .lines, "协助."),
            TableColumn("acting", .lines, "代."),
            .rule, .quote,
        ] + TableColumn.place
    ) { document in
        document.record.duties.map { duty in
            let row: [CellValue] = [
                .text(document.record.id), .text(duty.person), CellValue(lines: duty.posts),
                CellValue(lines: duty.charge), CellValue(lines: duty.oversees), CellValue(lines: duty.liaises),
                CellValue(lines: duty.assists), CellValue(lines: duty.acting), CellValue(duty.rule),
                .text(duty.quote),
            ]
            return row + document.place(duty.span)
        }
    }

    /// A row a person and post.
    static let appointments = RecordTable(
        "appointments", "Appointments and removals (任免).", key: [],
        columns: [
            .document,
            TableColumn("person", .text, "Name."),
            TableColumn("post", .text, "The post."),
            TableColumn("act", .text, "appoint, remove, delegate, recommend or resign."),
            TableColumn("date", .date, "The day from which it holds, where the text gives one."),
            TableColumn("trial", .text, "试用期 as printed."),
            .provision, .rule, .quote,
        ] + TableColumn.place
    ) { document in
        (document.record.appointments ?? []).map { appointment in
            let row: [CellValue] = [
                .text(document.record.id), .text(appointment.person), .text(appointment.post),
                .text(appointment.act.rawValue), CellValue(appointment.date), CellValue(appointment.trial),
                CellValue(appointment.provision), CellValue(appointment.rule), .text(appointment.quote),
            ]
            return row + document.place(appointment.span)
        }
    }

    /// A row an entry of a chronicle.
    static let events = RecordTable(
        "events", "Entries of chronicles (大事记).", key: [],
        columns: [
            .document,
            TableColumn("date", .date, "First day."),
            TableColumn("end", .date, "Last day of several."),
            TableColumn("text", .text, "What happened."),
            .rule,
        ] + TableColumn.place
    ) { document in
        document.record.events.map { event in
            let row: [CellValue] = [
                .text(document.record.id), CellValue(event.date), CellValue(event.end), .text(event.text),
                CellValue(event.rule),
            ]
            return row + document.place(event.span)
        }
    }

    /// A row a cell: tables differ in their columns.
    static let tableCells = RecordTable(
        "tables", "The tables of documents, a row a cell; a cell that spans is repeated.",
        key: ["document", "table", "row", "cell"],
        columns: [
            .document,
            TableColumn("table", .integer, "Position of the table in its document, from 1."),
            TableColumn("caption", .text, "Caption."),
            TableColumn("measure", .text, "Unit of measure that stands above the table."),
            TableColumn("row", .integer, "Row below the header, from 1."),
            TableColumn("cell", .integer, "Column, from 1."),
            TableColumn("header", .text, "Header of the column."),
            TableColumn("value", .text, "The cell as printed."),
        ] + TableColumn.place
    ) { document in
        document.record.tables.enumerated().flatMap { number, table in
            let place = document.place(table.span)
            return table.rows.enumerated().flatMap { row, cells in
                cells.enumerated().map { column, value in
                    let values: [CellValue] = [
                        .text(document.record.id), .integer(number + 1), CellValue(table.caption),
                        CellValue(table.measure), .integer(row + 1), .integer(column + 1),
                        CellValue(column < table.header.count ? table.header[column] : nil), .text(value),
                    ]
                    return values + place
                }
            }
        }
    }
}
