import ArgumentParser
import Index

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints all records as JSON, one for each source.",
        discussion: "Example: gongbao export --format ndjson > records.ndjson")

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, ndjson }

    @Option(help: "A JSON array, or one record a line.") var format: Format = .json
    @OptionGroup var source: ArchiveOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        var count = 0
        try archive.export { record in
            let text = try OutputOptions.json(record, pretty: format == .json)
            if format == .json { Terminal.print(count == 0 ? "[" : ",") }
            Terminal.print(text)
            count += 1
        }
        if format == .json { Terminal.print(count == 0 ? "[]" : "]") }
        if count == 0 { throw Status.nothingFound }
    }
}
