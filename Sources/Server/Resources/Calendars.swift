import Export
import Foundation
import Index

/// Calendars of time limits.
enum Calendars {
    /// The time limits, and days of force, that stand in what a query finds.
    static func text(_ archive: Archive, matching request: SearchRequest, unit: String?) throws -> Data {
        let url = FileManager.default.temporaryDirectory.appending(path: "gongbao-\(UUID().uuidString).ics")
        defer { try? FileManager.default.removeItem(at: url) }
        var exporter = Exporter(.ics)
        exporter.unit = unit
        var request = request
        request.after = nil
        _ = try exporter.write(archive, matching: request, to: url)
        return try Data(contentsOf: url)
    }
}
