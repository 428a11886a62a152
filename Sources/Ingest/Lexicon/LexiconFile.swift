internal import CUnitLexicons

/// A word list that domain experts edit: a file of lines, each with columns parted by tabs; lines that begin with # are
/// about the file.
package struct LexiconFile: Sendable {
    /// The name of the file, without its ending.
    package let name: String
    /// The cells of each line.
    package let rows: [[String]]

    /// Reads a file by its name.
    ///
    /// - Precondition: There is a file of that name.
    package init(_ name: String) {
        guard let index = Self.names.firstIndex(of: name) else { preconditionFailure("no word list \(name)") }
        // The bytes are of the program itself and live as long as it does.
        let found = unsafe unit_lexicons_at(index)
        let text = unsafe String(decoding: UnsafeBufferPointer(start: found.bytes, count: found.count), as: UTF8.self)
        self.name = name
        rows = text.split(separator: "\n").filter { $0.first != "#" }.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The names of all files.
    package static let names = (0..<unit_lexicons_count()).map { index in
        unsafe String(cString: unit_lexicons_at(index).name)
    }

    /// The cells of one column.
    package func column(_ index: Int) -> [String] { rows.compactMap { $0.indices.contains(index) ? $0[index] : nil } }

    /// The words of its first column.
    package var words: [String] { column(0) }

    /// The words of a file, as a list to ask.
    package static func list(_ name: String) -> WordList { WordList(LexiconFile(name).words) }
}
