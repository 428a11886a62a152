public import ArgumentParser
public import Index

extension SuggestionKind: ExpressibleByArgument {}

struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Lists names that hold a text: units, numbers, titles, issuers, indicators.",
        discussion: "Example: gongbao suggest 发改 --kind unit")

    @Argument(help: "A part of the name.") var text: String
    @Option(help: "What to list names of; all kinds unless told.") var kind: SuggestionKind?
    @Option(help: "How many to print at most of each kind.") var limit = 10
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        let kinds = kind.map { [$0] } ?? SuggestionKind.allCases
        var found: [Suggestion] = []
        for kind in kinds {
            found += try archive.suggestions(text, of: kind, limit: limit).map {
                Suggestion(kind: kind.rawValue, value: $0.value, count: $0.count)
            }
        }
        if found.isEmpty, output.format == .text {
            let like = try kinds.flatMap { try archive.namesLike(text, of: $0) }
            if !like.isEmpty { Terminal.complain("like it: \(like.joined(separator: ", "))") }
        }
        try output.print(found) {
            ($0.kind + "  ").dropFirst(kind == nil ? 0 : $0.kind.count + 2) + "\($0.value)  \($0.count)"
        }
    }

    /// A name, and how often it occurs.
    private struct Suggestion: Encodable {
        var kind: String
        var value: String
        var count: Int
    }
}
