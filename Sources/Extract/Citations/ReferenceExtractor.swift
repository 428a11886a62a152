import Ingest

/// Reads the references inside a document and finds the provisions that they point to.
struct ReferenceExtractor {
    let passages: [Passage]
    let roots: [Provision]
    /// Whether the document amends others: the articles that it counts are theirs.
    let isAmendment: Bool
    /// Names such as 本法 that mean another instrument.
    var foreignNames: [String] = []

    /// The references in reading order; one that points to nothing in the document has no targets.
    func references() -> [ReferenceRecord] {
        // Most documents point to nothing inside of them.
        lazy var resolver = ReferenceResolver(roots)
        var records: [ReferenceRecord] = []
        for passage in passages {
            let found = InternalReferences.references(in: passage.text.scalars, from: passage.bodyStart)
            guard !found.isEmpty else { continue }
            let quotes = QuotedText.ranges(in: passage.text.scalars)
            for reference in found {
                // What is quoted points within the text that it is quoted from.
                guard !QuotedText.covers(quotes, reference.range.lowerBound), !isForeign(reference, passage),
                    !isAmendment || reference.base == .attachment || reference.isNamed,
                    let span = passage.text.span(of: reference.range)
                else { continue }
                records.append(
                    ReferenceRecord(
                        targets: resolver.provisions(for: reference, from: passage.provision),
                        quote: passage.text.string(reference.range), provision: passage.provision,
                        span: SpanRecord(span)))
            }
        }
        return records
    }

    private func isForeign(_ reference: InternalReference, _ passage: Passage) -> Bool {
        reference.isNamed && foreignNames.contains { passage.text.scalars.has($0, at: reference.range.lowerBound) }
    }
}
