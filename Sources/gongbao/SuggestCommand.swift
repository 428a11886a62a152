public import ArgumentParser
public import Index

extension SuggestionKind: ExpressibleByArgument {}

struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Lists names that hold a text: units, numbers, titles, issuers, indicators.",
        discussion: "Example: gongbao suggest 发改 --kind unit")

    @Argument(help: "A part of the name.") var text: String
    @Option(help: "What to list names of.") var kind = SuggestionKind.unit
    @Option(help: "How many to print at most.") var limit = 10
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        let found = try archive.suggestions(text, of: kind, limit: limit)
        if found.isEmpty, output.format == .text {
            let like = try archive.namesLike(text, of: kind)
            if !like.isEmpty { Terminal.complain("like it: \(like.joined(separator: ", "))") }
        }
        try output.print(found) { "\($0.value)  \($0.count)" }
    }
}
