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
        var results = SearchResults(
            total: found.count.value, isExact: found.count.isExact, hits: try reader.hits(found.best, request.query))
        if request.explains {
            for index in results.hits.indices {
                results.hits[index].explanation = explanation(found.best, of: index)
            }
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
        let isExact = request.counting == .exact || request.limit <= 0
        var hits = searcher.search(
            plan, limit: request.limit, position: position, last: request.offset > 0 ? nil : last,
            counting: isExact ? .exact : .quick)
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

    private func explanation(_ page: [RankedPassage], of index: Int) -> [ScorePart] {
        let isReordered = request.order == .relevance && position + index < Proximity.depth
        return searcher.explanation(of: page[index].passage, plan, isReordered: isReordered)
    }
}

extension Searcher {
    /// The score of a passage by itself; 0 where it doesn't fit.
    func score(of id: Int64, _ plan: PreparedPlan) -> Float {
        guard let (segment, number, passage) = place(of: id) else { return 0 }
        let context = ScoringContext(similarity: similarity, text: PassageText(segment))
        return plan.clauses(in: segment, number, context)?.score(of: UInt32(passage)) ?? 0
    }
}

extension RecordReader {
    /// The hits for some passages, in their order; those that are gone are left out.
    func hits(_ passages: [RankedPassage], _ query: Query) throws -> [SearchHit] {
        try hits(passages.lazy.map { ScoredPassage(id: $0.passage, score: Double($0.score)) }, query: query)
    }
}
