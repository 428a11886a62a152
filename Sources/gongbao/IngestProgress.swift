import Foundation
import Index
import Synchronization

/// Tells how far a run of `ingest` is: a bar with rate and remaining time on a terminal; a line for each file that is new, changed
/// or failed.
final class IngestProgress: Sendable {
    private struct State {
        var total = 0
        var done = 0
        var files = 0
        var unchanged = 0
        var failures = 0
        var documents = 0
        var records = 0
        var findings = 0
        /// Whether a file had parts that could not be read.
        var hasPartial = false
    }

    private let state = Mutex(State())
    private let errors: ReadingOptions.ErrorFormat
    private let start = Date()

    init(errors: ReadingOptions.ErrorFormat) { self.errors = errors }

    var hasPartial: Bool { state.withLock { $0.hasPartial } }
    var hasFailures: Bool { state.withLock { $0.failures > 0 } }

    func start(total: Int) { state.withLock { $0.total = total } }

    func show(_ path: String) {
        guard Terminal.errorIsTerminal else { return }
        let (done, total) = state.withLock { ($0.done, max($0.total, 1)) }
        let filled = min(done * 20 / total, 20)
        let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled)
        let seconds = Date().timeIntervalSince(start)
        var rate = ""
        if done > 0, seconds > 0.5 {
            let speed = Double(done) / seconds
            rate = " \(Self.rounded(speed)) files/s, \(Self.time(Double(total - done) / speed)) left"
        }
        Terminal.progress("[\(bar)] \(done)/\(total)\(rate) \((path as NSString).lastPathComponent)")
    }

    func countUnchanged() {
        state.withLock { state in
            state.done += 1
            state.files += 1
            state.unchanged += 1
        }
    }

    /// Counts a file whose fate is on the disk.
    func count(_ item: ArchiveFeeder.Item, _ outcome: IngestOutcome?) {
        if let failure = item.failure { return fail(failure) }
        guard let outcome, let record = item.file.record else { return }
        if item.isPartial { state.withLock { $0.hasPartial = true } }
        guard outcome != .unchanged else { return countUnchanged() }
        if !Terminal.errorIsTerminal { Terminal.complain("\(item.path): \(Self.text(of: outcome))") }
        state.withLock { state in
            state.done += 1
            state.files += 1
            guard outcome == .added || outcome == .replaced else { return }
            state.documents += record.documentCount
            state.records += record.recordCount
            state.findings += record.findingCount
        }
    }

    func fail(_ problem: FileProblem) {
        state.withLock { state in
            state.done += 1
            state.failures += 1
        }
        if Terminal.errorIsTerminal { Terminal.progress("") }
        problem.complain(errors)
    }

    func finish(wasStopped: Bool, passedOver: PassedOver) {
        if Terminal.errorIsTerminal { Terminal.progress("") }
        if wasStopped { Terminal.complain("stopped; the same command goes on from here") }
        let state = state.withLock { $0 }
        let unchanged = state.unchanged > 0 ? "; \(state.unchanged) unchanged" : ""
        Terminal.print(
            "\(state.files) files read: \(state.documents) documents, \(state.records) records, "
                + "\(state.findings) findings stored; \(state.failures) failures\(unchanged)"
                + (passedOver.isNotable ? "; passed over: \(passedOver.summary)" : ""))
    }

    private static func text(of outcome: IngestOutcome) -> String {
        switch outcome {
        case .added: "added"
        case .replaced: "replaced"
        case .unchanged: "unchanged"
        case .duplicate(let path): "duplicate of \(path)"
        }
    }

    private static func rounded(_ value: Double) -> String {
        value >= 10 ? String(Int(value.rounded())) : String(Double(Int(value * 10)) / 10)
    }

    /// 1:05, or 2:03:04.
    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let minutes = "\(whole % 3600 / 60):\(two(whole % 60))"
        return whole < 3600 ? minutes : "\(whole / 3600):\(two(whole % 3600 / 60)):\(two(whole % 60))"
    }
}
