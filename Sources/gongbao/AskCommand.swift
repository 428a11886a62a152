import ArgumentParser
import Ask
import Foundation
import Index

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answers a question in Chinese or English from the records.",
        discussion: """
            It prints how the question was understood, the answer, the words it was read from and their place. Where the
            archive doesn't tell, it says so; where a question fits several places, it gives them all.

            Example: gongbao ask 第53项任务由哪个单位牵头？
            """)

    @Argument(help: "The question; several words are one question.") var question: [String]
    @Option(help: "How many places to print at most.") var limit = 20
    @Option(help: "The day on which the question is asked (YYYY-MM-DD; else today).") var today: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
        guard !question.joined().isEmpty else { throw ValidationError("ask a question") }
    }

    func run() throws {
        let text = question.joined(separator: " ")
        let archive = try source.open(.readOnly)
        let answer: Answer
        do {
            answer = try Responder(archive, today: today).answer(text)
        } catch let error as QuestionError {
            Terminal.complain(AnswerWording(of: text).text(of: error))
            throw Status.usage
        }
        switch output.format {
        case .text: Terminal.print(AnswerWording(isEnglish: answer.question.isEnglish).text(of: answer, limit: limit))
        case .json: Terminal.print(try OutputOptions.json(answer, pretty: true))
        case .ndjson: Terminal.print(try OutputOptions.json(answer, pretty: false))
        }
        if answer.outcome == .nothing { throw Status.nothingFound }
    }
}
