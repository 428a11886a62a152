import Extract
public import Index

/// What of an archive is exported: all of it, or what a query finds.
///
/// With a query, the documents are those that hold a passage that fits, and the records are those that stand in such a
/// passage. The text of a document is whole in reading copies, and is cut to the passages in tables.
public struct ExportSelection {
    private let archive: Archive
    /// The passages that fit, by source and document; nil where all are wanted.
    private let hits: [DocumentKey: Set<PassageKey>]?

    private struct DocumentKey: Hashable {
        var file: String
        var id: String
    }

    /// A passage by its provision, or by its first line outside the provisions.
    private enum PassageKey: Hashable {
        case provision(String)
        case line(Int)
    }

    /// Selects what fits a query; everything where it is nil.
    ///
    /// - Throws: ``ArchiveError`` or ``SearchCursorError``.
    public init(of archive: Archive, query: SearchRequest? = nil) throws {
        self.archive = archive
        guard var request = query else {
            hits = nil
            return
        }
        var found: [DocumentKey: Set<PassageKey>] = [:]
        request.limit = 1_000
        repeat {
            let page = try archive.search(request)
            for hit in page.hits {
                let key = hit.provision.map(PassageKey.provision) ?? .line(hit.line)
                found[DocumentKey(file: hit.document.file, id: hit.document.id), default: []].insert(key)
            }
            request.after = page.next
        } while request.after != nil
        hits = found
    }

    /// How many documents are selected.
    ///
    /// - Throws: ``ArchiveError``.
    public func documentCount() throws(ArchiveError) -> Int {
        if let hits { return hits.count }
        return try archive.documents().count
    }

    /// Calls a closure with each selected document, in the order of files and places.
    ///
    /// - Parameter body: Gets the document as it is, and with only those records that are selected.
    /// - Throws: ``ArchiveError``, or what the closure throws.
    public func forEachDocument(_ body: (_ whole: ExportedDocument, _ selected: ExportedDocument) throws -> Void) throws
    {
        try archive.forEachSource(among: hits.map { Set($0.keys.map(\.file)) }) { path, record in
            for document in ExportedDocument.all(of: record) {
                guard let hits else {
                    try body(document, document)
                    continue
                }
                guard let passages = hits[DocumentKey(file: path, id: document.record.id)] else { continue }
                var selected = document
                selected.keepOnly { provision, span in
                    if let provision { return passages.contains(.provision(provision)) }
                    return span.map { passages.contains(.line($0.start.line)) } ?? false
                }
                try body(document, selected)
            }
        }
    }
}

extension ExportedDocument {
    /// Takes out the records that stand in no wanted passage, and the provisions that are none.
    ///
    /// - Parameter isWanted: Whether a provision, or what begins at a span outside the provisions, is wanted.
    fileprivate mutating func keepOnly(_ isWanted: (_ provision: String?, _ span: SpanRecord?) -> Bool) {
        var lines: [ClosedRange<Int>] = []
        func wanted(in provisions: [Provision]) -> [Provision] {
            provisions.flatMap { provision in
                let below = wanted(in: provision.children)
                guard isWanted(provision.id, nil) else { return below }
                lines.append(provision.span.start.line...max(provision.span.start.line, provision.span.end.line))
                var kept = provision
                kept.children = below
                return [kept]
            }
        }
        record.provisions = wanted(in: record.provisions)
        func isInside(_ span: SpanRecord) -> Bool {
            isWanted(nil, span) || lines.contains { $0.contains(span.start.line) }
        }
        record.tasks.removeAll { !isWanted($0.provision, nil) && !isInside($0.span) }
        record.targets.removeAll { !isInside($0.span) }
        record.deadlines.removeAll { !isInside($0.span) }
        record.citations.removeAll { !isInside($0.span) }
        record.definitions.removeAll { !isInside($0.span) }
        record.obligations.removeAll { !isInside($0.span) }
        record.appointments?.removeAll { !isInside($0.span) }
        record.tables.removeAll { !isInside($0.span) }
        record.duties.removeAll { !isInside($0.span) }
        record.events.removeAll { !isInside($0.span) }
        findings.removeAll { $0.span.map { !isInside($0) } ?? true }
        if let span = record.validity?.span, !isInside(span) { record.validity = nil }
    }
}
