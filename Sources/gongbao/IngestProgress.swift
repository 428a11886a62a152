import Extract
import Foundation
import Index

/// Tells how far a run of `ingest` is: a bar with rate and remaining time on a terminal, a line a file elsewhere.
struct IngestProgress {
    var total = 0
    private(set) var failures = 0
    /// Whether a file had parts that could not be read.
    private(set) var hasPartial = false
    private var done = 0
    private var files = 0
    private var documents = 0
    private var records = 0
    private var findings = 0
    private let start = Date()

    func show(_ path: String) {
        guard Terminal.errorIsTerminal else { return }
        let filled = done * 20 / max(total, 1)
        let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled)
        let seconds = Date().timeIntervalSince(start)
        var rate = ""
        if done > 0, seconds > 0.5 {
            let speed = Double(done) / seconds
            rate = " \(Self.rounded(speed)) files/s, \(Self.time(Double(total - done) / speed)) left"
        }
        Terminal.progress("[\(bar)] \(done)/\(total)\(rate) \((path as NSString).lastPathComponent)")
    }

    /// - Parameter record: What was stored; nil for a file that was not read.
    mutating func count(_ path: String, _ record: GazetteRecord?, _ outcome: IngestOutcome) {
        files += 1
        done += 1
        if !Terminal.errorIsTerminal { Terminal.complain("\(path): \(Self.text(of: outcome))") }
        hasPartial = hasPartial || record?.isPartial ?? false
        guard let record, outcome == .added || outcome == .replaced else { return }
        documents += record.documents.count
        records += record.documents.reduce(0) { sum, document in
            sum + document.tasks.count + document.targets.count + document.deadlines.count + document.tables.count
                + document.citations.count + document.duties.count + document.events.count
        }
        findings += record.findings.count
    }

    mutating func fail(_ problem: FileProblem, _ format: ReadingOptions.ErrorFormat) {
        failures += 1
        done += 1
        if Terminal.errorIsTerminal { Terminal.progress("") }
        problem.complain(format)
    }

    func finish(wasStopped: Bool, passedOver: PassedOver) {
        if Terminal.errorIsTerminal { Terminal.progress("") }
        if wasStopped { Terminal.complain("stopped; the same command goes on from here") }
        Terminal.print(
            "\(files) files read: \(documents) documents, \(records) records, \(findings) findings stored; \(failures) failures"
                + (passedOver.isNotable ? "; passed over: \(passedOver.summary)" : "")
        )
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
