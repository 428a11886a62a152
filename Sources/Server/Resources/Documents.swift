import Export
import Extract
import Foundation
import HTTPTypes
import Index

/// The list of documents.
enum DocumentList {
    static let endpoint = Endpoint(
        path: "/documents", formats: [.html, .json, .csv, .atom],
        parameters: [
            .text("title"), .text("kind"), .text("issuer"), .year(), .cursor, .limit, .today,
            .choice("status", DocumentStatus.allCases.map(\.rawValue)), .choice("sort", ["date", "source"]),
        ]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let found = documents(inquiry, ledger)
        let listing = try Listing(found, for: inquiry, ledger) { facts in
            Item(document: facts.entry, force: ledger.force(of: facts, on: inquiry.day), tasks: facts.tasks)
        }
        var reply = Reply(json: listing)
        reply.page = { DocumentListPage(scene: $0, ledger: ledger, listing: listing).page }
        reply.table = {
            Table(
                columns: ["document", "number", "title", "kind", "issuers", "signed", "status", "source", "line"],
                rows: found.map { facts in
                    let entry = facts.entry
                    return [
                        .text(entry.id), .text(entry.number ?? ""), .text(entry.title), .text(entry.kind ?? ""),
                        .text(entry.issuers.joined(separator: "、")), .text(entry.signed ?? ""),
                        .text(ledger.force(of: facts, on: inquiry.day).status.rawValue), .text(entry.source),
                        .integer(entry.line),
                    ]
                })
        }
        reply.feed = {
            Feed(
                title: "公报：文件", address: inquiry.address,
                entries: found.prefix(100).map { facts in
                    Feed.Entry(
                        address: Address(path: facts.entry.address.path), title: facts.entry.title,
                        updated: facts.entry.signed,
                        summary: [facts.entry.number ?? "", facts.entry.issuers.joined(separator: "、")]
                            .filter { !$0.isEmpty }.joined(separator: " "))
                })
        }
        return reply
    }

    struct Item: Encodable {
        var document: DocumentEntry
        var force: Force
        var tasks: Int
    }

    /// The documents that fit, the latest first unless the order of sources is asked for.
    private static func documents(_ inquiry: Inquiry, _ ledger: Ledger) -> [DocumentFacts] {
        let found = ledger.documents.filter { facts in
            let entry = facts.entry
            if let title = inquiry.text("title"), !entry.title.contains(title), entry.number?.contains(title) != true {
                return false
            }
            if let kind = inquiry.text("kind"), entry.kind != kind { return false }
            if let issuer = inquiry.text("issuer"), !entry.issuers.contains(where: { $0.contains(issuer) }) {
                return false
            }
            if let year = inquiry.integer("year"), entry.year != year { return false }
            if let status = inquiry.values["status"],
                ledger.force(of: facts, on: inquiry.day).status.rawValue != status
            {
                return false
            }
            return true
        }
        guard inquiry.values["sort"] != "source" else { return found }
        return found.enumerated().sorted { left, right in
            let (first, second) = (left.element.entry.signed ?? "", right.element.entry.signed ?? "")
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
    }
}

/// One document with all that was read from it.
enum DocumentResource {
    static let endpoint = Endpoint(
        path: "/documents/{id}", formats: [.html, .json, .csv, .ics], parameters: [.text("at", maximum: 600), .today]
    ) { inquiry in
        let id = inquiry.values["id"] ?? ""
        let holdings = inquiry.holdings
        let ledger = try holdings.ledger()
        let found = try holdings.documents(id, place: inquiry.text("at"))
        if found.count > 1, inquiry.format == .html {
            var reply = Reply(status: .multipleChoices)
            reply.page = { DocumentListPage.choice(found.map(\.entry), $0) }
            return reply
        }
        let (entry, record) = try holdings.document(id, place: inquiry.text("at"))
        let view = try DocumentView(entry: entry, record: record, ledger: ledger, inquiry: inquiry)
        var reply = Reply(json: view.body)
        reply.page = { DocumentPage(scene: $0, view: view).page }
        reply.table = {
            TaskTable.table(record.tasks.map { (entry, $0) })
        }
        reply.calendar = {
            var request = SearchRequest(.field(.number, .equals(record.number?.text ?? entry.id)))
            if record.number == nil { request = SearchRequest(.field(.title, .equals(record.title))) }
            return try Calendars.text(holdings.archive, matching: request, unit: nil)
        }
        return reply
    }
}

/// A document, and what the archive knows of it besides.
struct DocumentView {
    var entry: DocumentEntry
    var record: DocumentRecord
    var force: Force?
    var findings: [FindingEntry]
    /// What others say of it.
    var citedBy: [RecordEntry<CitationRecord>]
    var ledger: Ledger

    init(entry: DocumentEntry, record: DocumentRecord, ledger: Ledger, inquiry: Inquiry) throws {
        self.entry = entry
        self.record = record
        self.ledger = ledger
        let facts = ledger.documents.first { $0.entry == entry }
        force = facts.map { ledger.force(of: $0, on: inquiry.day) }
        findings = ledger.findings.filter { $0.document == entry }
        let cited = record.number?.text ?? record.title
        citedBy = try inquiry.holdings.archive.citations(CitationFilter(cited: cited)).compactMap { hit in
            let citing = ledger.entry(hit.document)
            guard citing != entry else { return nil }
            return RecordEntry(
                document: citing, record: hit.record, text: hit.text, path: hit.path, label: hit.label,
                provision: hit.record.provision)
        }
    }

    struct Body: Encodable {
        var document: DocumentEntry
        var record: DocumentRecord
        var force: Force?
        var cited_by: [RecordEntry<CitationRecord>]
        var findings: [Finding]
        var coverage: Coverage
    }

    var body: Body {
        Body(
            document: entry, record: record, force: force, cited_by: citedBy, findings: findings.map(\.finding),
            coverage: ledger.coverage)
    }
}

/// Tasks as rows.
enum TaskTable {
    static func table(_ tasks: [(document: DocumentEntry, task: TaskRecord)]) -> Table {
        Table(
            columns: [
                "document", "title", "task", "label", "path", "text", "lead", "responsible", "support", "implement",
                "due", "source", "line",
            ],
            rows: tasks.map { document, task in
                func units(_ role: AssignmentRecord.Role) -> CellValue {
                    .text(task.assignments.filter { $0.role == role }.map(\.unit).joined(separator: "、"))
                }
                return [
                    .text(document.id), .text(document.title), .text(task.id), .text(task.label ?? ""),
                    .text(task.path.joined(separator: " › ")), .text(task.text), units(.lead), units(.responsible),
                    units(.support), units(.implement),
                    .text(task.deadlines.compactMap(\.date).joined(separator: "、")), .text(document.source),
                    .integer(task.span.start.line),
                ]
            })
    }
}
