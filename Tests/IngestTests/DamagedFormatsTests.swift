import Foundation
import TestSupport
import Testing

@testable import Ingest

/// A thousand damaged files of each format that came last, when asked for: GONGBAO_MUTATIONS=1000.
@Suite struct DamagedFormatsTests {
    private static let count = ProcessInfo.processInfo.environment["GONGBAO_MUTATIONS"].flatMap { Int($0) } ?? 40

    @Test("damaged files are read or refused within bounds", arguments: [FuzzInput.rtf, .mht, .doc, .xls, .odt, .xlsx])
    func damaged(_ input: FuzzInput) throws {
        let seed = try #require(try Self.seed(input))
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<Self.count {
            let bytes = MutationTests.mutated(seed, &generator)
            do throws(IngestError) {
                let issue = try GazetteReader().read(input.file(of: bytes), path: input.path)
                #expect(issue.fates.count == issue.lines.count)
                let tables = issue.lines.compactMap(\.table?.table)
                #expect(tables.allSatisfy(issue.tables.indices.contains))
            } catch {
                #expect(!error.reason.isEmpty)
            }
        }
    }

    /// The first seed of the fuzzer.
    private static func seed(_ input: FuzzInput) throws -> [UInt8]? {
        let folder = Repository.root.appending(path: "Fuzz/Seeds/\(input.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.first.map { [UInt8](try Data(contentsOf: $0)) }
    }
}
