import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct ProgramRunnerTests {
    /// Runs a shell script under a runner's limits, in a folder that is gone afterwards.
    private func run(_ script: String, _ runner: ProgramRunner) throws -> ProgramRunner.Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongbao-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return runner.run("sh", ["-c", script], in: folder)
    }

    @Test("a program's status and messages are given")
    func status() throws {
        #expect(try run("exit 0", ProgramRunner()) == .finished(status: 0, message: ""))
        #expect(try run("echo bad >&2; exit 3", ProgramRunner()) == .finished(status: 3, message: "bad\n"))
    }

    @Test("what waits, computes or writes without end is ended", .timeLimit(.minutes(1)))
    func limits() throws {
        let runner = ProgramRunner(timeLimit: 1, outputLimit: 4096)
        #expect(try run("exec sleep 30", runner) == .tookTooLong)
        #expect(try run("while :; do :; done", runner) == .tookTooLong)
        #expect(try run("exec head -c 1000000 /dev/zero > large", runner) == .wroteTooMuch)
    }

    @Test("a program without memory ends, and we don't")
    func memory() throws {
        let outcome = try run("x=$(head -c 200000000 /dev/zero | tr '\\0' a)", ProgramRunner(memoryLimit: 64 << 20))
        #expect(outcome != .finished(status: 0, message: ""))
    }

    @Test("a missing program is an error that says what to install")
    func missing() {
        let bytes = PDFWriter().bytes()
        let reader = PDFReader(runner: ProgramRunner(searchPath: "/nowhere"))
        let error = #expect(throws: IngestError.self) { try reader.read(bytes, path: "a.pdf") }
        #expect(error?.code == .needsTool)
        #expect(error?.reason.contains("apt install poppler-utils") == true)
    }

    @Test("no temporary file is left behind")
    func noRemains() throws {
        func remains() -> [String] {
            let names = try? FileManager.default.contentsOfDirectory(
                atPath: FileManager.default.temporaryDirectory.path(percentEncoded: false))
            return (names ?? []).filter { $0.hasPrefix("gongbao-pdf-once-") }
        }
        let reader = PDFReader(folderPrefix: "gongbao-pdf-once-")
        var writer = PDFWriter()
        writer.addPage(lines: ["一行文字"])
        _ = try reader.read(writer.bytes(), path: "a.pdf")
        #expect(throws: IngestError.self) { try reader.read(Array("%PDF-1.4".utf8), path: "a.pdf") }
        #expect(remains().isEmpty)
    }
}
