import Extract
import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let data = directory.url.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let path = data.appending(path: "a.json").path(percentEncoded: false)
        try JSONEncoder().encode(SampleRecords.gazette(path: path)).write(to: URL(filePath: path))
    }

    private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: directory.url) }

    private func ingested() throws {
        let run = try run("ingest", "data")
        #expect(run.status == 0)
        #expect(run.output.contains("1 files read: 2 documents, 3 records, 0 findings stored; 0 failures"))
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var status: Int32 = 0
        var output: [String] = []
        var errors: [String] = []
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Case(
            arguments: ["search", "1000场"], output: ["一、扩大内需 › 1.", "【1000场】", "a.json:13"], errors: ["1 passage fits"]),
        Case(arguments: ["search", "没有这句话"], status: 1, errors: ["nothing found"]),
        Case(arguments: ["search", "煤 (电"], status: 2, errors: ["never closed", "character 3", "\n     ^"]),
        Case(arguments: ["search", "建筑", "--format", "ndjson"], output: [#""marks":[{"end":"#]),
        Case(arguments: ["search"], status: 2, errors: ["Missing expected argument"]),
        Case(arguments: ["search", "x", "--limit", "-1"], status: 2),
        Case(arguments: ["nonsense"], status: 2),
        Case(arguments: ["--help"], output: ["SUBCOMMANDS", "Exit status"]),
        Case(arguments: ["tasks", "--label", "1"], output: ["牵头：市商务局", "配合：市科技局", "2026-06-30"]),
        Case(arguments: ["tasks", "--label", "2"], output: ["无牵头单位", "责任：科技局"]),
        Case(arguments: ["tasks", "--unit", "商务局", "--role", "support"], status: 1),
        Case(arguments: ["tasks", "--role", "boss"], status: 2),
        Case(arguments: ["tasks", "--document", "通知", "--format", "json"], output: [#""unit" : "市商务局""#]),
        Case(arguments: ["articles", "--number", "12"], output: ["第十二条", "业主大会"]),
        Case(arguments: ["documents", "--year", "2026"], output: ["沈政发〔2026〕1号"]),
        Case(arguments: ["documents", "--number", "沈政发[2026] 1号"], output: ["a.json:10"]),
        Case(arguments: ["show", "沈政发（2026）1号"], output: ["一、 扩大内需", "2026-01-25"]),
        Case(arguments: ["show", "物业", "第一条"], output: ["第一条 目的", "  本款另有规定"]),
        Case(arguments: ["show", "没有"], status: 1, errors: ["no document fits"]),
        Case(arguments: ["documents", "--archive", "data"], status: 3, errors: ["is not an archive"]),
        Case(arguments: ["documents", "--archive", "none"], status: 3, errors: ["there is no archive"]),
    ])
    func answers(_ example: Case) throws {
        try ingested()
        let run = try CommandRun(example.arguments, in: directory.url)
        #expect(run.status == example.status)
        for part in example.output { #expect(run.output.contains(part)) }
        for part in example.errors { #expect(run.errors.contains(part)) }
    }

    @Test func oneBadFileDoesNotStopTheRest() throws {
        try Data("nothing".utf8).write(to: directory.url.appending(path: "data/0.json"))
        let run = try run("ingest", "data", "missing")
        #expect(run.status == 3)
        #expect(run.output.contains("1 files read: 2 documents"))
        #expect(run.output.contains("2 failures"))
        #expect(try self.run("ingest", "data/a.json").output.contains("1 unchanged"))
    }

    @Test func exportGivesTheRecordsBack() throws {
        try ingested()
        let path = directory.url.appending(path: "data/a.json").path(percentEncoded: false)
        let expected = [SampleRecords.gazette(path: path)]
        let array = try run("export").output
        #expect(try JSONDecoder().decode([GazetteRecord].self, from: Data(array.utf8)) == expected)
        let line = try run("export", "--format", "ndjson").output
        #expect(try JSONDecoder().decode(GazetteRecord.self, from: Data(line.utf8)) == expected[0])
    }

    @Test func severalDocumentsAreListed() throws {
        try ingested()
        let run = try run("show", "某市")
        #expect(run.status == 0)
        let path = directory.url.appending(path: "data/b.json")
        try JSONEncoder().encode(SampleRecords.gazette(path: path.path(percentEncoded: false), sha256: "bb")).write(
            to: path)
        #expect(try self.run("ingest", "data").status == 0)
        let two = try self.run("show", "某市")
        #expect(two.status == 1)
        #expect(two.errors.contains("a.json:31") && two.errors.contains("b.json:31"))
        #expect(try self.run("show", "b.json:31").status == 0)
    }
}
