import Foundation
import GRDB

/// A copy of the records made for reading: plain columns, indexes and views in one SQLite file.
///
/// Docs/SCHEMA.md lists tables, columns and views.
enum SQLiteExport {
    static func write(
        _ selection: ExportSelection, to url: URL, describedBy manifest: (_ documents: Int) -> ExportManifest
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        let path = url.path(percentEncoded: false)
        let unfinished = path + ".unfinished"
        for ending in ["", "-journal"] { unsafe unlink(unfinished + ending) }
        defer { for ending in ["", "-journal"] { unsafe unlink(unfinished + ending) } }
        var documents = 0
        var counts: [String: Int] = [:]
        do {
            let queue = try DatabaseQueue(path: unfinished)
            try queue.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            }
            try queue.write { db in
                for table in RecordTable.all { try db.execute(sql: creation(of: table)) }
                try selection.forEachDocument { _, document in
                    documents += 1
                    for table in RecordTable.all {
                        let rows = table.rows(document)
                        counts[table.name, default: 0] += rows.count
                        let statement = try db.cachedStatement(sql: insertion(into: table))
                        for row in rows {
                            try statement.execute(arguments: StatementArguments(row.map(\.databaseValue)))
                        }
                    }
                }
                for index in indexes { try db.execute(sql: index) }
                for view in views { try db.execute(sql: view) }
                try describe(db, manifest(documents))
                try db.execute(sql: "ANALYZE")
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw ExportError(path: path, cause: error.message ?? "SQLite failed")
        }
        guard unsafe rename(unfinished, path) == 0 else {
            throw ExportError(path: path, cause: ExportError.systemMessage)
        }
        let rows = counts.values.reduce(0, +)
        return (
            documents,
            [ExportManifest.File(name: url.lastPathComponent, rows: rows, sha256: try OutputFile.digest(of: url))]
        )
    }

    private static func creation(of table: RecordTable) -> String {
        let columns = table.columns.map { "\"\($0.name)\" \(type(of: $0.kind))" }
        return "CREATE TABLE \"\(table.name)\" (\(columns.joined(separator: ", ")))"
    }

    private static func insertion(into table: RecordTable) -> String {
        "INSERT INTO \"\(table.name)\" VALUES (\(table.columns.map { _ in "?" }.joined(separator: ", ")))"
    }

    private static func type(of kind: TableColumn.Kind) -> String {
        switch kind {
        case .text, .date, .lines: "TEXT"
        case .integer, .boolean: "INTEGER"
        case .real: "REAL"
        }
    }

    /// The data dictionary and the manifest as tables.
    private static func describe(_ db: Database, _ manifest: ExportManifest) throws {
        try db.execute(
            sql: "CREATE TABLE data_dictionary (\"table\" TEXT, \"column\" TEXT, type TEXT, description TEXT)")
        for table in RecordTable.all {
            for column in table.columns {
                try db.execute(
                    sql: "INSERT INTO data_dictionary VALUES (?, ?, ?, ?)",
                    arguments: [table.name, column.name, column.kind.rawValue, column.summary])
            }
        }
        try db.execute(sql: "CREATE TABLE manifest (schema TEXT, generation INTEGER, documents INTEGER, query TEXT)")
        try db.execute(
            sql: "INSERT INTO manifest VALUES (?, ?, ?, ?)",
            arguments: [manifest.schema, manifest.generation, manifest.documents, manifest.query])
    }

    private static let indexes = [
        "CREATE UNIQUE INDEX documents_document ON documents (document, file)",
        "CREATE INDEX documents_kind ON documents (kind)",
        "CREATE INDEX documents_signed ON documents (signed)",
        "CREATE INDEX provisions_document ON provisions (document, position)",
        "CREATE INDEX tasks_document ON tasks (document)",
        "CREATE INDEX assignments_task ON assignments (task)",
        "CREATE INDEX assignments_unit ON assignments (unit, role)",
        "CREATE INDEX targets_indicator ON targets (indicator)",
        "CREATE INDEX deadlines_date ON deadlines (date)",
        "CREATE INDEX deadlines_task ON deadlines (task)",
        "CREATE INDEX citations_number ON citations (number)",
        "CREATE INDEX citations_title ON citations (title)",
        "CREATE INDEX citations_document ON citations (document)",
        "CREATE INDEX tables_document ON tables (document)",
        "CREATE INDEX events_date ON events (date)",
    ]

    private static let views = [
        """
        CREATE VIEW unit_tasks AS
        SELECT a.unit, a.role, a.label, a.task_text, t.due, a.inherited, d.title AS document_title, d.number, d.year,
            a.quote, a.file, a.line, a.task, a.document
        FROM assignments a JOIN tasks t ON t.task = a.task AND t.document = a.document AND t.file = a.file
        JOIN documents d ON d.document = a.document AND d.file = a.file
        """,
        """
        CREATE VIEW due AS
        SELECT l.date, l.kind, l.start, l.certainty, t.lead, t.responsible, t.text AS task_text, l.quote,
            d.title AS document_title, d.number, l.file, l.line, l.task, l.document
        FROM deadlines l JOIN documents d ON d.document = l.document AND d.file = l.file
        LEFT JOIN tasks t ON t.task = l.task AND t.document = l.document AND t.file = l.file
        WHERE l.date IS NOT NULL
        """,
        """
        CREATE VIEW repeals AS
        SELECT c.number, c.title, d.document AS repealed_by, d.title AS repealing_title, d.effective, c.quote, c.file, c.line
        FROM citations c JOIN documents d ON d.document = c.document AND d.file = c.file WHERE c.relation = 'repeals'
        """,
    ]
}

extension CellValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .boolean(let flag): (flag ? 1 : 0).databaseValue
        }
    }
}
