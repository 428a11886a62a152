/// The cells of a sheet of a workbook, which are told by their places.
struct SheetGrid {
    /// A rectangle of cells that are one, by the numbers of its rows and columns.
    struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    private var cells: [Int: [Int: [Unicode.Scalar]]] = [:]
    var merges: [Merge] = []
    private var count = 0

    /// More cells than any sheet of a document has.
    private static let mostCells = 2_000_000
    private static let mostColumns = 256
    private static let mostMerges = 20_000

    mutating func set(_ row: Int, _ column: Int, _ text: [Unicode.Scalar]) {
        let text = text.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }.trimmed
        guard !text.isEmpty, row >= 0, (0..<Self.mostColumns).contains(column), count < Self.mostCells else { return }
        count += 1
        cells[row, default: [:]][column] = text
    }

    /// The rows as lines: a row with one cell, or one that spans all columns, above the table or below it is a paragraph.
    ///
    /// - Parameter table: The number of the sheet's table among those of the file.
    func lines(table: Int) -> [FlowLine] {
        let width = (cells.values.compactMap { $0.keys.max() }.max() ?? -1) + 1
        let left = cells.values.compactMap { $0.keys.min() }.min() ?? 0
        guard width > left else { return [] }
        var spanned: [Int: [Merge]] = [:]
        for merge in merges.prefix(Self.mostMerges) {
            for row in merge.rows.clamped(to: (cells.keys.min() ?? 0)...(cells.keys.max() ?? 0)) {
                spanned[row, default: []].append(merge)
            }
        }
        let rows = cells.keys.sorted().map { row in (row, self.row(row, left..<width, spanned[row] ?? [])) }
        let isTable = rows.map { Self.texts($0.1) >= 2 }
        let first = isTable.firstIndex(of: true) ?? rows.count
        let last = isTable.lastIndex(of: true) ?? -1
        var lines: [FlowLine] = []
        for (index, (_, row)) in rows.enumerated() {
            if (first...max(first, last)).contains(index), width - left > 1 {
                lines.append(FlowLine(scalars: [], row: FlowLine.Row(table: table, cells: row)))
            } else {
                let texts = row.filter { !$0.continuesBefore && !$0.continuesAbove && !$0.text.isEmpty }.map(\.text)
                lines.append(FlowLine(scalars: Array(texts.joined(separator: ["\u{3000}"]))))
            }
        }
        return lines
    }

    /// How many cells of a row have text of their own.
    private static func texts(_ row: [GridCell]) -> Int { row.count { !$0.text.isEmpty && !$0.continuesBefore } }

    private func row(_ row: Int, _ columns: Range<Int>, _ merges: [Merge]) -> [GridCell] {
        columns.map { column in
            guard let merge = merges.first(where: { $0.columns.contains(column) }) else {
                return GridCell(text: cells[row]?[column] ?? [])
            }
            return GridCell(
                text: cells[merge.rows.lowerBound]?[merge.columns.lowerBound] ?? [],
                continuesAbove: row > merge.rows.lowerBound,
                continuesBefore: column > max(merge.columns.lowerBound, columns.lowerBound))
        }
    }
}

/// What numbers of cells print.
enum SheetNumber {
    /// Returns a number as sheets print it without a format: 3, 0.25, 1200000.
    static func text(_ value: Double) -> [Unicode.Scalar] {
        guard value.isFinite else { return [] }
        if value == value.rounded(), abs(value) < 1e15 { return Array(String(Int(value)).unicodeScalars) }
        // Sheets keep some fifteen digits.
        let rounded = (value * 1e9).rounded() / 1e9
        return Array(String(rounded).unicodeScalars)
    }

    /// Returns a day that a sheet counts from the end of 1899: 2024-03-15.
    static func date(_ value: Double) -> [Unicode.Scalar] {
        guard (61..<2_958_466).contains(value) else { return text(value) }
        // Days since 1970-01-01, then the civil date (H. Hinnant's algorithm).
        let days = Int(value) - 25_569 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return Array("\(year)-\(two(month))-\(two(day))".unicodeScalars)
    }

    /// Returns a number as its format prints it: a day, a share of a hundred, or plain.
    static func text(_ value: Double, formatID id: Int, format: String?) -> [Unicode.Scalar] {
        if isDate(builtIn: id) || format.map(isDate) ?? false { return date(value) }
        if id == 9 || id == 10 || format?.contains("%") ?? false { return text(value * 100) + ["%"] }
        return text(value)
    }

    /// Whether a format prints dates: it has the letters of years, months or days outside of quotes and brackets.
    static func isDate(_ format: String) -> Bool {
        var plain = ""
        var skip: Character?
        for character in format.lowercased() {
            if let end = skip {
                if character == end { skip = nil }
            } else if character == "\"" {
                skip = "\""
            } else if character == "[" {
                skip = "]"
            } else {
                plain.append(character)
            }
        }
        return plain.contains("y") || plain.contains("d")
            || plain.contains("m") && !plain.contains("h") && !plain.contains("s") && !plain.contains("0")
    }

    /// Whether a built-in format prints dates.
    static func isDate(builtIn id: Int) -> Bool {
        (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
    }
}
