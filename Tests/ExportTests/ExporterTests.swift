import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Export

@Suite("Exporter") struct ExporterTests {
    @Test("the same archive gives the same bytes", arguments: ExportFormat.allCases)
    func sameBytes(format: ExportFormat) throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let first = try Exporter(format).write(archive, to: place.url.appending(path: "first"))
        let second = try Exporter(format).write(archive, to: place.url.appending(path: "second"))
        #expect(first.documents == 2)
        #expect(first.files.map(\.rows) == second.files.map(\.rows))
        // SQLite keeps counts of its own in a file.
        if format != .sqlite { #expect(first.files.map(\.sha256) == second.files.map(\.sha256)) }
        let left = try FileManager.default.contentsOfDirectory(atPath: place.url.path())
        #expect(!left.contains { $0.contains("unfinished") })
    }

    @Test("XML is well formed whatever the text", arguments: [ExportFormat.akn, .graphml])
    func wellFormed(format: ExportFormat) throws {
        let place = try TemporaryDirectory()
        var record = SampleRecords.gazette()
        record.documents[0].title = "关于<甲>&\"乙\"的\u{1}通知"
        record.documents[0].provisions[0].text = "a < b & c\u{0B}"
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(record)
        try archive.commit()
        let url = place.url.appending(path: "out")
        let manifest = try Exporter(format).write(archive, to: url)
        for file in manifest.files {
            let data = try Data(contentsOf: format.isFolder ? url.appending(path: file.name) : url)
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            #expect(!text.contains("<甲>"))
        }
    }

    @Test("a query selects the records that stand where it fits")
    func selection() throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let text = "lead:商务局"
        let request = SearchRequest(try Query(parsing: text))
        let wanted = try archive.search(request)
        let selection = try ExportSelection(of: archive, query: request)
        var provisions: [String] = []
        var tasks: [TaskRecord] = []
        try selection.forEachDocument { _, document in
            func ids(_ provisions: [Provision]) -> [String] { provisions.flatMap { [$0.id] + ids($0.children) } }
            provisions += ids(document.record.provisions)
            tasks += document.record.tasks
        }
        #expect(Set(provisions) == Set(wanted.hits.compactMap(\.provision)))
        #expect(!tasks.isEmpty)
        for task in tasks {
            #expect(task.assignments.contains { $0.unit == "市商务局" && $0.role == .lead })
        }
    }

    @Test("ids that no file may be named by give names")
    func fileNames() {
        var names = FileNames()
        let ids = ["甲/乙", "甲\\乙", "..", "", String(repeating: "字", count: 300), "A", "a"]
        let made = ids.map { id in
            names.name(of: DocumentRecord(id: id, title: "", span: SampleRecords.span(1)), ending: "md")
        }
        #expect(Set(made.map { $0.lowercased() }).count == ids.count)
        for name in made {
            #expect(name.utf8.count < 255 && !name.contains("/") && !name.hasPrefix("."))
        }
    }
}
