public import ArgumentParser
public import Index

extension DocumentStatus: ExpressibleByArgument {
    /// Reads a status in English or Chinese: `expired`, 失效.
    public init?(argument: String) { self.init(argument) }
}

struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists documents.",
        discussion: "Example: gongbao documents --kind 意见 --year 2026")

    @Option(help: "The number (发文字号), in any brackets.") var number: String?
    @Option(help: "The kind (公文种类).") var kind: String?
    @Option(help: "The year.") var year: Int?
    @Option(help: "A part of the issuing office's name.") var issuer: String?
    @Option(help: "Whether it is in force: effective (有效), pending (尚未施行), expired (失效) or repealed (废止).")
    var status: DocumentStatus?
    @Option(help: "The day for which --status asks (YYYY-MM-DD; else today).") var on: String?
    @OptionGroup var page: PageOptions
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard let on else { return }
        guard on.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
            throw ValidationError("--on takes a day such as 2026-01-01")
        }
    }

    func run() throws {
        var filter = DocumentFilter(number: number, kind: kind, year: year, issuer: issuer)
        (filter.status, filter.day) = (status, on)
        (filter.limit, filter.offset) = (page.count, page.offset)
        let (documents, total) = try source.open(.readOnly).listed(filter)
        try output.print(documents, text: Layout.line)
        page.tell(documents.count, of: total)
    }
}
