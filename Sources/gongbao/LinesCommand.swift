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
            case .ndjson: Terminal.print(try OutputOptions.json(record, pretty: false))
            }
        }
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
