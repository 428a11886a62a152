import Extract
import Foundation
import Ingest
import TestSupport
import Testing

@Suite(.slow) struct FormatTests {
    @Test(
        "the records stay the same when a gazette is set in another format",
        arguments: ["shenyang-2019-05", "shenyang-2021-21", "shenyang-2022-12", "shenyang-2026-03-04"],
        ["docx", "ofd", "pdf"])
    func formats(_ name: String, _ format: String) throws {
        let url = Repository.corpus.appending(path: "\(name).txt")
        let source = try GazetteReader().read(contentsOf: url)
        let text = try String(contentsOf: url, encoding: .utf8)
        let print = GazettePrint(source, lines: text.components(separatedBy: "\n"))
        let bytes =
            switch format {
            case "docx": print.docx()
            case "ofd": print.ofd()
            default: PDFPrinter().print(text).bytes()
            }
        let original = Extractor.extract(source)
        let again = Extractor.extract(try GazetteReader().read(bytes, path: "again"))
        #expect(again.source.format == format)
        expectSame(original.documents.map(\.title), again.documents.map(\.title), name)
        guard again.documents.count == original.documents.count else { return }
        for (one, other) in zip(original.documents, again.documents) {
            #expect(one.number == other.number)
            #expect(one.signed == other.signed)
            expectSame(one.tasks.map(summary), other.tasks.map(summary), one.id)
            expectSame(one.deadlines.map { squashed($0.quote) }, other.deadlines.map { squashed($0.quote) }, one.id)
            expectSame(one.targets.map(\.indicator), other.targets.map(\.indicator), one.id)
            expectSame(
                one.citations.map { $0.title ?? $0.number ?? "" }, other.citations.map { $0.title ?? $0.number ?? "" },
                one.id)
        }
    }

    /// Compares two lists, and names what only one of them has.
    private func expectSame(
        _ one: [String], _ other: [String], _ id: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard one != other else { return }
        let lost = one.filter { !other.contains($0) }.prefix(3)
        let gained = other.filter { !one.contains($0) }.prefix(3)
        Issue.record("\(id): lost \(lost), gained \(gained)", sourceLocation: sourceLocation)
    }

    private func summary(_ task: TaskRecord) -> String {
        let units = task.assignments.map { "\($0.role.rawValue):\($0.unit)" }.joined(separator: " ")
        return "\(task.label ?? "-") \(squashed(task.text).prefix(12)) \(units)"
    }

    private func squashed(_ text: String) -> String { text.unicodeScalars.filter { !$0.isBlank }.string }
}
