import ArgumentParser
import Index

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a document, or the provision with a label.",
        discussion: "Example: gongbao show 沈政发〔2026〕1号 第十二条")

    @Argument(help: "A number in any brackets, an id, a part of the title, or file:line.") var document: String
    @Argument(help: "The label of a provision.") var label: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let found = try DocumentReference.stored(document, in: try source.open(.readOnly))
        guard let label else {
            if output.format == .text { return Terminal.print(Layout.document(found)) }
            return Terminal.print(try OutputOptions.json(found, pretty: output.format == .json))
        }
        let provisions = try ProvisionSearch.provisions(labelled: label, in: found.record).map(\.provision)
        try output.print(provisions) { Layout.provision($0) }
    }
}
