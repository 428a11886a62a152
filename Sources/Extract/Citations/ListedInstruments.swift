import Ingest

/// Lists of instruments that a decision repeals or amends: 废止的规范性文件目录, as a table or as items without 《》.
enum ListedInstruments {
    /// What a heading says of the instruments below it; nil where it announces no list of such.
    ///
    /// - Parameter isTitle: Whether it is the title of the document: 关于废止部分规章的决定.
    static func relation(ofHeading heading: [Unicode.Scalar], isTitle: Bool = false) -> CitationMatch.Relation? {
        let all = 0..<heading.count
        let nouns = isTitle ? CitationLexicon.listedKinds : CitationLexicon.listNouns
        guard all.count <= 80, nouns.first(heading, in: all) != nil else { return nil }
        let stays = CitationLexicon.staysInForce.first(heading, in: all) != nil
        let repeals = CitationLexicon.repealInList.first(heading, in: all) != nil
        let amends = CitationLexicon.change.first(heading, in: all) != nil
        // A list of several kinds has its relation row by row.
        switch (stays, repeals, amends) {
        case (true, false, false): return isTitle ? nil : .mention
        case (false, true, false): return .repeals
        case (false, false, true): return .amends
        default: return nil
        }
    }

    /// The title that stands without 《》 in an item of such a list: 关于…的通知 of 「1.关于…的通知（某政发〔2000〕1号）」.
    ///
    /// - Parameters:
    ///   - start: Where the text of the item begins, behind its label.
    ///   - end: Where the number begins, or where the item ends.
    static func title(_ text: [Unicode.Scalar], from start: Int, before end: Int) -> Range<Int>? {
        var range = start..<max(start, end)
        while let first = range.first, text[first].isBlank { range = first + 1..<range.upperBound }
        while let last = range.last, text[last].isBlank || "（(；;，,".unicodeScalars.contains(text[last]) {
            range = range.lowerBound..<last
        }
        guard (4...120).contains(range.count),
            !text[range].contains(where: { $0.endsSentence || $0 == "：" || $0 == "《" })
        else { return nil }
        return CitationTitle.endsAsInstrument(Array(text[range])) ? range : nil
    }

    /// An instrument in a row of a table.
    struct Row {
        var title: MappedText
        var number: DocumentNumber?
        /// The number as printed, where it differs.
        var asWritten: String?
        var relation: CitationMatch.Relation
    }

    /// The instruments of a table that has a column of titles; empty for any other.
    ///
    /// - Parameter relation: What the headings above the table say; a column of verdicts (清理结果) outweighs it.
    static func rows(of grid: TableGrid, relation: CitationMatch.Relation?) -> [Row] {
        let header = grid.header.map { $0.scalars.filter { !$0.isBlank } }
        func column(_ words: ScalarWords) -> Int? {
            header.firstIndex { words.first($0, in: 0..<$0.count) != nil }
        }
        guard let titles = column(CitationLexicon.titleColumns) else { return [] }
        let numbers = header.indices.first {
            $0 != titles && CitationLexicon.numberColumns.first(header[$0], in: 0..<header[$0].count) != nil
        }
        let verdicts = column(CitationLexicon.verdictColumns)
        return grid.rows.compactMap { row in
            let own = verdicts.flatMap { verdict(row[$0].scalars) }
            guard let relation = own ?? relation, let title = trimmed(row[titles]) else { return nil }
            let cell = numbers.map { row[$0].scalars } ?? row[titles].scalars
            let number = DocumentNumber.find(in: cell).first
            let printed = number.map { cell[$0.range].string }
            return Row(
                title: title, number: number?.number, asWritten: printed == number?.number.text ? nil : printed,
                relation: relation)
        }
    }

    private static func verdict(_ cell: [Unicode.Scalar]) -> CitationMatch.Relation? {
        let all = 0..<cell.count
        if CitationLexicon.staysInForce.first(cell, in: all) != nil { return .mention }
        if CitationLexicon.repealInList.first(cell, in: all) != nil { return .repeals }
        return CitationLexicon.change.first(cell, in: all) != nil ? .amends : nil
    }

    /// A cell without 《》 around it and a number in brackets behind it; nil where it is no title.
    private static func trimmed(_ cell: MappedText) -> MappedText? {
        var range = 0..<cell.count
        if let number = DocumentNumber.find(in: cell.scalars).first { range = 0..<number.range.lowerBound }
        while let last = range.last, cell.scalars[last].isBlank || "（(》".unicodeScalars.contains(cell.scalars[last]) {
            range = 0..<last
        }
        while let first = range.first, cell.scalars[first].isBlank || cell.scalars[first] == "《" {
            range = first + 1..<range.upperBound
        }
        return range.count >= 3 ? cell[range] : nil
    }
}
