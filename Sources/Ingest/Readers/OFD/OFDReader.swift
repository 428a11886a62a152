/// Reads documents of the format for the exchange and storage of electronic documents, OFD (GB/T 33190-2016): fixed pages
/// of placed text, as electronic official documents are distributed.
///
/// Each printed line is a line; where characters stand decides, not their order in the file (``PageGeometry``). Left out
/// are objects that are not shown, seals and annotations, which lie on the pages, and text that runs aslant, which is
/// watermarks.
struct OFDReader: FormatReader {
    /// A zip archive with the entry file of the format.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains(OFDPackage.entryPart)
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let package = try OFDPackage(bytes, path: path)
        var lines: [SourceLine] = []
        var pageCount = 0
        var hasImages = false
        for document in try package.documents() {
            for page in document.pages {
                pageCount += 1
                let marks = try document.marks(of: page)
                hasImages = hasImages || marks.hasImages
                for line in PageGeometry.lines(of: marks.glyphs, rules: marks.rules) {
                    lines.append(SourceLine(number: lines.count + 1, scalars: line.scalars, page: pageCount))
                }
            }
        }
        guard !lines.isEmpty || !hasImages else {
            throw IngestError(.empty, path: path, reason: "its pages are images without text")
        }
        return SourceText(lines: lines, format: .ofd, encoding: "UTF-8", pageCount: pageCount, setting: .unknown)
    }
}
