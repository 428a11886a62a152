public import Foundation

/// Reads source files into issues.
///
/// ```swift
/// let issue = try GazetteReader().read(contentsOf: URL(filePath: "corpus/shenyang-2021-21.txt"))
/// issue.documents.count   // 4
/// ```
public struct GazetteReader: Sendable {
    /// The largest file that is read, in bytes.
    public var maximumByteCount: Int
    /// Whether pages that are only images are recognised, by programs that have to be installed.
    public var recognisesImages: Bool

    public init(maximumByteCount: Int = 512 << 20, recognisesImages: Bool = false) {
        self.maximumByteCount = maximumByteCount
        self.recognisesImages = recognisesImages
    }

    /// Reads a file.
    ///
    /// - Throws: ``IngestError`` with the path and, where a byte is to blame, its offset and line.
    public func read(contentsOf url: URL) throws(IngestError) -> Issue {
        let path = url.path(percentEncoded: false)
        let data: Data
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey, .isDirectoryKey])
            if size.isDirectory == true {
                throw IngestError(.unreadable, path: path, reason: "is a folder, not a file")
            }
            if let bytes = size.fileSize, bytes > maximumByteCount {
                throw IngestError(.tooLarge, path: path, reason: "\(bytes) bytes; the limit is \(maximumByteCount)")
            }
            data = try Data(contentsOf: url)
        } catch let error as IngestError {
            throw error
        } catch {
            let isMissing = !FileManager.default.fileExists(atPath: path)
            throw IngestError(.unreadable, path: path, reason: isMissing ? "no such file" : "can't be read")
        }
        return try read([UInt8](data), path: path)
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file as stored.
    ///   - path: The name to report it by.
    public func read(_ bytes: [UInt8], path: String) throws(IngestError) -> Issue {
        let text = try text(of: bytes, path: path)
        let source = Source(
            path: path, sha256: SHA256Digest.of(bytes), format: text.format.rawValue, encoding: text.encoding,
            pageCount: text.pageCount)
        return Segmenter.segment(text, source: source)
    }

    /// The lines of a file, by the reader of its format.
    func text(of bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        guard let reader = readers.first(where: { $0.recognises(bytes, path: path) }) else {
            let kind = FileKind.name(of: bytes) ?? "of no format that is known"
            throw IngestError(.notText, path: path, byteOffset: 0, reason: "is \(kind), which can't be read")
        }
        var text = try reader.read(bytes, path: path)
        guard text.lines.contains(where: { !$0.isBlank }) else {
            throw IngestError(.empty, path: path, reason: "holds no text")
        }
        if HanFolding.isNeeded(text.lines) {
            text.lines = text.lines.map(HanFolding.folded)
            text.tables = text.tables.map(HanFolding.folded)
        }
        PlainTables.mark(&text)
        TableHeads.settle(&text)
        return text
    }

    /// Whether a zip archive is a document of a format that is read.
    func isDocument(_ bytes: [UInt8], path: String) -> Bool {
        readers.first { $0.recognises(bytes, path: path) }.map { !($0 is ArchiveReader) } ?? false
    }

    /// The readers, in the order in which they are asked; plain text takes what no other claims.
    private var readers: [any FormatReader] {
        [
            PDFReader(recognisesImages: recognisesImages), DOCXReader(), OFDReader(), XLSXReader(), EPUBReader(),
            OpenDocumentReader(), ArchiveReader(), CompoundReader(), RTFReader(), MIMEReader(), HTMLReader(),
            MarkdownReader(), TextReader(),
        ]
    }
}
