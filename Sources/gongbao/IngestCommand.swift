import ArgumentParser
import Extract
import Foundation
import Index

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Reads files into the archive.",
        discussion: """
            Folders are read with all that is below them. A file that can't be read never stops the rest.

            Example: gongbao ingest corpus --archive archive
            """)

    @Argument(help: "Files and folders.") var paths: [String]
    @OptionGroup var target: ArchiveOptions
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let archive = try target.open(.readWrite)
        var summary = Summary()
        let files = paths.flatMap { path -> [URL] in
            let found = Reading.files(at: path).map(\.absoluteURL)
            if found.isEmpty { summary.fail("\(path): no such file, or an empty folder") }
            return found
        }
        for (index, file) in files.enumerated() {
            let path = file.path(percentEncoded: false)
            if Terminal.errorIsTerminal {
                Terminal.progress(Self.bar(index, of: files.count) + " " + file.lastPathComponent)
            }
            do {
                let record = try Reading.record(at: file, reading)
                let outcome = try archive.add(record)
                summary.count(record, outcome)
                if !Terminal.errorIsTerminal { Terminal.complain("\(path): \(Self.text(of: outcome))") }
            } catch {
                summary.fail((error as? ArchiveError).map(Failure.text(of:)) ?? Reading.text(of: error, path: path))
            }
        }
        if Terminal.errorIsTerminal { Terminal.progress("") }
        try archive.commit()
        Terminal.print(summary.text)
        if summary.failures > 0 { throw Status.failure }
    }

    private static func bar(_ done: Int, of total: Int) -> String {
        let filled = done * 20 / max(total, 1)
        return "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled)
            + "] \(done)/\(total)"
    }

    private static func text(of outcome: IngestOutcome) -> String {
        switch outcome {
        case .added: "added"
        case .replaced: "replaced"
        case .unchanged: "unchanged"
        case .duplicate(let path): "duplicate of \(path)"
        }
    }

    private struct Summary {
        private(set) var failures = 0
        private var files = 0
        private var documents = 0
        private var records = 0
        private var findings = 0

        mutating func count(_ record: GazetteRecord, _ outcome: IngestOutcome) {
            files += 1
            guard outcome == .added || outcome == .replaced else { return }
            documents += record.documents.count
            records += record.documents.reduce(0) { sum, document in
                sum + document.tasks.count + document.targets.count + document.deadlines.count + document.tables.count
                    + document.citations.count + document.duties.count + document.events.count
            }
            findings += record.findings.count
        }

        mutating func fail(_ message: String) {
            failures += 1
            if Terminal.errorIsTerminal { Terminal.progress("") }
            Terminal.complain("error: \(message)")
        }

        var text: String {
            "\(files) files read: \(documents) documents, \(records) records, \(findings) findings stored; \(failures) failures"
        }
    }
}
