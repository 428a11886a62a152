import ArgumentParser
import Foundation
import Ingest

struct LinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lines", abstract: "Prints the lines of a file as they are read, with what became of each.",
        discussion: """
            Places in records count these lines. In a text file they are its own; of a web page, Word file or PDF each \
            paragraph, table row or printed line is one.

            Example: gongbao lines --from 1700 --to 1745 corpus/shenyang-2026-03-04.txt
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

    @Argument(help: "A file.") var file: String
    @Option(help: "The first line to print.") var from = 1
    @Option(help: "The last line to print.") var to = Int.max
    @Option(help: "How to print the lines.") var format: Format = .text
    @Flag(help: "Print below each line how it was read, what spoke for it, and what came next to it.") var explain =
        false
    @Flag(help: "Recognise pages that are only images (needs tesseract with chi_sim).") var ocr = false

    /// What is printed of a line.
    private struct Line: Encodable {
        var line: Int
        var page: Int?
        var fate: String
        var text: String
    }

    func validate() throws {
        guard from >= 1, to >= from else { throw ValidationError("--from and --to name lines from 1 on, in order.") }
    }

    func run() throws {
        let issue = try GazetteReader(recognisesImages: ocr).read(contentsOf: URL(filePath: file))
        let range = (from - 1)..<max(from - 1, min(to, issue.lines.count))
        guard !range.isEmpty else { throw Status.nothingFound }
        let decisions = Dictionary(grouping: issue.decisions, by: \.lines.lowerBound)
        for index in range where index < issue.lines.count {
            let line = issue.lines[index]
            let record = Line(
                line: line.number, page: line.page, fate: Self.name(issue.fates[index]), text: line.whole.string)
            switch format {
            case .text:
                let page = record.page.map { "p\($0)" } ?? ""
                let place = "\(record.line) \(page)".padding(toLength: 12, withPad: " ", startingAt: 0)
                let fate = record.fate.padding(toLength: 20, withPad: " ", startingAt: 0)
                Terminal.print("\(place)\(fate)\(record.text)")
                if explain {
                    for decision in decisions[line.number] ?? [] { Terminal.print(Self.explanation(of: decision)) }
                }
            case .ndjson: Terminal.print(try OutputOptions.json(record, pretty: false))
            }
        }
    }

    /// 「title in head, 21.6; next body, 12.0 less: officialTitle 12, bias -15」.
    private static func explanation(of decision: LineDecision) -> String {
        func number(_ value: Double) -> String { String(format: "%g", (value * 10).rounded() / 10) }
        let reasons = decision.reasons.map { "\($0.feature) \(number($0.weight))" }.joined(separator: ", ")
        let rival = decision.rival.map { "; next \($0), \(number(decision.margin ?? 0)) less" } ?? ""
        let span = decision.lines.count > 1 ? " to line \(decision.lines.upperBound)" : ""
        return "            \(decision.label) in \(decision.zone)\(span), \(number(decision.score))\(rival): \(reasons)"
    }

    private static func name(_ fate: LineFate) -> String {
        switch fate {
        case .blank: "blank"
        case .text: "text"
        case .tableRow: "table"
        case .furniture(let furniture): furniture.rawValue
        case .unread: "unread"
        }
    }
}
