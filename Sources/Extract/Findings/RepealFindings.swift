/// Finds documents that cite an instrument which another one repeals.
public enum RepealFindings {
    /// The findings over a set of sources.
    ///
    /// An instrument counts as repealed where a document of the set says so by its number; a citation counts where its
    /// document was signed on or after the day of the repealing one, or where one of the two days is unknown.
    ///
    /// - Returns: For each source, by its path, what its documents cite in vain.
    public static func findings(in records: [GazetteRecord]) -> [String: [Finding]] {
        var repealed: [String: DocumentRecord] = [:]
        for document in records.flatMap(\.documents) {
            for number in document.validity?.repeals ?? [] { repealed[number] = document }
        }
        guard !repealed.isEmpty else { return [:] }
        var findings: [String: [Finding]] = [:]
        for record in records {
            for document in record.documents {
                for citation in document.citations where citation.relation != .repeals {
                    guard let number = citation.number, let repealing = repealed[number], repealing.id != document.id,
                        isLater(document.signed, than: repealing.signed)
                    else { continue }
                    findings[record.source.path, default: []].append(
                        Finding(
                            .warning, code: "cites-repealed", message: "所引\(number)已由\(repealing.id)废止",
                            document: document.id, span: citation.span))
                }
            }
        }
        return findings
    }

    /// A record with no more than what this and the reports need: so many can be held at once.
    public static func essentials(of record: GazetteRecord) -> GazetteRecord {
        var result = record
        result.contents = []
        result.documents = record.documents.map(essentials)
        return result
    }

    /// A document with no more than what the findings need.
    public static func essentials(of document: DocumentRecord) -> DocumentRecord {
        var result = DocumentRecord(id: document.id, title: document.title, span: document.span)
        result.signed = document.signed
        result.validity = document.validity
        result.citations = document.citations.filter { $0.number != nil && $0.relation != .repeals }
        return result
    }

    /// Dates are ISO 8601, so that they sort as text.
    private static func isLater(_ date: String?, than other: String?) -> Bool {
        guard let date, let other else { return true }
        return date >= other
    }
}
