import Ingest

/// Reads the references inside a document and finds the provisions that they point to.
struct ReferenceExtractor {
    let passages: [Passage]
    let roots: [Provision]
    /// Whether the document amends others: the articles that it counts are theirs.
    let isAmendment: Bool

    /// The references in reading order; one that points to nothing in the document has no targets.
    func references() -> [ReferenceRecord] {
        let resolver = ReferenceResolver(roots)
        return passages.flatMap { passage -> [ReferenceRecord] in
            let quotes = QuotedText.ranges(in: passage.text.scalars)
            return InternalReferences.references(in: passage.text.scalars, from: passage.bodyStart).compactMap {
                found in
                // What is quoted points within the text that it is quoted from.
                guard !QuotedText.covers(quotes, found.range.lowerBound),
                    !isAmendment || found.base == .attachment || found.isNamed
                else { return nil }
                return passage.text.span(of: found.range).map { span in
                    ReferenceRecord(
                        targets: resolver.provisions(for: found, from: passage.provision),
                        quote: passage.text.string(found.range), provision: passage.provision, span: SpanRecord(span))
                }
            }
        }
    }
}
