import Foundation
import TestSupport
import Testing

/// Runs over many files, as a user starts, stops and repeats them.
@Suite struct BatchTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: directory.url) }

    private func write(_ name: String, _ text: String) throws {
        let file = directory.url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func notice(_ number: Int) -> String {
        "某市人民政府关于第\(number)项工作的通知\n某政发〔2020〕\(number)号\n各区人民政府：\n为做好第\(number)项工作，现通知如下。\n某市人民政府\n2020年5月6日\n"
    }

    @Test("what is stored is not read again, what failed or changed is")
    func resume() throws {
        for number in 1...9 { try write("data/\(number).txt", notice(number)) }
        try write("data/broken.docx", "PK\u{3}\u{4}broken")
        let first = try run("ingest", "data")
        #expect(first.status == 3)
        #expect(first.output.contains("9 files read: 9 documents"))
        #expect(first.errors.contains("broken.docx"))
        try write("data/3.txt", notice(33))
        try write("data/broken.docx", "")
        try write("data/broken.docx", notice(10))
        let second = try run("ingest", "data")
        #expect(second.status == 0)
        #expect(second.output.contains("2 documents") && second.output.contains("; 8 unchanged"))
        #expect(!second.errors.contains("1.txt"))
        #expect(second.errors.contains("3.txt: replaced"))
        #expect(second.errors.contains("broken.docx: added"))
        let third = try run("ingest", "data", "--again")
        #expect(third.output.contains("0 documents") && third.output.contains("; 10 unchanged"))
        #expect(third.errors.isEmpty)
    }

    @Test("the manifest says what became of each file")
    func sources() throws {
        try write("data/1.txt", notice(1))
        try write("data/2.txt", notice(1))
        try write("data/3.txt", "")
        #expect(try run("ingest", "data").status == 3)
        let all = try run("sources")
        #expect(all.output.contains("stored  1 documents"))
        #expect(all.output.contains("duplicate"))
        let failed = try run("sources", "--failed", "--format", "ndjson")
        #expect(failed.output.contains("holds no text"))
        #expect(failed.output.split(separator: "\n").count == 1)
        let page = try run("sources", "--limit", "1", "--offset", "1")
        #expect(page.output.split(separator: "\n").count == 1 && page.output.contains("2.txt"))
        #expect(page.errors.contains("1 more: --offset 2"))
    }

    @Test("results come in the order of the files, however many are read at once")
    func order() throws {
        for number in 1...30 { try write("data/\(number).txt", notice(number)) }
        let one = try run("extract", "data", "--format", "ndjson", "--jobs", "1")
        let many = try run("extract", "data", "--format", "ndjson", "--jobs", "8")
        #expect(one.output == many.output)
        #expect(one.output.split(separator: "\n").count == 30)
    }

    @Test("patterns, and files above the limit")
    func inputs() throws {
        try write("data/1.txt", notice(1))
        try write("data/2.text", notice(2))
        #expect(try run("extract", "data/*.t?t", "--format", "ndjson").output.split(separator: "\n").count == 1)
        #expect(try run("extract", "data/*.none").status == 3)
        let large = try run("extract", "data/1.txt", "--max-bytes", "10")
        #expect(large.status == 3)
        #expect(large.errors.contains("the limit is 10"))
        #expect(try run("extract", "data", "--jobs", "0").status == 2)
    }

    @Test("a link that leads round in a circle does not hang a run")
    func circle() throws {
        try write("data/a/1.txt", notice(1))
        try FileManager.default.createSymbolicLink(
            at: directory.url.appending(path: "data/a/b"), withDestinationURL: directory.url.appending(path: "data"))
        #expect(try run("ingest", "data").status == 0)
    }

    @Test("lines shows what was read and what became of it")
    func lines() throws {
        try write("a.html", "<html><body><h1>某市关于工作的通知</h1><p>各单位：</p><p>为做好工作，现通知如下，请遵照执行。</p></body></html>")
        let lines = try run("lines", "a.html", "--from", "2")
        #expect(lines.output.contains("2           text                各单位："))
        #expect(try run("lines", "a.html", "--from", "9").status == 1)
        #expect(try run("lines", "a.html", "--from", "2", "--to", "1").status == 2)
    }
}
