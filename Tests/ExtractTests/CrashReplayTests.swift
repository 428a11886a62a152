import Foundation
import TestSupport
import Testing

@testable import Extract
@testable import Ingest

/// What once ended a reader or a grammar, or made it lose lines, is read or refused now; `make fuzz` finds more.
@Suite struct CrashReplayTests {
    private static let folder = Repository.root.appending(path: "Tests/ExtractTests/Crashes")

    @Test func inputsThatOnceEndedAReader() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
            .sorted().filter { !$0.hasPrefix(".") }
        for name in names {
            let kind = try #require(FuzzInput(rawValue: String(name.prefix { $0.isLetter })), "\(name)")
            let input = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
            guard let issue = try? GazetteReader().read(kind.file(of: input), path: kind.path) else { continue }
            let coverage = Extractor.extract(issue).source.coverage
            let told = coverage.text + coverage.table + coverage.furniture + coverage.blank + coverage.unread.count
            #expect(told == issue.lines.count, "\(name)")
        }
    }

    /// The seeds of each reader are good files: fuzzing that began with refused ones would find nothing.
    @Test(arguments: FuzzInput.allCases)
    func seedsAreRead(_ kind: FuzzInput) throws {
        let seeds = Repository.root.appending(path: "Fuzz/Seeds/\(kind.rawValue)")
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path(percentEncoded: false))
        #expect(!names.isEmpty)
        for name in names {
            let input = [UInt8](try Data(contentsOf: seeds.appending(path: name)))
            let issue = try GazetteReader().read(kind.file(of: input), path: kind.path)
            #expect(!issue.lines.isEmpty, "\(name)")
        }
    }
}
