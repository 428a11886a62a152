import Extract
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Index

/// One archive used from many threads, and by a writer and readers at once.
@Suite(.slow) struct ConcurrencyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func record(_ number: Int) -> GazetteRecord {
        SampleRecords.plain(
            (0..<10).map { "第\(number)件之\($0)号甲乙丙丁" }, path: "/data/\(number).txt", sha256: "\(number)")
    }

    /// How many passages a query finds, all of them counted.
    private static func count(_ query: String, in archive: Archive) throws -> Int {
        var request = SearchRequest(try Query(parsing: query))
        request.counting = .exact
        return try archive.search(request).total
    }

    /// What a search finds is whole files, never fewer than were committed before it began, never more than were added when it ended.
    @Test func searchesBesideAWriter() throws {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(record(0))
        try archive.commit()
        let url = directory.url
        let committed = Mutex(1)
        let added = Mutex(1)
        let isDone = Mutex(false)
        let records = (0..<40).map(record)
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 5) { thread in
            do {
                if thread == 0 {
                    defer { isDone.withLock { $0 = true } }
                    for number in 1..<40 {
                        try archive.add(records[number])
                        added.withLock { $0 = number + 1 }
                        if number % 3 == 0 {
                            try archive.commit()
                            committed.withLock { $0 = number + 1 }
                        }
                    }
                    return
                }
                // Two threads use the writer's archive, two open their own.
                let own = thread > 2 ? try Archive.open(url, mode: .readOnly) : archive
                while !isDone.withLock({ $0 }) {
                    let least = thread > 2 ? 1 : committed.withLock { $0 }
                    let total = try Self.count("甲乙丙丁", in: own)
                    let most = added.withLock { $0 }
                    if total % 10 != 0 || total < least * 10 || total > most * 10 {
                        failures.withLock { $0.append("\(total) of \(least) to \(most) files") }
                    }
                    _ = try own.waitingSources()
                    _ = try own.documents(matching: "甲", limit: 3)
                }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        try archive.commit()
        #expect(try Self.count("甲乙丙丁", in: archive) == 400)
        #expect(try archive.waitingSources() == 0)
    }

    /// A reader beside a writer finds what was committed, and tells what waits.
    @Test func whatWaitsIsTold() throws {
        let writer = try Archive.open(directory.url, mode: .readWrite)
        try writer.add(record(0))
        try writer.commit()
        try writer.add([IngestFile(try Archive.prepare(record(1))), IngestFile(try Archive.prepare(record(2)))])
        let reader = try Archive.open(directory.url, mode: .readOnly)
        #expect(try reader.search("甲乙丙丁").total == 10)
        #expect(try reader.waitingSources() == 2)
        try writer.commit()
        #expect(try Archive.open(directory.url, mode: .readOnly).search("甲乙丙丁").total == 30)
        // A reader that stays open takes it up beside its searches.
        var total = 0
        for _ in 0..<200 where total < 30 {
            total = try reader.search("甲乙丙丁").total
            Thread.sleep(forTimeInterval: 0.01)
        }
        #expect(total == 30)
    }

    /// All files of one call are stored, or none.
    @Test func oneTransactionForMany() throws {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        let files = try (0..<3).map { IngestFile(try Archive.prepare(record($0))) }
        #expect(try archive.add(files) == [.added, .added, .added])
        #expect(try archive.add(files) == [.unchanged, .unchanged, .unchanged])
        let copy = SampleRecords.plain(["x"], path: "/data/copy.txt", sha256: "1")
        #expect(try archive.add([IngestFile(try Archive.prepare(copy))]) == [.duplicate(of: "/data/1.txt")])
    }

    /// The same id in several files names one document only.
    @Test func idsAreUnique() throws {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        for number in 0..<3 {
            try archive.add(
                SampleRecords.plain(["第\(number)"], path: "/data/\(number).txt", sha256: "\(number)abcdefghi"))
        }
        let ids = try archive.documents().map(\.id)
        #expect(ids == ["plain-1", "plain-1~1abcdefg", "plain-1~2abcdefg"])
        for id in ids { #expect(try archive.summaries(matching: id).documents.map(\.id) == [id]) }
    }

    /// Reading goes on in a folder in which nothing can be written.
    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func readOnlyFolder() throws {
        do {
            let archive = try Archive.open(directory.url, mode: .readWrite)
            try archive.add(record(0))
            try archive.commit()
        }
        let path = directory.url.path(percentEncoded: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
        #expect(try Archive.open(directory.url, mode: .readOnly).search("甲乙丙丁").total == 10)
    }
}
