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
    @OptionGroup var page: PageOptions
    @OptionGroup var target: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try target.open(.readOnly)
        let outcome: ManifestEntry.Outcome? = failed ? .failed : passedOver ? .passedOver : nil
        let entries = try archive.manifest(outcome: outcome, limit: page.count, offset: page.offset)
        try output.print(entries) { entry in
            let reason = entry.reason.map { "  \($0)" } ?? ""
            return "\(entry.outcome.rawValue)  \(entry.documents) documents  \(Layout.relative(entry.path))\(reason)"
        }
        let counts = try archive.manifestCounts()
        page.tell(entries.count, of: outcome.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +))
    }
}
