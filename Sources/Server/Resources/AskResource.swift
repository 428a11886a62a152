import Ask
import Extract
import Foundation
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
            reply.page = { AskPage(scene: $0, ledger: ledger, question: "", answer: nil).page }
            return reply
        }
        let answer = try Responder(inquiry.holdings.archive, today: inquiry.day).answer(text)
        reply.json = Body(answer: Reading(answer, ledger), coverage: ledger.coverage)
        reply.page = { AskPage(scene: $0, ledger: ledger, question: text, answer: answer).page }
        return reply
    }

    private struct Body: Encodable {
        var answer: Reading
        var coverage: Coverage
    }

    /// An answer with its documents as this service knows them.
    private struct Reading: Encodable {
        var question: Question?
        var tier: Answer.Tier
        var outcome: Answer.Outcome
        var items: [Item]
        var exact: Int?
        var count: Int?
        var notes: [AnswerNote]
        /// Words of the question that the items don't account for.
        var unmatched: [String]

        init(_ answer: Answer, _ ledger: Ledger) {
            question = answer.question
            tier = answer.tier
            outcome = answer.outcome
            items = answer.items.map { Item($0, ledger) }
            exact = answer.exact
            count = answer.count
            notes = answer.notes
            unmatched = answer.unmatched
        }
    }

    private struct Item: Encodable {
        var document: DocumentEntry
        var label: String?
        var path: [String]
        var subject: String?
        var values: [AnswerValue]
        var others: [AnswerValue]
        var quote: String
        var limits: [String]
        var line: Int
        var column: Int
        var url: String

        init(_ item: AnswerItem, _ ledger: Ledger) {
            let entry = ledger.entry(item.document)
            document = entry
            label = item.label
            path = item.path
            subject = item.subject
            values = item.values
            others = item.others
            quote = item.quote
            limits = item.limits
            line = item.line
            column = item.column
            url = item.record.map { entry.address.at($0).text } ?? entry.url
        }
    }
}
