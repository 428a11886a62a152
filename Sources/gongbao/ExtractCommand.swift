import ArgumentParser
import Extract
import Foundation

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Prints the records of files, without an archive.",
        discussion: """
            JSON of the contract gongbao/1: one object for one file, an array for several; with --format ndjson a line a \
            file. A file that can't be read never stops the rest.

            Example: gongbao extract --format json corpus/shenyang-2021-21.txt
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson }

    @Argument(help: "Files, folders, patterns, or - for standard input.") var paths: [String]
    @Option(help: "How to print the records.") var format: Format = .json
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        var failures = 0
        var printed = 0
        let inputs = Inputs(paths) {
            $0.complain(reading.errors)
            failures += 1
        }
        let files = inputs.files
        var isPartial = inputs.passedOver.isNotable
        let isArray = format == .json && files.count > 1
        let reader = reading.reader
        try Batch.run(files, jobs: reading.jobCount) { file in
            Result { try Reading.record(of: file, reader) }
        } take: { file, result in
            switch result {
            case .success(let record):
                isPartial = isPartial || record.isPartial
                try Self.print(record, format, separator: isArray ? (printed == 0 ? "[\n" : ",\n") : "")
                printed += 1
            case .failure(let error):
                FileProblem(error, path: file.path).complain(reading.errors)
                failures += 1
            }
            return true
        }
        if isArray { Terminal.print(printed == 0 ? "[]" : "]") }
        inputs.passedOver.complain(reading.errors)
        if failures > 0 || reading.strict && isPartial { throw Status.failure }
    }

    private static func print(_ record: GazetteRecord, _ format: Format, separator: String) throws {
        switch format {
        case .text: Terminal.print(Layout.record(record))
        case .json: Terminal.print(separator + (try OutputOptions.json(record, pretty: true)))
        case .ndjson: Terminal.print(try OutputOptions.json(record, pretty: false))
        }
    }
}

extension Layout {
    /// What a file holds, in a screen or two.
    static func record(_ record: GazetteRecord) -> String {
        var lines = ["\(record.source.path)  \(record.source.encoding)  \(record.source.lines) lines"]
        if let issue = record.issue {
            let number = issue.number.map { "第\($0)期" } ?? ""
            let total = issue.total.map { "（总第\($0)期）" } ?? ""
            lines.append(
                "\(issue.title) \(issue.year.map { "\($0)年" } ?? "")\(number)\(total) \(issue.published ?? "")")
        }
        for document in record.documents {
            lines.append("")
            lines.append("\(document.number?.text ?? "（无文号）")  \(document.title)")
            lines.append(
                "  \(document.issuers.joined(separator: "、"))  \(document.signed ?? "")  第\(document.span.start.line)—\(document.span.end.line)行"
            )
            let counts = [
                ("任务", document.tasks.count), ("指标", document.targets.count), ("时限", document.deadlines.count),
                ("表格", document.tables.count), ("引用", document.citations.count), ("分工", document.duties.count),
                ("事件", document.events.count),
            ]
            let text = counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: "，")
            if !text.isEmpty { lines.append("  \(text)") }
        }
        if !record.findings.isEmpty { lines.append("\n\(record.findings.count) findings (gongbao check shows them)") }
        return lines.joined(separator: "\n")
    }
}
