package import Extract
import Foundation
import GRDB

/// A document as questions look it up: what lists tell of it, its days of effect, and the titles that stand in it.
package struct DocumentEntry: Sendable {
    package var key: Int64
    package var summary: DocumentSummary
    package var effective: String?
    package var expires: String?
    /// The titles printed in it, its own and those of what it issues.
    package var titles: [String]
}

/// What of a task is compared with a question; all texts folded.
package struct TaskEntry: Sendable {
    package var id: Int64
    package var document: Int64
    package var label: String?
    package var text: String
    /// The headings above it, outermost first, one a line.
    package var path: String
}

/// The tables of records that stand at passages.
package enum RecordTable: String, Sendable {
    case deadlines, targets, citations, definitions, duties, events

    /// The column of folded text that a question is compared with.
    fileprivate var textColumn: String {
        switch self {
        case .deadlines: "NULL"
        case .targets: "x.indicator_key"
        case .citations: "x.title_key"
        case .definitions: "x.term_key"
        case .duties: "x.person_key || x.units_key"
        case .events: "x.text_key"
        }
    }
}

/// A record as questions look it up: the folded text by which it is found, and what gives the whole of it.
package struct RecordEntry<Record: RecordContent>: Sendable {
    package var document: Int64
    /// Folded: the indicator of a target, the title of what is cited, the term, person and units, the event.
    package var key: String
    package var record: Record
    /// The passage as printed; nil where it stands at none.
    package var text: String?
    package var label: String?
    package var path: [String]
}

/// Which records to look up; every condition given must hold.
package struct RecordConditions: Sendable {
    package var documents: [Int64]?
    package var dates: DateBounds?
    /// Folded numbers and titles of cited instruments; one of them must be cited.
    package var cited: (numbers: [String], titles: [String])?
    package var relation: CitationRecord.Relation?

    package init(documents: [Int64]? = nil) { self.documents = documents }
}

/// What the answering of questions asks of an archive, by columns that are indexed.
extension Archive {
    /// Returns the folded form of a text, as the archive compares texts.
    package func key(_ text: String) throws(ArchiveError) -> String { try Normalizer.shared().key(text) }

    /// Returns the offsets in UTF-16 behind each word of a text.
    package func wordEnds(of text: String) throws(ArchiveError) -> [Int] {
        var ends: [Int32] = []
        try WordBreaker().cut(Array(text.utf16), ends: &ends)
        return ends.map(Int.init)
    }

