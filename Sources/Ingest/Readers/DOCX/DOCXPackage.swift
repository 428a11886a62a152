/// The parts of a word-processing package that hold its text (ECMA-376 parts 1 and 2).
struct DOCXPackage {
    let document: MarkupElement
    let numbering: MarkupElement?
    let styles: MarkupElement?
    let footnotes: MarkupElement?
    let endnotes: MarkupElement?
    private let parts: PackageParts?
    /// What the main part refers to, by the identifiers of its references.
    private let targets: [String: String]

    /// - Throws: ``IngestError`` where the package has no main part, or a part is locked or broken.
    init(_ parts: PackageParts) throws(IngestError) {
        let roots = try parts.relations(of: "")
        let main = roots.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
        guard let document = try parts.tree(main) else {
            throw IngestError(.malformed, path: parts.path, reason: "the package has no part “\(main)”")
        }
        self.document = document
        self.parts = parts
        let relations = try parts.relations(of: main)
        targets = Dictionary(relations.map { ($0.id, $0.target) }) { first, _ in first }
        let folder = PartName.folder(of: main)
        // Without relations the parts have their usual names.
        func tree(_ type: String) throws(IngestError) -> MarkupElement? {
            try parts.tree(relations.first { $0.type == type }?.target ?? "\(folder)\(type).xml")
        }
        numbering = try tree("numbering")
        styles = try tree("styles")
        footnotes = try tree("footnotes")
        endnotes = try tree("endnotes")
    }

    /// A document of Word 2003 in XML, which is a single part.
    init(word2003 root: MarkupElement) {
        document = root.first("body") ?? root
        styles = root.first("styles")
        (numbering, footnotes, endnotes, parts, targets) = (nil, nil, nil, nil, [:])
    }

    /// Returns the tree of a part that the document refers to; nil where there is none.
    func tree(_ reference: String?) throws(IngestError) -> MarkupElement? {
        guard let reference, let target = targets[reference] else { return nil }
        return try parts?.tree(target)
    }

    /// Returns the bytes of a part that the document refers to; nil where there is none.
    func bytes(_ reference: String?) throws(IngestError) -> [UInt8]? {
        guard let reference, let target = targets[reference] else { return nil }
        return try parts?.bytes(target)
    }
}
