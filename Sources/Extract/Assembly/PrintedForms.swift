import Ingest

/// Puts the characters that were printed back into what grammars made of the form in which a text is read.
///
/// Grammars read folded characters (``HanFolding``) and give strings made of them: names of units, titles, numbers. A
/// string that stands in the text as it is gets the very characters printed there; a completed one gets, character by
/// character, the form in which its document mostly prints each.
struct PrintedForms {
    /// The commonest printed form of each folded character, where it is another.
    private let commonest: [Unicode.Scalar: Unicode.Scalar]
    /// The folded characters that the document prints in several forms.
    private let ambiguous: Set<Unicode.Scalar>
    /// The whole text, without white space.
    private let whole: (printed: [Unicode.Scalar], folded: [Unicode.Scalar])

    private static let longestSearched = 60_000

    /// The forms of a document.
    init?(_ document: Document) { self.init(document.blocks.map(\.text)) }

    /// The forms of texts.
    ///
    /// - Returns: nil where they are printed in the form in which they are read.
    init?(_ texts: [MappedText]) {
        guard texts.contains(where: \.isFolded) else { return nil }
        var counts: [Unicode.Scalar: [Unicode.Scalar: Int]] = [:]
        for text in texts {
            for (form, scalar) in zip(text.printed, text.scalars) where scalar.isHan {
                counts[scalar, default: [:]][form, default: 0] += 1
            }
        }
        ambiguous = Set(counts.filter { $0.value.count > 1 }.keys)
        let printed = texts.flatMap { $0.printed.filter { !$0.isBlank } }
        // Looking a text of this size through for each name would cost its square.
        whole = printed.count <= Self.longestSearched ? (printed, HanFolding.fold(printed)) : ([], [])
        // Ties go to the lower code point, so that the same bytes give the same records.
        commonest = counts.compactMapValues { forms in
            forms.max { ($0.value, $1.key.value) < ($1.value, $0.key.value) }?.key
        }.filter { $0.key != $0.value }
    }

    /// A string as the document prints it.
    ///
    /// - Parameter quote: A passage, as printed, in which the string or parts of it may stand.
    func restore(_ value: String, from quote: String? = nil) -> String {
        let wanted = Array(value.unicodeScalars)
        let printed = quote.map { $0.unicodeScalars.filter { !$0.isBlank } }.map(Array.init) ?? []
        let folded = HanFolding.fold(printed)
        var result: [Unicode.Scalar] = []
        while result.count < wanted.count {
            let rest = wanted[result.count...]
            let scalar = wanted[result.count]
            if let range = longestStart(of: rest, in: folded) {
                result += printed[range]
            } else if ambiguous.contains(scalar), let range = longestStart(of: rest, in: whole.folded) {
                result += whole.printed[range]
            } else {
                result.append(commonest[scalar] ?? scalar)
            }
        }
        return result.string
    }

    /// Where the longest beginning of a text stands in a passage; nil where not even its first two characters do.
    private func longestStart(of text: ArraySlice<Unicode.Scalar>, in passage: [Unicode.Scalar]) -> Range<Int>? {
        var best: Range<Int>?
        for at in passage.indices where passage[at] == text.first {
            let length = zip(passage[at...], text).prefix { $0 == $1 }.count
            if length >= 2, length > best?.count ?? 0 { best = at..<at + length }
            if length == text.count { break }
        }
        return best
    }

    func restore(_ value: String?, from quote: String? = nil) -> String? { value.map { restore($0, from: quote) } }

    func restore(_ values: [String], from quote: String? = nil) -> [String] {
        values.map { restore($0, from: quote) }
    }
}

extension PrintedForms {
    /// Restores the masthead and the 目录 of an issue.
    func restore(_ issue: inout IssueRecord?, _ contents: inout [ContentsRecord]) {
        if let title = issue?.title { issue?.title = restore(title) }
        for index in contents.indices {
            contents[index].section = restore(contents[index].section)
            contents[index].title = restore(contents[index].title)
            contents[index].number = restore(contents[index].number)
        }
    }

    /// Restores all that grammars gave of one document.
    func restore(_ record: inout DocumentRecord) {
        restoreMetadata(&record)
        for index in record.tasks.indices { restore(&record.tasks[index]) }
        for index in record.targets.indices {
            let quote = record.targets[index].quote
            record.targets[index].indicator = restore(record.targets[index].indicator, from: quote)
            record.targets[index].unit = restore(record.targets[index].unit, from: quote)
        }
        for index in record.deadlines.indices {
            record.deadlines[index].event = restore(
                record.deadlines[index].event, from: record.deadlines[index].quote)
        }
        for index in record.tables.indices {
            record.tables[index].measure = restore(record.tables[index].measure)
        }
        for index in record.citations.indices {
            let quote = record.citations[index].quote
            record.citations[index].title = restore(record.citations[index].title, from: quote)
            record.citations[index].number = restore(record.citations[index].number, from: quote)
            record.citations[index].asWritten = restore(record.citations[index].asWritten, from: quote)
            for mention in (record.citations[index].mentions ?? []).indices {
                let quote = record.citations[index].mentions?[mention].quote
                let article = record.citations[index].mentions?[mention].article
                record.citations[index].mentions?[mention].article = restore(article, from: quote)
            }
        }
        for index in record.definitions.indices {
            let quote = record.definitions[index].quote
            record.definitions[index].term = restore(record.definitions[index].term, from: quote)
            record.definitions[index].meaning = restore(record.definitions[index].meaning, from: quote)
        }
        if var validity = record.validity {
            validity.repeals = restore(validity.repeals, from: validity.quote)
            validity.interpreter = restore(validity.interpreter, from: validity.quote)
            record.validity = validity
        }
        for index in record.duties.indices { restore(&record.duties[index]) }
    }

    private func restoreMetadata(_ record: inout DocumentRecord) {
        func printed(_ kinds: Set<ElementRecord.Kind>) -> String {
            record.elements.filter { kinds.contains($0.element) }.map(\.text).joined()
        }
        let title = printed([.title])
        record.title = restore(record.title, from: title)
        record.kind = restore(record.kind, from: title)
        let number = printed([.number, .title, .adoption])
        if let own = record.number {
            record.number?.text = restore(own.text, from: number)
            record.number?.agency = restore(own.agency, from: number)
        }
        record.issuers = restore(record.issuers, from: printed([.signature, .title, .byline]))
        record.recipients = restore(record.recipients, from: printed([.recipients]))
        record.printer = restore(record.printer, from: printed([.printing]))
        record.cc = restore(record.cc, from: printed([.cc]))
        for index in record.attachments.indices {
            record.attachments[index].title = restore(record.attachments[index].title)
        }
    }

    private func restore(_ task: inout TaskRecord) {
        task.label = restore(task.label)
        for index in task.assignments.indices {
            let quote = task.assignments[index].quote
            task.assignments[index].unit = restore(task.assignments[index].unit, from: quote)
            task.assignments[index].asWritten = restore(task.assignments[index].asWritten, from: quote)
            task.assignments[index].fullName = restore(task.assignments[index].fullName)
        }
    }

    private func restore(_ duty: inout DutyRecord) {
        let quote = duty.quote
        duty.person = restore(duty.person, from: quote)
        duty.posts = restore(duty.posts, from: quote)
        duty.charge = restore(duty.charge, from: quote)
        duty.oversees = restore(duty.oversees, from: quote)
        duty.liaises = restore(duty.liaises, from: quote)
        duty.assists = duty.assists.map { restore($0, from: quote) }
        duty.acting = duty.acting.map { restore($0, from: quote) }
    }
}
