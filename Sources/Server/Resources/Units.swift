import Export
import Extract
import Foundation
import Index

/// The list of units.
enum UnitList {
    static let endpoint = Endpoint(
        path: "/units", formats: [.html, .json, .csv], parameters: [.text("name"), .cursor, .limit]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let found = ledger.units.filter { unit in inquiry.text("name").map { unit.name.contains($0) } ?? true }
        var inquiry = inquiry
        if inquiry.format == .html, inquiry.values["limit"] == nil { inquiry.values["limit"] = "100" }
        let listing = try Listing(found, for: inquiry, ledger) { $0 }
        var reply = Reply(json: listing)
        reply.page = { UnitListPage(scene: $0, listing: listing).page }
        reply.table = {
            Table(
                columns: ["unit", "tasks", "lead", "responsible", "support", "implement"],
                rows: found.map {
                    [
                        .text($0.name), .integer($0.tasks), .integer($0.lead), .integer($0.responsible),
                        .integer($0.support), .integer($0.implement),
                    ]
                })
        }
        return reply
    }
}

/// All that a unit has to do.
enum UnitInbox {
    static let endpoint = Endpoint(
        path: "/units/{name}", formats: [.html, .json, .csv, .ics],
        parameters: [.role, .year(), .choice("due", ["open", "past", "none"]), .cursor, .limit, .today]
    ) { inquiry in
        let name = inquiry.values["name"] ?? ""
        let archive = inquiry.holdings.archive
        let ledger = try inquiry.holdings.ledger()
        guard try archive.knowsUnit(name) else {
            var problem = Problem.notFound
            let like = try archive.namesLike(name, of: .unit)
            problem.detail =
                like.isEmpty ? "The archive has no such unit." : "Like it: \(like.joined(separator: ", "))"
            throw problem
        }
        var filter = TaskFilter(unit: name, role: inquiry.role())
        filter.year = inquiry.integer("year")
        let whole = try archive.tasks(filter)
        let tasks = whole.filter { isWanted($0, inquiry) }
        var paged = inquiry
        if inquiry.format == .html, inquiry.values["limit"] == nil { paged.values["limit"] = "50" }
        let listing = try Listing(tasks, for: paged, ledger) { Item($0, ledger, unit: name) }
        let duties = try archive.duties(unitFilter(name)).map { hit in
            RecordEntry(
                document: ledger.entry(hit.document), record: hit.record, text: nil, path: hit.path, label: hit.label,
                provision: nil)
        }
        var reply = Reply(json: Body(unit: name, tasks: listing, officials: duties))
        reply.page = { scene in
            UnitPage(scene: scene, name: name, all: whole, listing: listing, officials: duties).page
        }
        reply.table = { TaskTable.table(tasks.map { (ledger.entry($0.document), $0.task) }) }
        reply.calendar = {
            let query = Query.boolean(
                must: [.field(.unit, .equals(name)), .field(.type, .equals("deadline"))], should: [], mustNot: [])
            return try Calendars.text(archive, matching: SearchRequest(query), unit: name)
        }
        return reply
    }

    /// A task with the unit's roles in it.
    struct Item: Encodable {
        var document: DocumentEntry
        var task: TaskRecord
        var url: String
        /// The names under which the unit stands in it, where they are not the one that was asked for.
        var under: [String]

        init(_ hit: TaskHit, _ ledger: Ledger, unit: String) {
            document = ledger.entry(hit.document)
            task = hit.task
            url = document.address.at(hit.task.provision).text
            let names = hit.task.assignments.map(\.unit)
            under = names.contains(unit) ? [] : names.filter { $0.hasSuffix(unit) }
        }
    }

    private struct Body: Encodable {
        var unit: String
        var tasks: Listing<Item>
        var officials: [RecordEntry<DutyRecord>]
    }

    private static func unitFilter(_ name: String) -> RecordFilter {
        var filter = RecordFilter()
        filter.unit = name
        return filter
    }

    /// Whether a task is among those that are open, past or without a day.
    private static func isWanted(_ hit: TaskHit, _ inquiry: Inquiry) -> Bool {
        guard let due = inquiry.values["due"] else { return true }
        let days = hit.task.deadlines.compactMap(\.date).filter { !$0.hasPrefix("-") }
        return switch due {
        case "none": days.isEmpty
        case "past": days.contains { $0 + "~" < inquiry.day }
        default: days.contains { $0 + "~" >= inquiry.day }
        }
    }
}
