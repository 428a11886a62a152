import Extract
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Index

/// File operations of which one fails, and from then on all: as when the disk is full, or the process is gone.
private final class FailingFiles: FileOperations {
    private let system = SystemFiles()
    private let left: Mutex<Int>
    /// Whether those behind the one that fails fail as well.
    private let isFinal: Bool

    init(after count: Int, isFinal: Bool) {
        left = Mutex(count)
        self.isFinal = isFinal
    }

    /// Whether any operation failed.
    var hasFailed: Bool { left.withLock { $0 < 0 } }

    private func fails() -> Bool {
        left.withLock { left in
            left -= 1
            return left == -1 || isFinal && left < 0
        }
    }

    private func full() -> Int32 {
        errno = ENOSPC
        return -1
    }

    func create(_ path: String) -> Int32 { fails() ? full() : system.create(path) }

    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        guard fails() else { return unsafe system.write(descriptor, bytes) }
        // A part of it reaches the disk.
        if isFinal {
            _ = unsafe system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)))
        }
        return Int(full())
    }

    func synchronize(_ descriptor: Int32) -> Int32 { fails() ? full() : system.synchronize(descriptor) }
    func rename(_ path: String, to other: String) -> Int32 { fails() ? full() : system.rename(path, to: other) }
    func remove(_ path: String) -> Int32 { fails() ? full() : system.remove(path) }
}

/// Whatever fails, and whenever: the archive opens, and has all that was reported as stored.
@Suite(.slow) struct CrashTests {
    private func record(_ number: Int) -> GazetteRecord {
        SampleRecords.plain(
            (0..<10).map { "第\(number)件之\($0)号甲乙丙丁" }, path: "/data/\(number).txt", sha256: "\(number)")
    }

    /// Adds and commits; gives what was reported as stored.
    private func work(_ directory: URL, _ files: FailingFiles) -> [Int] {
        var stored: [Int] = []
        guard let archive = try? Archive.open(directory, mode: .readWrite, files: files) else { return [] }
        for number in 0..<3 {
            if (try? archive.add(record(number))) != nil { stored.append(number) }
            do {
                try archive.commit()
            } catch {
                // A clean error names the file and the system's reason.
                #expect(error.code == .file && error.path != nil && error.cause != nil)
            }
        }
        return stored
    }

    @Test(arguments: [false, true])
    func everyOperationMayFail(isFinal: Bool) throws {
        var count = 0
        while true {
            let directory = try TemporaryDirectory()
            let files = FailingFiles(after: count, isFinal: isFinal)
            let stored = work(directory.url, files)
            guard files.hasFailed else { break }
            for mode in [Archive.Mode.readOnly, .readWrite] {
                guard !stored.isEmpty || mode == .readWrite else { continue }
                let archive = try Archive.open(directory.url, mode: mode)
                for number in stored {
                    #expect(try archive.search("第\(number)件").total == 10, "operation \(count) failed")
                }
                #expect(try archive.search("甲乙丙丁").total == stored.count * 10)
            }
            let report = try Archive.verify(directory.url)
            #expect(report.problems.isEmpty, "operation \(count): \(report.problems)")
            // The first commit operation by operation, the others at every fourth.
            count += count < 40 ? 1 : 4
        }
        #expect(count > 40)
    }

    /// Merges run beside commits; what is searched meanwhile is whole, and in the end there are few segments.
    @Test func mergesBesideCommits() throws {
        let directory = try TemporaryDirectory()
        let index = directory.url.appending(path: "index")
        do {
            let archive = try Archive.open(directory.url, mode: .readWrite)
            for number in 0..<12 {
                try archive.add(record(number))
                if number % 5 == 4 {
                    try archive.add(SampleRecords.plain(["改了"], path: "/data/\(number - 3).txt", sha256: "x\(number)"))
                }
                try archive.commit()
                let replaced = (number + 1) / 5
                #expect(try count(archive) == (number + 1 - replaced) * 10)
            }
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: index.path(percentEncoded: false))
        #expect(files.count { $0.hasPrefix("segment-") } <= 6)
        #expect(!files.contains { $0.hasPrefix(IndexDirectory.unfinished) })
        #expect(try Archive.verify(directory.url).problems.isEmpty)
        #expect(try count(Archive.open(directory.url, mode: .readOnly)) == 10 * 10)
    }

    /// How many passages hold a phrase, all of them counted.
    private func count(_ archive: Archive) throws -> Int {
        var request = SearchRequest(try Query(parsing: "甲乙丙丁"))
        request.counting = .exact
        return try archive.search(request).total
    }
}
