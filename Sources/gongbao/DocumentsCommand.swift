import ArgumentParser
import Index

struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists documents.",
        discussion: "Example: gongbao documents --kind 意见 --year 2026")

    @Option(help: "The number (发文字号), in any brackets.") var number: String?
    @Option(help: "The kind (公文种类).") var kind: String?
    @Option(help: "The year.") var year: Int?
    @Option(help: "A part of the issuing office's name.") var issuer: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let filter = DocumentFilter(number: number, kind: kind, year: year, issuer: issuer)
        try output.print(try source.open(.readOnly).documents(filter), text: Layout.line)
    }
}
