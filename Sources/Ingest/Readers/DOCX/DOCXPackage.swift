/// The parts of a word-processing package that hold its text (ECMA-376 parts 1 and 2).
struct DOCXPackage {
    let document: MarkupElement
    let numbering: MarkupElement?
    let styles: MarkupElement?
    let footnotes: MarkupElement?
    let endnotes: MarkupElement?

    /// - Throws: ``IngestError`` where the package has no main part, or a part is locked or broken.
    init(_ zip: ZipContainer, path: String) throws(IngestError) {
        let parts = Parts(zip: zip, path: path)
        let main =
            try parts.targets(of: "")["officeDocument"] ?? "word/document.xml"
        guard let document = try parts.tree(main) else {
            throw IngestError(.malformed, path: path, reason: "the package has no part “\(main)”")
        }
        self.document = document
        let targets = try parts.targets(of: main)
        let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
        // Without relations the parts have their usual names.
        func tree(_ type: String) throws(IngestError) -> MarkupElement? {
            try parts.tree(targets[type] ?? "\(folder)\(type).xml")
        }
        numbering = try tree("numbering")
        styles = try tree("styles")
        footnotes = try tree("footnotes")
        endnotes = try tree("endnotes")
    }

    private struct Parts {
        let zip: ZipContainer
        let path: String

        func tree(_ name: String) throws(IngestError) -> MarkupElement? {
            guard zip.contains(name) else { return nil }
            return try MarkupElement.xml(try zip.read(name), part: name, path: path)
        }

        /// The parts that a part refers to, by the last word of the relation's type.
        func targets(of part: String) throws(IngestError) -> [String: String] {
            let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
            let name = part.dropFirst(folder.count)
            guard let root = try tree("\(folder)_rels/\(name).rels") else { return [:] }
            var targets: [String: String] = [:]
            for relation in root.all("Relationship") where relation["TargetMode"] != "External" {
                guard let type = relation["Type"]?.split(separator: "/").last, let target = relation["Target"] else {
                    continue
                }
                targets[String(type)] = targets[String(type)] ?? PartName.resolve(target, from: folder)
            }
            return targets
        }
    }
}
