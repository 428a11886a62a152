import NIOPosix
import Synchronization

/// Threads for work that blocks: as many as there are cores, with a short queue before them.
///
/// Health and metrics are answered beside it, whatever waits here.
final class WorkPool: Sendable {
    private let threads: NIOThreadPool
    private let limit: Duration
    private let capacity: Int
    private let load = Mutex(0)

    /// - Parameters:
    ///   - threads: How much runs at once.
    ///   - queue: How much may wait besides.
    ///   - limit: How long an answer may take.
    init(threads count: Int, queue: Int, limit: Duration) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        capacity = count + queue
        self.limit = limit
    }

    /// How much runs or waits.
    var current: Int { load.withLock { $0 } }

    /// Does work on a thread of the pool.
    ///
    /// - Throws: ``Problem`` where the queue is full or the time is over; what the work throws.
    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let isTaken = load.withLock { load in
            guard load < capacity else { return false }
            load += 1
            return true
        }
        guard isTaken else { throw Problem.busy }
        let outcome = Outcome<Result>()
        let clock = Task { [limit] in
            try await Task.sleep(for: limit)
            outcome.finish(.failure(Problem.tooSlow))
        }
        defer { clock.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            outcome.wait(continuation)
            threads.submit { [self] state in
                defer { load.withLock { $0 -= 1 } }
                // What nobody waits for any more is not begun.
                guard state == .active, !outcome.isFinished else {
                    return outcome.finish(.failure(Problem.busy))
                }
                outcome.finish(Swift.Result { try work() })
            }
        }
    }

    func stop() async throws { try await threads.shutdownGracefully() }
}

/// The one result of work and clock, whichever is first.
private final class Outcome<Success: Sendable>: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<Success, any Error>)
        case finished
    }
    private let state = Mutex(State.idle)

    var isFinished: Bool {
        state.withLock { state in
            if case .finished = state { return true }
            return false
        }
    }

    func wait(_ continuation: CheckedContinuation<Success, any Error>) {
        state.withLock { $0 = .waiting(continuation) }
    }

    func finish(_ result: Result<Success, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<Success, any Error>? in
            guard case .waiting(let continuation) = state else { return nil }
            state = .finished
            return continuation
        }
        waiting?.resume(with: result)
    }
}
