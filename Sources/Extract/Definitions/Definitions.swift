import Ingest

/// The definitions of a document, and what follows from them for its other records.
struct Definitions {
    private let found: [(match: DefinitionMatch, record: DefinitionRecord)]

    init(passages: [Passage]) {
        found = passages.flatMap { passage in
            DefinitionGrammar.definitions(in: passage.text.scalars, from: passage.bodyStart).compactMap { match in
                passage.text.span(of: match.range).map { span in
                    let record = DefinitionRecord(
                        kind: match.kind, scope: match.scope, term: match.term, meaning: match.meaning,
                        quote: passage.text.string(match.range),
                        provision: passage.provision, span: SpanRecord(span))
                    return (match, record)
                }
            }
        }
    }

    /// In reading order.
    var records: [DefinitionRecord] { found.map(\.record) }

    /// Gives the full names of units that are printed by a short name, from the definition on.
    func nameUnits(_ tasks: inout [TaskRecord]) {
        let names = found.filter {
            $0.match.kind == .shortName && UnitName.endsAsOffice(Array($0.match.meaning.unicodeScalars))
        }
        guard !names.isEmpty else { return }
        for task in tasks.indices {
            for at in tasks[task].assignments.indices {
                let assignment = tasks[task].assignments[at]
                let place = assignment.span?.start ?? tasks[task].span.start
                let name = names.last { name in
                    let term = name.match.term
                    return (term == assignment.unit || term == assignment.asWritten)
                        && Self.precedes(name.record.span.start, place)
                }
                guard let name, name.match.meaning != assignment.unit else { continue }
                tasks[task].assignments[at].fullName = name.match.meaning
                tasks[task].assignments[at].asWritten = assignment.asWritten ?? assignment.unit
            }
        }
    }

    /// Counts days as working days, wherever in the document, as its rules on days say.
    func countDays(_ deadlines: inout [DeadlineRecord]) {
        let days = Set(found.filter { $0.match.kind == .days }.compactMap { DefinitionMatch.days($0.match.term) })
        guard !days.isEmpty else { return }
        for index in deadlines.indices {
            guard let duration = deadlines[index].duration, duration.first == "P", duration.last == "D",
                let count = Int(duration.dropFirst().dropLast()), days.contains(0) || days.contains(count)
            else { continue }
            // 半个月 is no count of days, 自然日 are none of the rule's.
            let quote = deadlines[index].quote
            guard quote.contains("日") || quote.contains("天"), !quote.contains("自然日"), !quote.contains("半个月") else {
                continue
            }
            deadlines[index].duration = "P\(count)WD"
            if deadlines[index].certainty != .needsEvent { deadlines[index].certainty = .computed }
            deadlines[index].rule = "working-day rule"
        }
    }

    private static func precedes(_ one: PlaceRecord, _ other: PlaceRecord) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}
