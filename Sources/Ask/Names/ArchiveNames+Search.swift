import Extract
import Index

/// A passage that fits a search, with the index of its document.
struct FoundPassage {
    var hit: SearchHit
    var document: Int?
}

extension ArchiveNames {
    /// Returns the passages that fit a query, best first.
    func passages(_ query: Query, limit: Int) throws -> [FoundPassage] {
        var request = SearchRequest(query, today: "")
        request.limit = limit
        return try archive.search(request).hits.map { FoundPassage(hit: $0, document: index(of: $0.document)) }
    }

    /// Returns whether a text stands anywhere in the archive.
    func has(_ text: String) throws -> Bool { try !passages(.phrase(text), limit: 1).isEmpty }

    /// Returns how many passages have a text.
    func frequency(of text: String) throws -> Int {
        var request = SearchRequest(.phrase(text), today: "")
        request.limit = 0
        return try archive.search(request).total
    }

    /// Returns the index of the document that a summary tells of.
    func index(of summary: DocumentSummary) -> Int? { byPlace[Place(file: summary.file, line: summary.line)] }

    /// Where a document begins.
    struct Place: Hashable, Sendable {
        var file: String
        var line: Int
    }
}
