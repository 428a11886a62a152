import Foundation

/// Comma-separated values (RFC 4180), a file a table, with a data dictionary beside them.
public enum CSVExport {
    struct Options {
        /// Whether files begin with a byte order mark, by which spreadsheet programs know UTF-8.
        var hasByteOrderMark = false
    }

    static func write(
        _ selection: ExportSelection, to folder: URL, options: Options
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        try OutputFolder.prepare(folder)
        var writers: [(table: RecordTable, file: OutputFile, rows: Int)] = []
        for table in RecordTable.all {
            let file = try OutputFile(folder.appending(path: table.name + ".csv"))
            if options.hasByteOrderMark { try file.write("\u{FEFF}") }
            try file.write(line(table.columns.map { .text($0.name) }))
            writers.append((table, file, 0))
        }
        var documents = 0
        try selection.forEachDocument { _, document in
            documents += 1
            for index in writers.indices {
                for row in writers[index].table.rows(document) {
                    try writers[index].file.write(line(row))
                    writers[index].rows += 1
                }
            }
        }
        var files: [ExportManifest.File] = []
        for writer in writers { files.append(try writer.file.finish(rows: writer.rows)) }
        files.append(try DataDictionary.write(to: folder))
        return (documents, files)
    }

    /// A row with the line end that RFC 4180 asks for.
    public static func line(_ values: [CellValue]) -> String {
        values.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A cell; text that a spreadsheet program would run as a formula begins with an apostrophe.
    static func cell(_ value: CellValue) -> String {
        guard case .text(var text) = value else { return value.plain }
        if let first = text.unicodeScalars.first, formulaMarks.contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static let formulaMarks = Set("=+-@\t\r＝＋－＠".unicodeScalars)
}
