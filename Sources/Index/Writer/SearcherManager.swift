import Foundation
import Synchronization

/// Keeps the index of an archive in step with its records.
final class SearcherManager: Sendable {
    private let directory: IndexDirectory
    private let store: RecordStore
    private let lockURL: URL
    /// Held as long as the archive is open for writing; nil in one that is open for reading.
    private let lock: FileLock?
    private let state = Mutex<Searcher?>(nil)
    /// Segments are joined here, one pair after the other, beside all other work.
    private let merging = DispatchQueue(label: "gongbao.merging", qos: .utility)

    init(directory: IndexDirectory, store: RecordStore, lockURL: URL, lock: FileLock?) {
        self.directory = directory
        self.store = store
        self.lockURL = lockURL
        self.lock = lock
        if lock != nil { directory.removeLeftovers() }
    }

    /// The index as the records now stand.
    ///
    /// What is out of step is caught up; what is missing or damaged is made anew. A reader that can't, because another process is
    /// writing, takes the last whole state; one that may not write makes the index in memory.
    func current() throws(ArchiveError) -> Searcher {
        try state.withLock { (state) throws(ArchiveError) in
            let generation = try store.generation()
            if let snapshot = state, snapshot.manifest.generation == generation { return snapshot }
            let stored = directory.load()
            if let stored, stored.manifest.generation == generation {
                state = stored
                return stored
            }
            let snapshot = try catchUp(from: stored, previous: state)
            state = snapshot
            if lock != nil { merging.async { self.merge() } }
            return snapshot
        }
    }

    /// Waits until no segments are being joined.
    func finishMerging() { merging.sync {} }

    /// Joins segments for as long as any are due.
    ///
    /// A merge that fails, for want of room on the disk, is left for later: the index is whole without it.
    private func merge() {
        let limit = SegmentMerge.passageLimit
        while let merge = state.withLock({ $0.flatMap { SegmentMerge(in: $0.manifest, limit: limit) } }) {
            let unfinished = "\(IndexDirectory.unfinished)\(merge.left.first)"
            defer { directory.remove(unfinished) }
            let entry: IndexManifest.Entry?
            do { entry = try merge.write(file: unfinished, to: directory) } catch { return }
            let isDone = state.withLock { (state) -> Bool in
                guard var manifest = state?.manifest else { return false }
                var named = entry
                named?.file = "segment-\(manifest.nextFile)"
                manifest.nextFile += 1
                guard let next = merge.applied(to: manifest, entry: named) else { return false }
                do {
                    if let named { try directory.rename(unfinished, to: named.file) }
                    try directory.publish(next)
                } catch {
                    return false
                }
                guard let snapshot = directory.load() else { return false }
                state = snapshot
                return true
            }
            guard isDone else { return }
        }
    }

    /// Forgets a state in which damage was met, so that the index is made anew from the records.
    ///
    /// - Throws: ``ArchiveError`` with `file`, where the state was damaged: what was read of it may be wrong.
    func discard(ifDamaged snapshot: Searcher) throws(ArchiveError) {
        guard snapshot.isDamaged else { return }
        state.withLock { $0 = nil }
        if lock != nil || (try? FileLock(at: lockURL)) != nil { directory.remove() }
        throw ArchiveError(
            .file, path: directory.url.path(percentEncoded: false),
            cause: "the index was damaged; it is made anew from the records with the next search")
    }

    private func catchUp(from stored: Searcher?, previous: Searcher?) throws(ArchiveError) -> Searcher {
        var taken: FileLock?
        if lock == nil {
            do {
                taken = try FileLock(at: lockURL)
            } catch {
                if let whole = stored ?? previous { return whole }
                if error.code == .locked { throw error }
                return try inMemory()
            }
        }
        return try withExtendedLifetime(taken) { () throws(ArchiveError) in
            // Another process may have caught up before the lock was had.
            let base = directory.load()
            if let base, base.manifest.generation == (try store.generation()) { return base }
            let manifest = try IndexWriter(records: store, store: directory).append(
                to: base?.manifest ?? IndexManifest())
            try directory.publish(manifest)
            guard let snapshot = directory.load() else {
                throw ArchiveError(
                    .file, path: directory.url.path(percentEncoded: false), cause: "unreadable after writing")
            }
            return snapshot
        }
    }

    private func inMemory() throws(ArchiveError) -> Searcher {
        let memory = SegmentMemory()
        let manifest = try IndexWriter(records: store, store: memory).run(from: IndexManifest())
        var segments: [Segment] = []
        for entry in manifest.segments { segments.append(try memory.segment(entry.file)) }
        return Searcher(manifest: manifest, segments: segments)
    }
}

/// Keeps segments in memory.
private final class SegmentMemory: SegmentStore {
    private let files = Mutex<[String: PagedFile]>([:])

    func write(_ builder: inout SegmentBuilder, file: String) throws(ArchiveError) {
        var all: [UInt8] = []
        try SegmentWriter.write(&builder) { (bytes) throws(ArchiveError) in all += bytes }
        let made = PagedFile(all)
        files.withLock { $0[file] = made }
    }

    func segment(_ file: String) throws(ArchiveError) -> Segment {
        do {
            guard let bytes = files.withLock({ $0[file] }) else { throw Segment.Damage.tooShort }
            return try Segment(bytes)
        } catch {
            throw ArchiveError(.file, path: file, cause: "\(error)")
        }
    }
}
