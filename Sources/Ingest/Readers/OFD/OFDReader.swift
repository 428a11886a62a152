/// Reads documents of the format for the exchange and storage of electronic documents, OFD (GB/T 33190-2016): fixed pages
/// of placed text, as electronic official documents are distributed.
///
/// Each printed line is a line; where characters stand decides, not their order in the file (``PageGeometry``). Left out
/// are objects that are not shown, seals and annotations, which lie on the pages, and text that runs aslant, which is
/// watermarks.
struct OFDReader: FormatReader {
    /// More characters than any gazette has; templates and units make many of few bytes.
    private static let mostGlyphs = 30_000_000

    /// A zip archive with the entry file of the format.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains(OFDPackage.entryPart)
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let package = try OFDPackage(bytes, path: path)
        var lines = SetLines()
        var pageCount = 0
        var hasImages = false
        var glyphCount = 0
        var unread: [UnreadPart] = []
        var failure: IngestError?
        for document in try package.documents() {
            unread += document.damage.map { UnreadPart(page: nil, cause: .damaged($0)) }
            for page in document.pages {
                pageCount += 1
                let marks: OFDDocument.Marks
                do {
                    marks = try document.marks(of: page)
                } catch {
                    // A damaged page costs itself; the others are read.
                    failure = failure ?? error
                    unread.append(UnreadPart(page: pageCount, cause: .damaged(error.reason)))
                    continue
                }
                if marks.hasImages, marks.glyphs.isEmpty { unread.append(UnreadPart(page: pageCount, cause: .image)) }
                hasImages = hasImages || marks.hasImages
                glyphCount += marks.glyphs.count
                guard glyphCount <= Self.mostGlyphs else {
                    throw IngestError(.tooLarge, path: path, reason: "prints more than \(Self.mostGlyphs) characters")
                }
                lines.add(
                    PageGeometry.lines(of: marks.glyphs, rules: marks.rules), page: pageCount, width: marks.width,
                    height: marks.height)
            }
        }
        if lines.isEmpty, let failure { throw failure }
        guard !lines.isEmpty || !hasImages else {
            throw IngestError(.empty, path: path, reason: "its pages are images without text")
        }
        let collector = lines.collected()
        var text = SourceText(
            lines: collector.lines, tables: collector.tables, format: .ofd, encoding: "UTF-8", pageCount: pageCount,
            setting: .unknown)
        text.unreadParts = unread
        return text
    }
}
