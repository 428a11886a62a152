import Foundation
import Ingest

/// A file of an export: written under another name, and given its own when it is whole.
final class OutputFile {
    private let url: URL
    private let unfinished: URL
    private let handle: FileHandle
    private var digest = SHA256Digest()
    private var buffer: [UInt8] = []
    private static let bufferSize = 1 << 16

    /// - Throws: ``ExportError`` where the file can't be made.
    init(_ url: URL) throws(ExportError) {
        self.url = url
        unfinished = url.appendingPathExtension("unfinished")
        let path = unfinished.path(percentEncoded: false)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw ExportError(path: path, cause: ExportError.systemMessage) }
        self.handle = handle
    }

    func write(_ text: some StringProtocol) throws(ExportError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    func write(_ data: Data) throws(ExportError) {
        buffer.append(contentsOf: data)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private func flush() throws(ExportError) {
        digest.update(buffer)
        do { try handle.write(contentsOf: buffer) } catch {
            throw ExportError(path: url.path(percentEncoded: false), cause: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Puts the file in its place.
    ///
    /// - Returns: What the manifest says of it.
    func finish(rows: Int? = nil) throws(ExportError) -> ExportManifest.File {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
            guard unsafe rename(unfinished.path(percentEncoded: false), url.path(percentEncoded: false)) == 0 else {
                throw ExportError(
                    path: url.path(percentEncoded: false), cause: ExportError.systemMessage)
            }
        } catch let error as ExportError {
            throw error
        } catch {
            throw ExportError(path: url.path(percentEncoded: false), cause: error.localizedDescription)
        }
        return ExportManifest.File(name: url.lastPathComponent, rows: rows, sha256: digest.finish())
    }

    /// The SHA-256 of a file that something else wrote.
    static func digest(of url: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        var digest = SHA256Digest()
        while let data = try handle.read(upToCount: bufferSize), !data.isEmpty { digest.update([UInt8](data)) }
        return digest.finish()
    }

    deinit {
        try? handle.close()
        unsafe unlink(unfinished.path(percentEncoded: false))
    }
}

/// The folder that an export of several files goes into.
enum OutputFolder {
    /// Makes the folder, or takes away the manifest of an earlier export in it.
    ///
    /// - Throws: ``ExportError`` where it can't be made, or holds files and none of an export.
    static func prepare(_ url: URL) throws(ExportError) {
        let path = url.path(percentEncoded: false)
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: url, withIntermediateDirectories: true)
            let present = try manager.contentsOfDirectory(atPath: path)
            let manifest = url.appending(path: ExportManifest.fileName)
            if present.contains(ExportManifest.fileName) {
                try manager.removeItem(at: manifest)
            } else if !present.isEmpty, !present.allSatisfy({ $0.hasSuffix(".unfinished") }) {
                throw ExportError(path: path, cause: "the folder is not empty and holds no earlier export")
            }
        } catch let error as ExportError {
            throw error
        } catch {
            throw ExportError(path: path, cause: error.localizedDescription)
        }
    }
}
