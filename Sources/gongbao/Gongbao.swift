import ArgumentParser

/// The command.
@main struct Gongbao: ParsableCommand {
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
            CheckCommand.self, UnitsCommand.self,
            LinesCommand.self, SourcesCommand.self, VerifyCommand.self, UpgradeCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Failure.exit(error)
        }
    }
}
