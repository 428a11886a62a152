import CXLSXWriter

/// Owns a workbook of libxlsxwriter, which keeps finished rows on disk.
///
/// The pointers stay in this file.
@safe final class XLSXWorkbook {
    fileprivate let path: String
    private var pointer: UnsafeMutablePointer<lxw_workbook>?
    private let header: UnsafeMutablePointer<lxw_format>
    private let day: UnsafeMutablePointer<lxw_format>

    /// - Throws: ``ExportError`` where the file can't be made.
    init(at path: String) throws(ExportError) {
        self.path = path
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = 1
        guard let made = unsafe workbook_new_opt(path, &options), let header = unsafe workbook_add_format(made),
            let day = unsafe workbook_add_format(made)
        else { throw ExportError(path: path, cause: "no memory for a workbook") }
        unsafe format_set_bold(header)
        unsafe format_set_num_format(day, "yyyy-mm-dd")
        unsafe pointer = made
        unsafe self.header = header
        unsafe self.day = day
    }

    deinit { if let pointer = unsafe pointer { _ = unsafe workbook_close(pointer) } }

    /// - Parameter name: At most 31 characters.
    func addSheet(_ name: String) throws(ExportError) -> XLSXSheet {
        guard let sheet = unsafe workbook_add_worksheet(pointer, name) else {
            throw ExportError(path: path, cause: "no sheet could be added")
        }
        return unsafe XLSXSheet(sheet, header: header, day: day, path: path)
    }

    /// Writes the file.
    func close() throws(ExportError) {
        let result = unsafe workbook_close(pointer)
        unsafe pointer = nil
        try check(result, path)
    }
}

/// A sheet of a workbook; rows are written in ascending order.
@safe struct XLSXSheet {
    private let pointer: UnsafeMutablePointer<lxw_worksheet>
    private let header: UnsafeMutablePointer<lxw_format>
    private let day: UnsafeMutablePointer<lxw_format>
    private let path: String

    fileprivate init(
        _ pointer: UnsafeMutablePointer<lxw_worksheet>, header: UnsafeMutablePointer<lxw_format>,
        day: UnsafeMutablePointer<lxw_format>, path: String
    ) {
        unsafe self.pointer = pointer
        unsafe self.header = header
        unsafe self.day = day
        self.path = path
    }

    func setWidth(_ width: Double, column: Int) {
        unsafe worksheet_set_column(pointer, UInt16(column), UInt16(column), width, nil)
    }

    func freezeHeader() { unsafe worksheet_freeze_panes(pointer, 1, 0) }

    func filter(rows: Int, columns: Int) throws(ExportError) {
        try check(unsafe worksheet_autofilter(pointer, 0, 0, UInt32(max(rows - 1, 0)), UInt16(columns - 1)), path)
    }

    func write(_ text: String, row: Int, column: Int, isHeader: Bool) throws(ExportError) {
        let format = unsafe isHeader ? header : nil
        try check(unsafe worksheet_write_string(pointer, UInt32(row), UInt16(column), text, format), path)
    }

    func write(_ number: Double, row: Int, column: Int) throws(ExportError) {
        try check(unsafe worksheet_write_number(pointer, UInt32(row), UInt16(column), number, nil), path)
    }

    func write(_ flag: Bool, row: Int, column: Int) throws(ExportError) {
        try check(unsafe worksheet_write_boolean(pointer, UInt32(row), UInt16(column), flag ? 1 : 0, nil), path)
    }

    /// Writes a day as a date; days before 1900, which the format has none for, as text.
    func write(_ date: CalendarDay, row: Int, column: Int) throws(ExportError) {
        guard date.year >= 1900 else {
            return try write(date.iso, row: row, column: column, isHeader: false)
        }
        var value = lxw_datetime(
            year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0, sec: 0)
        try check(unsafe worksheet_write_datetime(pointer, UInt32(row), UInt16(column), &value, day), path)
    }
}

private func check(_ result: lxw_error, _ path: String) throws(ExportError) {
    guard result.rawValue != 0 else { return }
    throw ExportError(path: path, cause: unsafe String(cString: lxw_strerror(result)))
}
