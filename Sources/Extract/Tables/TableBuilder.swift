import Ingest

/// Makes records of the tables of a document.
enum TableBuilder {
    /// The tables of a document, with caption and measure from the lines above them.
    static func tables(of document: Document) -> [TableRecord] {
        var tables: [TableRecord] = []
        var caption: String?
        var measure: String?
        for block in document.blocks {
            switch block.element {
            case .attachmentTitle:
                caption = block.text.scalars.tidied.string
                measure = nil
            case .body:
                if let found = self.measure(block.text.scalars) {
                    measure = found
                } else if block.text.count <= 40, Label.scan(block.text.scalars) == nil, block.text.scalars.last?.isHan == true {
                    caption = block.text.scalars.tidied.string
                } else {
                    measure = nil
                }
            case .table:
                if let table = table(block, caption, measure) { tables.append(table) }
                measure = nil
            default: break
            }
        }
        return tables
    }

    /// 「单位：万元/亩」 above a table names the measure of its numbers.
    private static func measure(_ text: [Unicode.Scalar]) -> String? {
        var text = text.tidied
        if text.first == "（" || text.first == "(" { text = Array(text.dropFirst().dropLast()) }
        for word in ["单位：", "单位:", "计量单位：", "計量單位："] where text.begins(with: word) {
            let measure = text.dropFirst(word.unicodeScalars.count)
            return measure.isEmpty || measure.count > 20 ? nil : measure.string
        }
        return nil
    }

    private static func table(_ block: Block, _ caption: String?, _ measure: String?) -> TableRecord? {
        guard let span = block.span, let first = block.rows.first else { return nil }
        let width = block.rows.map(\.count).max() ?? 0
        let cells = block.rows.map { row in
            row.map(\.string) + Array(repeating: "", count: max(0, width - row.count))
        }
        let hasHeader = block.rows.count > 1 && isHeader(first)
        return TableRecord(
            caption: caption, measure: measure, header: hasHeader ? cells[0] : [],
            rows: filled(Array(cells.dropFirst(hasHeader ? 1 : 0))), span: SpanRecord(span))
    }

    private static func isHeader(_ row: [MappedText]) -> Bool {
        row.allSatisfy { cell in
            cell.isEmpty || cell.scalars.contains { $0.isHan } || cell.scalars.allSatisfy { $0.isLatin }
        }
    }

    /// Repeats a cell that spans rows: text layers leave the cells below it empty. Only what leads a row is filled, since
    /// an empty cell elsewhere may be meant.
    private static func filled(_ rows: [[String]]) -> [[String]] {
        var result = rows
        for index in result.indices.dropFirst() {
            for column in result[index].indices {
                guard result[index][column].isEmpty, result[index][(column + 1)...].contains(where: { !$0.isEmpty }) else { break }
                result[index][column] = result[index - 1][column]
            }
        }
        return result
    }
}
