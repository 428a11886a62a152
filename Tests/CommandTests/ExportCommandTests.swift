import Foundation
import TestSupport
import Testing

@Suite("export and standard output") struct ExportCommandTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "a.json").path(percentEncoded: false)
        try JSONEncoder().encode(SampleRecords.gazette(path: path)).write(to: URL(filePath: path))
        _ = try CommandRun(["ingest", "a.json"], in: directory.url)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var status: Int32 = 0
        var errors: [String] = []
        var files: [String] = []
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Case(
            arguments: ["--to", "csv", "out"], errors: ["2 documents to export", "out: 2 documents"],
            files: ["out/tasks.csv", "out/datapackage.json", "out/manifest.json"]),
        Case(arguments: ["--to", "xlsx", "out.xlsx"], files: ["out.xlsx"]),
        Case(arguments: ["--to", "sqlite", "out.sqlite"], files: ["out.sqlite"]),
        Case(arguments: ["--to", "ics", "out.ics"], files: ["out.ics"]),
        Case(
            arguments: ["--to", "csv", "out", "--query", "lead:商务局"], errors: ["1 document to export"],
            files: ["out/manifest.json"]),
        Case(arguments: ["--to", "csv", "out", "--query", "没有这句话"], status: 1, errors: ["nothing found"]),
        Case(arguments: ["--to", "csv", "out", "--query", "(甲"], status: 2, errors: ["never closed"]),
        Case(arguments: ["--to", "csv"], status: 2, errors: ["needs the path"]),
        Case(arguments: ["--to", "word", "out"], status: 2, errors: ["there is no format word", "csv, xlsx"]),
        Case(arguments: ["--to", "csv", "--unit", "市科技局", "out"], status: 2, errors: ["goes with --to ics"]),
        Case(arguments: ["out"], status: 2, errors: ["go with --to"]),
        Case(arguments: ["--to", "csv", "."], status: 3, errors: ["holds no earlier export"]),
        Case(arguments: ["--to", "ics", "no/such/folder.ics"], status: 3, errors: ["the export is not whole"]),
    ])
    func export(_ example: Case) throws {
        let run = try CommandRun(["export"] + example.arguments, in: directory.url)
        #expect(run.status == example.status)
        for text in example.errors { #expect(run.errors.contains(text), "\(run.errors)") }
        for file in example.files {
            let path = directory.url.appending(path: file).path(percentEncoded: false)
            #expect(FileManager.default.fileExists(atPath: path), "\(file)")
        }
    }

    @Test("output that nothing takes ends with status 3 and a message")
    func fullOutput() throws {
        let run = try CommandRun(["export"], in: directory.url, output: "/dev/full")
        #expect(run.status == 3)
        #expect(run.errors.contains("standard output could not be written"))
    }

    @Test("--version prints the version alone")
    func version() throws {
        let run = try CommandRun(["--version"], in: directory.url)
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
