import Ingest

/// Makes the duty records of a document on the division of work (工作分工) from its passages.
struct DutyExtractor {
    let passages: [Passage]
    let tables: [Block]

    /// Whether a document is one on the division of work.
    static func applies(to record: DocumentRecord) -> Bool {
        let title = Array(record.title.unicodeScalars)
        return title.contains("分工") && !title.contains("重点工作分工") && !title.contains("任务分工")
            || title.contains("领导分工") || title.contains("分管工作") || title.contains("领导班子成员") || title.contains("领导同志")
    }

    func duties() -> [DutyRecord] {
        let matches = DutyGrammar.duties(in: passages.map(\.text.scalars), starts: passages.map(\.bodyStart))
        return matches.compactMap { record($0, passages[$0.paragraphs].map(\.text)) } + tables.flatMap(duties(in:))
    }

    private func duties(in table: Block) -> [DutyRecord] {
        (DutyTable(TableGrid(table.rows))?.duties ?? []).compactMap { found in
            record(found.match, found.row.filter { !$0.isEmpty })
        }
    }

    /// - Parameter texts: The paragraphs or cells that it was read from.
    private func record(_ match: DutyMatch, _ texts: [MappedText]) -> DutyRecord? {
        guard let first = texts.first, let start = first.span, let end = texts.last?.span else { return nil }
        let assists = names(match, .assisting)
        let acting = names(match, .acting)
        return DutyRecord(
            person: match.person, posts: match.posts, charge: match.names(.charge),
            oversees: match.names(.oversees), liaises: match.names(.liaises),
            assists: assists.isEmpty ? nil : assists, acting: acting.isEmpty ? nil : acting, rule: match.rule,
            quote: first.string, span: SpanRecord(start.union(end)))
    }

    private func names(_ match: DutyMatch, _ capacity: DutyMatch.Capacity) -> [String] {
        DutyMatch.Relation.allCases.flatMap { match.names($0, capacity) }
    }
}
