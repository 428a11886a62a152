public import Extract

/// A column of an exported table.
public struct TableColumn: Equatable, Sendable {
    /// What the values of a column are.
    public enum Kind: String, Sendable {
        case text, integer, real, boolean
        /// ISO 8601; a year, a month or `--MM-DD` where the source says no more, so that it is text to most tools.
        case date
        /// A list, a value a line.
        case lines
    }

    public var name: String
    public var kind: Kind
    /// What the column says, for the data dictionary.
    public var summary: String

    init(_ name: String, _ kind: Kind, _ summary: String) {
        self.name = name
        self.kind = kind
        self.summary = summary
    }
}

/// One table of an export: a kind of record with stable columns, and how its rows are made.
///
/// The columns never change their meaning or order; new ones come at the end.
public struct RecordTable: Sendable {
    public var name: String
    /// What a row is, for the data dictionary.
    public var summary: String
    public var columns: [TableColumn]
    /// The columns that together tell a row from all others of the archive; empty where a row has no identity.
    public var key: [String]
    /// The rows of one document, each with as many values as there are columns.
    let rows: @Sendable (ExportedDocument) -> [[CellValue]]

    init(
        _ name: String, _ summary: String, key: [String], columns: [TableColumn],
        rows: @escaping @Sendable (ExportedDocument) -> [[CellValue]]
    ) {
        self.name = name
        self.summary = summary
        self.key = key
        self.columns = columns
        self.rows = rows
    }

    /// All tables, in the order in which an export writes them.
    public static let all: [RecordTable] = [
        .documents, .provisions, .tasks, .assignments, .targets, .deadlines, .citations, .validity, .definitions,
        .obligations, .duties, .appointments, .events, .tableCells, .findings,
    ]
}

/// A document on its way into tables, with what its source says of it.
public struct ExportedDocument: Sendable {
    public var record: DocumentRecord
    public var source: SourceRecord
    public var issue: IssueRecord?
    /// The findings of this document.
    public var findings: [Finding]

    /// The documents of a source's record.
    static func all(of record: GazetteRecord) -> [ExportedDocument] {
        record.documents.map { document in
            ExportedDocument(
                record: document, source: record.source, issue: record.issue,
                findings: record.findings.filter { $0.document == document.id })
        }
    }
}

extension TableColumn {
    static let document = TableColumn("document", .text, "Id of the document: its 发文字号, else a stable name.")
    static let provision = TableColumn("provision", .text, "Id of the provision in which the record stands.")
    static let quote = TableColumn("quote", .text, "The words of the source that the record was read from.")
    static let rule = TableColumn("rule", .text, "The rule that gave the value.")

    /// The place of a record in its source.
    static let place = [
        TableColumn("file", .text, "Path of the source as it was read."),
        TableColumn("line", .integer, "First line of the source, from 1."),
        TableColumn("column", .integer, "Column in that line, in code points from 1."),
        TableColumn("end_line", .integer, "Last line."),
        TableColumn("end_column", .integer, "Column in the last line, included."),
        TableColumn("page", .integer, "Page, where the source has pages."),
    ]
}

extension ExportedDocument {
    /// The values of ``TableColumn/place``.
    func place(_ span: SpanRecord?) -> [CellValue] {
        [
            .text(source.path), CellValue(span?.start.line), CellValue(span?.start.column), CellValue(span?.end.line),
            CellValue(span?.end.column), CellValue(span?.start.page),
        ]
    }
}
