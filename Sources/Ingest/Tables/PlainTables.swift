/// Finds the tables of lines whose format does not mark any: rows between bars or with tabs, tables that a text layer
/// printed cell by cell, and markup that stands in a text.
///
/// A line of a table is told by what stands on it and around it, before anything is known of documents.
enum PlainTables {
    /// Finds tables among the lines of a file that are in none, and adds them.
    ///
    /// - Complexity: O(*n*) in the length of the lines.
    static func mark(_ text: inout SourceText) {
        let lines = ReadingOrder(text)
        var found = MarkupTable.tables(in: lines)
        found += MarkedRows.tables(in: lines.without(found))
        found += FlatTable.tables(in: lines.without(found))
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

/// The lines of a file that carry text and are free to be lines of a table, in order.
struct ReadingOrder {
    let lines: [SourceLine]
    /// The indices of the lines that are neither blank nor page numbers nor known to be none of a document.
    private(set) var indices: [Int]

    init(_ text: SourceText) {
        lines = text.lines
        indices = lines.indices.filter { index in
            let line = text.lines[index]
            return !line.isBlank && text.furniture[index] == nil && !LineClassifier.isPageNumber(line.text)
        }
    }

    var count: Int { indices.count }

    subscript(position: Int) -> SourceLine { lines[indices[position]] }

    /// Whether a line may be a part of a table that is looked for.
    func isFree(_ position: Int) -> Bool { lines[indices[position]].table == nil && !isTaken.contains(indices[position]) }

    private var isTaken: Set<Int> = []

    /// The lines, those of some tables no longer free.
    func without(_ tables: [FoundTable]) -> ReadingOrder {
        guard !tables.isEmpty else { return self }
        var order = self
        for table in tables { order.isTaken.formUnion(table.parts.keys) }
        return order
    }
}
