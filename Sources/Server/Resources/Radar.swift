import Export
import Extract
import Foundation
import Index

/// What falls due, takes effect and lapses in the days to come.
enum Radar {
    static let endpoint = Endpoint(
        path: "/radar", formats: [.html, .json, .csv, .ics],
        parameters: [.today, .integer("days", 1...3660), .unit]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let first = inquiry.day
        let last = CalendarDays.adding(inquiry.integer("days") ?? 180, to: first) ?? first
        var filter = RecordFilter()
        filter.dates = DateBounds(first: first, last: last)
        filter.unit = inquiry.text("unit")
        var events = try inquiry.holdings.archive.deadlines(filter).compactMap { hit in
            Event(hit, ledger, first: first, last: last)
        }
        if inquiry.text("unit") == nil { events += force(ledger, first, last) }
        events.sort { ($0.day, $0.kind, $0.document.place) < ($1.day, $1.kind, $1.document.place) }
        let found = events
        var reply = Reply(json: Body(first: first, last: last, events: found, coverage: ledger.coverage))
        reply.page = { RadarPage(scene: $0, first: first, last: last, events: found, ledger: ledger).page }
        reply.table = {
            Table(
                columns: ["day", "kind", "text", "lead", "quote", "document", "title", "source"],
                rows: found.map { event in
                    [
                        .text(event.day), .text(event.kind), .text(event.text),
                        .text(event.lead.joined(separator: "、")),
                        .text(event.quote ?? ""), .text(event.document.id), .text(event.document.title),
                        .text(event.document.place),
                    ]
                })
        }
        reply.calendar = {
            let bounds = FieldTest.range(
                lower: FieldBound(first, isIncluded: true), upper: FieldBound(last, isIncluded: true))
            var parts: [Query] = [.field(.due, bounds)]
            if let unit = inquiry.text("unit") { parts.append(.field(.unit, .equals(unit))) }
            return try Calendars.text(
                inquiry.holdings.archive,
                matching: SearchRequest(.boolean(must: parts, should: [], mustNot: [])), unit: inquiry.text("unit"))
        }
        return reply
    }

    /// Something on a day.
    struct Event: Encodable {
        /// ISO 8601; a month or year where no more is said.
        var day: String
        /// due, effective or expires.
        var kind: String
        var text: String
        var lead: [String]
        var quote: String?
        var document: DocumentEntry
        var url: String
        /// Where it is read.
        let address: Address

        enum CodingKeys: CodingKey { case day, kind, text, lead, quote, document, url }

        init?(_ hit: RecordHit<DeadlineRecord>, _ ledger: Ledger, first: String, last: String) {
            guard let date = hit.record.date, date + "~" >= first, date <= last else { return nil }
            day = date
            kind = "due"
            text = hit.task?.text ?? hit.text ?? hit.record.quote
            lead =
                hit.task?.assignments.filter { $0.role == .lead || $0.role == .responsible }.map(\.unit) ?? []
            quote = hit.record.quote
            let entry = ledger.entry(hit.document)
            document = entry
            address = hit.record.provision.map { entry.address.at($0) } ?? entry.address
            url = address.text
        }

        init(_ facts: DocumentFacts, day: String, kind: String) {
            self.day = day
            self.kind = kind
            text = facts.entry.title
            lead = []
            quote = facts.quote
            document = facts.entry
            address = facts.entry.address
            url = address.text
        }
    }

    private struct Body: Encodable {
        var first: String
        var last: String
        var events: [Event]
        var coverage: Coverage
    }

    private static func force(_ ledger: Ledger, _ first: String, _ last: String) -> [Event] {
        ledger.documents.flatMap { facts -> [Event] in
            let days = [("effective", facts.effective), ("expires", facts.expires)]
            return days.compactMap { kind, day in
                guard let day, day >= first, day <= last, facts.repealedBy.isEmpty else { return nil }
                return Event(facts, day: day, kind: kind)
            }
        }
    }
}
