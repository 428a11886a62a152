import Extract
import Foundation
import TestSupport
import Testing

@testable import Index

@Suite struct VerificationTests {
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

    /// A letter of a record changes in the file: nothing else would tell.
    @Test func damagedRecordsAreReportedAndLeftAlone() throws {
        var bytes = try Data(contentsOf: database)
        let place = try #require(bytes.range(of: Data("\"title\":\"某市物业管理办法\"".utf8)))
        bytes[place.upperBound - 2] ^= 1
        try bytes.write(to: database)
        let report = try Archive.verify(directory.url)
        #expect(report.problems.contains { $0.kind == .records && $0.place == "某市人民政府令第8号" })
        #expect(throws: ArchiveError.self) { try Archive.open(directory.url, mode: .readWrite).remake() }
        #expect(try Data(contentsOf: database)[place] == bytes[place])
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

    @Test func tablesAreHeldAgainstTheRecords() throws {
        var bytes = try Data(contentsOf: database)
        // The text of a passage stands in its table as UTF-8, in the record as well; the table's comes alone.
        let text = Data("业主大会由物业管理区域内全体业主组成。".utf8)
        var changed = false
        var from = bytes.startIndex
        while let place = bytes.range(of: text, in: from..<bytes.endIndex) {
            from = place.upperBound
            if bytes[place.lowerBound - 1] != UInt8(ascii: "\"") {
                bytes[place.upperBound - 4] ^= 1
                changed = true
                break
            }
        }
        try #require(changed)
        try bytes.write(to: database)
        #expect(try Archive.verify(directory.url).problems.contains { $0.kind == .derived })
        try Archive.open(directory.url, mode: .readWrite).remake()
        #expect(try Archive.verify(directory.url).problems.isEmpty)
        #expect(try Archive.open(directory.url, mode: .readOnly).search("全体业主组成").total == 1)
    }

    @Test func whatIsNoArchiveIsAnError() throws {
        #expect { try Archive.verify(directory.url.appending(path: "none")) } throws: {
            ($0 as? ArchiveError)?.code == .notFound
        }
    }
}
