import GRDB

extension Archive {
    /// The passages that fit a query, best first.
    ///
    /// - Parameters:
    ///   - query: In the query language, see ``Query``.
    ///   - limit: How many hits to give at most.
    ///   - offset: How many of the best to leave out.
    /// - Throws: ``QuerySyntaxError`` or ``ArchiveError``.
    public func search(_ query: String, limit: Int = 20, offset: Int = 0) throws -> SearchResults {
        var request = SearchRequest(try Query(parsing: query))
        request.limit = limit
        request.offset = offset
        return try search(request)
    }

    /// The passages that fit a query, as asked for.
    ///
    /// - Throws: ``SearchCursorError`` or ``ArchiveError``.
    public func search(_ request: SearchRequest) throws -> SearchResults {
        let snapshot = try index.current()
        let generation = snapshot.manifest.generation
        let cursor = try request.after.map { try SearchCursor($0, generation: generation, order: request.order) }
        let results = try store.read { db in
            let fields = FieldLookup(db: db, normalizer: normalizer, today: request.today)
            let planner = QueryPlanner(normalizer: normalizer, lookup: fields.passages)
            let search = RequestedSearch(
                request: request, cursor: cursor, searcher: snapshot,
                plan: snapshot.prepare(try planner.plan(request.query)), columns: PassageColumns(db: db))
            return try search.run(RecordReader(db: db, normalizer: normalizer))
        }
        try index.discard(ifDamaged: snapshot)
        return results
    }
}

/// One search of an archive.
struct RequestedSearch {
    let request: SearchRequest
    let cursor: SearchCursor?
    let searcher: Searcher
    let plan: PreparedPlan
    let columns: PassageColumns

    func run(_ reader: RecordReader) throws -> SearchResults {
        let all = needsAll ? searcher.allMatches(plan) : nil
        let found = try request.order == .relevance ? best(all) : sorted(all ?? [])
        var results = SearchResults(total: found.count.value, isExact: found.count.isExact, hits: [])
        for (index, passage) in found.best.enumerated() {
            guard var hit = try hit(passage, reader) else { continue }
            if request.explains { hit.explanation = explanation(passage.passage, position + index) }
            results.hits.append(hit)
        }
        if found.count.value == 0, request.order == .relevance, position == 0 {
            let apart = try apart(reader)
            if !apart.isEmpty { results.apart = apart }
        }
        if found.hasMore, let last = found.best.last {
            results.next =
                SearchCursor(
                    generation: searcher.manifest.generation, order: request.order,
                    position: position + found.best.count, score: last.score, id: last.passage
                ).text
        }
        guard !request.facets.isEmpty else { return results }
        var facets: [String: [FacetCount]] = [:]
        for facet in request.facets {
            facets[facet.rawValue] = try columns.counts(facet, of: all ?? [], limit: request.facetLimit)
        }
        results.facets = facets
        return results
    }

    private var needsAll: Bool { request.order != .relevance || !request.facets.isEmpty }

    /// How many hits come before the page.
    private var position: Int { (cursor?.position ?? 0) + max(request.offset, 0) }

    private func best(_ all: [Int64]?) -> TopHits {
        let last = cursor.map { RankedPassage(passage: $0.id, score: $0.score) }
        var hits = searcher.search(
            plan, limit: request.limit, position: position, last: request.offset > 0 ? nil : last,
            counting: request.limit <= 0 ? .exact : request.counting)
        if let all { hits.count = HitCount(value: all.count, isExact: true) }
        return hits
    }

    /// A page in the order of what the records say; passages without a key come last, and ids decide at the end.
    private func sorted(_ all: [Int64]) throws -> TopHits {
        let keys = try columns.keys(request.order, of: all)
        var dated: [(key: String, id: Int64)] = []
        var undated: [Int64] = []
        for id in all { if let key = keys[id] { dated.append((key, id)) } else { undated.append(id) } }
        let isLatestFirst = request.order == .date
        dated.sort { left, right in
            left.key != right.key ? (left.key > right.key) == isLatestFirst : left.id < right.id
        }
        let order = dated.map(\.id) + undated
        let rest = order.dropFirst(position)
        let page = rest.prefix(max(request.limit, 0))
        return TopHits(
            best: page.map { RankedPassage(passage: $0, score: searcher.score(of: $0, plan)) },
            count: HitCount(value: all.count, isExact: true), hasMore: rest.count > page.count)
    }

    private func hit(_ passage: RankedPassage, _ reader: RecordReader) throws -> SearchHit? {
        let scored = ScoredPassage(id: passage.passage, score: Double(passage.score))
        guard let (found, document) = try reader.hit(scored, query: request.query) else { return nil }
        var hit = found
        if request.countsInDocuments { hit.inDocument = searcher.count(plan, in: document) }
        return hit
    }

    private func explanation(_ passage: Int64, _ position: Int) -> [ScorePart] {
        let isReordered = request.order == .relevance && position < Proximity.depth
        return searcher.explanation(of: passage, plan, isReordered: isReordered)
    }

    /// Documents that hold all that must be there, where no passage does: the passage of each that holds most of it.
    private func apart(_ reader: RecordReader) throws -> [SearchHit] {
        guard let either = plan.either, request.limit > 0 else { return [] }
        let documents = searcher.documents(withAllOf: either.parts, among: try reader.documentRanges())
        let best = documents.compactMap { searcher.best(either.plan, in: $0) }.sorted(by: <)
        return try best.prefix(request.limit).compactMap { passage in
            let scored = ScoredPassage(id: passage.passage, score: Double(passage.score))
            return try reader.hit(scored, query: request.query)?.hit
        }
    }
}

extension PreparedPlan {
    /// What must be there, each by itself, and a plan for passages with any of it; nil where that is no more than one thing.
    fileprivate var either: (parts: [PreparedPlan], plan: PreparedPlan)? {
        guard case .boolean(let must, _, let mustNot) = self, must.count > 1, mustNot.isEmpty else { return nil }
        return (must, .boolean(must: [], should: must, mustNot: []))
    }
}

extension Searcher {
    /// The documents in which each of some parts fits a passage.
    ///
    /// - Parameter documents: The ids of the passages of each document, ascending.
    func documents(
        withAllOf parts: [PreparedPlan], among documents: [ClosedRange<Int64>]
    ) -> [ClosedRange<Int64>] {
        var left = documents
        for part in parts {
            let ids = allMatches(part)
            var next = 0
            left = left.filter { document in
                while next < ids.count, ids[next] < document.lowerBound { next += 1 }
                return next < ids.count && ids[next] <= document.upperBound
            }
        }
        return left
    }

    /// The best passage of a run of ids.
    func best(_ plan: PreparedPlan, in ids: ClosedRange<Int64>) -> RankedPassage? {
        var best: RankedPassage?
        forEachMatch(plan, in: ids) { id in
            let passage = RankedPassage(passage: id, score: score(of: id, plan))
            if best.map({ passage < $0 }) ?? true { best = passage }
        }
        return best
    }

    /// The score of a passage by itself; 0 where it doesn't fit.
    func score(of id: Int64, _ plan: PreparedPlan) -> Float {
        guard let (segment, number, passage) = place(of: id) else { return 0 }
        let context = ScoringContext(similarity: similarity, text: PassageText(segment))
        return plan.clauses(in: segment, number, context)?.score(of: UInt32(passage)) ?? 0
    }
}
