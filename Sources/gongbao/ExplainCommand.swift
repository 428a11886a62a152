import ArgumentParser
import Extract
import Foundation
import Index

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows where each value of a record comes from, and by which rule.",
        discussion: """
            For each value: the characters it was read from, the rule that gave it, and what was completed or inherited.

            ID is a document (its metadata and validity), a provision or task, or a record of the document by its kind \
            and position: citation3, definition1, reference2, deadline4, target7, table1, duty2, event5, metadata, validity. \
            A kind without a position (citations, duties …) means all of them.

            Examples:
              gongbao explain 沈政发〔2026〕1号/task53
              gongbao explain 沈政办发〔2022〕26号/citations
            """)

    @Argument(help: "The id of a document, provision, task or record; a document when --label is given.") var id: String
    @Option(help: "The label of a task in the document.") var label: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        let reference = label == nil ? Self.document(of: id) : id
        let found = try DocumentReference.stored(reference, in: archive)
        try output.print(try explanations(in: found), text: Layout.explanation)
    }

    private func explanations(in found: StoredDocument) throws -> [Explanation] {
        if let label {
            let ids = Set(try ProvisionSearch.provisions(labelled: label, in: found.record).map(\.provision.id))
            return found.record.tasks.filter { $0.label == label || ids.contains($0.provision) }.map {
                Explanation(task: $0, of: found)
            }
        }
        return Explanation.all(at: String(id.dropFirst(Self.document(of: id).count)), of: found)
    }

    /// The document's id, which stands before the first slash behind its number: numbers such as 第7/2004號 hold one too.
    private static func document(of id: String) -> String {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        let path = parts.reversed().prefix { part in
            part.first?.isASCII == true && part.first?.isLetter == true
        }
        return parts.dropLast(path.count).joined(separator: "/")
    }
}
