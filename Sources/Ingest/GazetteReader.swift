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

    public init(maximumByteCount: Int = 512 << 20) { self.maximumByteCount = maximumByteCount }

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
        let decoded = try decoded(bytes, path: path)
        let lines = LineSplitter.lines(of: decoded.scalars)
        guard lines.contains(where: { !$0.isBlank }) else {
            throw IngestError(.empty, path: path, reason: "holds no text")
        }
        let source = Source(
            path: path, sha256: Digest.sha256(bytes), format: "text", encoding: decoded.encoding,
            pageCount: lines.last?.page)
        return Segmenter.segment(lines, source: source)
    }

    /// The characters of a file, without reading them: the first stage of ``read(_:path:)``, for measuring it.
    public func decode(_ bytes: [UInt8], path: String) throws(IngestError) -> [Unicode.Scalar] {
        try decoded(bytes, path: path).scalars
    }

    private func decoded(_ bytes: [UInt8], path: String) throws(IngestError) -> TextDecoder.Decoded {
        do {
            return try TextDecoder.decode(bytes)
        } catch {
            let line = bytes.prefix(error.byteOffset).count { $0 == 0x0A } + 1
            throw IngestError(
                error.isBinary ? .notText : .undecodable, path: path, byteOffset: error.byteOffset, line: line,
                reason: error.reason)
        }
    }
}
