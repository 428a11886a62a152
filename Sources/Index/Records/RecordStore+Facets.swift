import Foundation
import GRDB

/// What hits can be counted by.
public enum Facet: String, CaseIterable, Codable, Sendable {
    case unit, role, year, kind, issuer, type
}

/// How many hits have a value.
public struct FacetCount: Codable, Equatable, Sendable {
    public var value: String
    public var count: Int
}

/// What hits can be sorted by.
public enum SearchOrder: String, CaseIterable, Codable, Sendable {
    /// Best first.
    case relevance
    /// By the document's date (成文日期), the latest first; documents without one last.
    case date
    /// By the earliest time limit that stands at the passage, the earliest first; passages without one last.
    case due
}

/// TermFrequency and sorts passages.
struct PassageColumns {
    let db: Database

    /// How many of the passages have each value; the commonest first, then by name.
    func counts(_ facet: Facet, of passages: [Int64], limit: Int) throws -> [FacetCount] {
        let source =
            switch facet {
            case .unit: "SELECT DISTINCT h.id, a.unit AS v FROM hits h JOIN assignments a ON a.passage = h.id"
            case .role: "SELECT DISTINCT h.id, a.role AS v FROM hits h JOIN assignments a ON a.passage = h.id"
            case .type: "SELECT h.id, p.type AS v FROM hits h JOIN passages p ON p.id = h.id"
            case .year, .kind:
                """
                SELECT h.id, d.\(facet.rawValue) AS v FROM hits h JOIN passages p ON p.id = h.id
                    JOIN documents d ON d.id = p.document
                """
            case .issuer:
                """
                SELECT DISTINCT h.id, i.name AS v FROM hits h JOIN passages p ON p.id = h.id
                    JOIN issuers i ON i.document = p.document
                """
            }
        return try Row.fetchAll(
            db,
            sql: """
                WITH hits AS (SELECT value AS id FROM json_each(?))
                SELECT CAST(v AS TEXT) AS v, count(*) AS n FROM (\(source)) WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT ?
                """, arguments: [Self.json(passages), limit]
        ).map { FacetCount(value: $0["v"], count: $0["n"]) }
    }

    /// The value that each passage is sorted by; passages without one are left out.
    func keys(_ order: SearchOrder, of passages: [Int64]) throws -> [Int64: String] {
        let source =
            switch order {
            case .relevance: ""
            case .date:
                """
                SELECT h.id, d.signed AS v FROM hits h JOIN passages p ON p.id = h.id JOIN documents d ON d.id = p.document
                """
            case .due:
                """
                SELECT h.id, min(t.date) AS v FROM hits h JOIN deadlines t ON t.passage = h.id
                WHERE t.date NOT LIKE '-%' GROUP BY h.id
                """
            }
        guard !source.isEmpty else { return [:] }
        var keys: [Int64: String] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "WITH hits AS (SELECT value AS id FROM json_each(?)) \(source)", arguments: [Self.json(passages)])
        while let row = try rows.next() {
            if let key: String = row["v"] { keys[row["id"]] = key }
        }
        return keys
    }

    static func json(_ ids: [Int64]) -> String { "[" + ids.map(String.init).joined(separator: ",") + "]" }
}
