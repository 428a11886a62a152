import ArgumentParser
import Extract
import Foundation
import Index

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Prints what became of every line, and what a careful editor would query.",
        discussion: """
            With files, these are read; without, all sources of the archive are shown. Every line of a file ends as text, \
            as a row of a table, as furniture of the page, or is listed as unread.

            Example: gongbao check corpus
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input; none for the archive.") var paths: [String] = []
    @OptionGroup var target: ArchiveOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var reading: ReadingOptions

    /// What is reported of one source.
    struct Report: Encodable {
        var path: String
        var lines: Int
        var coverage: CoverageRecord
        /// The share of lines that are not blank and could not be read.
        var unreadShare: Double
        var findings: [Finding]

        init(_ record: GazetteRecord, _ more: [Finding]) {
            path = record.source.path
            lines = record.source.lines
            coverage = record.source.coverage
            let printed = lines - coverage.blank
            unreadShare = printed == 0 ? 0 : Double(coverage.unread.count) / Double(printed)
            findings = record.findings + more
        }
    }

    func run() throws {
        var records: [GazetteRecord] = []
        var failures = 0
        if paths.isEmpty {
            try target.open(.readOnly).export { records.append($0) }
        }
        let inputs = Inputs(paths) {
            $0.complain(reading.errors)
            failures += 1
        }
        let reader = reading.reader
        Batch.run(inputs.files, jobs: reading.jobCount) { file in
            Result { try Reading.record(of: file, reader) }
        } take: { file, result in
            switch result {
            case .success(let record): records.append(record)
            case .failure(let error):
                FileProblem(error, path: file.path).complain(reading.errors)
                failures += 1
            }
            return true
        }
        let repealed = RepealFindings.findings(in: records)
        let reports = records.map { Report($0, repealed[$0.source.path] ?? []) }
        if !reports.isEmpty || failures == 0 { try output.print(reports, text: Layout.report) }
        inputs.passedOver.complain(reading.errors)
        let isPartial = inputs.passedOver.isNotable || records.contains(where: \.isPartial)
        if failures > 0 || reading.strict && isPartial { throw Status.failure }
    }
}

extension Layout {
    static func report(_ report: CheckCommand.Report) -> String {
        let coverage = report.coverage
        let share = (report.unreadShare * 10_000).rounded() / 100
        var lines = [
            "\(report.path): \(report.lines) lines: \(coverage.text) text, \(coverage.table) table, "
                + "\(coverage.furniture) furniture, \(coverage.blank) blank, \(coverage.unread.count) unread (\(share) %)"
        ]
        if !coverage.unread.isEmpty {
            lines.append("  unread lines: \(coverage.unread.map(String.init).joined(separator: ", "))")
        }
        for finding in report.findings {
            let place = finding.span.map { "\(report.path):\($0.start.line):\($0.start.column)" } ?? report.path
            lines.append("  \(place)  \(finding.severity.rawValue)  \(finding.code)  \(finding.message)")
        }
        return lines.joined(separator: "\n")
    }
}
