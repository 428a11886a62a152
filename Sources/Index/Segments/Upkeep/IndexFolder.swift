import Foundation

/// The files of the index: segments and the manifest that names them.
struct IndexFolder: Sendable {
    let url: URL

    private var manifestURL: URL { url.appending(path: "manifest") }

    /// What the folder holds; nil where any of it is missing, damaged or outdated, so that it has to be made anew.
    func load() -> IndexSnapshot? {
        guard let data = try? Data(contentsOf: manifestURL), let manifest = IndexManifest(decoding: data) else {
            return nil
        }
        var segments: [Segment] = []
        for entry in manifest.segments {
            guard let segment = try? segment(entry.file), segment.passageCount == entry.passages else { return nil }
            segments.append(segment)
        }
        return IndexSnapshot(manifest: manifest, segments: segments)
    }

    /// Takes the manifest away, so that the index has to be made anew.
    func remove() { try? FileManager.default.removeItem(at: manifestURL) }

    /// Opens a segment file of this folder.
    func segment(_ file: String) throws(ArchiveError) -> Segment {
        let target = url.appending(path: file)
        let bytes = try SegmentFile(mapping: target)
        do {
            return try Segment(bytes)
        } catch {
            throw ArchiveError(.file, path: target.path(percentEncoded: false), cause: "\(error)")
        }
    }

    /// Writes a segment file; it counts once a manifest names it.
    func write(_ builder: inout SegmentBuilder, file: String) throws(ArchiveError) {
        try create()
        let target = url.appending(path: file)
        // Readers may still have a file of this name mapped: it must be unlinked, not overwritten.
        try? FileManager.default.removeItem(at: target)
        let output = try DurableFile(creating: target)
        try SegmentWriter.write(&builder) { (bytes) throws(ArchiveError) in try output.write(bytes) }
        try output.finish()
    }

    /// Puts a manifest in place of the one before, all at once, and takes away the files that it doesn't name.
    func publish(_ manifest: IndexManifest) throws(ArchiveError) {
        try create()
        try DurableFile.replace(manifestURL, with: manifest.encoded())
        let named = Set(manifest.segments.map(\.file))
        let present = (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
        for file in present where file.hasPrefix("segment-") && !named.contains(file) {
            try? FileManager.default.removeItem(at: url.appending(path: file))
        }
    }

    private func create() throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw ArchiveError(.file, path: url.path(percentEncoded: false), cause: error.localizedDescription)
        }
    }
}

/// A new file that stands after a crash.
final class DurableFile {
    private let path: String
    private let descriptor: Int32

    init(creating url: URL) throws(ArchiveError) {
        path = url.path(percentEncoded: false)
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(path) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Foundation.write(
                    descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path) }
            written += count
        }
    }

    /// Waits until all of it is on the disk.
    func finish() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .system(path) }
    }

    /// Replaces a file: readers see the old one or the new one, never a part.
    static func replace(_ url: URL, with data: Data) throws(ArchiveError) {
        let temporary = url.appendingPathExtension("new")
        let file = try DurableFile(creating: temporary)
        try file.write([UInt8](data))
        try file.finish()
        guard unsafe rename(temporary.path(percentEncoded: false), url.path(percentEncoded: false)) == 0 else {
            throw .system(url.path(percentEncoded: false))
        }
        try sync(folder: url.deletingLastPathComponent())
    }

    private static func sync(folder: URL) throws(ArchiveError) {
        let path = folder.path(percentEncoded: false)
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path) }
    }
}
