import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Export

@Suite("CSV") struct CSVTests {
    @Test(
        "cells",
        arguments: [
            ("plain text", CellValue.text("市科技局"), "市科技局"),
            ("comma", .text("甲,乙"), "\"甲,乙\""),
            ("quotation mark", .text("a\"b"), "\"a\"\"b\""),
            ("line break", .text("甲\n乙"), "\"甲\n乙\""),
            ("formula", .text("=SUM(A1)"), "'=SUM(A1)"),
            ("full-width formula", .text("＝1"), "'＝1"),
            ("minus before text", .text("-甲"), "'-甲"),
            ("negative number", .real(-3.5), "-3.5"),
            ("whole number", .real(70), "70"),
            ("nothing", .null, ""),
            ("empty text", .text(""), ""),
            ("flag", .boolean(true), "true"),
        ] as [(String, CellValue, String)])
    func cell(name: String, value: CellValue, printed: String) {
        #expect(CSVExport.cell(value) == printed, "\(name)")
    }

    @Test("each table's rows have a value for each column")
    func widths() throws {
        for document in ExportedDocument.all(of: SampleRecords.gazette()) {
            for table in RecordTable.all {
                for row in table.rows(document) { #expect(row.count == table.columns.count, "\(table.name)") }
            }
        }
    }

    @Test("no table has two columns of one name, and keys are columns")
    func names() {
        #expect(Set(RecordTable.all.map(\.name)).count == RecordTable.all.count)
        for table in RecordTable.all {
            let names = table.columns.map(\.name)
            #expect(Set(names).count == names.count, "\(table.name)")
            #expect(table.key.allSatisfy(names.contains), "\(table.name)")
        }
    }

    @Test("the manifest counts the rows of each file, and gives its digest")
    func manifest() throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let folder = place.url.appending(path: "out")
        let manifest = try Exporter(.csv).write(archive, to: folder)
        #expect(manifest.documents == 2)
        for file in manifest.files {
            let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
            #expect(file.sha256.count == 64)
            guard let rows = file.rows else { continue }
            #expect(Self.parse(text).count == rows + 1, "\(file.name)")
        }
        let written = try Data(contentsOf: folder.appending(path: ExportManifest.fileName))
        #expect(try JSONDecoder().decode(ExportManifest.self, from: written) == manifest)
    }

    @Test("assignments come back as they were")
    func comesBack() throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let folder = place.url.appending(path: "out")
        _ = try Exporter(.csv).write(archive, to: folder)
        let text = try String(contentsOf: folder.appending(path: "assignments.csv"), encoding: .utf8)
        let rows = Self.parse(text).dropFirst()
        let wanted = SampleRecords.gazette().documents.flatMap { document in
            document.tasks.flatMap { task in task.assignments.map { [task.id, $0.unit, $0.role.rawValue] } }
        }
        #expect(rows.map { [$0[1], $0[4], $0[6]] } == wanted)
        #expect(!wanted.isEmpty)
    }

    @Test("a folder with other files in it is left alone")
    func foreignFolder() throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let folder = place.url.appending(path: "out")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
        #expect(throws: ExportError.self) { try Exporter(.csv).write(archive, to: folder) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["notes.txt"])
    }

    @Test("an export over an earlier one takes its place")
    func again() throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.sample(in: place)
        let folder = place.url.appending(path: "out")
        let first = try Exporter(.csv).write(archive, to: folder)
        #expect(try Exporter(.csv).write(archive, to: folder) == first)
    }

    /// Reads RFC 4180.
    static func parse(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch (scalar, isQuoted) {
            case ("\"", true) where next == "\"":
                cell.append("\"")
                next = scalars.next()
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                row.append(cell)
                cell = ""
            case ("\r", false): break
            case ("\n", false):
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}

extension Archive {
    /// An archive of the sample gazette.
    static func sample(in place: TemporaryDirectory) throws -> Archive {
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(SampleRecords.gazette())
        try archive.commit()
        return archive
    }
}
