import Extract
import Foundation
import TestSupport
import Testing

/// The keys and types of what the commands print as JSON, which other programs read.
///
/// Values are held elsewhere.
@Suite struct JSONShapeTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "a.json")
        var record = SampleRecords.gazette()
        record.findings = [Finding(.warning, code: "article-gap", message: "第一条之后缺", span: SampleRecords.span(33))]
        try JSONEncoder().encode(record).write(to: path)
        _ = try CommandRun(["ingest", "a.json"], in: directory.url)
    }

    @Test(arguments: [
        ["search", "促消费", "--facets", "unit", "--limit", "1", "--explain"], ["tasks", "--unit", "市科技局"],
        ["ask", "第1项任务由哪个单位牵头？"], ["articles", "--label", "12"], ["documents"], ["sources"], ["suggest", "科技"],
        ["check"], ["check", "--summary"], ["show", "物业", "第一条"], ["verify"],
    ])
    func shapes(_ command: [String]) throws {
        let run = try CommandRun(command + ["--format", "json"], in: directory.url)
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        var lines: Set<String> = []
        Self.describe(value, at: "", &lines)
        let options = command.filter { $0.hasPrefix("--sum") }.joined()
        try Golden.expect(lines.sorted().joined(separator: "\n") + "\n", matches: "json/\(command[0])\(options).txt")
    }

    /// A line for each path in a value, with the type of what stands there.
    private static func describe(_ value: Any, at path: String, _ lines: inout Set<String>) {
        switch value {
        case let object as [String: Any]:
            for (key, member) in object { describe(member, at: path.isEmpty ? key : "\(path).\(key)", &lines) }
        case let array as [Any]:
            if array.isEmpty { lines.insert("\(path)[]") }
            for element in array { describe(element, at: "\(path)[]", &lines) }
        case is String: lines.insert("\(path): text")
        case let number as NSNumber:
            let isBool = number === NSNumber(value: true) || number === NSNumber(value: false)
            lines.insert("\(path): \(isBool ? "true or false" : "number")")
        default: lines.insert("\(path): null")
        }
    }
}
