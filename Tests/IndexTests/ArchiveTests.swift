import Extract
import Foundation
import TestSupport
import Testing

@testable import Index

@Suite struct ArchiveTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func filled() throws -> Archive {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.gazette())
        try archive.commit()
        return archive
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var query: String
        var lines: [Int]
        var testDescription: String { query }
    }

    @Test(arguments: [
        Case(query: "1000场", lines: [13]),
        Case(query: "以舊換新", lines: [13]),
        Case(query: "法人", lines: [15, 16]),
        Case(query: "执法", lines: [16]),
        Case(query: "number:沈政发[2026]1号 type:item", lines: [13, 15, 16]),
        Case(query: "number:\"沈政发 （2026） 1号\" 建筑", lines: [15]),
        Case(query: "title:物業管理 type:article", lines: [33, 40]),
        Case(query: "unit:科技局", lines: [15, 13]),
        Case(query: "unit:市科技局", lines: [13]),
        Case(query: "unit:技局", lines: []),
        Case(query: "lead:商务局", lines: [13]),
        Case(query: "lead:科技局", lines: []),
        Case(query: "type:deadline", lines: [13]),
        Case(query: "year:2025 type:article", lines: [33, 40]),
        Case(query: "kind:令 issuer:人民政府 label:第十二条", lines: [40]),
        Case(query: "label:12", lines: [40]),
        Case(query: "type:item -执法", lines: [13, 15]),
        Case(query: "type:item -(建筑 OR 执法)", lines: [13]),
        Case(query: "\"第十二条 业主大会\"", lines: [40]),
        Case(query: "制定本办法。本款", lines: []),
    ])
    func finds(_ example: Case) throws {
        let archive = try filled()
        #expect(try archive.search(example.query).hits.map(\.line) == example.lines)
    }

    @Test func wholeWordsComeFirst() throws {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.plain(["执法人员和执法人员和执法人员", "登记为企业的法人，并且还有许多别的内容写在同一个段落之中"]))
        try archive.commit()
        #expect(try archive.search("法人").hits.map(\.line) == [3, 2])
    }

    @Test func marksAreThoseOfThePrint() throws {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.plain(["依㈠瀋陽市。（规定）"]))
        try archive.commit()
        let hit = try #require(try archive.search("\"沈阳市 规定\" 一").hits.first)
        #expect(hit.marks == [TextRange(start: 1, end: 2), TextRange(start: 2, end: 9)])
    }

    @Test func ingestTwice() throws {
        let archive = try filled()
        let before = try archive.search("建筑")
        #expect(try archive.add(SampleRecords.gazette()) == .unchanged)
        #expect(try archive.add(SampleRecords.gazette(path: "/data/copy.txt")) == .duplicate(of: "/data/gazette.txt"))
        #expect(try archive.add(SampleRecords.gazette(path: "/data/x/../gazette.txt")) == .unchanged)
        try archive.commit()
        #expect(try archive.search("建筑") == before)
        var changed = SampleRecords.plain(["别的内容"], path: "/data/gazette.txt", sha256: "bb")
        #expect(try archive.add(changed) == .replaced)
        try archive.commit()
        #expect(try archive.search("建筑").total == 0)
        #expect(try archive.search("别的内容").total == 1)
        #expect(try archive.tasks().isEmpty)
        changed.documents[0].provisions[0].text = "读法改进"
        #expect(try archive.add(changed) == .replaced)
        try archive.commit()
        #expect(try archive.search("读法改进").total == 1)
        var exported: [GazetteRecord] = []
        try archive.export { exported.append($0) }
        #expect(exported == [changed])
    }

    @Test func numbersFindAllDocuments() throws {
        let archive = try filled()
        try archive.add(SampleRecords.gazette(path: "/data/other.txt", sha256: "cc"))
        #expect(
            try archive.documents(matching: "沈政发 [2026] 1号").map(\.summary.file) == [
                "/data/gazette.txt", "/data/other.txt",
            ])
        #expect(try archive.documents(matching: "other.txt:31").map(\.summary.line) == [31])
        #expect(try archive.documents(matching: "物业管理").count == 2)
        #expect(try archive.documents(matching: "没有").isEmpty)
        #expect(try archive.documents(DocumentFilter(kind: "令", year: 2025)).count == 2)
    }

    @Test func tasksByUnitAndRole() throws {
        let archive = try filled()
        #expect(try archive.tasks(TaskFilter(unit: "科技局")).map(\.task.label) == ["2", "1"])
        #expect(try archive.tasks(TaskFilter(unit: "科技局", role: .support)).map(\.task.label) == ["1"])
        #expect(try archive.tasks(TaskFilter(document: "重点工作", label: "2.")).map(\.task.label) == ["2"])
        #expect(try archive.tasks(TaskFilter(document: "没有")).isEmpty)
        #expect(try archive.articles(label: "12").map(\.article.label) == ["第十二条"])
    }

    @Test func damagedIndexIsMadeAnew() throws {
        do { _ = try filled() }
        let index = directory.url.appending(path: "index")
        for file in try FileManager.default.contentsOfDirectory(atPath: index.path(percentEncoded: false)) {
            let url = index.appending(path: file)
            let good = try Data(contentsOf: url)
            var flipped = good
            flipped[good.count / 2] ^= 1
            for bad in [flipped, good.dropLast(3), Data()] {
                try bad.write(to: url)
                #expect(try Archive.open(directory.url, mode: .readOnly).search("1000场").total == 1)
            }
        }
        try FileManager.default.removeItem(at: index)
        #expect(try Archive.open(directory.url, mode: .readOnly).search("1000场").total == 1)
    }

    @Test func whatWasNotCommittedIsCaughtUp() throws {
        do {
            let archive = try filled()
            try archive.add(SampleRecords.plain(["还没有提交"]))
        }
        #expect(try Archive.open(directory.url, mode: .readOnly).search("还没有提交").total == 1)
    }

    @Test func manySmallCommitsMerge() throws {
        do {
            let archive = try Archive.open(directory.url, mode: .readWrite)
            for number in 0..<20 {
                try archive.add(
                    SampleRecords.plain(["第\(number)段 共同"], path: "/data/\(number % 15).txt", sha256: "\(number)"))
                try archive.commit()
            }
            #expect(try archive.search("共同").total == 15)
        }
        // Merges run beside; a writer that is closed has ended them.
        let files = try FileManager.default.contentsOfDirectory(
            atPath: directory.url.appending(path: "index").path(percentEncoded: false))
        #expect(files.count < 8)
    }

    @Test func oneWriterAtATime() throws {
        let archive = try filled()
        #expect { try Archive.open(directory.url, mode: .readWrite) } throws: { ($0 as? ArchiveError)?.code == .locked }
        #expect(try Archive.open(directory.url, mode: .readOnly).search("1000场").total == 1)
        #expect { try Archive.open(directory.url, mode: .readOnly).commit() } throws: {
            ($0 as? ArchiveError)?.code == .readOnly
        }
        withExtendedLifetime(archive) {}
    }

    @Test func otherPathsAreRefused() throws {
        let file = directory.url.appending(path: "file.txt")
        try Data("x".utf8).write(to: file)
        let foreign = directory.url.appending(path: "foreign")
        try FileManager.default.createDirectory(at: foreign, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: foreign.appending(path: "records.sqlite"))
        for (url, mode, code) in [
            (directory.url.appending(path: "none"), Archive.Mode.readOnly, ArchiveError.Code.notFound),
            (directory.url, .readOnly, .notAnArchive), (directory.url, .readWrite, .notAnArchive),
            (file, .readWrite, .notAnArchive), (foreign, .readOnly, .notAnArchive),
            (foreign, .readWrite, .notAnArchive),
        ] {
            #expect { try Archive.open(url, mode: mode) } throws: { ($0 as? ArchiveError)?.code == code }
        }
    }
}
