/// A zip package of XML parts, as office formats are.
struct OfficePackage {
    private let container: ZipContainer
    private let path: String

    /// - Throws: ``IngestError`` where the package is broken, locked or too large.
    init(_ bytes: [UInt8], path: String) throws(IngestError) {
        self.path = path
        container = try ZipContainer(bytes, path: path)
    }

    /// The part that the package's relations name as the document.
    var mainPart: String {
        guard let relations = try? tree("_rels/.rels") else { return "word/document.xml" }
        for node in relations[0].children where relations[node].attributes["Type"]?.hasSuffix("/officeDocument") == true
        {
            guard let target = relations[node].attributes["Target"] else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : target
        }
        return "word/document.xml"
    }

    /// A part as a tree; nil where there is none of the name.
    func tree(_ name: String) throws(IngestError) -> MarkupTree? {
        guard container.contains(name) else { return nil }
        do {
            return try MarkupParser.parse(try container.read(name), as: .xml)
        } catch let error as IngestError {
            throw error
        } catch {
            let failure = error as? MarkupParser.Failure
            throw IngestError(
                .malformed, path: path, line: failure?.line, reason: "\(name): \(failure?.reason ?? "can't be read")")
        }
    }
}
