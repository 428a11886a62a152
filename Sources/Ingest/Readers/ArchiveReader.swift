/// Claims zip archives in which no other reader finds a document, to say what is wrong with them.
struct ArchiveReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool { ZipContainer.isZip(bytes) }

    /// - Throws: Always: what is broken, or that the archive holds nothing that can be read.
    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let container = try ZipContainer(bytes, path: path)
        let isOther = container.contains("[Content_Types].xml") || container.contains("mimetype")
        throw IngestError(
            .notText, path: path,
            reason: isOther
                ? "a document of another program; save it as .docx or as PDF, which can be read"
                : "a zip archive without a document; unpack it first")
    }
}
