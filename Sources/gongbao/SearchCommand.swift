import ArgumentParser
import Index

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds passages by their text and by what is known of them.",
        discussion: """
            Terms side by side must all fit; OR, -not, brackets and quotation marks work as usual. Fields: number, title, unit,
            lead, type, year, issuer, kind, label.

            Example: gongbao search 'lead:科技局 year:2026 (装配式 OR 以旧换新)'
            """)

    @Argument(help: "What to search for.") var query: String
    @Option(help: "How many hits to print at most.") var limit = 20
    @Option(help: "How many of the best hits to leave out.") var offset = 0
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset can't be negative") }
    }

    func run() throws {
        let archive = try source.open(.readOnly)
        let results: SearchResults
        do {
            results = try archive.search(query, limit: limit, offset: offset)
        } catch let error as QuerySyntaxError {
            Terminal.complain(Failure.text(of: error, in: query))
            throw Status.usage
        }
        if output.format == .json {
            Terminal.print(try OutputOptions.json(results, pretty: true))
            if results.hits.isEmpty { throw Status.nothingFound }
            return
        }
        try output.print(results.hits, text: Layout.hit)
        if output.format == .text {
            Terminal.complain(results.total == 1 ? "1 passage fits" : "\(results.total) passages fit")
        }
    }
}
