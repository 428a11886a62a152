import Extract
import Index
import Testing

@testable import Ask

@Suite struct QuestionGrammarTests {
    /// An archive that knows these names and no others.
    private struct Names: KnownNames {
        func isUnit(_ name: String) -> Bool { ["甲局", "市乙委", "市科技局", "丙区政府"].contains(name) }
        func isDocument(_ name: String) -> Bool { ["某某办法", "甲市某某工作方案"].contains(name) }
        func isPerson(_ name: String) -> Bool { name == "张三丰" }
        func isTopic(_ text: String, of intent: Question.Intent) -> Bool {
            ["装配式建筑", "中小企业融资", "甲指标", "到2022年建设学校"].contains(text)
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var question: Question
        var testDescription: String { text }

        init(
            _ text: String, _ intent: Question.Intent, english: Bool = false,
            _ fill: (inout Question) -> Void = { _ in }
        ) {
            self.text = text
            question = Question(intent: intent, isEnglish: english)
            fill(&question)
        }
    }

    private static func dates(
        _ first: String?, _ last: String?, isLimit: Bool = false, year: Int? = nil
    ) -> AskedDates {
        AskedDates(bounds: DateBounds(first: first, last: last), isLimit: isLimit, year: year)
    }

    private static let year2026 = dates("2026-01-01", "2026-12-31", year: 2026)

    private static let tasks: [Case] = [
        Case("第53项任务由哪个单位牵头？", .units) { ($0.role, $0.label) = (.lead, "53") },
        Case("第５３項任務由哪個單位牽頭？", .units) { ($0.role, $0.label) = (.lead, "53") },
        Case("任务三（四）的牵头单位是什么", .units) { ($0.role, $0.label) = (.lead, "三(四)") },
        Case("《某某办法》第（二）项由谁负责？", .units) { ($0.role, $0.label, $0.document) = (.responsible, "(二)", "某某办法") },
        Case("甲市某某工作方案第3项任务由谁配合", .units) { ($0.role, $0.label, $0.document) = (.support, "3", "甲市某某工作方案") },
        Case("谁配合装配式建筑工作？", .units) { ($0.role, $0.topic) = (.support, "装配式建筑") },
        Case("中小企业融资由谁牵头负责", .units) { ($0.role, $0.topic) = (.lead, "中小企业融资") },
        Case("谁负责“一网通办”", .units) { ($0.role, $0.topic) = (.responsible, "一网通办") },
        Case("which unit leads task 53 of 甲政发〔2026〕1号?", .units, english: true) {
            ($0.role, $0.label, $0.document) = (.lead, "53", "甲政发〔2026〕1号")
        },
        Case("Who is responsible for item （二） of 《某某办法》?", .units, english: true) {
            ($0.role, $0.label, $0.document) = (.responsible, "(二)", "某某办法")
        },
        Case("市科技局2026年牵头哪些任务？", .tasks) { ($0.role, $0.unit, $0.dates) = (.lead, "市科技局", year2026) },
        Case("2026年由市科技局牵头的任务有哪些", .tasks) { ($0.role, $0.unit, $0.dates) = (.lead, "市科技局", year2026) },
        Case("哪些任务由甲局配合？", .tasks) { ($0.role, $0.unit) = (.support, "甲局") },
        Case("市科技局在装配式建筑方面牵头哪些工作", .tasks) {
            ($0.role, $0.unit, $0.topic) = (.lead, "市科技局", "装配式建筑")
        },
        Case("what does 市科技局 lead in 2026?", .tasks, english: true) {
            ($0.role, $0.unit, $0.dates) = (.lead, "市科技局", year2026)
        },
        Case("Which tasks are led by 市科技局?", .tasks, english: true) { ($0.role, $0.unit) = (.lead, "市科技局") },
        Case("第53项任务是由甲局牵头吗", .confirmation) { ($0.role, $0.unit, $0.label) = (.lead, "甲局", "53") },
        Case("甲局是不是第3项任务的牵头单位？", .confirmation) { ($0.role, $0.unit, $0.label) = (.lead, "甲局", "3") },
    ]

