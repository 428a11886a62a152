import Export
import Extract
import Foundation
import Index

/// Indicators, and the goals set for one across documents and years.
enum TargetLedger {
    static let endpoint = Endpoint(
        path: "/targets", formats: [.html, .json, .csv],
        parameters: [.text("indicator"), .document, .year(), .cursor, .limit]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        guard inquiry.text("indicator") != nil || inquiry.text("document") != nil || inquiry.integer("year") != nil
        else {
            var inquiry = inquiry
            if inquiry.format == .html, inquiry.values["limit"] == nil { inquiry.values["limit"] = "100" }
            let listing = try Listing(ledger.indicators, for: inquiry, ledger) { $0 }
            var reply = Reply(json: listing)
            reply.page = { TargetPage.list(listing, $0) }
            reply.table = {
                Table(
                    columns: ["indicator", "targets", "documents"],
                    rows: ledger.indicators.map { [.text($0.name), .integer($0.targets), .integer($0.documents)] })
            }
            return reply
        }
        var filter = RecordFilter(document: inquiry.text("document"), text: inquiry.text("indicator"))
        filter.year = inquiry.integer("year")
        // The very indicator first, then those whose names hold it; each by year.
        let hits = try inquiry.holdings.archive.targets(filter).sorted { left, right in
            let name = inquiry.text("indicator")
            let first = (left.record.indicator == name ? 0 : 1, left.record.indicator, left.record.year ?? 9999)
            let second = (right.record.indicator == name ? 0 : 1, right.record.indicator, right.record.year ?? 9999)
            return first < second
        }
        var paged = inquiry
        if inquiry.format == .html, inquiry.values["limit"] == nil { paged.values["limit"] = "200" }
        let listing = try Listing(hits, for: paged, ledger) { entry($0, ledger) }
        var reply = Reply(json: listing)
        reply.page = { TargetPage(scene: $0, listing: listing).page }
        reply.table = { table(hits.map { entry($0, ledger) }) }
        return reply
    }

    private static func entry(_ hit: RecordHit<TargetRecord>, _ ledger: Ledger) -> RecordEntry<TargetRecord> {
        RecordEntry(
            document: ledger.entry(hit.document), record: hit.record, text: hit.text, path: hit.path, label: hit.label,
            provision: hit.record.provision)
    }

    private static func table(_ entries: [RecordEntry<TargetRecord>]) -> Table {
        Table(
            columns: [
                "indicator", "comparator", "value", "upper", "unit", "year", "quote", "document", "title", "source",
            ],
            rows: entries.map { entry in
                let target = entry.record
                return [
                    .text(target.indicator), .text(target.comparator), .real(target.value),
                    target.upper.map { .real($0) } ?? .null, .text(target.unit ?? ""),
                    target.year.map { .integer($0) } ?? .null, .text(target.quote), .text(entry.document.id),
                    .text(entry.document.title), .text(entry.document.place),
                ]
            })
    }
}
