import Ingest

/// Makes the event records of a 大事记 from its passages.
struct EventExtractor {
    let passages: [Passage]
    /// The title and what stands below it.
    let heads: [MappedText]

    private static let fewestEntries = 5

    /// Whether a document is a chronicle: by its kind, by a title that is a month, or by entries that most of it is made of.
    static func applies(to record: DocumentRecord, passages: [Passage]) -> Bool {
        if record.kind == "大事记" { return true }
        guard record.number == nil, record.kind == nil else { return false }
        let title = Array(record.title.unicodeScalars)
        if EventPeriod.heading(title) != nil { return true }
        let dated = passages.count { passage in
            guard case .day(let day, _)? = EventDate.scan(passage.text.scalars)?.kind else { return false }
            return day.day != nil
        }
        return dated >= fewestEntries && dated * 10 >= passages.count * 6
    }

    /// The year of an issue without a masthead: the latest in the numbers of its documents.
    static func year(of issue: Issue) -> Int? {
        issue.masthead?.year ?? issue.documents.compactMap { $0.number?.value.year }.max()
    }

    /// - Parameters:
    ///   - year: The year of the document or its issue.
    ///   - published: The day on which the issue came out.
    func events(year: Int?, published: CalendarDate?) -> [EventRecord] {
        let texts = passages.map(\.text)
        let matches = EventGrammar.events(
            in: texts.map(\.scalars), heads: heads.map(\.scalars), year: year ?? published?.year, latest: published)
        return matches.compactMap { match in
            let first = texts[match.paragraphs.lowerBound]
            guard let start = first.span, let end = texts[match.paragraphs.upperBound].span else { return nil }
            let parts =
                [first.string(match.textStart..<first.count)]
                + texts[match.paragraphs].dropFirst().map(\.string)
            return EventRecord(
                date: match.date?.description ?? match.yearless, end: match.end?.description,
                text: parts.map(\.trimmedBlanks).filter { !$0.isEmpty }.joined(separator: "\n"),
                rule: match.rule, span: SpanRecord(start.union(end)))
        }
    }
}
