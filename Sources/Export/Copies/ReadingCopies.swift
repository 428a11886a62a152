import Extract
import Foundation

/// Reading copies of documents, a file a document: Markdown or HTML, with an anchor at each provision.
enum ReadingCopies {
    enum Form: String { case markdown = "md", html }

    static func write(
        _ selection: ExportSelection, to folder: URL, as form: Form
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        try OutputFolder.prepare(folder)
        var files: [ExportManifest.File] = []
        var names = FileNames()
        try selection.forEachDocument { whole, _ in
            let file = try OutputFile(folder.appending(path: names.name(of: whole.record, ending: form.rawValue)))
            switch form {
            case .markdown: try file.write(MarkdownCopy.text(of: whole))
            case .html: try file.write(HTMLCopy.text(of: whole))
            }
            files.append(try file.finish())
        }
        return (files.count, files)
    }
}

/// The lines of metadata that stand above a reading copy.
enum CopyHead {
    static func fields(of document: ExportedDocument) -> [(name: String, value: String)] {
        let record = document.record
        let fields: [(String, String?)] = [
            ("发文字号", record.number?.text), ("发文机关", record.issuers.joined(separator: "、")),
            ("主送机关", record.recipients), ("成文日期", record.signed), ("施行日期", record.validity?.effective),
            ("失效日期", record.validity?.expires),
            ("来源", "\(document.source.path):\(record.span.start.line)"),
        ]
        return fields.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
    }

    /// The anchor of a provision within its document.
    static func anchor(_ provision: Provision, in document: DocumentRecord) -> String {
        provision.id.hasPrefix(document.id + "/") ? String(provision.id.dropFirst(document.id.count + 1)) : provision.id
    }
}
