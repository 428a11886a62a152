import Foundation

/// Reads electronic books, `.epub`: the pages of the book in the order in which they are read.
struct EPUBReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains(Self.container)
    }

    private static let container = "META-INF/container.xml"

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let zip = try ZipContainer(bytes, path: path)
        let entry = try MarkupElement.xml(try zip.read(Self.container), part: Self.container, path: path)
        guard let name = entry.first("rootfiles")?.first("rootfile")?["full-path"] else {
            throw IngestError(.malformed, path: path, reason: "“\(Self.container)” names no book")
        }
        let book = try MarkupElement.xml(try zip.read(name), part: name, path: path)
        let folder = PartName.folder(of: name)
        var pages: [String: String] = [:]
        for item in book.first("manifest")?.all("item") ?? [] {
            if let id = item["id"], let reference = item["href"] {
                pages[id] = PartName.resolve(reference.removingPercentEncoding ?? reference, from: folder)
            }
        }
        var lines: [FlowLine] = []
        var tableCount = 0
        for reference in book.first("spine")?.all("itemref") ?? [] {
            guard let page = reference["idref"].flatMap({ pages[$0] }), zip.contains(page) else { continue }
            var found = try EmbeddedText.lines(of: try zip.read(page), path: path, depth: 0)
            let tables = (found.compactMap(\.row?.table).max() ?? -1) + 1
            for index in found.indices where found[index].row != nil { found[index].row?.table += tableCount }
            tableCount += tables
            if !lines.isEmpty, !found.isEmpty { lines.append(FlowLine(scalars: [])) }
            lines += found
        }
        lines.measureSizes()
        return SourceText(lines, format: .epub)
    }
}
