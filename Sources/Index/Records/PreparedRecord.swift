import Extract
import GRDB

/// What was read from one file, made ready for an archive: encoded, compressed, cut into passages and rows.
///
/// Making one takes nearly all of the time of storing it, and can be done on any thread, see ``Archive/prepare(_:)``.
public struct PreparedRecord: Sendable {
    /// The absolute path by which the archive knows the file.
    public let path: String
    public let sha256: String
    let envelope: String
    let envelopeChecksum: Int64
    let documents: [PreparedDocument]
    /// How many records of all kinds the documents hold.
    public let recordCount: Int
    public let findingCount: Int
    public var documentCount: Int { documents.count }

    /// - Parameter path: The absolute path.
    init(_ record: GazetteRecord, path: String, normalizer: Normalizer) throws {
        var envelope = record
        envelope.documents = []
        let bytes = try RecordEncoder.encode(envelope)
        self.path = path
        sha256 = record.source.sha256
        self.envelope = String(decoding: bytes, as: UTF8.self)
        envelopeChecksum = RecordChecksum.of(bytes)
        let issueYear = record.issue?.year
        documents = try record.documents.map {
            try PreparedDocument($0, issueYear: issueYear, normalizer: normalizer)
        }
        findingCount = record.findings.count
        recordCount = record.documents.reduce(0) { sum, document in
            sum + document.tasks.count + document.targets.count + document.deadlines.count + document.tables.count
                + document.citations.count + document.duties.count + document.events.count
        }
    }
}

/// A document as the rows of the tables.
struct PreparedDocument: Sendable {
    /// A row of a table of records.
    struct RecordRow: Equatable, Sendable {
        /// The number of its passage among those of the document.
        var passage: Int?
        var place: Range<Int>
        /// The columns behind these.
        var values: [DatabaseValue]
    }

    /// The id in its record; the archive may have to make it unique.
    let name: String
    /// The columns of `documents` from `number` to `line`.
    let columns: [DatabaseValue]
    let issuers: [(name: String, key: String)]
    let checksum: Int64
    let parts: [RecordParts.Part]
    let passageCount: Int
    let passages: [UInt8]
    /// The units of the assignments, in the order in which they first occur.
    let units: [(name: String, key: String)]
    /// With the places of units in `units`.
    let assignments: [AssignmentTable.Entry]
    let records: [RecordMap.Kind: [RecordRow]]

    init(_ document: DocumentRecord, issueYear: Int?, normalizer: Normalizer) throws {
        let json = try RecordEncoder.encode(document)
        let map = RecordMap(of: json)
        let all = Passage.all(of: document)
        let locator = PassageLocator(all)
        name = document.id
        checksum = RecordChecksum.of(json)
        parts = RecordParts.cut(json)
        passageCount = all.count
        passages =
            PassageTable(all, labels: all.map { $0.label.map { LabelKey.of($0, normalizer: normalizer) } }, map: map)
            .bytes
        issuers = document.issuers.map { ($0, normalizer.key($0)) }
        columns = try Self.columns(document, issueYear: issueYear, normalizer: normalizer)
        let rows = RecordRows(document, map: map, locator: locator, normalizer: normalizer)
        records = rows.all()
        (units, assignments) = rows.assignments()
    }

    /// The titles printed in a document, its own and those of what it issues, one a line.
    private static func titles(of document: DocumentRecord) -> String {
        document.elements.filter { $0.element == .title }.map { $0.text.replacing("\n", with: " ") }
            .joined(separator: "\n")
    }

