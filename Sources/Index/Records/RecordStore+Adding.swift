import Extract
import Foundation
import GRDB

/// What became of a record that was given to an archive.
public enum IngestOutcome: Equatable, Sendable {
    /// The path was new.
    case added
    /// The file or its reading has changed: its records took the place of the earlier ones.
    case replaced
    /// The archive held exactly this already.
    case unchanged
    /// The same bytes are in the archive under another path, and were not stored twice.
    case duplicate(of: String)
}

extension RecordStore {
    /// Stores all that was read from one file, in one transaction.
    ///
    /// - Parameter path: The absolute path by which the file is known.
    func add(_ record: GazetteRecord, path: String, normalizer: Normalizer) throws(ArchiveError) -> IngestOutcome {
        try write { db in
            let known = try Row.fetchOne(db, sql: "SELECT id, sha256 FROM sources WHERE path = ?", arguments: [path])
            let knownID: Int64? = known?["id"]
            let twin = try String.fetchOne(
                db, sql: "SELECT path FROM sources WHERE sha256 = ? AND path <> ?",
                arguments: [record.source.sha256, path])
            if let knownID, twin == nil, known?["sha256"] == record.source.sha256 {
                var stored = try Self.record(db, source: knownID)
                // The same path may be written in another way.
                stored?.source.path = record.source.path
                if stored == record { return .unchanged }
            }
            if knownID == nil, let twin { return .duplicate(of: twin) }
            try db.execute(sql: "UPDATE state SET generation = generation + 1")
            let generation = try Int64.fetchOne(db, sql: "SELECT generation FROM state") ?? 0
            if let knownID { try Self.remove(db, source: knownID, generation: generation) }
            if let twin { return .duplicate(of: twin) }
            var writer = RecordWriter(db: db, normalizer: normalizer)
            try writer.insert(record, path: path, generation: generation)
            return knownID == nil ? .added : .replaced
        }
    }

