import ArgumentParser
import Foundation

/// The command.
@main struct Gongbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongbao",
        abstract: "Reads Chinese government gazettes (公报) and answers questions about them.",
        discussion: """
            Exit status: 0 when something was found or done, 1 when nothing was found, 2 for a usage error, 3 for a failure.
            """,
        version: programVersion,
        subcommands: [
            ExtractCommand.self, IngestCommand.self, SearchCommand.self, AskCommand.self, TasksCommand.self,
            ArticlesCommand.self,
            SuggestCommand.self, DocumentsCommand.self, ShowCommand.self, ExplainCommand.self, ExportCommand.self,
            CheckCommand.self, UnitsCommand.self,
            LinesCommand.self, SourcesCommand.self, VerifyCommand.self, UpgradeCommand.self, ServeCommand.self,
            McpCommand.self,
        ])

    static func main() async {
        // Writing to a reader that has gone is an error with a message, not a silent end.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot(Self.arguments(CommandLine.arguments.dropFirst()))
            if var service = command as? any AsyncParsableCommand {
                try await service.run()
            } else {
                try command.run()
            }
            Terminal.flush()
        } catch {
            Terminal.flush()
            Failure.exit(error)
        }
    }

    /// The arguments, with a query that begins with a minus told from an option: -市 地铁 and -year:2019 begin with full-width
    /// signs then.
    ///
    /// Options have two signs, but for -h.
    static func arguments(_ given: some Sequence<String>) -> [String] {
        given.map { argument in
            guard argument.hasPrefix("-"), argument.count > 1, !argument.hasPrefix("--"), argument != "-h",
                argument.dropFirst().first?.isNumber != true
            else { return argument }
            return "－" + argument.dropFirst()
        }
    }
}
