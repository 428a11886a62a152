import ArgumentParser

/// The command.
@main struct Gongbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongbao",
        abstract: "Reads Chinese government gazettes (公报) and answers questions about them.",
        discussion: """
            Exit status: 0 when something was found or done, 1 when nothing was found, 2 for a usage error, 3 for a failure.
            """,
        subcommands: [
            ExtractCommand.self, IngestCommand.self, SearchCommand.self, AskCommand.self, TasksCommand.self,
            ArticlesCommand.self,
            SuggestCommand.self, DocumentsCommand.self, ShowCommand.self, ExplainCommand.self, ExportCommand.self,
            CheckCommand.self,
            LinesCommand.self, SourcesCommand.self, VerifyCommand.self, UpgradeCommand.self, ServeCommand.self,
            McpCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var service = command as? any AsyncParsableCommand {
                try await service.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(error)
        }
    }
}