    private static func remove(_ db: Database, source: Int64, generation: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO removed SELECT min(p.id), max(p.id), ? FROM passages p JOIN documents d ON d.id = p.document
                WHERE d.source = ? HAVING count(*) > 0
                """, arguments: [generation, source])
        try db.execute(sql: "DELETE FROM sources WHERE id = ?", arguments: [source])
    }

    /// Stores a record whose path is new.
    static func insert(_ record: GazetteRecord, path: String, db: Database, normalizer: Normalizer) throws {
        try db.execute(sql: "UPDATE state SET generation = generation + 1")
        let generation = try Int64.fetchOne(db, sql: "SELECT generation FROM state") ?? 0
        var writer = RecordWriter(db: db, normalizer: normalizer)
        try writer.insert(record, path: path, generation: generation)
    }

    /// The whole record of a source, put together again.
    static func record(_ db: Database, source: Int64) throws -> GazetteRecord? {
        guard
            let envelope = try Data.fetchOne(db, sql: "SELECT envelope FROM sources WHERE id = ?", arguments: [source])
        else { return nil }
        let decoder = JSONDecoder()
        var record = try decoder.decode(GazetteRecord.self, from: envelope)
        record.documents = try Data.fetchAll(
            db, sql: "SELECT record FROM documents WHERE source = ? ORDER BY id", arguments: [source]
        ).map { try decoder.decode(DocumentRecord.self, from: $0) }
        return record
    }
}

/// Writes one record into the tables.
private struct RecordWriter {
    let db: Database
    let normalizer: Normalizer
    private let encoder = JSONEncoder()

    init(db: Database, normalizer: Normalizer) {
        self.db = db
        self.normalizer = normalizer
        encoder.outputFormatting = [.sortedKeys]
    }

    /// Runs a statement that is compiled once.
    private func execute(sql: String, arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    mutating func insert(_ record: GazetteRecord, path: String, generation: Int64) throws {
        var envelope = record
        envelope.documents = []
        let data = try encoder.encode(envelope)
        try execute(
            sql: "INSERT INTO sources (path, sha256, envelope, checksum, generation) VALUES (?, ?, ?, ?, ?)",
            arguments: [path, record.source.sha256, data, RecordChecksum.of(data), generation])
        let source = db.lastInsertedRowID
        for document in record.documents { try insert(document, source: source, issueYear: record.issue?.year) }
    }

    private func insert(_ document: DocumentRecord, source: Int64, issueYear: Int?) throws {
        let data = try encoder.encode(document)
        let signedYear = document.signed.flatMap { Int($0.prefix(4)) }
        try execute(
            sql: """
                INSERT INTO documents (source, name, name_key, number, number_key, title, title_key, kind, kind_key,
                    issuers, year, signed, effective, expires, line, record, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                source, document.id, normalizer.key(document.id), document.number?.text,
                document.number.map { normalizer.key($0.text) }, document.title, normalizer.key(document.title),
                document.kind,
                document.kind.map(normalizer.key),
                String(decoding: try encoder.encode(document.issuers), as: UTF8.self),
                document.number?.year ?? signedYear ?? issueYear, document.signed, document.validity?.effective,
                document.validity?.expires, document.span.start.line,
                data, RecordChecksum.of(data),
            ])
        let id = db.lastInsertedRowID
        for issuer in document.issuers {
            try execute(sql: "INSERT INTO issuers VALUES (?, ?, ?)", arguments: [id, issuer, normalizer.key(issuer)])
        }
        var locator = PassageLocator()
        for passage in Passage.all(of: document) { locator.add(passage, id: try insert(passage, document: id)) }
        for task in document.tasks { try insert(task, document: id, locator: locator) }
        try insertPointers(of: document, id: id, locator: locator)
    }

    /// Inserts the records that stand at a passage, other than tasks.
    private func insertPointers(of document: DocumentRecord, id: Int64, locator: PassageLocator) throws {
        func insert(
            _ table: String, provision: String?, span: SpanRecord, _ columns: [(any DatabaseValueConvertible)?],
            _ record: some Encodable
        ) throws {
            let marks = Array(repeating: "?", count: columns.count + 3).joined(separator: ", ")
            let passage = locator.passage(provision: provision, span: span)
            try execute(
                sql: "INSERT INTO \(table) VALUES (\(marks))",
                arguments: StatementArguments([id, passage] + columns + [try encoder.encode(record)]))
        }
        for deadline in document.deadlines {
            try insert(
                "deadlines", provision: deadline.provision, span: deadline.span,
                [deadline.kind.rawValue, deadline.date, deadline.task], deadline)
        }
        for target in document.targets {
            try insert(
                "targets", provision: target.provision, span: target.span,
                [target.indicator, normalizer.key(target.indicator), target.value, target.year], target)
        }
        for citation in document.citations {
            try insert(
                "citations", provision: citation.provision, span: citation.span,
                [citation.number.map(normalizer.key), citation.title.map(normalizer.key), citation.relation.rawValue],
                citation)
        }
        for definition in document.definitions {
            try insert(
                "definitions", provision: definition.provision, span: definition.span,
                [normalizer.key(definition.term)],
                definition)
        }
        for duty in document.duties {
            let units = (duty.oversees + duty.liaises + duty.charge).map { "\n\(normalizer.key($0))\n" }.joined()
            try insert("duties", provision: nil, span: duty.span, [normalizer.key(duty.person), units], duty)
        }
        for event in document.events {
            try insert(
                "events", provision: nil, span: event.span, [event.date, event.end, normalizer.key(event.text)], event)
        }
    }

    private func insert(_ passage: Passage, document: Int64) throws -> Int64 {
        try execute(
            sql: """
                INSERT INTO passages (document, type, provision, path, label, label_key, number, text, emphasis, line,
                    "column")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document, passage.type.rawValue, passage.provision,
                String(decoding: try encoder.encode(passage.path), as: UTF8.self), passage.label,
                passage.label.map { LabelKey.of($0, normalizer: normalizer) }, passage.number, passage.text,
                passage.emphasis,
                passage.span.start.line, passage.span.start.column,
            ])
        return db.lastInsertedRowID
    }

    private func insert(_ task: TaskRecord, document: Int64, locator: PassageLocator) throws {
        let passage = locator.passage(provision: task.provision, span: task.span)
        try execute(
            sql: """
                INSERT INTO tasks (document, passage, name, label_key, text_key, path_key, record)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document, passage, task.id, task.label.map { LabelKey.of($0, normalizer: normalizer) },
                normalizer.key(task.text),
                task.path.map(normalizer.key).joined(separator: "\n"), try encoder.encode(task),
            ])
        let id = db.lastInsertedRowID
        for assignment in task.assignments {
            try execute(
                sql: "INSERT INTO assignments VALUES (?, ?, ?, ?, ?)",
                arguments: [id, passage, assignment.unit, normalizer.key(assignment.unit), assignment.role.rawValue])
        }
    }
}
