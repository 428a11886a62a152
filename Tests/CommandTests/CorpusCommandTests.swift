import Foundation
import TestSupport
import Testing

/// A folder of its own for one test, removed behind it.
private final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "gongbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// The corpus through the binary, as a user would.
@Suite(.slow) struct CorpusCommandTests {
    private let folder: Folder
    private let corpus = Repository.corpus.path(percentEncoded: false)

    init() throws { folder = try Folder() }

    private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: folder.url) }

    @Test("what extract prints keeps to the published schema, and each span holds its quote")
    func schema() throws {
        let extracted = try run("extract", "--format", "ndjson", corpus)
        #expect(extracted.status == 0)
        let export = folder.url.appending(path: "export.ndjson")
        try extracted.output.write(to: export, atomically: true, encoding: .utf8)
        let check = Process()
        check.executableURL = URL(filePath: "/usr/bin/env")
        check.arguments = [
            "python3", Repository.root.appending(path: "scripts/validate-export.py").path(percentEncoded: false),
            export.path(percentEncoded: false),
        ]
        check.standardOutput = Pipe()
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "scripts/validate-export.py names the violations")
    }

    @Test("a researcher's questions")
    func questions() throws {
        #expect(try run("ingest", corpus).output.contains("21 documents"))
        let lead = try run("tasks", "--document", "沈政发[2026] 1号", "--label", "53")
        #expect(lead.output.contains("牵头：沈河区政府"))
        #expect(lead.output.contains("shenyang-2026-03-04.txt:"))
        let none = try run("tasks", "--document", "沈政发〔2026〕1号", "--label", "178")
        #expect(none.output.contains("无牵头单位"))
        let unit = try run("tasks", "--unit", "市科技局", "--role", "lead", "--format", "ndjson")
        #expect(unit.output.split(separator: "\n").count > 10)
    }

    @Test(
        "a clause is found wherever it stands, and what stands nowhere is not",
        arguments: [
            // Cut by a wrap and a page end in the source.
            ("\"推动工矿企业安全生产水平提升\"", true), ("\"建设用地使用权转让、出租、抵押二级市场\"", true),
            ("\"自印发之日起施行\"", true), ("\"此件公开发布\"", true), ("\"一、总体要求\"", true),
            ("\"ｅＶＴＯＬ\"", true), ("\"瀋陽市人民政府辦公室\"", true), ("\"自公布次日起施行\"", false),
        ])
    func clauses(_ query: String, _ isFound: Bool) throws {
        _ = try run("ingest", corpus)
        #expect(try run("search", query).status == (isFound ? 0 : 1))
    }

    @Test("explain names the rule, its place, and what was completed")
    func explain() throws {
        _ = try run("ingest", corpus)
        let inherited = try run("explain", "沈政办发〔2019〕15号/task3")
        #expect(inherited.output.contains("rule: first-listed rule"))
        #expect(inherited.output.contains("排在第一位的部门为牵头部门，下同"))
        let completed = try run("explain", "沈政发[2026]1号", "--label", "2")
        #expect(completed.output.contains("completed: 商务局 → 市商务局"))
        #expect(try run("explain", "沈政发〔2026〕1号/task999").status == 1)
    }

    /// Ids of records, and what explain says of each.
    private static let explained: [(id: String, texts: [String])] = [
        ("沈政办发〔2022〕26号", ["signed  2022-11-30  from 「2022年11月30日」", "rule: date"]),
        ("沈政办发〔2022〕26号/citation2", ["basis  《国务院办公厅关于印发要素市场化配置综合改革试点总体方案的通知》 国办发〔2021〕51号", "rule: 落实…精神"]),
        ("沈政办发〔2022〕26号/validity", ["effective  2023-01-01", "rule: day printed", "interpreter  市自然资源局会同相关部门"]),
        ("沈商务发〔2022〕9号/validity", ["rule: counted from 成文日期"]),
        ("沈政办发〔2022〕26号/definition1", ["土地二级市场  means  国有建设用地使用权转让、出租、抵押二级市场"]),
        ("沈政办发〔2026〕1号/duty1", ["person  谷军营", "rule: posts before the name", "rule: list behind 分管"]),
        ("沈阳市人民政府公报2021第21期#4/event2", ["rule: day printed; year from the issue"]),
        ("沈政办发〔2022〕27号/table1", ["rows  28", "rule: first row, of words"]),
        ("沈政办发〔2022〕26号/att1/art2", ["level  article", "label  「第二条」  number 2", "/citation4", "/citation5"]),
    ]

    @Test("explain tells of every kind of record from which characters it was read, and by which rule")
    func explainRecords() throws {
        _ = try run("ingest", corpus)
        for (id, texts) in Self.explained {
            let found = try run("explain", id)
            for text in texts { #expect(found.output.contains(text), "\(id)") }
        }
        let all = try run("explain", "沈政办发〔2022〕26号/citations", "--format", "ndjson")
        #expect(all.output.split(separator: "\n").count == 6)
        #expect(try run("explain", "沈政办发〔2022〕26号/citation99").status == 1)
        #expect(try run("explain", "沈政办发〔2022〕26号/duties").status == 1)
    }

    @Test("check accounts for every line, and says what an editor would query")
    func check() throws {
        let report = try run("check", corpus)
        #expect(report.status == 0)
        #expect(report.output.contains("0 unread (0.0 %)"))
        #expect(report.output.contains("shenyang-2019-05.txt:720:25  warning  ocr-slip"))
    }

    @Test("a file that can't be read is named with its byte, and the rest is read")
    func badFile() throws {
        let data = folder.url.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data(Array("沈阳市人民政府办公室关于印发方案的通知".utf8) + [0xFF, 0xFE]).write(to: data.appending(path: "bad.txt"))
        try "某市人民政府关于做好某项工作的通知\n某政发〔2020〕1号\n各区人民政府：\n请认真执行。\n"
            .write(to: data.appending(path: "good.txt"), atomically: true, encoding: .utf8)
        let run = try run("ingest", "data")
        #expect(run.status == 3)
        #expect(run.errors.contains("bad.txt:1 (byte 57)"))
        #expect(run.output.contains("1 documents"))
    }

    @Test("a changed file replaces its records, an unchanged one does nothing")
    func changed() throws {
        let file = folder.url.appending(path: "a.txt")
        func write(_ text: String) throws { try text.write(to: file, atomically: true, encoding: .utf8) }
        try write("某市人民政府关于做好绿化工作的通知\n某政发〔2020〕1号\n各区人民政府：\n请认真执行。\n")
        #expect(try run("ingest", "a.txt").errors.contains("added"))
        #expect(try run("ingest", "a.txt").output.contains("1 unchanged"))
        try write("某市人民政府关于做好供暖工作的通知\n某政发〔2020〕1号\n各区人民政府：\n请认真执行。\n")
        #expect(try run("ingest", "a.txt").errors.contains("replaced"))
        #expect(try run("search", "绿化").status == 1)
        #expect(try run("search", "供暖").status == 0)
    }
}
