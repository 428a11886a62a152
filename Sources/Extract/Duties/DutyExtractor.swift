import Ingest

/// Makes the duty records of a document on the division of work (工作分工) from its passages and tables.
struct DutyExtractor {
    let passages: [Passage]
    let tables: [Block]
    let documentID: String

    /// The records, and what of them an editor should look at.
    ///
    /// - Parameter title: The document's title; one that says nothing of 分工 needs at least two officials with their posts.
    func read(title: String) -> (duties: [DutyRecord], findings: [Finding]) {
        let isTitled = Self.isDivision(Array(title.unicodeScalars))
        guard isTitled || passages.contains(where: { $0.text.scalars.contains("分管") }) else { return ([], []) }
        let matches = DutyGrammar.duties(in: passages.map(\.text.scalars), starts: passages.map(\.bodyStart))
        guard isTitled || matches.filter({ !$0.posts.isEmpty }).count > 1 else { return ([], []) }
        var duties: [DutyRecord] = []
        var findings: [Finding] = []
        for match in matches {
            guard let duty = record(match, texts(of: match)) else { continue }
            duties.append(duty)
            findings += match.others.map { other in
                Finding(
                    .warning, code: "duty-two-persons", message: "\(match.person)的分工中还出现\(other)的分工，请核对",
                    document: documentID, span: duty.span)
            }
        }
        return (duties + (isTitled ? tables.flatMap(duties(in:)) : []), findings)
    }

    /// Whether a title is of a document on the division of work.
    private static func isDivision(_ title: [Unicode.Scalar]) -> Bool {
        title.contains("分工") && !title.contains("重点工作分工") && !title.contains("任务分工")
            || ["领导分工", "分管工作", "领导班子成员", "领导同志"].contains { title.contains($0) }
    }

    private func texts(of match: DutyMatch) -> [MappedText] {
        passages[match.paragraphs].enumerated().map { index, passage in
            let isLast = index == match.paragraphs.count - 1
            let end = isLast ? match.end ?? passage.text.count : passage.text.count
            let start = index == 0 ? match.start : 0
            return start < end ? passage.text[start..<end] : passage.text
        }
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
        let acting = names(match, .acting) + names(match, .caretaking)
        // 代管 is overseeing too, with the word kept.
        let oversees = match.names(.oversees) + match.names(.oversees, .caretaking)
        return DutyRecord(
            person: match.person, posts: match.posts, charge: match.names(.charge), oversees: oversees,
            liaises: match.names(.liaises), assists: assists.isEmpty ? nil : assists,
            acting: acting.isEmpty ? nil : acting, rule: match.rule, quote: first.string,
            span: SpanRecord(start.union(end)))
    }

    private func names(_ match: DutyMatch, _ capacity: DutyMatch.Capacity) -> [String] {
        DutyMatch.Relation.allCases.flatMap { match.names($0, capacity) }
    }
}
