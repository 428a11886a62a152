import Ingest

extension DocumentExtractor {
    /// What the citation grammar has to know of the document.
    var citationContext: CitationContext {
        CitationContext(
            title: record.title, attachments: record.attachments.map(\.title), number: record.number?.text,
            kind: record.kind)
    }

    /// More paragraphs without a label are a text without headings, not the opening of one.
    private static let longestOpening = 8

    /// Fills in the citations of title, text and lists.
    mutating func extractCitations() {
        var ledger = CitationLedger(context: citationContext)
        ledger.read(title: document.title.scalars, paragraph: -1)
        var opening: [Int: Bool] = [:]
        var read: [Int: Int] = [:]  // passages by section
        var headings = HeadingRelations(tree.roots)
        var above: (parent: Substring, relation: CitationMatch.Relation?) = ("", nil)
        let passages = readable
        for (index, passage) in passages.enumerated() {
            let isOpening =
                index < tree.passages.count && passage.label == nil && opening[passage.section] != false
                && read[passage.section, default: 0] < Self.longestOpening
            read[passage.section, default: 0] += 1
            if passage.label != nil { opening[passage.section] = false }
            let id = passage.provision
            let parent = id[..<(id.utf8.lastIndex(of: UInt8(ascii: "/")) ?? id.startIndex)]
            if !parent.isSame(as: above.parent) { above = (parent, headings.relation(above: id)) }
            ledger.read(
                passage.text.scalars, paragraph: index, from: passage.bodyStart, isOpening: isOpening,
                listed: above.relation)
        }
        let tables = tableCitations(&headings)
        for (index, row) in tables.enumerated() {
            ledger.read(row: row.match, paragraph: passages.count + index)
        }
        for entry in ledger.entries { add(entry, passages, tables) }
        foreignNames = ledger.foreignNames
    }

    /// The instruments in the rows of tables, with where they stand.
    private func tableCitations(
        _ headings: inout HeadingRelations
    ) -> [(match: CitationMatch, text: MappedText, provision: String)] {
        tree.tables.flatMap { table in
            let relation =
                headings.relation(above: table.provision)
                ?? ListedInstruments.relation(ofHeading: Array(record.title.unicodeScalars), isTitle: true)
            return ListedInstruments.rows(of: TableGrid(table.block.rows), relation: relation).map { row in
                let match = CitationMatch(
                    range: 0..<row.title.count, title: row.title.scalars.compact(0..<row.title.count),
                    number: row.number, asWritten: row.asWritten, relation: row.relation, rule: "row of a list")
                return (match, row.title, table.provision)
            }
        }
    }

    private mutating func add(
        _ entry: CitationLedger.Entry, _ passages: [Passage],
        _ tables: [(match: CitationMatch, text: MappedText, provision: String)]
    ) {
        let match = entry.match
        let (text, provision) = place(of: entry.paragraph, passages, tables)
        guard let span = text.span(of: match.range) else { return }
        var record = CitationRecord(
            title: match.title, number: match.number?.text, asWritten: match.asWritten, relation: match.relation,
            rule: match.rule, shortName: match.shortName, quote: text.string(match.range), provision: provision,
            span: SpanRecord(span))
        let mentions = entry.mentions.compactMap { mention -> CitationMention? in
            let (text, provision) = place(of: mention.paragraph, passages, tables)
            guard let span = text.span(of: mention.range) else { return nil }
            return CitationMention(
                article: mention.article, relation: mention.relation, quote: text.string(mention.range),
                provision: provision, span: SpanRecord(span))
        }
        if mentions.count > 1 || mentions.contains(where: { $0.article != nil }) { record.mentions = mentions }
        self.record.citations.append(record)
    }

    /// The text that the ledger knows by a number, and the provision in which it stands: a passage, a row, or the title.
    private func place(
        of paragraph: Int, _ passages: [Passage],
        _ tables: [(match: CitationMatch, text: MappedText, provision: String)]
    ) -> (text: MappedText, provision: String?) {
        let row = paragraph - passages.count
        if tables.indices.contains(row) { return (tables[row].text, tables[row].provision) }
        guard passages.indices.contains(paragraph) else { return (document.title, nil) }
        return (passages[paragraph].text, passages[paragraph].provision)
    }
}

/// What the headings of a document say of instruments that are listed below them.
private struct HeadingRelations {
    private var headings: [ByteKey: String] = [:]
    /// What is known of the headings that were asked for.
    private var known: [ByteKey: CitationMatch.Relation?] = [:]

    init(_ roots: [Provision]) {
        var pending = roots
        while let provision = pending.popLast() {
            if let heading = provision.heading { headings[ByteKey(provision.id)] = heading }
            pending += provision.children
        }
    }

    /// What the nearest heading above a provision says that says something.
    mutating func relation(above id: String) -> CitationMatch.Relation? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let parent = String(id[..<slash])
        let key = ByteKey(parent)
        if let relation = known[key] { return relation }
        let own = headings[key].flatMap { ListedInstruments.relation(ofHeading: Array($0.unicodeScalars)) }
        let relation = own ?? relation(above: parent)
        known[key] = relation
        return relation
    }
}
