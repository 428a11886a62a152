import Foundation
import TestSupport
import Testing

/// What an archive goes through: processes that are killed, disks that are full.
@Suite(.slow) struct LifeTests {
    private let directory: TemporaryDirectory
    private static let fileCount = 40

    init() throws {
        directory = try TemporaryDirectory()
        let folder = directory.url.appending(path: "texts")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<Self.fileCount {
            let lines = (0..<60).map { "第\($0 + 1)条　本办法所称文件\(number)号，是指第\(number)份试验文件的第\($0)段。" }
            let text = "甲政发〔2026〕\(number + 1)号\n甲市人民政府关于试验\(number)的通知\n" + lines.joined(separator: "\n")
            try text.write(to: folder.appending(path: "\(number).txt"), atomically: true, encoding: .utf8)
        }
    }

    /// The files that a run reported as stored.
    private func reported(_ output: String) -> [String] {
        output.split(separator: "\n").filter { $0.hasSuffix(": added") }.map { String($0.dropLast(": added".count)) }
    }

    private func checkStored(_ files: Set<String>, sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard !files.isEmpty else { return }
        let verified = try CommandRun(["verify"], in: directory.url)
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)", sourceLocation: sourceLocation)
        for file in files {
            let number = URL(filePath: file).deletingPathExtension().lastPathComponent
            let found = try CommandRun(["search", "\"文件\(number)号\"", "--limit", "1"], in: directory.url)
            #expect(
                found.errors.contains("60 passages fit"), "\(file): \(found.errors)", sourceLocation: sourceLocation)
        }
    }

    @Test func killedAtRandomMoments() throws {
        var random = SeededGenerator(seed: 7)
        var stored: Set<String> = []
        // Longer from round to round, so that some of them store something, however slow the machine is.
        for round in 1...6 {
            let process = Process()
            process.executableURL = CommandRun.executable
            process.arguments = ["ingest", "texts", "--jobs", "2"]
            process.currentDirectoryURL = directory.url
            let output = directory.url.appending(path: ".killed")
            try Data().write(to: output)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: output)
            try process.run()
            Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.6, using: &random) * Double(round))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            stored.formUnion(reported(String(decoding: try Data(contentsOf: output), as: UTF8.self)))
            try checkStored(stored.isEmpty ? [] : [stored.sorted()[0], stored.sorted()[stored.count - 1]])
        }
        let last = try CommandRun(["ingest", "texts"], in: directory.url)
        #expect(last.status == 0)
        // What was reported once is not read again.
        #expect(!stored.isEmpty)
        #expect(stored.isDisjoint(with: reported(last.errors)))
        let all = try CommandRun(["search", "\"试验文件\"", "--limit", "1", "--count"], in: directory.url)
        #expect(all.errors.contains("\(Self.fileCount * 60) passages fit"))
        try checkStored(Set((0..<3).map { "texts/\($0).txt" }))
    }

    /// The system lets no file grow beyond a limit, as a full disk would.
    @Test(arguments: [40, 200, 500])
    func noRoomIsACleanError(kilobytes: Int) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [
            "-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" ingest texts >out 2>err",
            CommandRun.executable.path(percentEncoded: false),
        ]
        process.currentDirectoryURL = directory.url
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        let errors = try String(contentsOf: directory.url.appending(path: "err"), encoding: .utf8)
        #expect(errors.contains("records.sqlite") || errors.contains("index"), "\(errors)")
        try checkStored(Set(reported(errors).suffix(2)))
        // With room again, the same command goes on.
        #expect(try CommandRun(["ingest", "texts"], in: directory.url).status == 0)
        let all = try CommandRun(["search", "\"试验文件\"", "--limit", "1", "--count"], in: directory.url)
        #expect(all.errors.contains("\(Self.fileCount * 60) passages fit"))
    }
}
