import Foundation

/// The right to write to an archive; held by one process at a time, given up when it ends.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``ArchiveError`` with `locked` where another has it.
    init(at url: URL) throws(ArchiveError) {
        let path = url.path(percentEncoded: false)
        let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .system(path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let failure = isTaken ? ArchiveError(.locked, path: path) : ArchiveError.system(path)
            close(opened)
            throw failure
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}
