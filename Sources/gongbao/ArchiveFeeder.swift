import Foundation
import Index
import Synchronization

/// Stores what others read, on a thread of its own: several files a transaction, so that the disk is waited for less often.
///
/// What was stored is made searchable every few seconds, beside all else. Files are reported once they are on the disk, in the
/// order in which they were given.
final class ArchiveFeeder: Sendable {
    /// A file that was read, and what to report of it.
    struct Item: Sendable {
        var path: String
        /// What went wrong in reading it; nil for nothing.
        var failure: FileProblem?
        /// Whether parts of it could not be read.
        var isPartial = false
        var file: IngestFile
        /// How many bytes it had, by which waiting files are bounded.
        var size: Int
    }

    /// What became of a file: nil for one that could not be read.
    typealias Report = @Sendable (Item, IngestOutcome?) -> Void

    private struct State {
        var waiting: [Item] = []
        var waitingBytes = 0
        var isEnded = false
        var failure: (any Error)?
    }

    private let archive: Archive
    private let report: Report
    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let emptied = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    private let committing = DispatchQueue(label: "gongbao.committing")
    /// When the next commit is due; nil while one is made.
    private let nextCommit = Mutex<Date?>(Date(timeIntervalSinceNow: commitInterval))

    /// How many files, and how many bytes of them, wait at most.
    private static let waitingLimit = 256
    private static let waitingByteLimit = 16 << 20
    /// How long a transaction waits for more files.
    private static let gathering = 0.1
    /// How many seconds lie between two commits, and how many times as long as a commit took.
    private static let (commitInterval, commitShare) = (4.0, 4.0)

    init(_ archive: Archive, report: @escaping Report) {
        self.archive = archive
        self.report = report
        let thread = Thread { [self] in run() }
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Takes a file; waits where too many wait already.
    ///
    /// - Throws: What went wrong in storing earlier files. It goes wrong for all, as a full disk does.
    func take(_ item: Item) throws {
        while true {
            let isTaken = try state.withLock { state in
                if let failure = state.failure { throw failure }
                guard
                    state.waiting.isEmpty
                        || state.waiting.count < Self.waitingLimit && state.waitingBytes < Self.waitingByteLimit
                else { return false }
                state.waiting.append(item)
                state.waitingBytes += item.size
                return true
            }
            if isTaken { break }
            emptied.wait()
        }
        filled.signal()
    }

    /// Waits until all that was taken is stored and can be searched.
    func finish() throws {
        state.withLock { $0.isEnded = true }
        filled.signal()
        finished.wait()
        committing.sync {}
        if let failure = state.withLock({ $0.failure }) { throw failure }
        try archive.commit()
    }

    private func run() {
        while true {
            filled.wait()
            let isEnded = state.withLock { $0.isEnded }
            if !isEnded, state.withLock({ $0.waiting.count < Self.waitingLimit / 2 }) {
                Thread.sleep(forTimeInterval: Self.gathering)
            }
            let items = state.withLock { state in
                defer { (state.waiting, state.waitingBytes) = ([], 0) }
                return state.waiting
            }
            emptied.signal()
            store(items)
            if !isEnded { commitBeside() }
            let isDone = state.withLock { $0.isEnded && $0.waiting.isEmpty || $0.failure != nil }
            if isDone { break }
        }
        emptied.signal()
        finished.signal()
    }

    private func store(_ items: [Item]) {
        guard !items.isEmpty else { return }
        do {
            let outcomes = try archive.add(items.map(\.file))
            for (item, outcome) in zip(items, outcomes) { report(item, outcome) }
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Makes what is stored searchable, if that is due.
    private func commitBeside() {
        let isDue = nextCommit.withLock { next in
            guard let time = next, time <= Date() else { return false }
            next = nil
            return true
        }
        guard isDue else { return }
        committing.async { [self] in
            let start = Date()
            do { try archive.commit(isLast: false) } catch { state.withLock { $0.failure = $0.failure ?? error } }
            let wait = max(Self.commitInterval, Date().timeIntervalSince(start) * Self.commitShare)
            nextCommit.withLock { $0 = Date(timeIntervalSinceNow: wait) }
        }
    }
}
