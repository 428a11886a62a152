import Extract
import Foundation

/// Time limits and days of force as a calendar (RFC 5545).
///
/// Limits that depend on an event whose day is not known have no entry; they are counted as left out. What recurs has a
/// rule; what was computed is tentative.
enum CalendarExport {
    static func write(
        _ selection: ExportSelection, to url: URL, unit: String?
    ) throws -> (documents: Int, files: [ExportManifest.File], leftOut: [String: Int]) {
        let file = try OutputFile(url)
        try file.write(CalendarText.line("BEGIN:VCALENDAR"))
        try file.write(CalendarText.line("VERSION:2.0"))
        try file.write(CalendarText.line("PRODID:-//Gongbao//gongbao//ZH"))
        try file.write(CalendarText.line("CALSCALE:GREGORIAN"))
        try file.write(CalendarText.line("X-WR-CALNAME:" + CalendarText.escaped(unit.map { "\($0)：时限" } ?? "公报时限")))
        var documents = 0
        var entries = 0
        var leftOut = 0
        try selection.forEachDocument { _, document in
            documents += 1
            let tasks = Dictionary(document.record.tasks.map { ($0.id, $0) }) { first, _ in first }
            for (number, deadline) in document.record.deadlines.enumerated() {
                let task = deadline.task.flatMap { tasks[$0] }
                if let unit, task?.assignments.contains(where: { $0.unit == unit }) != true { continue }
                guard let entry = CalendarEntry(deadline, number: number + 1, task: task, in: document) else {
                    leftOut += 1
                    continue
                }
                entries += 1
                try file.write(entry.text)
            }
            guard unit == nil else { return }
            for entry in CalendarEntry.force(of: document) {
                entries += 1
                try file.write(entry.text)
            }
        }
        try file.write(CalendarText.line("END:VCALENDAR"))
        let written = try file.finish(rows: entries)
        return (documents, [written], leftOut > 0 ? ["deadlines without a day": leftOut] : [:])
    }
}
