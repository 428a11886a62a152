import Extract

extension RecordTable {
    /// A row a document.
    static let documents = RecordTable(
        "documents", "Documents with their metadata by the elements of GB/T 9704.", key: ["document"],
        columns: [
            .document,
            TableColumn("number", .text, "发文字号 as printed."),
            TableColumn("agency", .text, "机关代字 of the number."),
            TableColumn("year", .integer, "Year of the number."),
            TableColumn("serial", .integer, "顺序号 of the number."),
            TableColumn("title", .text, "标题."),
            TableColumn("kind", .text, "公文种类, or what else the document is."),
            TableColumn("issuers", .lines, "发文机关, a name a line."),
            TableColumn("recipients", .text, "主送机关 as printed."),
            TableColumn("signed", .date, "成文日期."),
            TableColumn("printer", .text, "印发机关."),
            TableColumn("printed", .date, "印发日期."),
            TableColumn("public", .boolean, "Whether the 附注 says 此件公开发布."),
            TableColumn("cc", .text, "抄送机关 as printed."),
            TableColumn("attachments", .lines, "What the document issues and its 附件, a title a line."),
            TableColumn("effective", .date, "施行日期."),
            TableColumn("expires", .date, "失效日期."),
            TableColumn("issue_title", .text, "Title of the gazette in which it stands."),
            TableColumn("issue_year", .integer, "Year of the issue."),
            TableColumn("issue_number", .text, "Number of the issue in its year."),
            TableColumn("published", .date, "Day of the issue."),
            TableColumn("sha256", .text, "SHA-256 of the source's bytes."),
        ] + TableColumn.place
    ) { document in
        let record = document.record
        let head: [CellValue] = [
            .text(record.id), CellValue(record.number?.text), CellValue(record.number?.agency),
            CellValue(record.number?.year), CellValue(record.number?.serial), .text(record.title),
            CellValue(record.kind), CellValue(lines: record.issuers), CellValue(record.recipients),
            CellValue(record.signed), CellValue(record.printer), CellValue(record.printed), CellValue(record.public),
            CellValue(record.cc), CellValue(lines: record.attachments.map(\.title)),
            CellValue(record.validity?.effective), CellValue(record.validity?.expires),
        ]
        let issue: [CellValue] = [
            CellValue(document.issue?.title), CellValue(document.issue?.year), CellValue(document.issue?.number),
            CellValue(document.issue?.published), .text(document.source.sha256),
        ]
        return [head + issue + document.place(record.span)]
    }

    /// A row a provision, in reading order.
    static let provisions = RecordTable(
        "provisions", "The text as a tree: articles, headings, paragraphs, items.", key: ["document", "provision"],
        columns: [
            .document, .provision,
            TableColumn("parent", .text, "Id of the provision above; empty at the top."),
            TableColumn("position", .integer, "Position in the document's reading order, from 1."),
            TableColumn("level", .text, "part, chapter, section, article, heading, paragraph, item, subitem or table."),
            TableColumn("depth", .integer, "How deep it stands, from 1."),
            TableColumn("label", .text, "Label as printed: 第十二条, 一、."),
            TableColumn("number", .integer, "Number of the label."),
            TableColumn("heading", .text, "Heading as printed."),
            TableColumn("text", .text, "Its own text, without label, heading and what stands below it."),
        ] + TableColumn.place
    ) { document in
        var rows: [[CellValue]] = []
        func add(_ provisions: [Provision], below parent: String?) {
            for provision in provisions {
                rows.append(
                    [
                        .text(document.record.id), .text(provision.id), CellValue(parent), .integer(rows.count + 1),
                        .text(provision.level.rawValue), .integer(provision.depth), CellValue(provision.label),
                        CellValue(provision.number), CellValue(provision.heading), .text(provision.text),
                    ] + document.place(provision.span))
                add(provision.children, below: provision.id)
            }
        }
        add(document.record.provisions, below: nil)
        return rows
    }

    /// A row a finding.
    static let findings = RecordTable(
        "findings", "What a careful editor would query.", key: [],
        columns: [
            .document,
            TableColumn("severity", .text, "error, warning or info."),
            TableColumn("code", .text, "A stable name, such as article-gap."),
            TableColumn("message", .text, "What is wrong."),
        ] + TableColumn.place
    ) { document in
        document.findings.map { finding in
            [
                .text(document.record.id), .text(finding.severity.rawValue), .text(finding.code),
                .text(finding.message),
            ] + document.place(finding.span)
        }
    }
}
