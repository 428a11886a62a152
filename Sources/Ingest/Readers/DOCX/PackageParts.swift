/// The parts of a package of Office Open XML: those of a zip archive, or of a flat file that holds them all.
struct PackageParts {
    private enum Source {
        case zip(ZipContainer)
        /// The elements of XML parts, and the bytes of others.
        case flat([String: MarkupElement], [String: [UInt8]])
    }

    /// What a part refers to.
    struct Relation {
        var id: String
        /// The last word of its type.
        var type: String
        var target: String
    }

    private let source: Source
    let path: String

    init(_ zip: ZipContainer, path: String) {
        source = .zip(zip)
        self.path = path
    }

    /// The parts of a flat package: `pkg:package` with its `pkg:part` elements.
    init(flat root: MarkupElement, path: String) {
        var trees: [String: MarkupElement] = [:]
        var bytes: [String: [UInt8]] = [:]
        for part in root.all("part") {
            guard let name = part["name"] else { continue }
            let key = PartName.resolve(name, from: "").lowercased()
            if let tree = part.first("xmlData")?.elements.first {
                trees[key] = tree
            } else if let data = part.first("binaryData") {
                bytes[key] = TransferEncoding.base64(Array(data.text.utf8))
            }
        }
        source = .flat(trees, bytes)
        self.path = path
    }

    func contains(_ name: String) -> Bool {
        switch source {
        case .zip(let zip): zip.contains(name)
        case .flat(let trees, let bytes): trees[name.lowercased()] != nil || bytes[name.lowercased()] != nil
        }
    }

    /// Returns the tree of a part; nil where the package has none of that name.
    func tree(_ name: String) throws(IngestError) -> MarkupElement? {
        switch source {
        case .zip(let zip):
            guard zip.contains(name) else { return nil }
            return try MarkupElement.xml(try zip.read(name), part: name, path: path)
        case .flat(let trees, _): return trees[name.lowercased()]
        }
    }

    /// Returns the bytes of a part; nil where the package has none of that name.
    func bytes(_ name: String) throws(IngestError) -> [UInt8]? {
        switch source {
        case .zip(let zip): zip.contains(name) ? try zip.read(name) : nil
        case .flat(_, let bytes): bytes[name.lowercased()]
        }
    }

    /// Returns what a part refers to inside of the package.
    func relations(of part: String) throws(IngestError) -> [Relation] {
        let folder = PartName.folder(of: part)
        let name = part.dropFirst(folder.count)
        guard let root = try tree("\(folder)_rels/\(name).rels") else { return [] }
        return root.all("Relationship").compactMap { relation in
            guard relation["TargetMode"] != "External", let type = relation["Type"]?.split(separator: "/").last,
                let target = relation["Target"]
            else { return nil }
            return Relation(
                id: relation["Id"] ?? "", type: String(type), target: PartName.resolve(target, from: folder))
        }
    }
}
