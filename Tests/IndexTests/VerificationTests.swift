import Extract
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Index

@Suite(.slow) struct VerificationTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.gazette())
        try archive.commit()
    }

    private var database: URL { directory.url.appending(path: "records.sqlite") }

    private func segment() throws -> URL {
        let index = directory.url.appending(path: "index")
        let files = try FileManager.default.contentsOfDirectory(atPath: index.path(percentEncoded: false))
        return index.appending(path: try #require(files.first { $0.hasPrefix("segment-") }))
    }

    @Test func aSoundArchiveHasNoProblems() throws {
        let report = try Archive.verify(directory.url)
        #expect(report.problems.isEmpty)
        #expect((report.sources, report.documents) == (1, 2))
        #expect(report.passages > 8)
        #expect(report.files.count == 3)
    }

    /// Whichever byte of a segment changes, it is seen; what stands around is not blamed.
    @Test func everyByteOfASegmentCounts() throws {
        let file = try segment()
        let good = try Data(contentsOf: file)
        for offset in stride(from: 0, to: good.count, by: 41) {
            var bad = good
            bad[offset] ^= 0x20
            try bad.write(to: file)
            let report = try Archive.verify(directory.url)
            #expect(
                report.problems.contains { $0.kind == .index && $0.file.hasPrefix("index/segment-") }, "byte \(offset)")
            #expect(report.problems.allSatisfy { $0.kind == .index })
        }
        try good.write(to: file)
        #expect(try Archive.verify(directory.url).problems.isEmpty)
    }

    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: database.path(percentEncoded: false))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// A bit of a record changes in the file: nothing else would tell.
    @Test func damagedRecordsAreReportedAndLeftAlone() throws {
        let queue = try DatabaseQueue(path: database.path(percentEncoded: false))
        let before = try queue.write { db in
            let data = try #require(try Data.fetchOne(db, sql: "SELECT data FROM record_parts ORDER BY id DESC"))
            var bad = data
            bad[bad.count / 2] ^= 1
            try db.execute(sql: "UPDATE record_parts SET data = ? WHERE data = ?", arguments: [bad, data])
            return bad
        }
        try queue.close()
        let report = try Archive.verify(directory.url)
        #expect(report.problems.contains { $0.kind == .records && $0.place == "某市人民政府令第8号" })
        #expect(throws: ArchiveError.self) { try Archive.open(directory.url, mode: .readWrite).remake() }
        let after = try DatabaseQueue(path: database.path(percentEncoded: false)).read {
            try Data.fetchOne($0, sql: "SELECT data FROM record_parts ORDER BY id DESC")
        }
        #expect(after == before)
    }

    /// A file that is no database any more is an error, in every mode, and stays as it is.
    @Test func aBrokenDatabaseIsNotOverwritten() throws {
        var bytes = try Data(contentsOf: database)
        for offset in 100..<bytes.count { bytes[offset] = 0x5A }
        try bytes.write(to: database)
        #expect(try Archive.verify(directory.url).problems.contains { $0.kind == .records })
        for mode in [Archive.Mode.readOnly, .readWrite] {
            #expect(throws: ArchiveError.self) { try Archive.open(directory.url, mode: mode).search("1000场") }
        }
        #expect(try Data(contentsOf: database).dropFirst(100) == bytes.dropFirst(100))
    }

    /// Whatever a table says that the records do not is found, and made good of the records.
    @Test(arguments: [
        ("UPDATE documents SET title_key = 'x' WHERE id = 1", "documents"),
        ("UPDATE documents SET year = 1999 WHERE id = 2", "documents"),
        ("UPDATE documents SET last = last + 1 WHERE id = 2", "documents"),
        ("DELETE FROM issuers WHERE document = 1", "issuers"),
        ("UPDATE passages SET assignments = NULL WHERE document = 1", "passages"),
        ("UPDATE passages SET passages = substr(passages, 1, 40) WHERE document = 2", "passages"),
        ("UPDATE unit_uses SET uses = uses + 1 WHERE document = 1", "passages"),
        ("UPDATE units SET name = 'x' WHERE id = 1", "passages"),
        ("UPDATE tasks SET text_key = '' WHERE passage IS NOT NULL", "tasks"),
        ("UPDATE tasks SET length = length - 1", "tasks"), ("DELETE FROM deadlines", "deadlines"),
        ("INSERT INTO events VALUES (1 << 24, NULL, 0, 2, NULL, NULL, '')", "events"),
        ("INSERT INTO events VALUES (77 << 24, NULL, 0, 2, NULL, NULL, '')", "events"),
    ])
    func tablesAreHeldAgainstTheRecords(_ sql: String, _ table: String) throws {
        try change(sql)
        let problems = try Archive.verify(directory.url).problems
        #expect(problems.contains { $0.kind == .derived && $0.place?.hasSuffix("table \(table)") == true })
        try Archive.open(directory.url, mode: .readWrite).remake()
        #expect(try Archive.verify(directory.url).problems.isEmpty)
        #expect(try Archive.open(directory.url, mode: .readOnly).search("全体业主组成").total == 1)
    }

    /// A list of postings loses hits, or a bound sinks, and the checksums are made anew: as a fault in the builder would do, or a
    /// person.
    @Test func listsAreHeldAgainstTheTexts() throws {
        let texts = (0..<300).map { "第\($0)段，关于装配式建筑" }
        do {
            let archive = try Archive.open(directory.url, mode: .readWrite)
            try archive.add(SampleRecords.plain(texts, path: "/data/many.txt", sha256: "many"))
            try archive.commit()
        }
        let index = IndexDirectory(url: directory.url.appending(path: "index"))
        let manifest = try #require(index.load()?.manifest)
        let entry = try #require(manifest.segments.max { $0.passages < $1.passages })
        let file = index.url.appending(path: entry.file)
        let good = try Data(contentsOf: file)
        let lists = try index.segment(entry.file).range(.lists)
        for offset in stride(from: lists.lowerBound, to: lists.upperBound, by: 37) {
            var bad = good
            bad[offset] ^= 1
            try Self.renewChecksums(&bad)
            try bad.write(to: file)
            let problems = try Archive.verify(directory.url).problems
            #expect(problems.contains { $0.kind == .index && $0.file == "index/\(entry.file)" }, "byte \(offset)")
        }
        try good.write(to: file)
        #expect(try Archive.verify(directory.url).problems.isEmpty)
    }

    /// Puts the checksums of the pages right, as Docs/FORMAT.md tells them.
    private static func renewChecksums(_ file: inout Data) throws {
        func number(_ offset: Int) -> Int { (0..<8).reduce(0) { $0 | Int(file[offset + $1]) << ($1 * 8) } }
        let end = number(8 + 7 * 8)
        var sums: [UInt8] = []
        for start in stride(from: 0, to: end, by: SegmentFormat.pageSize) {
            sums.append(fixed: Checksum.of([UInt8](file[start..<min(start + SegmentFormat.pageSize, end)])))
        }
        sums.append(fixed: Checksum.of(sums))
        try #require(sums.count == file.count - end)
        file.replaceSubrange(end..., with: sums)
    }

    @Test func whatIsNoArchiveIsAnError() throws {
        #expect { try Archive.verify(directory.url.appending(path: "none")) } throws: {
            ($0 as? ArchiveError)?.code == .notFound
        }
    }
}
