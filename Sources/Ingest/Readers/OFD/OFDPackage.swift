/// The parts of an OFD package (GB/T 33190-2016, chapter 7).
struct OFDPackage {
    /// The entry file, which names the documents of the package.
    static let entryPart = "OFD.xml"

    let zip: ZipContainer
    let path: String

    /// - Throws: ``IngestError``: `encrypted` where the package is locked, `malformed` where it is damaged.
    init(_ bytes: [UInt8], path: String) throws(IngestError) {
        zip = try ZipContainer(bytes, path: path)
        self.path = path
        // What GM/T 0099 adds to a package that it locks.
        let isLocked = zip.entries.contains { entry in
            let name = entry.name.lowercased()
            return ["encryptions.xml", "decryptseed.dat", "entriesmap.dat"].contains { name.hasSuffix($0) }
        }
        if isLocked { throw IngestError(.encrypted, path: path, reason: "its parts are encrypted") }
    }

    /// The documents (`DocBody`) in their order.
    func documents() throws(IngestError) -> [OFDDocument] {
        let entry = try part(Self.entryPart)
        if entry.root.contains("Encryptions") || entry.root.contains("Encryption") {
            throw IngestError(.encrypted, path: path, reason: "its parts are encrypted")
        }
        var documents: [OFDDocument] = []
        for body in entry.root.all("DocBody") {
            guard let location = body.first("DocRoot")?.text else { continue }
            documents.append(OFDDocument(try part(location, from: entry), in: self))
        }
        guard !documents.isEmpty else { throw IngestError(.malformed, path: path, reason: "OFD.xml names no document") }
        return documents
    }

    /// A part, and the folder from which its references count.
    struct Part {
        var root: MarkupElement
        var folder: String
    }

    /// The part that a reference (`ST_Loc`) means.
    ///
    /// References count from the part in which they stand, or from the root where they begin with `/`. Some programs
    /// count from the root without saying so.
    func part(_ reference: String, from part: Part? = nil) throws(IngestError) -> Part {
        let reference = reference.trimmingXMLSpace
        let names = [PartName.resolve(reference, from: part?.folder ?? ""), PartName.resolve(reference, from: "")]
        guard let name = names.first(where: zip.contains) else {
            throw IngestError(.malformed, path: path, reason: "the part “\(names[0])” is missing")
        }
        let root = try MarkupElement.xml(try zip.read(name), part: name, path: path)
        return Part(root: root, folder: name.lastIndex(of: "/").map { String(name[...$0]) } ?? "")
    }

    /// The part that a reference means; nil where it is missing, for what a page can do without.
    func optionalPart(_ reference: String, from part: Part) throws(IngestError) -> Part? {
        let reference = reference.trimmingXMLSpace
        let names = [PartName.resolve(reference, from: part.folder), PartName.resolve(reference, from: "")]
        return names.contains(where: zip.contains) ? try self.part(reference, from: part) : nil
    }
}
