import ArgumentParser
import Ask
import Foundation
import Index

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answers a question in Chinese or English from the records.",
        discussion: """
            It prints how the question was understood, the answer, the words it was read from and their place. What records
            fit only in part is marked as likely, with the words that they leave open (status 4). Where the archive doesn't
            tell, it says so (status 1); where a question fits several places, it gives them all.

            Example: gongbao ask 第53项任务由哪个单位牵头？
            """)

    @Argument(help: "The question; several words are one question.") var question: [String] = []
    @Option(help: "How many places to print at most.") var limit = 20
    @Option(help: "The day on which the question is asked (YYYY-MM-DD; else today).") var today: String?
    @Flag(help: "Print all ways in which the question was read, with their scores.") var explain = false
    @Flag(help: "Read questions line by line; each may go on from the one before (那配合单位呢？).") var interactive = false
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
        guard interactive || !question.joined().isEmpty else { throw ValidationError("ask a question") }
    }

    func run() throws {
        let responder = Responder(try source.open(.readOnly), today: today)
        if interactive { return try converse(with: responder) }
        let text = question.joined(separator: " ")
        let answer = try responder.answer(text)
        try show(answer, to: text)
        if let status = Self.status(of: answer) { throw status }
    }

    /// Answers line by line until the input ends.
    private func converse(with responder: Responder) throws {
        var last: Answer?
        if !question.isEmpty {
            let text = question.joined(separator: " ")
            last = try responder.answer(text)
            if let last { try show(last, to: text) }
        }
        while let line = readLine() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let answer = try responder.answer(line, after: last)
            try show(answer, to: line)
            if answer.tier != .notUnderstood { last = answer }
        }
    }

    private func show(_ answer: Answer, to text: String) throws {
        let wording = AnswerWording(isEnglish: answer.question?.isEnglish ?? AnswerWording.isEnglish(text))
        switch output.format {
        case .text:
            if answer.tier == .notUnderstood {
                Terminal.complain(wording.text(of: answer, limit: limit))
            } else {
                Terminal.print(wording.text(of: answer, limit: limit))
            }
            if explain { Terminal.print(wording.readings(of: answer)) }
        case .json: Terminal.print(try OutputOptions.json(answer, pretty: true))
        case .ndjson: Terminal.print(try OutputOptions.json(answer, pretty: false))
        }
    }

    private static func status(of answer: Answer) -> ExitCode? {
        switch answer.tier {
        case .answer: nil
        case .likely: Status.likely
        case .none: Status.nothingFound
        case .notUnderstood: Status.usage
        }
    }
}
