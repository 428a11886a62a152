import Ask
import Extract
import Foundation
import HTTPTypes
import Index

/// Questions in plain language.
enum AskResource {
    static let endpoint = Endpoint(
        path: "/ask", formats: [.html, .json], parameters: [.text("q", maximum: 500), .today, .limit], takesBody: true
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        var reply = Reply()
        guard let text = inquiry.text("q") else {
            guard inquiry.format == .html else { throw Problem.bad("q", "nothing is asked") }
            reply.page = { AskPage(scene: $0, ledger: ledger, question: "", outcome: nil).page }
            return reply
        }
        do {
            let answer = try Responder(inquiry.holdings.archive, today: inquiry.day).answer(text)
            reply.json = Body(answer: answer, coverage: ledger.coverage)
            reply.page = { AskPage(scene: $0, ledger: ledger, question: text, outcome: .success(answer)).page }
        } catch let error as QuestionError {
            guard inquiry.format == .html else { throw problem(error) }
            reply.status = .unprocessableContent
            reply.page = { AskPage(scene: $0, ledger: ledger, question: text, outcome: .failure(error)).page }
        }
        return reply
    }

    struct Body: Encodable {
        var answer: Answer
        var coverage: Coverage
    }

    static func problem(_ error: QuestionError) -> Problem {
        let detail = AskPage.text(of: error, .english)
        return Problem(
            .unprocessableContent, "question", "The question is not understood.", detail: detail, parameter: "q")
    }
}
