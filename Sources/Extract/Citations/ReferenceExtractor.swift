import Ingest

/// Reads the references inside a document and finds the provisions that they point to.
struct ReferenceExtractor {
    let passages: [Passage]
    let roots: [Provision]

    /// The references in reading order; one that points to nothing in the document has no targets.
    func references() -> [ReferenceRecord] {
        let resolver = ReferenceResolver(roots)
        return passages.flatMap { passage in
            InternalReferences.references(in: passage.text.scalars, from: passage.bodyStart).compactMap { found in
                passage.text.span(of: found.range).map { span in
                    ReferenceRecord(
                        targets: resolver.provisions(for: found, from: passage.provision),
                        quote: passage.text.string(found.range), provision: passage.provision, span: SpanRecord(span))
                }
            }
        }
    }
}
