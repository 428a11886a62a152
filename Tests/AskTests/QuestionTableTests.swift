import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Ask

/// Questions and what must become of them: `Fixtures/questions.tsv`, and forms of questions filled with records.
@Suite struct QuestionTableTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var archive, question, tier, intent: String
        var slots, values: [String]
        var testDescription: String { question }

        static let all: [Row] = {
            let file = Repository.root.appending(path: "Tests/AskTests/Fixtures/questions.tsv")
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                func list(_ index: Int) -> [String] {
                    index < cells.count ? cells[index].split(separator: ";").map(String.init) : []
                }
                return Row(
                    archive: cells[0], question: cells[1], tier: cells[2], intent: cells.count > 3 ? cells[3] : "",
                    slots: list(4), values: list(5))
            }
        }()
    }

    @Test func theTableIsThere() { #expect(Row.all.count > 60) }

    @Test(arguments: Row.all)
    func isAnswered(_ row: Row) throws {
        let answer = try Archives.responder(row.archive).answer(row.question)
        #expect(answer.tier.rawValue == row.tier)
        if !row.intent.isEmpty { #expect(answer.question?.intent.rawValue == row.intent) }
        for slot in row.slots {
            let parts = slot.split(separator: "=").map(String.init)
            #expect(
                answer.slots.contains {
                    $0.kind == parts[0] && QuestionText($0.text).folded == QuestionText(parts[1]).folded
                }, "\(answer.slots.map { $0.kind + "=" + $0.text })")
        }
        let found = Set(answer.items.flatMap(\.values).map(\.text))
        for value in row.values { #expect(found.contains(value), "\(found)") }
        // A question that is not answered gives no records.
        if row.tier == "none" || row.tier == "not-understood" { #expect(answer.items.isEmpty) }
    }

    // MARK: Forms filled with records

    private static let forms = [
        "{t}由谁牵头？", "{t}这件事到底谁挑头", "请问{t}的牵头单位是哪家", "谁牵头{t}呀", "{t}，哪个部门牵头？谢谢", "想问一下牵头{t}的是谁", "{t}这块由哪个单位牵头负责",
    ]
    private static let labelForms = [
        "{d}第{n}项任务由谁牵头", "{d}里第{h}项谁挑头", "請問{d}第{n}項任務的牽頭單位", "which unit leads task {n} of {d}?", "{d}中{n}号任务哪个单位牵头",
    ]

    /// The words of tasks and their labels, in forms that vary order, fillers, script and language: what is answered for
    /// sure is that very task with its leads.
    @Test func formsOfQuestionsLeadToTheirTasks() throws {
        let tasks = try Archives.corpus.tasks().filter { hit in hit.task.assignments.contains { $0.role == .lead } }
        var asked = 0
        var found = 0
        for (index, hit) in tasks.enumerated() where index % 3 == 1 {
            let words = String(hit.task.text.prefix { !"，。；、“”".contains($0) })
            let document = hit.document.number ?? "《\(hit.document.title)》"
            var questions: [String] = []
            if words.count > 6 { questions.append(Self.forms[index % Self.forms.count].replacing("{t}", with: words)) }
            if let label = hit.task.label, let number = Int(label.filter(\.isNumber)) {
                questions.append(
                    Self.labelForms[index % Self.labelForms.count].replacing("{d}", with: document)
                        .replacing("{n}", with: String(number)).replacing("{h}", with: HanNumber.text(number)))
            }
            let leads = hit.task.assignments.filter { $0.role == .lead }.map(\.unit)
            for question in questions {
                let answer = try Archives.responder("corpus").answer(question)
                asked += 1
                guard let item = answer.items.first(where: { $0.record == hit.task.id }) else {
                    #expect(answer.tier != .answer, "\(question): \(answer.items.map(\.record))")
                    print(
                        "NOTFOUND", question, answer.tier, answer.slots.map { $0.kind + "=" + $0.text },
                        answer.notes.map(\.code), answer.unmatched)
                    continue
                }
                found += 1
                #expect(item.values.filter { $0.role == .lead }.map(\.text) == leads, "\(question)")
            }
        }
        #expect(asked > 100)
        #expect(found * 100 >= asked * 97, "\(found) of \(asked)")
    }

    /// Names of units with their place, and in other forms, are the same unit.
    @Test func unitsAreFoundUnderAllTheirNames() throws {
        let names = try ArchiveNames(Archives.corpus)
        for key in try Archives.corpus.unitKeys() where key.hasPrefix("市") && key.hasSuffix("局") {
            let forms = [key, "沈阳" + key, UnitWording.full(key), UnitWording.withoutMark(key)]
            for form in forms { #expect(names.units.meaning(of: form)?.keys.contains(key) == true, "\(form)") }
            // Never inside a name.
            #expect(names.units.meaning(of: String(key.dropFirst(2))).map { !$0.keys.contains(key) } ?? true)
        }
    }

    @Test func questionsGoOnFromTheOneBefore() throws {
        let responder = try Archives.responder("towns")
        let first = try responder.answer("加装电梯由谁牵头")
        let second = try responder.answer("那配合单位呢？", after: first)
        #expect(second.items.first?.values.map(\.text) == ["市财政局", "市市场监管局"])
        let third = try responder.answer("什么时候完成？", after: second)
        #expect(third.items.first?.values.map(\.text) == ["2024-10-31"])
        let other = try responder.answer("那社区食堂呢", after: first)
        #expect(other.items.first?.values.map(\.text) == ["市民政局"])
    }
}

/// Archives that questions are put to, made once.
enum Archives {
    static let corpus = make("corpus") { try CorpusRecords.all() }
    static let towns = make("towns") { try Towns.records() }
    private static let responders = [
        "corpus": Responder(corpus, today: "2026-11-20"), "towns": Responder(towns, today: "2025-11-20"),
    ]

    static func responder(_ name: String) throws -> Responder { try #require(responders[name]) }

    private static func make(_ name: String, _ records: () throws -> [GazetteRecord]) -> Archive {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "gongbao-ask-\(name)-\(UUID().uuidString)")
        do {
            let archive = try Archive.open(directory, mode: .readWrite)
            for record in try records() { try archive.add(record) }
            try archive.commit()
            return archive
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
