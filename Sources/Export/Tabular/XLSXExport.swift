import Foundation

/// One workbook for spreadsheet programs: a sheet a table, with dates as dates, filters and a frozen header.
enum XLSXExport {
    static func write(
        _ selection: ExportSelection, to url: URL
    ) throws -> (documents: Int, files: [ExportManifest.File], leftOut: [String: Int]) {
        let path = url.path(percentEncoded: false)
        let unfinished = path + ".unfinished"
        defer { unsafe unlink(unfinished) }
        var documents = 0
        let workbook = try XLSXWorkbook(at: unfinished)
        var sheets = try RecordTable.all.map { (table: $0, sheet: try TableSheet($0, in: workbook)) }
        try selection.forEachDocument { _, document in
            documents += 1
            for index in sheets.indices {
                for row in sheets[index].table.rows(document) { try sheets[index].sheet.append(row) }
            }
        }
        for index in sheets.indices { try sheets[index].sheet.finish() }
        try workbook.close()
        guard unsafe rename(unfinished, path) == 0 else {
            throw ExportError(path: path, cause: ExportError.systemMessage)
        }
        let rows = sheets.reduce(0) { $0 + $1.sheet.total }
        let file = ExportManifest.File(
            name: url.lastPathComponent, rows: rows, sha256: try OutputFile.digest(of: url))
        let cut = sheets.reduce(0) { $0 + $1.sheet.cutCells }
        return (documents, [file], cut > 0 ? ["ends of cells longer than a spreadsheet holds": cut] : [:])
    }
}

/// The sheet of a table; goes on in a second one where the rows of the first are used up.
private struct TableSheet {
    /// How many rows a sheet of this format has.
    static let rowLimit = 1_048_576
    /// How many characters a cell holds, in UTF-16 units.
    static let textLimit = 32_767

    private let table: RecordTable
    private let workbook: XLSXWorkbook
    private var sheet: XLSXSheet
    private var row = 0
    private var part = 1
    private(set) var total = 0
    private(set) var cutCells = 0

    init(_ table: RecordTable, in workbook: XLSXWorkbook) throws(ExportError) {
        self.table = table
        self.workbook = workbook
        sheet = try workbook.addSheet(table.name)
        try begin()
    }

    private mutating func begin() throws(ExportError) {
        for (index, column) in table.columns.enumerated() {
            sheet.setWidth(Self.width(of: column), column: index)
            try sheet.write(column.name, row: 0, column: index, isHeader: true)
        }
        sheet.freezeHeader()
        row = 1
    }

    private static func width(of column: TableColumn) -> Double {
        switch column.kind {
        case .integer, .real, .boolean: 10
        case .date: 12
        case .text, .lines: ["text", "task_text", "quote", "title", "value"].contains(column.name) ? 48 : 20
        }
    }

    mutating func append(_ values: [CellValue]) throws(ExportError) {
        if row == Self.rowLimit {
            try finish()
            part += 1
            sheet = try workbook.addSheet("\(table.name)-\(part)")
            try begin()
        }
        for (index, value) in values.enumerated() { try write(value, column: index) }
        row += 1
        total += 1
    }

    private mutating func write(_ value: CellValue, column: Int) throws(ExportError) {
        switch value {
        case .null: return
        case .integer(let number): try sheet.write(Double(number), row: row, column: column)
        case .real(let number): try sheet.write(number, row: row, column: column)
        case .boolean(let flag): try sheet.write(flag, row: row, column: column)
        case .text(var text):
            if table.columns[column].kind == .date, text.count == 10, let day = CalendarDay(first: text) {
                return try sheet.write(day, row: row, column: column)
            }
            if text.utf16.count > Self.textLimit {
                while text.utf16.count > Self.textLimit { text.unicodeScalars.removeLast() }
                cutCells += 1
            }
            try sheet.write(text, row: row, column: column, isHeader: false)
        }
    }

    mutating func finish() throws(ExportError) { try sheet.filter(rows: row, columns: table.columns.count) }
}