    /// Returns all documents, by file and place.
    package func documentEntries() throws(ArchiveError) -> [DocumentEntry] {
        try store.read { db in
            var issuers: [Int64: [String]] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT document, name FROM issuers ORDER BY rowid") {
                issuers[row["document"], default: []].append(row["name"])
            }
            var titles: [Int64: [String]] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT document, text FROM passages WHERE type = 'title' ORDER BY id") {
                titles[row["document"], default: []].append(row["text"])
            }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT d.id, d.name, d.number, d.title, d.kind, d.signed, d.year, d.effective, d.expires, d.line,
                        s.path FROM documents d JOIN sources s ON s.id = d.source ORDER BY s.path, d.id
                    """
            ).map { row in
                let key: Int64 = row[0]
                return DocumentEntry(
                    key: key,
                    summary: DocumentSummary(
                        id: row[1], number: row[2], title: row[3], kind: row[4], issuers: issuers[key] ?? [],
                        signed: row[5], year: row[6], file: row[10], line: row[9]),
                    effective: row[7], expires: row[8], titles: titles[key] ?? [])
            }
        }
    }

    /// Returns the folded names of all units with a role in a task.
    package func unitKeys() throws(ArchiveError) -> [String] {
        // From name to name through the index, whatever number of roles each has.
        try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE names(k) AS (
                        SELECT min(unit_key) FROM assignments UNION ALL
                        SELECT (SELECT min(unit_key) FROM assignments WHERE unit_key > k) FROM names WHERE k IS NOT NULL)
                    SELECT k FROM names WHERE k IS NOT NULL
                    """)
        }
    }

    /// Returns how many tasks of each document each unit has in a role, or in any where it is nil.
    package func taskCounts(
        units: [String]?, role: AssignmentRecord.Role?, documents: [Int64]?
    ) throws(ArchiveError) -> [(unit: String, document: Int64, count: Int)] {
        var conditions = Conditions()
        conditions.require("a.unit_key", among: units)
        conditions.require("t.document", among: documents)
        if let role { conditions.require("a.role = ?", role.rawValue) }
        return try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT a.unit_key, t.document, count(DISTINCT t.id) FROM assignments a JOIN tasks t ON t.id = a.task
                    WHERE \(conditions.sql) GROUP BY 1, 2
                    """, arguments: conditions.arguments
            ).map { ($0[0], $0[1], $0[2]) }
        }
    }

    /// Returns the tasks of documents, or those in which one of the units has a role, in the order of the archive.
    ///
    /// - Parameter labels: Folded labels of the passages at which the tasks stand.
    package func taskEntries(
        documents: [Int64]?, units: [String]? = nil, role: AssignmentRecord.Role? = nil, labels: [String]? = nil,
        limit: Int = -1
    ) throws(ArchiveError) -> [TaskEntry] {
        var conditions = Conditions()
        conditions.require("t.document", among: documents)
        if units != nil || role != nil {
            var inner = Conditions()
            inner.require("unit_key", among: units)
            if let role { inner.require("role = ?", role.rawValue) }
            conditions.require("t.id IN (SELECT task FROM assignments WHERE \(inner.sql))", inner.values)
        }
        if let labels {
            var inner = Conditions()
            inner.require("p.label_key", among: labels)
            conditions.require(
                "t.id IN (SELECT a.task FROM passages p JOIN assignments a ON a.passage = p.id WHERE \(inner.sql))",
                inner.values)
        }
        return try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.id, t.document, t.label_key, t.text_key, t.path_key FROM tasks t
                    WHERE \(conditions.sql) ORDER BY t.id LIMIT \(limit)
                    """, arguments: conditions.arguments
            ).map { TaskEntry(id: $0[0], document: $0[1], label: $0[2], text: $0[3], path: $0[4]) }
        }
    }

    /// Returns the records of tasks, by their ids.
    package func taskRecords(_ ids: [Int64]) throws(ArchiveError) -> [Int64: TaskRecord] {
        var conditions = Conditions()
        conditions.require("id", among: ids)
        return try store.read { db in
            let decoder = JSONDecoder()
            var records: [Int64: TaskRecord] = [:]
            for row in try Row.fetchAll(
                db, sql: "SELECT id, record FROM tasks WHERE \(conditions.sql)", arguments: conditions.arguments)
            {
                records[row[0]] = try decoder.decode(TaskRecord.self, from: row[1] as Data)
            }
            return records
        }
    }

    /// Returns the tasks with these ids in their records, of documents.
    package func tasks(_ names: [(document: Int64, task: String)]) throws(ArchiveError) -> [String: TaskRecord] {
        try store.read { db in
            let decoder = JSONDecoder()
            let statement = try db.makeStatement(sql: "SELECT record FROM tasks WHERE document = ? AND name = ?")
            var found: [String: TaskRecord] = [:]
            for name in names where found[name.task] == nil {
                if let data = try Data.fetchOne(statement, arguments: [name.document, name.task]) {
                    found[name.task] = try decoder.decode(TaskRecord.self, from: data)
                }
            }
            return found
        }
    }

    /// Returns the records of a table whose folded text passes a test, in the order of the archive.
    package func records<Record: RecordContent>(
        _ type: Record.Type, in table: RecordTable, _ asked: RecordConditions,
        where isWanted: (String) -> Bool = { _ in true }
    ) throws(ArchiveError) -> [RecordEntry<Record>] {
        var conditions = Conditions()
        conditions.require("x.document", among: asked.documents)
        if let dates = asked.dates { conditions.require(dates, column: "x.date") }
        if let cited = asked.cited {
            var numbers = Conditions()
            numbers.require("x.number_key", among: cited.numbers)
            var titles = Conditions()
            titles.require("x.title_key", among: cited.titles)
            conditions.require("(\(numbers.sql) OR \(titles.sql))", numbers.values + titles.values)
        }
        if let relation = asked.relation { conditions.require("x.relation = ?", relation.rawValue) }
        return try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT x.document, \(table.textColumn), x.record, p.text, p.label, p.path
                    FROM \(table.rawValue) x LEFT JOIN passages p ON p.id = x.passage
                    WHERE \(conditions.sql) ORDER BY x.document, x.rowid
                    """, arguments: conditions.arguments)
            let decoder = JSONDecoder()
            var found: [RecordEntry<Record>] = []
            while let row = try rows.next() {
                let key: String = row[1] ?? ""
                guard isWanted(key) else { continue }
                let path: String? = row[5]
                found.append(
                    RecordEntry(
                        document: row[0], key: key, record: try decoder.decode(type, from: row[2] as Data), text: row[3],
                        label: row[4],
                        path: try path.map { try decoder.decode([String].self, from: Data($0.utf8)) } ?? []))
            }
            return found
        }
    }

    /// Returns the folded titles and numbers of all instruments that are cited.
    package func citedNames() throws(ArchiveError) -> [(title: String?, number: String?)] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT DISTINCT title_key, number_key FROM citations").map { ($0[0], $0[1]) }
        }
    }

    /// Returns a document's whole record; nil where the archive has none of this key.
    package func documentRecord(_ key: Int64) throws(ArchiveError) -> DocumentRecord? {
        let normalizer = try Normalizer.shared()
        return try store.read { try RecordReader(db: $0, normalizer: normalizer).document(key: key) }
    }
}

/// Conditions of SQL with their arguments.
private struct Conditions {
    private var parts = ["1"]
    private(set) var values: [(any DatabaseValueConvertible)?] = []

    var sql: String { parts.joined(separator: " AND ") }
    var arguments: StatementArguments { StatementArguments(values) }

    mutating func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        require(condition, [value])
    }

    mutating func require(_ condition: String, _ values: [(any DatabaseValueConvertible)?]) {
        parts.append(condition)
        self.values += values
    }

    /// Requires nothing where there is no list.
    mutating func require<Value: DatabaseValueConvertible>(_ column: String, among list: [Value]?) {
        guard let list else { return }
        require("\(column) IN (\(list.map { _ in "?" }.joined(separator: ",")))", list.map { $0 })
    }

    /// A year or month at an end stands for any of its days.
    mutating func require(_ dates: DateBounds, column: String) {
        if let recurring = dates.recurring {
            let other = dates.isOfAnyYear == true ? "____\(recurring.dropFirst())%" : nil
            require("(\(column) LIKE ? OR \(column) LIKE ?)", ["\(recurring)%", other])
            return
        }
        require("\(column) IS NOT NULL AND \(column) NOT LIKE '-%'", [])
        if let first = dates.first { require("\(column) >= ?", first) }
        if let last = dates.last { require("\(column) <= ?", last + "~") }
    }
}
