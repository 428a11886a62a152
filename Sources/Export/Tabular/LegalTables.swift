import Extract

extension RecordTable {
    /// A row a mention of another instrument.
    static let citations = RecordTable(
        "citations", "Mentions of other instruments.", key: [],
        columns: [
            .document,
            TableColumn("title", .text, "Title of the instrument."),
            TableColumn("number", .text, "Its number, with 〔〕 and without white space."),
            TableColumn("relation", .text, "basis, repeals, amends, forwards or mention."),
            TableColumn("short_name", .text, "The name by which the text goes on to call it."),
            .provision, .rule, .quote,
        ] + TableColumn.place
    ) { document in
        document.record.citations.map { citation in
            let row: [CellValue] = [
                .text(document.record.id), CellValue(citation.title), CellValue(citation.number),
                .text(citation.relation.rawValue), CellValue(citation.shortName), CellValue(citation.provision),
                CellValue(citation.rule), .text(citation.quote),
            ]
            return row + document.place(citation.span)
        }
    }

    /// A row a document that says something of its force.
    static let validity = RecordTable(
        "validity", "From when and until when a document is in force, and what it repeals.", key: ["document"],
        columns: [
            .document,
            TableColumn("effective", .date, "施行日期."),
            TableColumn("expires", .date, "失效日期."),
            TableColumn("repeals", .lines, "Numbers, or titles, of what it repeals, one a line."),
            TableColumn("interpreter", .text, "解释机关."),
            .quote,
        ] + TableColumn.place
    ) { document in
        guard let validity = document.record.validity else { return [] }
        let row: [CellValue] = [
            .text(document.record.id), CellValue(validity.effective), CellValue(validity.expires),
            CellValue(lines: validity.repeals), CellValue(validity.interpreter), CellValue(validity.quote),
        ]
        return [row + document.place(validity.span)]
    }

    /// A row a term.
    static let definitions = RecordTable(
        "definitions", "What the text says that its own words mean.", key: [],
        columns: [
            .document,
            TableColumn("term", .text, "The word or short name."),
            TableColumn("meaning", .text, "What it stands for."),
            .provision, .quote,
        ] + TableColumn.place
    ) { document in
        document.record.definitions.map { definition in
            let row: [CellValue] = [
                .text(document.record.id), .text(definition.term), .text(definition.meaning),
                .text(definition.provision), .text(definition.quote),
            ]
            return row + document.place(definition.span)
        }
    }

    /// A row a sentence that obliges, forbids or allows.
    static let obligations = RecordTable(
        "obligations", "What laws and rules oblige, forbid or allow somebody to do.", key: [],
        columns: [
            .document,
            TableColumn("subject", .text, "Whom it binds, as printed; empty where nobody is named."),
            TableColumn("force", .text, "obligation, prohibition, permission or right."),
            TableColumn("modal", .text, "The modal verb as printed."),
            TableColumn("act", .text, "What is to be done."),
            TableColumn("condition", .text, "When it holds."),
            TableColumn("consequence", .text, "What follows where it is not kept."),
            .provision, .rule,
        ] + TableColumn.place
    ) { document in
        document.record.obligations.map { obligation in
            let row: [CellValue] = [
                .text(document.record.id), CellValue(obligation.subject), .text(obligation.force.rawValue),
                .text(obligation.modal), .text(obligation.act), CellValue(obligation.condition),
                CellValue(obligation.consequence), .text(obligation.provision), CellValue(obligation.rule),
            ]
            return row + document.place(obligation.span)
        }
    }
}
