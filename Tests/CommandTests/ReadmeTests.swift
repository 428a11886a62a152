import Foundation
import TestSupport
import Testing

/// The examples of the two READMEs print what they say.
@Suite(.slow) struct ReadmeTests {
    @Test("each line of an example's output is printed", arguments: ["README.md", "README.zh-CN.md"])
    func examples(_ name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Repository.corpus, to: folder.appending(path: "corpus"))
        let readme = try String(contentsOf: Repository.root.appending(path: name), encoding: .utf8)
        for example in Self.examples(in: readme) {
            let run = try CommandRun(Self.words(example.command), in: folder)
            let printed = run.output + run.errors
            let expected = example.output.replacing("/path/to/gongbao/", with: "")
            for line in expected.split(separator: "\n") where line != "…" && !line.allSatisfy(\.isWhitespace) {
                #expect(printed.contains(line), "\(example.command)")
            }
        }
    }

    private struct Example {
        var command: String
        var output: String
    }

    /// The commands of the console blocks, without those that write to a file.
    private static func examples(in readme: String) -> [Example] {
        let blocks = readme.components(separatedBy: "```console\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        return blocks.flatMap { $0.components(separatedBy: "$ gongbao ").dropFirst() }.compactMap { part in
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard let command = lines.first, !command.contains(">") else { return nil }
            return Example(command: String(command), output: lines.count > 1 ? String(lines[1]) : "")
        }
    }

    /// The words of a command line, single quotes taken off.
    private static func words(_ command: String) -> [String] {
        command.split(separator: " ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
    }
}
