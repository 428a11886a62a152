import Foundation

/// The files of the index: segments and the manifest that names them.
struct IndexDirectory: Sendable {
    let url: URL
    var files: any FileOperations = SystemFiles()

    private var manifestURL: URL { url.appending(path: "manifest") }

    /// What the folder holds; nil where any of it is missing, damaged or outdated, so that it has to be made anew.
    func load() -> Searcher? {
        guard let data = try? Data(contentsOf: manifestURL), let manifest = IndexManifest(decoding: data) else {
            return nil
        }
        var segments: [Segment] = []
        for entry in manifest.segments {
            guard let segment = try? segment(entry.file), segment.passageCount == entry.passages else { return nil }
            segments.append(segment)
        }
        return Searcher(manifest: manifest, segments: segments)
    }

    /// Takes the manifest away, so that the index has to be made anew.
    func remove() { _ = files.remove(manifestURL.path(percentEncoded: false)) }

    /// Takes away what a writer that was ended left unfinished.
    func removeLeftovers() {
        for file in present where file.hasPrefix(Self.unfinished) || file.hasSuffix(".new") { remove(file) }
    }

    /// How files are named that are being written beside the work of others.
    static let unfinished = "merging-"

    /// Opens a segment file of this directory.
    func segment(_ file: String) throws(ArchiveError) -> Segment {
        let target = url.appending(path: file)
        let bytes = try PagedFile(mapping: target)
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
        remove(file)
        let output = try DurableFile(creating: target, by: files)
        try SegmentWriter.write(&builder) { (bytes) throws(ArchiveError) in try output.write(bytes) }
        try output.finish()
    }

    /// Puts a manifest in place of the one before, all at once, and takes away the files that it doesn't name.
    func publish(_ manifest: IndexManifest) throws(ArchiveError) {
        try create()
        try DurableFile.replace(manifestURL, with: manifest.encoded(), by: files)
        let named = Set(manifest.segments.map(\.file))
        for file in present where file.hasPrefix("segment-") && !named.contains(file) { remove(file) }
    }

    /// Gives a finished file the name under which a manifest will name it.
    func rename(_ file: String, to other: String) throws(ArchiveError) {
        try DurableFile.move(url.appending(path: file), to: url.appending(path: other), by: files)
    }

    func remove(_ file: String) { _ = files.remove(url.appending(path: file).path(percentEncoded: false)) }

    private var present: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
    }

    private func create() throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw ArchiveError(.file, path: url.path(percentEncoded: false), cause: error.localizedDescription)
        }
    }
}