    private static func columns(
        _ document: DocumentRecord, issueYear: Int?, normalizer: Normalizer
    ) throws -> [DatabaseValue] {
        let signedYear = document.signed.flatMap { Int($0.prefix(4)) }
        let issuers = String(decoding: try RecordEncoder.encode(document.issuers), as: UTF8.self)
        let values: [(any DatabaseValueConvertible)?] = [
            normalizer.key(document.id), document.number?.text, document.number.map { normalizer.key($0.text) },
            document.title, normalizer.key(document.title), titles(of: document), document.kind,
            document.kind.map(normalizer.key), issuers,
            document.recipients.map(normalizer.key), document.number?.year ?? signedYear ?? issueYear, document.signed,
            document.validity?.effective, document.validity?.expires, document.span.start.line,
        ]
        return values.map { $0?.databaseValue ?? .null }
    }
}

/// Makes the rows of a document's records.
private struct RecordRows {
    private let document: DocumentRecord
    private let map: RecordMap
    private let locator: PassageLocator
    private let normalizer: Normalizer

    init(_ document: DocumentRecord, map: RecordMap, locator: PassageLocator, normalizer: Normalizer) {
        self.document = document
        self.map = map
        self.locator = locator
        self.normalizer = normalizer
    }

    private func key(_ text: String) -> String { normalizer.key(text) }

    private func rows<Record>(
        _ kind: RecordMap.Kind, _ records: [Record], place: (Record) -> (provision: String?, span: SpanRecord),
        _ values: (Record) -> [(any DatabaseValueConvertible)?]
    ) -> [PreparedDocument.RecordRow] {
        zip(records, map.records(kind)).map { record, range in
            let place = place(record)
            return PreparedDocument.RecordRow(
                passage: locator.passage(provision: place.provision, span: place.span), place: range,
                values: values(record).map { $0?.databaseValue ?? .null })
        }
    }

    func all() -> [RecordMap.Kind: [PreparedDocument.RecordRow]] {
        var tasks: [String: Int] = [:]
        for (number, task) in document.tasks.enumerated() { tasks[task.id] = number }
        return [
            .tasks: rows(.tasks, document.tasks, place: { ($0.provision, $0.span) }) {
                [
                    $0.label.map { LabelKey.of($0, normalizer: normalizer) }, key($0.text),
                    $0.path.map(key).joined(separator: "\n"),
                ]
            },
            .deadlines: rows(.deadlines, document.deadlines, place: { ($0.provision, $0.span) }) {
                [$0.kind.rawValue, $0.date, $0.task.flatMap { tasks[$0] }]
            },
            .targets: rows(.targets, document.targets, place: { ($0.provision, $0.span) }) {
                [$0.indicator, key($0.indicator), $0.value, $0.year]
            },
            .citations: rows(.citations, document.citations, place: { ($0.provision, $0.span) }) {
                [$0.number.map(key), $0.title.map(key), $0.relation.rawValue]
            },
            .definitions: rows(.definitions, document.definitions, place: { ($0.provision, $0.span) }) {
                [key($0.term)]
            },
            .duties: rows(.duties, document.duties, place: { (nil, $0.span) }) { duty in
                let units = (duty.oversees + duty.liaises + duty.charge).map { "\n\(key($0))\n" }.joined()
                return [key(duty.person), units]
            },
            .events: rows(.events, document.events, place: { (nil, $0.span) }) { [$0.date, $0.end, key($0.text)] },
        ]
    }

    func assignments() -> (units: [(name: String, key: String)], entries: [AssignmentTable.Entry]) {
        var numbers: [String: Int] = [:]
        var units: [(name: String, key: String)] = []
        var entries: [AssignmentTable.Entry] = []
        for (task, record) in document.tasks.enumerated() {
            let passage = locator.passage(provision: record.provision, span: record.span)
            for assignment in record.assignments {
                let number = numbers[assignment.unit] ?? units.count
                if number == units.count {
                    numbers[assignment.unit] = number
                    units.append((assignment.unit, key(assignment.unit)))
                }
                let role = AssignmentRecord.Role.allCases.firstIndex(of: assignment.role) ?? 0
                entries.append(AssignmentTable.Entry(task: task, passage: passage, unit: number, role: role))
            }
        }
        return (units, entries)
    }
}
