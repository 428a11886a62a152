import ArgumentParser
import Index

struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Lists the files that were given to the archive, and what became of each.",
        discussion: """
            With --format json or ndjson also digest, size, and when each was read and by which build.

            Example: gongbao sources --failed --format ndjson
            """)

    @Flag(help: "Only files that could not be read.") var failed = false
    @Flag(help: "Only files of folders that were passed over, for their kind is not read.") var passedOver = false
    @OptionGroup var target: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let entries = try target.open(.readOnly).manifest().filter { entry in
            (!failed && !passedOver) || failed && entry.outcome == .failed
                || passedOver && entry.outcome == .passedOver
        }
        try output.print(entries) { entry in
            let reason = entry.reason.map { "  \($0)" } ?? ""
            return "\(entry.outcome.rawValue)  \(entry.documents) documents  \(Layout.relative(entry.path))\(reason)"
        }
    }
}
