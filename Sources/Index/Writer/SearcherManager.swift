import Foundation
import Synchronization

/// Keeps the index of an archive in step with its records, and gives out the state that searches use.
///
/// A state is published beside the one before: no search waits for another one to be made, unless there is none at all.
final class SearcherManager: Sendable {
    private let directory: IndexDirectory
    private let store: RecordStore
    private let lockURL: URL
    /// Held as long as the archive is open for writing; nil in one that is open for reading.
    private let lock: FileLock?
    /// The published state.
    ///
    /// Held for moments only: to look at it, and while a manifest is put in place.
    private let published = Mutex<Searcher?>(nil)
    /// Held by the one who makes a new state.
    private let making = Mutex<Void>(())
    private let isCatchingUp = Mutex(false)
    /// Segments are joined here, one run after the other, beside all other work; and new states are made that no one waits for.
    private let background = DispatchQueue(label: "gongbao.index", qos: .utility)

    init(directory: IndexDirectory, store: RecordStore, lockURL: URL, lock: FileLock?) {
        self.directory = directory
        self.store = store
        self.lockURL = lockURL
        self.lock = lock
        if lock != nil { directory.removeLeftovers() }
    }

    /// The index as it was last published.
    ///
    /// A writer's is that of its last commit. A reader takes up what others have published; what they have not, it makes beside
    /// its searches, if none of them has the archive open for writing. Only the first state is waited for.
    func current() throws(ArchiveError) -> Searcher {
        if let searcher = published.withLock({ $0 }) {
            if lock == nil, searcher.manifest.generation != (try store.generation()) { catchUpBeside() }
            return searcher
        }
        return try making.withLock { _ throws(ArchiveError) in
            if let searcher = published.withLock({ $0 }) { return searcher }
            return try catchUp()
        }
    }

    /// Makes all records searchable; waits until they are.
    ///
    /// - Parameter minimum: How many segments that are due to be joined are worth it.
    func commit(joining minimum: Int = 2) throws(ArchiveError) {
        try making.withLock { _ throws(ArchiveError) in _ = try catchUp() }
        background.async { self.merge(minimum) }
    }

    /// Waits until no segments are being joined.
    func finishMerging() { background.sync {} }

    private func catchUpBeside() {
        let isFirst = isCatchingUp.withLock { isCatchingUp in
            defer { isCatchingUp = true }
            return !isCatchingUp
        }
        guard isFirst else { return }
        background.async {
            // What can't be made now stays as it was; the next search tries again.
            self.making.withLock { _ in _ = try? self.catchUp() }
            self.isCatchingUp.withLock { $0 = false }
        }
    }

    /// Forgets a state in which damage was met, so that the index is made anew from the records.
    ///
    /// - Throws: ``ArchiveError`` with `file`, where the state was damaged: what was read of it may be wrong.
    func discard(ifDamaged searcher: Searcher) throws(ArchiveError) {
        guard searcher.isDamaged else { return }
        published.withLock { $0 = nil }
        if lock != nil || (try? FileLock(at: lockURL)) != nil { directory.remove() }
        throw ArchiveError(
            .file, path: directory.url.path(percentEncoded: false),
            cause: "the index was damaged; it is made anew from the records with the next search")
    }

    // MARK: Making a state

    /// Takes up what is published on disk, makes what is behind, and publishes it.
    private func catchUp() throws(ArchiveError) -> Searcher {
        let generation = try store.generation()
        if let searcher = published.withLock({ $0 }), searcher.manifest.generation == generation { return searcher }
        let stored = directory.load()
        if let stored, stored.manifest.generation == generation { return publish(stored) }
        if lock != nil { return try write() }
        do {
            let taken = try FileLock(at: lockURL)
            return try withExtendedLifetime(taken) { () throws(ArchiveError) in try write() }
        } catch {
            // Another process writes, or nothing can be written here: what is whole will do.
            if let whole = stored ?? published.withLock({ $0 }) { return publish(whole) }
            if error.code == .locked { throw error }
            return publish(try inMemory())
        }
    }

    private func publish(_ searcher: Searcher) -> Searcher {
        published.withLock { $0 = searcher }
        return searcher
    }

    /// Brings the index on disk to the state of the records.
    private func write() throws(ArchiveError) -> Searcher {
        // What is on the disk counts: another process may have caught up before the lock was had, or a publication may have
        // failed when it was all but done.
        let base = published.withLock { state in
            let stored = directory.load()
            state = stored ?? state
            return stored
        }
        if let base, base.manifest.generation == (try store.generation()) { return base }
        // Segments are joined beside this until the new state is published: its files get their names then.
        var writer = IndexWriter(records: store, store: directory)
        writer.filePrefix = "\(IndexDirectory.unfinished)new-"
        let made = try writer.append(to: base?.manifest ?? IndexManifest())
        return try published.withLock { (state) throws(ArchiveError) in
            let joined = base == nil ? nil : state?.manifest
            let manifest = try named(made, prefix: writer.filePrefix, joined: joined)
            try directory.publish(manifest)
            guard let searcher = directory.load() else {
                throw ArchiveError(
                    .file, path: directory.url.path(percentEncoded: false), cause: "unreadable after writing")
            }
            state = searcher
            return searcher
        }
    }

    /// The manifest of a new state, with its files under the names that they keep.
    ///
    /// - Parameter joined: The state before, in which segments may have been joined since the new one was begun.
    private func named(
        _ made: IndexManifest, prefix: String, joined: IndexManifest?
    ) throws(ArchiveError) -> IndexManifest {
        var manifest = made
        manifest.nextFile = joined?.nextFile ?? 1
        if let joined {
            manifest.segments = joined.segments + made.segments.filter { $0.file.hasPrefix(prefix) }
            // A run that a merge took out for good is no longer in the state; one that came since is in what was made.
            let live = manifest.segments
            manifest.removed.removeAll { run in !live.contains { $0.first <= run.last && run.first <= $0.last } }
        }
        for index in manifest.segments.indices where manifest.segments[index].file.hasPrefix(prefix) {
            let name = "segment-\(manifest.nextFile)"
            manifest.nextFile += 1
            try directory.rename(manifest.segments[index].file, to: name)
            manifest.segments[index].file = name
        }
        return manifest
    }

    private func inMemory() throws(ArchiveError) -> Searcher {
        let memory = SegmentMemory()
        let manifest = try IndexWriter(records: store, store: memory).run(from: IndexManifest())
        var segments: [Segment] = []
        for entry in manifest.segments { segments.append(try memory.segment(entry.file)) }
        return Searcher(manifest: manifest, segments: segments)
    }

    // MARK: Joining segments

    /// Joins segments for as long as any are due.
    ///
    /// A merge that fails, for want of room on the disk, is left for later: the index is whole without it.
    private func merge(_ minimum: Int) {
        let limit = SegmentMerge.passageLimit
        while let merge = published.withLock({ state in
            state.flatMap { SegmentMerge(in: $0.manifest, limit: limit, minimum: minimum) }
        }) {
            let unfinished = "\(IndexDirectory.unfinished)\(merge.parts[0].first)"
            defer { directory.remove(unfinished) }
            let entry: IndexManifest.Entry?
            do { entry = try merge.write(file: unfinished, to: directory) } catch { return }
            let isDone = published.withLock { (state) -> Bool in
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
                guard let searcher = directory.load() else { return false }
                state = searcher
                return true
            }
            guard isDone else { return }
        }
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
