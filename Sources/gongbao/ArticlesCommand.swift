import ArgumentParser
import Index

struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles", abstract: "Prints articles (条) with all that belongs to them.",
        discussion: "Example: gongbao articles --document 物业管理办法 --label 第十二条")

    @Option(help: "A document: number, id, part of the title, or file:line.") var document: String?
    @Option(name: [.long, .customLong("number")], help: "The article: 第十二条, or 12.") var label: String?
    @OptionGroup var page: PageOptions
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        let reference = try document.map { DocumentReference.exact(try DocumentReference.resolve($0, in: archive)) }
        let (articles, total) = try archive.listedArticles(
            document: reference, label: label, limit: page.count, offset: page.offset)
        try output.print(articles, text: Layout.article)
        page.tell(articles.count, of: total)
    }
}
