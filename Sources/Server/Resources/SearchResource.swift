import Export
import Extract
import Foundation
import HTTPTypes
import Index

/// Passages that fit a query.
enum SearchResource {
    static let facets: [Facet] = [.year, .kind, .issuer, .unit, .role, .type]

    static let endpoint = Endpoint(
        path: "/search", formats: [.html, .json, .csv, .ics, .atom],
        parameters: [
            .text("q", maximum: 1_000), .choice("sort", SearchOrder.allCases.map(\.rawValue)), .cursor, .limit, .today,
            .year(), .text("kind"), .text("issuer"), .unit, .role,
            .choice("type", PassageType.allCases.map(\.rawValue)), .choice("lenient", ["true", "false"]),
            .choice("facets", ["true", "false"]),
        ], takesBody: true
    ) { inquiry in try reply(inquiry) }

    /// A hit in answers of the interface.
    struct Hit: Encodable {
        var document: DocumentEntry
        var type: String
        var provision: String?
        var path: [String]
        var label: String?
        var text: String
        var marks: [TextRange]
        var line: Int
        var column: Int
        var score: Double
        var url: String

        init(_ hit: SearchHit, _ ledger: Ledger) {
            let entry = ledger.entry(hit.document)
            document = entry
            type = hit.type
            provision = hit.provision
            path = hit.path
            label = hit.label
            text = hit.text
            marks = hit.marks
            line = hit.line
            column = hit.column
            score = hit.score
            url = hit.provision.map { entry.address.at($0).text } ?? entry.url
        }
    }

    private struct Answer: Encodable {
        /// The query with its filters, in the query language.
        var query: String
        var total: Int
        var items: [Hit]
        var next: String?
        var facets: [String: [FacetCount]]?
        var coverage: Coverage
    }

    private static func reply(_ inquiry: Inquiry) throws -> Reply {
        let ledger = try inquiry.holdings.ledger()
        guard let query = try query(inquiry) else {
            guard inquiry.format == .html else { throw Problem.bad("q", "nothing is asked") }
            var reply = Reply()
            reply.page = { SearchPage(scene: $0, ledger: ledger, query: nil, results: nil).page }
            return reply
        }
        var request = SearchRequest(query, today: inquiry.day)
        request.limit = inquiry.limit
        request.after = inquiry.text("after")
        request.order = inquiry.text("sort").flatMap(SearchOrder.init) ?? .relevance
        if inquiry.format == .html || inquiry.values["facets"] == "true" { request.facets = facets }
        // A histogram needs all the years.
        request.facetLimit = 60
        let given = request
        var reply = Reply()
        if inquiry.format == .ics {
            reply.calendar = { try Calendars.text(inquiry.holdings.archive, matching: given, unit: nil) }
            return reply
        }
        if inquiry.format == .csv {
            reply.table = { table(try allHits(given, inquiry.holdings.archive).map { Hit($0, ledger) }) }
            return reply
        }
        let results = try inquiry.holdings.archive.search(request)
        let hits = results.hits.map { Hit($0, ledger) }
        reply.json = Answer(
            query: query.description, total: results.total, items: hits, next: results.next, facets: results.facets,
            coverage: ledger.coverage)
        reply.page = { SearchPage(scene: $0, ledger: ledger, query: query, results: results).page }
        reply.feed = {
            Feed(
                title: "公报检索：\(inquiry.text("q") ?? query.description)", address: inquiry.address,
                entries: hits.map { hit in
                    Feed.Entry(
                        address: Address(path: hit.document.address.path), place: hit.provision,
                        title: hit.document.title, updated: hit.document.signed, summary: hit.text)
                })
        }
        return reply
    }

    /// The query with the filters beside it; nil where nothing is asked.
    ///
    /// - Throws: ``Problem`` that points at the character.
    static func query(_ inquiry: Inquiry) throws -> Query? {
        var parts: [Query] = []
        if let text = inquiry.text("q") {
            do {
                parts.append(inquiry.values["lenient"] == "true" ? try Query(lenient: text) : try Query(parsing: text))
            } catch let error as QuerySyntaxError {
                throw QueryProblem.of(error).counted(in: text)
            }
        }
        for (name, field) in filters {
            guard let value = inquiry.text(name) else { continue }
            parts.append(.field(field, .equals(value)))
        }
        guard parts.count > 1 else { return parts.first }
        return .boolean(must: parts, should: [], mustNot: [])
    }

    private static let filters: [(String, QueryField)] = [
        ("year", .year), ("kind", .kind), ("issuer", .issuer), ("unit", .unit), ("role", .role), ("type", .type),
    ]

    /// How many rows a table has at most.
    private static let maximumRows = 20_000

    /// All hits, page by page.
    private static func allHits(_ request: SearchRequest, _ archive: Archive) throws -> [SearchHit] {
        var request = request
        request.limit = 1_000
        var hits: [SearchHit] = []
        repeat {
            let page = try archive.search(request)
            guard page.total <= maximumRows else {
                throw Problem(
                    .contentTooLarge, "too-many-rows", "The table would be too long.",
                    detail: "\(page.total) passages fit; narrow the query to \(maximumRows), or use /api/v1/export.")
            }
            hits += page.hits
            request.after = page.next
        } while request.after != nil
        return hits
    }

    private static func table(_ hits: [Hit]) -> Table {
        Table(
            columns: ["document", "number", "title", "signed", "type", "path", "label", "text", "source", "line"],
            rows: hits.map { hit in
                let document = hit.document
                return [
                    .text(document.id), .text(document.number ?? ""), .text(document.title),
                    .text(document.signed ?? ""), .text(hit.type), .text(hit.path.joined(separator: " › ")),
                    .text(hit.label ?? ""), .text(hit.text), .text(document.source), .integer(hit.line),
                ]
            })
    }
}

extension Problem {
    /// The problem with its place counted in Unicode scalars, where it was counted in characters.
    func counted(in text: String) -> Problem {
        var result = self
        result.offset = offset.map { text.prefix($0).unicodeScalars.count }
        return result
    }
}
