import Ingest

/// What a row of a table of tasks says is to be done.
///
/// A cell that spans rows, or one labelled as a heading beside another, is of the path; the other cells are the text, in
/// the order of the columns.
struct RowText {
    private(set) var path: [String] = []
    private(set) var cells: [MappedText] = []
    /// The label with which the text begins.
    private(set) var label: String?

    /// - Parameter above: The row before, whose spanning cells this row repeats.
    init(_ row: [MappedText], _ columns: [TaskColumn?], _ above: [MappedText]) {
        var texts: [(cell: MappedText, isSpanning: Bool)] = []
        for (index, cell) in row.enumerated() where !cell.isEmpty && columns.indices.contains(index) {
            guard case .text = columns[index] else { continue }
            let isSpanning = above.indices.contains(index) && above[index].span == cell.span
            if !texts.contains(where: { $0.cell.span == cell.span }) { texts.append((cell, isSpanning)) }
        }
        if texts.isEmpty, let only = Self.longest(row, columns) { texts = [(only, false)] }
        let own = texts.filter { !$0.isSpanning }
        let below = own.isEmpty ? texts : own
        path = own.isEmpty ? [] : texts.filter(\.isSpanning).map(\.cell.string)
        cells = below.map(\.cell)
        // 「一、做好公开。」 beside 「1.公开预算。」 is its heading.
        if cells.count > 1, let outer = Label.scan(cells[0].scalars), let inner = Label.scan(cells[1].scalars),
            outer.shape != inner.shape
        {
            path.append(cells.removeFirst().string)
        }
        if let first = cells.first, let found = Label.scan(first.scalars) {
            label = found.printed
        }
    }

    /// The longest cell of the columns whose headers say nothing, for tables that name no column of tasks.
    private static func longest(_ row: [MappedText], _ columns: [TaskColumn?]) -> MappedText? {
        let cells = zip(row, columns).filter { $0.1 == nil && !$0.0.isEmpty }.map(\.0)
        return cells.max { $0.count < $1.count }
    }

    /// The text, without the label that opens it.
    var text: String {
        cells.enumerated().map { index, cell in
            guard index == 0, label != nil, let found = Label.scan(cell.scalars) else { return cell.string }
            return cell.string(found.end..<cell.count).trimmedBlanks
        }.joined(separator: " ")
    }
}
