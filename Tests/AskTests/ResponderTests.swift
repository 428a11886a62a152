import Extract
import Foundation
import Index
import Ingest
import TestSupport
import Testing

@testable import Ask

/// Questions to the four gazettes of the corpus.
@Suite struct ResponderTests {
    private let archive = Archives.corpus

    private func ask(_ question: String) throws -> Answer { try Archives.responder("corpus").answer(question) }

    /// Every task that can be named is answered with the units that its record has, in both languages, by label and by its words.
    @Test func leadsOfAllTasksAreThoseOfTheirRecords() throws {
        let tasks = try archive.tasks().filter { $0.task.label != nil }
        #expect(tasks.count > 250)
        for (number, hit) in tasks.enumerated() where number % 9 == 0 {
            let label = hit.task.label ?? ""
            let name = hit.document.number ?? "《\(hit.document.title)》"
            let leads = hit.task.assignments.filter { $0.role == .lead }.map(\.unit)
            let words = hit.task.text.prefix { !"，。；“”".contains($0) }
            for question in [
                "\(name)第\(label)项任务由哪个单位牵头？", "which unit leads task \(label) of \(name)?", "\(words)由谁牵头？",
            ] where !words.isEmpty {
                let answer = try ask(question)
                let item = try #require(answer.items.first { $0.record == hit.task.id }, "\(question)")
                #expect(item.values.map(\.text) == leads, "\(question)")
                // What is answered with confidence is this very task.
                if answer.outcome == .answered { #expect(answer.items.count == 1) }
            }
        }
    }

    /// What is due on a day is all that the records say is due on it, and comes first.
    @Test func everythingThatIsDueIsAnswered() throws {
        let all = try archive.deadlines(RecordFilter()).filter { $0.record.date.map { !$0.hasPrefix("-") } ?? false }
        for day in Set(all.compactMap(\.record.date)) {
            let answer = try ask("what must be done by \(day)?")
            let expected = all.filter { $0.record.date == day }.map(\.record.quote)
            #expect(answer.exact == expected.count)
            #expect(answer.items.prefix(expected.count).map(\.quote) == expected)
            #expect(answer.items.count == all.count { ($0.record.date ?? "") <= day })
        }
    }

    /// Every answer stands at its place in the file.
    @Test(arguments: [
        "第53项任务由哪个单位牵头？", "市科技局2026年牵头哪些任务？", "2019年6月底前要完成什么？", "谁配合装配式建筑工作？",
        "哪些文件依据国办发〔2019〕34号？", "沈政办发〔2018〕28号还有效吗？", "《沈阳市地铁交通乘客投诉管理办法》何时施行？",
        "婚前医学检查率2025年的目标是多少？",
    ])
    func quotesStandAtTheirPlace(_ question: String) throws {
        let answer = try ask(question)
        #expect(!answer.items.isEmpty)
        for item in answer.items {
            let lines = try String(contentsOf: URL(filePath: item.document.file), encoding: .utf8).components(
                separatedBy: "\n")
            let source = lines[(item.line - 1)...].prefix(12).joined()
            func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
            #expect(bare(source).contains(bare(item.quote).prefix(30)), "\(item.quote) at \(item.line)")
        }
    }

    struct Expectation: CustomTestStringConvertible, Sendable {
        var question: String
        var outcome: Answer.Outcome
        var values: [String]
        var testDescription: String { question }
    }

    @Test(arguments: [
        Expectation(question: "第53项任务由哪个单位牵头？", outcome: .answered, values: ["沈河区政府"]),
        Expectation(question: "第53项任务是由沈河区政府牵头吗", outcome: .answered, values: ["沈河区政府"]),
        Expectation(question: "第53项任务是由市财政局牵头吗", outcome: .answered, values: []),
        Expectation(question: "第53项任务谁挑头", outcome: .answered, values: ["沈河区政府"]),
        Expectation(question: "沈政发〔2026〕1号第178项任务由谁牵头", outcome: .answered, values: []),
        Expectation(question: "沈政办发〔2019〕13号第1项任务什么时候完成？", outcome: .answered, values: ["2019-06-30"]),
        Expectation(question: "沈政办发〔2018〕28号还有效吗？", outcome: .answered, values: ["沈政办发〔2021〕26号"]),
        Expectation(question: "沈政办发〔2021〕27号还有效吗？", outcome: .answered, values: ["2023-12-31"]),
        Expectation(question: "高血压患者规范管理率2025年的目标是多少？", outcome: .answered, values: ["≥65%"]),
        Expectation(question: "沈政发〔2026〕99号第1项任务由谁牵头", outcome: .nothing, values: []),
        Expectation(question: "沈政发〔2026〕1号第999项任务由谁牵头", outcome: .nothing, values: []),
        Expectation(question: "市教科文局牵头哪些任务", outcome: .nothing, values: []),
        Expectation(question: "北京市科技局牵头哪些任务", outcome: .nothing, values: []),
        Expectation(question: "谁牵头登月工程", outcome: .nothing, values: []),
        Expectation(question: "1999年5月前要完成什么", outcome: .nothing, values: []),
        Expectation(question: "沈政办发〔1998〕3号还有效吗", outcome: .nothing, values: []),
    ])
    func answers(_ example: Expectation) throws {
        let answer = try ask(example.question)
        #expect(answer.outcome == example.outcome)
        #expect(answer.items.first?.values.map(\.text) ?? [] == example.values)
    }

    @Test func aQuestionThatFitsSeveralPlacesIsAnsweredForEach() throws {
        let answer = try ask("第1项任务由谁牵头？")
        #expect(answer.outcome == .several)
        #expect(Set(answer.items.map(\.document.id)).count > 1)
    }

    @Test func unknownNamesAreMetWithNamesLikeThem() throws {
        let answer = try ask("市科学技艺局牵头哪些任务")
        #expect(answer.outcome == .nothing)
        #expect(answer.notes.first?.code == .noUnit)
    }
}

/// The records of the corpus.
enum CorpusRecords {
    static func all() throws -> [GazetteRecord] {
        try FileManager.default.contentsOfDirectory(at: Repository.corpus, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
            .map { Extractor.extract(try GazetteReader().read(contentsOf: $0)) }
    }
}
