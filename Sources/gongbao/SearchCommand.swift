public import ArgumentParser
public import Index

extension Facet: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds passages by their text and by what is known of them.",
        discussion: """
            Terms side by side must all fit; OR, AND, NOT, + and - work as usual, and so do brackets, "quotations",
            "near terms"~5, patterns with * and ?, and ^2 for what counts twice. Fields: \(fields); with
            ranges for dates and numbers: due:<2019-07-01, year:[2019 TO 2021], value:>=95.

            Example: gongbao search 'lead:科技局 year:2026 (装配式 OR 以旧换新)'
            """)

    private static let fields = QueryField.allCases.map(\.rawValue).joined(separator: ", ")

    @Argument(help: "What to search for.") var query: String
    @Option(help: "How many hits to print at most.") var limit = 20
    @Option(help: "How many of the first hits to leave out.") var offset = 0
    @Option(help: "The cursor of the page before, to go on behind it.") var after: String?
    @Option(help: "The order of the hits.") var sort = SearchOrder.relevance
    @Option(parsing: .upToNextOption, help: "What to count all hits by.") var facets: [Facet] = []
    @Option(help: "The day on which documents are in force or not (YYYY-MM-DD; else today).") var today: String?
    @Flag(help: "Look for words of the field that mean nearly the same, too.") var synonyms = false
    @Flag(inversion: .prefixedNo, help: "Print the hits of a document together.") var group = true
    @Flag(help: "Count all hits, however long it takes.") var count = false
    @Flag(help: "Read a query with mistakes in it as well as it can be read.") var lenient = false
    @Flag(help: "Tell how each score came about.") var explain = false
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset can't be negative") }
        if let today, SearchRequest.day(today) == nil {
            throw ValidationError("--today takes a day, as in 2026-06-01, not \(today)")
        }
    }

    func run() throws {
        let archive = try source.open(.readOnly)
        let results: SearchResults
        var asked: Query
        do {
            asked = try lenient ? Query(lenient: query) : Query(parsing: query)
            if synonyms { asked = try asked.withSynonyms() }
            var request = SearchRequest(asked, today: today.flatMap(SearchRequest.day))
            request.limit = limit
            request.offset = offset
            request.after = after
            request.order = sort
            request.facets = facets
            request.explains = explain
            request.countsInDocuments = isGrouped
            request.counting = count ? .exact : .thorough
            results = try archive.search(request)
        } catch let error as QuerySyntaxError {
            Terminal.complain(Failure.text(of: error, in: query))
            throw Status.usage
        } catch let error as SearchCursorError {
            Terminal.complain(Failure.text(of: error))
            throw Status.usage
        }
        try Self.tellWaiting(in: archive)
        if output.format == .json {
            Terminal.print(try OutputOptions.json(results, pretty: true))
            if results.total == 0 { throw Status.nothingFound }
            return
        }
        if results.total == 0 { try Self.hint(asked, in: archive) }
        if let apart = results.apart, output.format == .text {
            Terminal.complain("no passage holds all of it; these documents do, in several passages:")
            Terminal.print(HitGroups.text(of: apart))
            return
        }
        if isGrouped, !results.hits.isEmpty {
            Terminal.print(HitGroups.text(of: results.hits))
        } else if results.total == 0 || !results.hits.isEmpty {
            // A page of no hits, for the sake of the counts, is no empty result.
            try output.print(results.hits, text: Layout.hit)
        }
        guard output.format == .text else { return }
        for facet in facets {
            let counts = results.facets?[facet.rawValue] ?? []
            Terminal.print("\(facet.rawValue): " + counts.map { "\($0.value) (\($0.count))" }.joined(separator: ", "))
        }
        Terminal.complain(Self.summary(results))
        if let next = results.next {
            let isPaged = after != nil
            Terminal.complain("more: " + (isPaged ? "--after \(next)" : "--offset \(offset + results.hits.count)"))
        }
    }

    private var isGrouped: Bool { group && output.format == .text }

    private static func summary(_ results: SearchResults) -> String {
        let count = results.total == 1 ? "1 passage fits" : "\(results.total) passages fit"
        return results.isExact ? count : "at least " + count
    }

    /// Says how many sources another process has stored that can't be found yet.
    private static func tellWaiting(in archive: Archive) throws {
        let count = try archive.waitingSources()
        guard count > 0 else { return }
        Terminal.complain(
            "\(count) stored source\(count == 1 ? "" : "s") can't be found yet: files are still being added")
    }

    /// Names that look like those that were asked for, where nothing was found.
    private static func hint(_ query: Query, in archive: Archive) throws {
        for (kind, name) in query.names {
            let found = try archive.namesLike(name, of: kind)
            if !found.isEmpty, try archive.suggestions(name, of: kind, limit: 1).isEmpty {
                Terminal.complain("there is no \(kind.rawValue) \(name); like it: \(found.joined(separator: ", "))")
            }
        }
    }
}
