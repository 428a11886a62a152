import CAskWords

/// A table of words: tab-separated rows, as `Sources/CAskWords` has them.
struct LexiconTable {
    /// The cells of each row that is no note.
    let rows: [[String]]

    /// Reads the rows of a text.
    init(_ text: String) {
        rows = text.split(whereSeparator: \.isNewline).compactMap { line in
            line.hasPrefix("#") ? nil : line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Reads a table that is built in.
    static func builtIn(_ table: ask_table) -> LexiconTable {
        var size = 0
        // The bytes are constants of the program.
        let bytes = unsafe ask_table_bytes(CInt(table.rawValue), &size)
        guard let bytes = unsafe bytes else { return LexiconTable("") }
        return LexiconTable(unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self))
    }

    /// Returns the words of a cell, which 、 parts.
    static func words(_ cell: String) -> [String] {
        cell.split(separator: "、").map { $0.trimmingPrefix(" ") }.map(String.init).filter { !$0.isEmpty }
    }
}
