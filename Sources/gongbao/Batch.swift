import Foundation
import Synchronization

/// Reads many files at once and hands over what they gave in the order of the files.
///
/// Files are taken in portions, bounded in number and bytes, so that memory does not grow with the batch.
enum Batch {
    private static let portionByteCount = 128 << 20

    /// - Parameters:
    ///   - jobs: How many files are read at once.
    ///   - read: Called for each file, on any thread.
    ///   - take: Called for each file in order with what reading it gave; false ends the batch.
    static func run<Value: Sendable>(
        _ files: [InputFile], jobs: Int, read: @Sendable (InputFile) -> Value, take: (InputFile, Value) throws -> Bool
    ) rethrows {
        var start = 0
        while start < files.count {
            var end = start
            var byteCount = 0
            while end < files.count, end - start < jobs * 4, end == start || byteCount < portionByteCount {
                byteCount += files[end].stamp.size
                end += 1
            }
            for (file, value) in zip(files[start..<end], readAll(Array(files[start..<end]), jobs, read)) {
                guard try take(file, value) else { return }
            }
            start = end
        }
    }

    private static func readAll<Value: Sendable>(
        _ files: [InputFile], _ jobs: Int, _ read: @Sendable (InputFile) -> Value
    ) -> [Value] {
        let next = Mutex(0)
        let values = Mutex([Value?](repeating: nil, count: files.count))
        DispatchQueue.concurrentPerform(iterations: min(jobs, files.count)) { _ in
            while true {
                let index = next.withLock { counter in
                    defer { counter += 1 }
                    return counter
                }
                guard index < files.count else { return }
                let value = read(files[index])
                values.withLock { $0[index] = value }
            }
        }
        return values.withLock { $0.compactMap { $0 } }
    }
}

/// Whether the user has asked to stop: Ctrl-C ends a batch behind the file at hand, and what was done is kept.
///
/// While it lives, Ctrl-C is noted instead of ending the program.
final class Interruption {
    private final class Flag: Sendable {
        let isSet = Mutex(false)
    }

    private let flag = Flag()
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [flag] in flag.isSet.withLock { $0 = true } }
        source.resume()
    }

    deinit { source.cancel() }

    var wasAsked: Bool { flag.isSet.withLock { $0 } }
}
