import Extract
import Foundation
import HTTPTypes
import Index

/// Whole records, one a line.
enum WholeRecords {
    /// How many bytes are given at most; more is had from `gongbao export`.
    private static let maximumBytes = 256 << 20

    static let endpoint = Endpoint(
        path: "/api/v1/export", formats: [.json], parameters: [.text("source", maximum: 600)]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        var count = 0
        let wanted = inquiry.text("source").map { name in
            Set(ledger.documents.filter { $0.entry.source == name }.map(\.entry.path))
        }
        let names = SourceNames(ledger.documents.map(\.entry.path))
        try inquiry.holdings.archive.forEachSource(among: wanted) { path, record in
            var record = record
            record.source.path = names.name(path)
            bytes += try encoder.encode(record)
            bytes.append(UInt8(ascii: "\n"))
            count += 1
            guard bytes.count <= maximumBytes else {
                throw Problem(
                    .contentTooLarge, "export-too-large", "The export is too large for one answer.",
                    detail: "Ask for one source at a time (source=), or use `gongbao export`.")
            }
        }
        // The last line tells that all is there.
        bytes += try encoder.encode(Manifest(sources: count, coverage: ledger.coverage))
        bytes.append(UInt8(ascii: "\n"))
        var reply = Reply()
        reply.file = ("application/x-ndjson", bytes)
        return reply
    }

    private struct Manifest: Encodable {
        var manifest = "gongbao/1"
        var sources: Int
        var coverage: Coverage
    }
}
