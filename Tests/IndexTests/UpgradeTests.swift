import Extract
import Foundation
import TestSupport
import Testing

@testable import Index

/// Archives of earlier versions are taken up: `Fixtures` keeps one of each, as that version wrote it.
@Suite struct UpgradeTests {
    /// A copy of a kept archive in a folder of its own.
    private func archive(version: Int) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        let kept = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/records-\(version).sqlite")
        try FileManager.default.copyItem(at: kept, to: directory.url.appending(path: "records.sqlite"))
        return directory
    }

    @Test(arguments: [2])
    func earlierArchivesAreTakenUp(version: Int) throws {
        let directory = try archive(version: version)
        #expect {
            try Archive.open(directory.url, mode: .readOnly)
        } throws: { ($0 as? ArchiveError)?.code == .unsupportedVersion }
        do {
            let upgraded = try Archive.open(directory.url, mode: .readWrite)
            var records: [GazetteRecord] = []
            try upgraded.export { records.append($0) }
            #expect(
                records == [
                    SampleRecords.gazette(path: "/data/gazette.json"),
                    SampleRecords.plain(["第二份", "没有文号"], path: "/data/plain.json"),
                ])
            #expect(try upgraded.search("1000场").hits.map(\.line) == [13])
            #expect(try upgraded.tasks(TaskFilter(unit: "科技局")).map(\.task.label) == ["2", "1"])
            #expect(
                try upgraded.manifest().map(\.path) == ["/data/gazette.json", "/data/gone.txt", "/data/plain.json"])
            #expect(try upgraded.manifest().map(\.outcome) == [.stored, .failed, .stored])
        }
        #expect(try Archive.verify(directory.url).problems.isEmpty)
        #expect(try Archive.open(directory.url, mode: .readOnly).search("第二份").total == 1)
    }

    /// What is made anew gets ids above all that an index may know.
    @Test func idsGoOn() throws {
        let directory = try archive(version: 2)
        let upgraded = try Archive.open(directory.url, mode: .readWrite)
        let last = try upgraded.store.lastPassage()
        let ids = try upgraded.store.passages(after: 0, upTo: last, limit: 1_000).map(\.id)
        try upgraded.remake()
        let next = try upgraded.store.passages(after: 0, upTo: .max, limit: 1_000).map(\.id)
        #expect(next == ids.map { $0 + last - ids[0] + 1 })
        #expect(try upgraded.search("1000场").total == 1)
    }
}
