import Foundation
public import Testing

/// Golden files: text that a person can review, held against what the code gives.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew and fails the run, so that a recording is never taken for a pass.
public enum Golden {
    /// Whether this run records.
    public static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" }

    /// Holds a text against the golden file of that name.
    ///
    /// - Parameters:
    ///   - text: What the code gives.
    ///   - name: The file's name, in `Fixtures/` beside the test.
    ///   - file: The test's own path.
    public static func expect(
        _ text: String, matches name: String, file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        if isRecording {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): review it, then run again", sourceLocation: sourceLocation)
            return
        }
        let golden = try String(contentsOf: url, encoding: .utf8)
        guard golden != text else { return }
        Issue.record("\(name) differs: \(firstDifference(golden, text))", sourceLocation: sourceLocation)
    }

    /// The first line in which two texts differ.
    static func firstDifference(_ golden: String, _ text: String) -> String {
        let want = golden.components(separatedBy: "\n")
        let got = text.components(separatedBy: "\n")
        for (index, line) in want.enumerated() where index >= got.count || got[index] != line {
            return "line \(index + 1): want \(line)\n   got \(index < got.count ? got[index] : "(nothing)")"
        }
        return "line \(want.count + 1): got \(got.count > want.count ? got[want.count] : "")"
    }
}
