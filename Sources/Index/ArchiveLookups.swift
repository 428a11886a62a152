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
    /// The folded title, number, id and names of issuers.
    package var titleKey: String
    package var numberKey: String?
    package var nameKey: String
    package var issuerKeys: [String]
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
            var issuers: [Int64: (names: [String], keys: [String])] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT document, name, key FROM issuers ORDER BY rowid") {
                issuers[row[0], default: ([], [])].names.append(row[1])
                issuers[row[0]]?.keys.append(row[2])
            }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT d.id, d.name, d.number, d.title, d.kind, d.signed, d.year, d.effective, d.expires, d.line,
                        s.path, d.titles, d.title_key, d.number_key, d.name_key FROM documents d JOIN sources s ON s.id = d.source ORDER BY s.path, d.id
                    """
            ).map { row in
                let key: Int64 = row[0]
                return DocumentEntry(
                    key: key,
                    summary: DocumentSummary(
                        id: row[1], number: row[2], title: row[3], kind: row[4], issuers: issuers[key]?.names ?? [],
                        signed: row[5], year: row[6], file: row[10], line: row[9]),
                    effective: row[7], expires: row[8],
                    titles: (row[11] as String).split(separator: "\n").map(String.init), titleKey: row[12],
                    numberKey: row[13], nameKey: row[14], issuerKeys: issuers[key]?.keys ?? [])
            }
        }
    }

    /// Returns the folded names of all units with a role in a task.
    package func unitKeys() throws(ArchiveError) -> [String] {
        try store.read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT key FROM units WHERE id IN (SELECT unit FROM unit_uses) ORDER BY key")
        }
    }

    /// Returns how many tasks of each document each unit has in a role, or in any where it is nil.
    package func taskCounts(
        units: [String]?, role: AssignmentRecord.Role?, documents: [Int64]?
    ) throws(ArchiveError) -> [(unit: String, document: Int64, count: Int)] {
        let normalizer = try Normalizer.shared()
        return try store.read { db in
            let lookup = AssignmentLookup(db: db, normalizer: normalizer)
            let keys = try lookup.keys()
            let wanted = try units.map { try lookup.units(.among($0, column: "key")) }
            let role = role.flatMap { AssignmentRecord.Role.allCases.firstIndex(of: $0) }
            let documents = documents.map(Set.init)
            var counts: [(unit: String, document: Int64, count: Int)] = []
            try lookup.forEachDocument(with: wanted) { document, _, table in
                guard documents?.contains(document) ?? true else { return }
                var tasks: [String: Set<Int>] = [:]
                for entry in table.entries where role == nil || entry.role == role {
                    let unit = table.units[entry.unit]
                    guard wanted?.contains(unit) ?? true, let key = keys[unit] else { continue }
                    tasks[key, default: []].insert(entry.task)
                }
                counts += tasks.sorted { $0.key < $1.key }.map { ($0.key, document, $0.value.count) }
            }
            return counts
        }
    }

    /// Returns the tasks of documents, or those in which one of the units has a role, in the order of the archive.
    ///
    /// - Parameter labels: Folded labels of the tasks, or of the passages at which they stand.
    package func taskEntries(
        documents: [Int64]?, units: [String]? = nil, role: AssignmentRecord.Role? = nil, labels: [String]? = nil,
        limit: Int = -1
    ) throws(ArchiveError) -> [TaskEntry] {
        let normalizer = try Normalizer.shared()
        return try store.read { db in
            var conditions = Conditions()
            if let documents { conditions.requireRows("t.id", of: documents) }
            if units != nil || role != nil {
                let lookup = AssignmentLookup(db: db, normalizer: normalizer)
                conditions.require(.among(try lookup.tasks(units: units, role: role), column: "t.id"))
            }
            if let labels { conditions.require(.among(labels, column: "t.label_key")) }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT t.id, t.id >> 24, t.label_key, t.text_key, t.path_key FROM tasks t
                    WHERE \(conditions.sql) ORDER BY t.id LIMIT \(limit)
                    """, arguments: conditions.arguments
            ).map { TaskEntry(id: $0[0], document: $0[1], label: $0[2], text: $0[3], path: $0[4]) }
        }
    }

    /// Returns the records of tasks, by their ids.
    package func taskRecords(_ ids: [Int64]) throws(ArchiveError) -> [Int64: TaskRecord] {
        let normalizer = try Normalizer.shared()
        return try store.read { db in
            let reader = RecordReader(db: db, normalizer: normalizer)
            var conditions = Conditions()
            conditions.require(.among(ids, column: "id"))
            var records: [Int64: TaskRecord] = [:]
            for row in try Row.fetchAll(
                db, sql: "SELECT id, start, length FROM tasks WHERE \(conditions.sql)",
                arguments: conditions.arguments)
            {
                let id: Int64 = row[0]
                records[id] = try reader.decode(
                    TaskRecord.self, document: RowID.document(id), start: row[1], length: row[2])
            }
            return records
        }
    }

    /// Returns the tasks with these ids in their records, of documents.
    package func tasks(_ names: [(document: Int64, task: String)]) throws(ArchiveError) -> [String: TaskRecord] {
        let normalizer = try Normalizer.shared()
        return try store.read { db in
            let reader = RecordReader(db: db, normalizer: normalizer)
            var found: [String: TaskRecord] = [:]
            for (document, asked) in Dictionary(grouping: names, by: \.document) {
                var missing = Set(asked.map(\.task))
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT start, length FROM tasks WHERE id BETWEEN ? AND ?",
                    arguments: [RowID.first(of: document), RowID.last(of: document)])
                while !missing.isEmpty, let row = try rows.next() {
                    let task = try reader.decode(
                        TaskRecord.self, document: document, start: row[0], length: row[1])
                    if missing.remove(task.id) != nil { found[task.id] = task }
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
        let normalizer = try Normalizer.shared()
        var conditions = Conditions()
        if let documents = asked.documents { conditions.requireRows("x.id", of: documents) }
        if let dates = asked.dates { conditions.require(dates, column: "x.date") }
        if let cited = asked.cited {
            let numbers = Condition.among(cited.numbers, column: "x.number_key")
            let titles = Condition.among(cited.titles, column: "x.title_key")
            conditions.require("(\(numbers.sql) OR \(titles.sql))", numbers.arguments + titles.arguments)
        }
        if let relation = asked.relation { conditions.require("x.relation = ?", relation.rawValue) }
        return try store.read { db in
            let reader = RecordReader(db: db, normalizer: normalizer)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT x.id, \(table.textColumn), x.start, x.length, x.passage, d.first
                    FROM \(table.rawValue) x CROSS JOIN documents d ON d.id = x.id >> 24
                    WHERE \(conditions.sql) ORDER BY x.id
                    """, arguments: conditions.arguments)
            var found: [RecordEntry<Record>] = []
            while let row = try rows.next() {
                let key: String = row[1] ?? ""
                guard isWanted(key) else { continue }
                let document = RowID.document(row[0])
                var entry = RecordEntry(
                    document: document, key: key,
                    record: try reader.decode(type, document: document, start: row[2], length: row[3]), path: [])
                if let passage: Int64 = row[4] {
                    let passages = try reader.passages(of: document, first: row[5])
                    let number = Int(passage - passages.first)
                    if passages.entries.indices.contains(number) {
                        let content = try passages.content(of: number)
                        (entry.text, entry.label) = (content.text, content.label)
                        entry.path = try passages.path(of: number)
                    }
                }
                found.append(entry)
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

    mutating func require(_ other: Condition) { require("(\(other.sql))", other.arguments) }

    /// Requires that the rows of a column belong to one of these documents.
    mutating func requireRows(_ column: String, of documents: [Int64]) {
        let ranges = documents.map { "\(column) BETWEEN \(RowID.first(of: $0)) AND \(RowID.last(of: $0))" }
        guard documents.count > 40 else {
            return require(Condition(ranges.isEmpty ? "0" : ranges.joined(separator: " OR ")))
        }
        require(Condition.among(documents, column: "(\(column) >> 24)"))
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

extension AssignmentLookup {
    /// The folded name of each unit, by its id.
    fileprivate func keys() throws -> [Int64: String] {
        var keys: [Int64: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, key FROM units") { keys[row[0]] = row[1] }
        return keys
    }

    /// The tasks in which one of some units, or any unit, has a role, ascending by id.
    ///
    /// - Parameter keys: Folded names, whole.
    fileprivate func tasks(units keys: [String]?, role: AssignmentRecord.Role?) throws -> [Int64] {
        let wanted = try keys.map { try units(.among($0, column: "key")) }
        let role = role.flatMap { AssignmentRecord.Role.allCases.firstIndex(of: $0) }
        var found: [Int64] = []
        try forEachDocument(with: wanted) { document, _, table in
            for entry in table.entries where role == nil || entry.role == role {
                guard wanted?.contains(table.units[entry.unit]) ?? true else { continue }
                let task = RowID.of(document, entry.task)
                if found.last != task { found.append(task) }
            }
        }
        return found
    }
}
