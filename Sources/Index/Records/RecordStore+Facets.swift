import Extract
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

/// Counts and sorts passages by what is known of them and of their documents.
///
/// Passages of a document have ids side by side: all is done document by document, over ascending ids.
struct PassageColumns {
    let db: Database

    /// How many of the passages have each value; the commonest first, then by name.
    ///
    /// Names that differ in script or width only
    /// count as one.
    ///
    /// - Parameter passages: Ascending.
    func counts(_ facet: Facet, of passages: [Int64], limit: Int) throws -> [FacetCount] {
        var counts = FacetCounter()
        switch facet {
        case .year:
            try forEachDocument(passages, "CAST(d.year AS TEXT)") { row, ids in
                counts.add(row[2], row[2], ids.count)
            }
        case .kind:
            try forEachDocument(passages, "d.kind_key, d.kind") { row, ids in counts.add(row[2], row[3], ids.count) }
        case .issuer: try countIssuers(passages, &counts)
        case .type: try countTypes(passages, &counts)
        case .unit, .role: try countAssignments(passages, facet, &counts)
        }
        return counts.best(limit)
    }

    /// The value that each passage is sorted by; passages without one are left out.
    func keys(_ order: SearchOrder, of passages: [Int64]) throws -> [Int64: String] {
        var keys: [Int64: String] = [:]
        switch order {
        case .relevance: break
        case .date:
            try forEachDocument(passages, "d.signed") { row, ids in
                guard let key: String = row[2] else { return }
                for id in ids { keys[id] = key }
            }
        case .due:
            let wanted = Set(passages)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT passage, min(date) FROM deadlines
                    WHERE date >= '0' AND date < ':' AND passage IS NOT NULL GROUP BY passage
                    """)
            while let row = try rows.next() {
                let id: Int64 = row[0]
                if wanted.contains(id) { keys[id] = row[1] }
            }
        }
        return keys
    }

    /// Calls `body` for each document that has any of the passages, with these.
    private func forEachDocument(
        _ passages: [Int64], _ columns: String, from table: String = "documents d",
        _ body: (Row, ArraySlice<Int64>) throws -> Void
    ) throws {
        guard let first = passages.first, let last = passages.last else { return }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.first, d.last, \(columns) FROM \(table) WHERE d.last >= ? AND d.first <= ? AND d.first <= d.last
                ORDER BY d.first
                """, arguments: [first, last])
        var start = 0
        while start < passages.count, let row = try rows.next() {
            let (low, high): (Int64, Int64) = (row[0], row[1])
            start = passages.firstIndex(atLeast: low, from: start)
            let end = passages.firstIndex(atLeast: high + 1, from: start)
            if start < end { try body(row, passages[start..<end]) }
            start = end
        }
    }

    private func countIssuers(_ passages: [Int64], _ counts: inout FacetCounter) throws {
        let statement = try db.cachedStatement(sql: "SELECT DISTINCT key, name FROM issuers WHERE document = ?")
        try forEachDocument(passages, "d.id") { row, ids in
            var seen: Set<String> = []
            for issuer in try Row.fetchAll(statement, arguments: [row[2] as Int64])
            where seen.insert(issuer[0]).inserted { counts.add(issuer[0], issuer[1], ids.count) }
        }
    }

    private static let withTables = "documents d JOIN passages p ON p.document = d.id"

    private func countTypes(_ passages: [Int64], _ counts: inout FacetCounter) throws {
        var types = [Int](repeating: 0, count: 256)
        try forEachDocument(passages, "p.passages", from: Self.withTables) { row, ids in
            let first: Int64 = row[0]
            var next = ids.startIndex
            PassageTable(try row.bytes(2)).forEach { number, entry in
                if ids[next] == first + Int64(number) {
                    types[Int(entry.type.code)] += 1
                    next += 1
                }
                return next < ids.endIndex
            }
        }
        for (code, count) in types.enumerated() where count > 0 {
            if let type = PassageType(code: UInt8(code)) { counts.add(type.rawValue, type.rawValue, count) }
        }
    }

    private func countAssignments(_ passages: [Int64], _ facet: Facet, _ counts: inout FacetCounter) throws {
        /// How many passages each unit or role has.
        var found: [Int64: Int] = [:]
        let roles = AssignmentRecord.Role.allCases
        try forEachDocument(passages, "p.assignments", from: Self.withTables) { row, ids in
            let first: Int64 = row[0]
            let table = AssignmentTable(try row.bytes(2))
            var seen: Set<Int> = []
            for entry in table.entries {
                guard let passage = entry.passage else { continue }
                let value = facet == .unit ? entry.unit : entry.role
                let id = first + Int64(passage)
                guard ids.contains(sorted: id), seen.insert(passage << 24 | value).inserted else { continue }
                found[facet == .unit ? table.units[value] : Int64(value), default: 0] += 1
            }
        }
        guard facet == .unit else {
            for (role, count) in found where roles.indices.contains(Int(role)) {
                counts.add(roles[Int(role)].rawValue, roles[Int(role)].rawValue, count)
            }
            return
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT id, name, key FROM units")
        while let row = try rows.next() {
            if let count = found[row[0]] { counts.add(row[2], row[1], count) }
        }
    }
}

/// Counts values, those with one key together.
private struct FacetCounter {
    private var counts: [String: (count: Int, names: [String: Int])] = [:]

    mutating func add(_ key: String?, _ name: String?, _ count: Int) {
        guard let key, let name else { return }
        counts[key, default: (0, [:])].count += count
        counts[key]?.names[name, default: 0] += count
    }

    /// The commonest values, each under its commonest name.
    func best(_ limit: Int) -> [FacetCount] {
        let all = counts.values.map { value in
            let name = value.names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
            return FacetCount(value: name, count: value.count)
        }
        return Array(all.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(max(limit, 0)))
    }
}

extension RandomAccessCollection where Element == Int64, Index == Int {
    /// Where the first id from a place on stands that is not below one; these ascend.
    func firstIndex(atLeast id: Int64, from start: Int) -> Int {
        var (low, high) = (start, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func contains(sorted id: Int64) -> Bool {
        let place = firstIndex(atLeast: id, from: startIndex)
        return place < endIndex && self[place] == id
    }
}
