/// Finds the tables of lines whose format does not mark any: markup that stands in a text, rows between bars or with tabs,
/// cells on lines of their own, and what a text layer printed word by word.
///
/// A line of a table is told by what it prints and by the lines around it, before anything is known of documents.
enum PlainTables {
    /// Finds tables among the lines of a file that are in none, and adds them.
    ///
    /// - Complexity: O(*n*) in the length of the lines.
    static func mark(_ text: inout SourceText) {
        let finders: [(ReadingOrder) -> [FoundTable]] = [
            MarkupTable.tables, DrawnTable.tables, MarkedRows.tables, CellLines.tables, FlatTable.tables,
        ]
        var lines = ReadingOrder(text)
        var found: [FoundTable] = []
        for tables in finders {
            let more = tables(lines)
            lines.take(more)
            found += more
        }
        for table in found.sorted(by: { $0.firstLine < $1.firstLine }) {
            for (index, part) in table.parts {
                text.lines[index].table = TableLine(table: text.tables.count, part: part)
            }
            text.tables.append(table.table)
        }
    }
}

/// A table that was found among lines.
struct FoundTable {
    var table: Table
    /// What each of its lines is, by index.
    var parts: [Int: TableLine.Part]

    var firstLine: Int { parts.keys.min() ?? 0 }
}

/// The lines of a file that carry text, in order, and which of them are free to be lines of a table.
struct ReadingOrder {
    let lines: [SourceLine]
    /// The indices of the lines that are neither blank nor page numbers nor known to be none of a document.
    let indices: [Int]
    private var free: [Bool]

    init(_ text: SourceText) {
        lines = text.lines
        let order = text.lines.indices.filter { index in
            let line = text.lines[index]
            return !line.isBlank && text.furniture[index] == nil && !LineClassifier.isPageNumber(line.text)
        }
        indices = order
        free = order.map { text.lines[$0].table == nil }
    }

    var count: Int { indices.count }

    subscript(position: Int) -> SourceLine { lines[indices[position]] }

    /// Whether a line may be a part of a table that is looked for.
    func isFree(_ position: Int) -> Bool { free[position] }

    /// Takes the lines of tables away from those that are free.
    mutating func take(_ tables: [FoundTable]) {
        guard !tables.isEmpty else { return }
        let taken = Set(tables.flatMap(\.parts.keys))
        for position in free.indices where taken.contains(indices[position]) { free[position] = false }
    }
}
