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
    @Option(help: "Only findings with this code.") var code: String?
    @Flag(help: "Only how often each code was found.") var summary = false
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

    /// How often a code was found.
    struct CodeCount: Encodable {
        var code: String
        var findings: Int
        var sources: Int
    }

    func run() throws {
        let printer = ReportPrinter(code: code, isSummary: summary, format: output.format)
        var failures = 0
        if paths.isEmpty {
            try checkArchive(printer)
        } else {
            failures = try checkFiles(printer)
        }
        try printer.finish(isEmpty: failures == 0)
        if failures > 0 { throw Status.failure }
    }

    /// Reports on the sources of the archive, one after the other.
    private func checkArchive(_ printer: ReportPrinter) throws {
        let archive = try target.open(.readOnly)
        let repealed = try archive.citationsOfRepealed()
        try archive.envelopes { record in
            try printer.print(Report(record, repealed[record.source.path] ?? []))
        }
    }

    /// Reads files and reports on them; of two passes over them the second needs only what the first found.
    ///
    /// - Returns: How many could not be read, or not whole where that is asked for.
    private func checkFiles(_ printer: ReportPrinter) throws -> Int {
        var failures = 0
        let inputs = Inputs(paths) {
            $0.complain(reading.errors)
            failures += 1
        }
        var records: [GazetteRecord] = []
        let reader = reading.reader
        Batch.run(inputs.files, jobs: reading.jobCount) { file in
            Result { RepealFindings.essentials(of: try Reading.record(of: file, reader)) }
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
        for record in records { try printer.print(Report(record, repealed[record.source.path] ?? [])) }
        inputs.passedOver.complain(reading.errors)
        let isPartial = inputs.passedOver.isNotable || records.contains(where: \.isPartial)
        return failures + (reading.strict && isPartial ? 1 : 0)
    }
}

/// Prints reports one by one, and sums up their findings.
private final class ReportPrinter {
    private let code: String?
    private let isSummary: Bool
    private let format: OutputOptions.Format
    private var printed = 0
    private var counts: [String: (findings: Int, sources: Int)] = [:]

    init(code: String?, isSummary: Bool, format: OutputOptions.Format) {
        self.code = code
        self.isSummary = isSummary
        self.format = format
    }

    func print(_ report: CheckCommand.Report) throws {
        var report = report
        if let code {
            report.findings.removeAll { $0.code != code }
            if report.findings.isEmpty { return }
        }
        for (code, found) in Dictionary(grouping: report.findings, by: \.code) {
            let before = counts[code] ?? (0, 0)
            counts[code] = (before.findings + found.count, before.sources + 1)
        }
        if !isSummary {
            switch format {
            case .text: Terminal.print(Layout.report(report))
            case .json: Terminal.print((printed == 0 ? "[\n" : ",\n") + (try OutputOptions.json(report, pretty: true)))
            case .ndjson: Terminal.print(try OutputOptions.json(report, pretty: false))
            }
        }
        printed += 1
    }

    /// Prints the sums; in JSON only where nothing else is asked for.
    func finish(isEmpty: Bool) throws {
        let sums = counts.map { CheckCommand.CodeCount(code: $0, findings: $1.findings, sources: $1.sources) }
            .sorted { ($1.findings, $0.code) < ($0.findings, $1.code) }
        switch format {
        case .text:
            for sum in sums { Terminal.print("\(sum.code): \(sum.findings) in \(sum.sources) sources") }
        case .json where isSummary: Terminal.print(try OutputOptions.json(sums, pretty: true))
        case .ndjson where isSummary: for sum in sums { Terminal.print(try OutputOptions.json(sum, pretty: false)) }
        case .json: Terminal.print(printed == 0 ? "[\n\n]" : "]")
        case .ndjson: break
        }
        guard printed == 0, isEmpty else { return }
        if format == .text { Terminal.complain("nothing found") }
        throw Status.nothingFound
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
