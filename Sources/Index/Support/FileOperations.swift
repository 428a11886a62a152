import Foundation

/// What the index does to files, each as the system's call of that name does; tests put others in its place.
protocol FileOperations: Sendable {
    /// Makes an empty file, in place of one that is there; a descriptor, or -1 with `errno`.
    func create(_ path: String) -> Int32
    /// How many bytes were written, or -1 with `errno`.
    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
    /// Waits until a file or folder is on the disk; 0, or -1 with `errno`.
    func synchronize(_ descriptor: Int32) -> Int32
    /// 0, or -1 with `errno`.
    func rename(_ path: String, to other: String) -> Int32
    /// 0, or -1 with `errno`.
    func remove(_ path: String) -> Int32
}

/// The system's calls.
struct SystemFiles: FileOperations {
    func create(_ path: String) -> Int32 { unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe Foundation.write(descriptor, bytes.baseAddress, bytes.count)
    }

    func synchronize(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

    func rename(_ path: String, to other: String) -> Int32 { unsafe Foundation.rename(path, other) }

    func remove(_ path: String) -> Int32 { unsafe unlink(path) }
}

/// A new file that stands after a crash.
final class DurableFile {
    private let path: String
    private let descriptor: Int32
    private let files: any FileOperations

    init(creating url: URL, by files: any FileOperations) throws(ArchiveError) {
        path = url.path(percentEncoded: false)
        self.files = files
        descriptor = files.create(path)
        guard descriptor >= 0 else { throw .system(path) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe files.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path) }
            written += count
        }
    }

    /// Waits until all of it is on the disk.
    func finish() throws(ArchiveError) {
        guard files.synchronize(descriptor) == 0 else { throw .system(path) }
    }

    /// Replaces a file: readers see the old one or the new one, never a part.
    static func replace(_ url: URL, with data: Data, by files: any FileOperations) throws(ArchiveError) {
        let temporary = url.appendingPathExtension("new")
        let file = try DurableFile(creating: temporary, by: files)
        try file.write([UInt8](data))
        try file.finish()
        try move(temporary, to: url, by: files)
    }

    /// Gives a file another name, in the same folder and for good.
    static func move(_ url: URL, to other: URL, by files: any FileOperations) throws(ArchiveError) {
        let path = other.path(percentEncoded: false)
        guard files.rename(url.path(percentEncoded: false), to: path) == 0 else { throw .system(path) }
        let folder = other.deletingLastPathComponent().path(percentEncoded: false)
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(folder) }
        defer { close(descriptor) }
        guard files.synchronize(descriptor) == 0 else { throw .system(folder) }
    }
}
