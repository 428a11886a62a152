import ArgumentParser
import Index
import Server

struct McpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp", abstract: "Serves an archive to an agent over standard input and output (MCP).",
        discussion: """
            Nine tools, all of which only read: search, ask, outline, provision, tasks, targets_and_limits, citations, \
            check_text, coverage. `gongbao serve` has the same at POST /mcp.

            Example, in an agent's settings: {"command": "gongbao", "args": ["mcp", "--archive", "/data/archive"]}
            """)

    @OptionGroup var source: ArchiveOptions

    func run() throws { AgentDoor(try source.open(.readOnly)).runOnStandardInput() }
}
