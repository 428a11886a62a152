import ArgumentParser
import Foundation
import Index

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Reads every byte of an archive and says what is wrong.",
        discussion: """
            Records are held against their checksums, tables against the records, and the index against both. Nothing is
            changed. A damaged index is made anew from the records by the next search; damaged records are reported and never
            overwritten: ingest their sources into a new archive, or take a copy.
            """)

    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let report = try Archive.verify(source.directory)
        switch output.format {
        case .text: Terminal.print(Self.text(of: report))
        case .json: Terminal.print(try OutputOptions.json(report, pretty: true))
        case .ndjson: Terminal.print(try OutputOptions.json(report, pretty: false))
        }
        if !report.problems.isEmpty { throw Status.failure }
    }

    private static func text(of report: VerificationReport) -> String {
        var lines = report.files.map { "\($0.path): \($0.size) bytes read" }
        lines.append("\(report.sources) sources, \(report.documents) documents, \(report.passages) passages")
        if report.isIndexBehind { lines.append("the index is behind the records; the next search catches up") }
        for problem in report.problems {
            let place = problem.place.map { " (\($0))" } ?? ""
            lines.append("\(problem.file)\(place): \(problem.message)\(advice(problem.kind))")
        }
        if report.problems.isEmpty { lines.append("nothing is wrong") }
        return lines.joined(separator: "\n")
    }

    private static func advice(_ kind: VerificationReport.Problem.Kind) -> String {
        switch kind {
        case .records: ""
        case .derived: "; gongbao upgrade --anew makes it of the records again"
        case .index: "; the next search makes it anew"
        }
    }
}