    private static let limits: [Case] = [
        Case("2019年6月底前要完成什么？", .deadlines) { $0.dates = dates(nil, "2019-06-30", isLimit: true) },
        Case("市科技局2019年6月底前要完成哪些任务？", .deadlines) {
            ($0.unit, $0.dates) = ("市科技局", dates(nil, "2019-06-30", isLimit: true))
        },
        Case("what did 市科技局 have to finish by June 2019?", .deadlines, english: true) {
            ($0.unit, $0.dates) = ("市科技局", dates(nil, "2019-06-30", isLimit: true))
        },
        Case("what must be done between May and June 2019?", .deadlines, english: true) {
            $0.dates = dates("2019-05-01", "2019-06-30")
        },
        Case("2020年上半年要完成什么", .deadlines) { $0.dates = dates("2020-01-01", "2020-06-30") },
        Case("今年年底前要办结什么", .deadlines) { $0.dates = dates(nil, "2026-12-31", isLimit: true) },
        Case("每年8月31日前要做什么", .deadlines) {
            $0.dates = AskedDates(
                bounds: DateBounds(recurring: "--08-31", isOfAnyYear: false), isLimit: true, year: nil)
        },
        Case("甲政发〔2019〕1号第1项任务什么时候完成", .dueDate) { ($0.document, $0.label) = ("甲政发〔2019〕1号", "1") },
        Case("when is task 3 due?", .dueDate, english: true) { $0.label = "3" },
    ]

    private static let documents: [Case] = [
        Case("哪些文件依据国办发〔2019〕34号？", .citing) { ($0.relation, $0.document) = (.basis, "国办发〔2019〕34号") },
        Case("国办发〔2019〕34号被哪些文件引用", .citing) { $0.document = "国办发〔2019〕34号" },
        Case("which document repealed 甲政发〔2019〕1号?", .citing, english: true) {
            ($0.relation, $0.document) = (.repeals, "甲政发〔2019〕1号")
        },
        Case("甲政发〔2019〕1号依据什么制定？", .cited) { ($0.relation, $0.document) = (.basis, "甲政发〔2019〕1号") },
        Case("甲政发〔2019〕1号废止了哪些文件", .cited) { ($0.relation, $0.document) = (.repeals, "甲政发〔2019〕1号") },
        Case("what is 《某某办法》 based on?", .cited, english: true) { ($0.relation, $0.document) = (.basis, "某某办法") },
        Case("甲政发〔2019〕1号还有效吗？", .status) { $0.document = "甲政发〔2019〕1号" },
        Case("Is 甲政发〔2019〕1号 still in force?", .status, english: true) { $0.document = "甲政发〔2019〕1号" },
        Case("《某某办法》何时施行？", .effective) { $0.document = "某某办法" },
        Case("某某办法什么时候失效", .expiry) { $0.document = "某某办法" },
        Case("甲政发〔2019〕1号是哪天印发的", .signed) { $0.document = "甲政发〔2019〕1号" },
        Case("《某某办法》由谁解释", .interpreter) { $0.document = "某某办法" },
        Case("谁发布了《某某办法》？", .issuer) { $0.document = "某某办法" },
        Case("《某某办法》第十二条规定了什么", .provision) { ($0.document, $0.article) = ("某某办法", "第十二条") },
        Case("what does article 12 of 《某某办法》 say?", .provision, english: true) {
            ($0.document, $0.article) = ("某某办法", "12")
        },
        Case("甲局2026年印发了哪些文件", .documents) { ($0.unit, $0.dates) = ("甲局", year2026) },
    ]

    private static let records: [Case] = [
        Case("甲指标2025年的目标是多少？", .targets) {
            ($0.topic, $0.dates) = ("甲指标", dates("2025-01-01", "2025-12-31", year: 2025))
        },
        Case("What is the 2025 target for 甲指标?", .targets, english: true) {
            ($0.topic, $0.dates) = ("甲指标", dates("2025-01-01", "2025-12-31", year: 2025))
        },
        Case("什么是装配式建筑？", .definition) { $0.topic = "装配式建筑" },
        Case("张三丰分管哪些单位", .duties) { $0.unit = "张三丰" },
        Case("谁分管甲局？", .officials) { $0.unit = "甲局" },
        Case("2021年10月3日发生了什么？", .events) { $0.dates = dates("2021-10-03", "2021-10-03") },
    ]

    @Test(arguments: tasks + limits + documents + records)
    func understands(_ example: Case) throws {
        var question = try QuestionGrammar.read(example.text, names: Names(), today: "2026-11-20")
        if question.dates?.bounds.isOfAnyYear == nil { question.dates?.bounds.isOfAnyYear = nil }
        #expect(question == example.question)
    }

    @Test(arguments: ["今天天气怎么样？", "你好", "tell me a joke", "为什么", "谁是世界上最美的女人", "甲政发〔2019〕1号好看吗"])
    func declinesWhatRecordsDontTell(_ text: String) {
        #expect(throws: QuestionError.self) { try QuestionGrammar.read(text, names: Names(), today: "2026-11-20") }
    }

    @Test func saysWhichWordsHaveNoPlace() {
        #expect(throws: QuestionError(problem: .leftOver("紫色"))) {
            try QuestionGrammar.read("甲政发〔2019〕1号紫色还有效吗", names: Names(), today: "2026-11-20")
        }
    }
}
