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
                caption = block.text.printed.tidied.string
                measure = nil
            case .body:
                if let found = self.measure(block.text.scalars) {
                    measure = found
                } else if block.text.count <= 40, Label.scan(block.text.scalars) == nil,
                    block.text.scalars.last?.isHan == true
                {
                    caption = block.text.printed.tidied.string
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
        guard let span = block.span else { return nil }
        let grid = TableGrid(block.rows)
        // What stands inside of the table is surer than what stands above it.
        let own = block.table?.caption?.printed.tidied.string
        let ownMeasure = block.table?.measure.flatMap { self.measure($0.scalars) }
        return TableRecord(
            caption: own ?? caption, measure: ownMeasure ?? measure,
            header: grid.headerLevels.map { $0.map(\.string).joined(separator: " ") },
            rows: grid.rows.map { $0.map(\.string) }, span: SpanRecord(span))
    }
}
