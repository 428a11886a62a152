import ArgumentParser
import Export
import Foundation
import Index

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the records for other tools: the whole archive, or what a query finds.",
        discussion: """
            Without --to, whole records are printed as JSON, one for each source.

            Examples:
              gongbao export --format ndjson > records.ndjson
              gongbao export --to csv tables
              gongbao export --to sqlite gazettes.sqlite
              gongbao export --to ics --unit 市科技局 limits.ics
              gongbao export --to csv found --query 'lead:科技局 year:2026'
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, ndjson }

    @Option(help: "Printed records: a JSON array, or one record a line.") var format: Format = .json
    @Option(help: "The format to write: \(formats).", transform: format(named:))
    var to: ExportFormat?
    @Option(help: "Only what this query finds; see `gongbao search --help`.") var query: String?
    @Option(help: "ics: only the time limits of tasks in which this unit has a role.") var unit: String?
    @Flag(help: "csv: begin files with a byte order mark, for spreadsheet programs.") var bom = false
    @OptionGroup var source: ArchiveOptions
    @Argument(help: ArgumentHelp("The file to write; a folder for csv, akn, markdown and html.", valueName: "path"))
    var path: String?

    private static var formats: String { ExportFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func format(named name: String) throws -> ExportFormat {
        guard let format = ExportFormat(rawValue: name) else {
            throw ValidationError("there is no format \(name); they are \(formats)")
        }
        return format
    }

    func validate() throws {
        guard let to else {
            guard path == nil, query == nil, unit == nil, !bom else {
                throw ValidationError("--query, --unit, --bom and a path go with --to")
            }
            return
        }
        guard path != nil else { throw ValidationError("--to \(to.rawValue) needs the path to write to") }
        guard unit == nil || to == .ics else { throw ValidationError("--unit goes with --to ics") }
        guard !bom || to == .csv else { throw ValidationError("--bom goes with --to csv") }
    }

    func run() throws {
        let archive = try source.open(.readOnly)
        guard let to, let path else { return try printRecords(of: archive) }
        let request: SearchRequest?
        do {
            request = try query.map { SearchRequest(try Query(parsing: $0)) }
        } catch let error as QuerySyntaxError {
            Terminal.complain(Failure.text(of: error, in: query ?? ""))
            throw Status.usage
        }
        let count = try ExportSelection(of: archive, query: request).documentCount()
        guard count > 0 else {
            Terminal.complain("nothing found")
            throw Status.nothingFound
        }
        Terminal.complain("\(count) document\(count == 1 ? "" : "s") to export")
        var exporter = Exporter(to)
        exporter.unit = unit
        exporter.hasByteOrderMark = bom
        do {
            let manifest = try exporter.write(
                archive, matching: request, queryText: query, to: URL(filePath: path))
            Terminal.complain(Self.summary(of: manifest, at: path))
        } catch let error as ExportError {
            Terminal.complain("error: \(error.path): \(error.cause); the export is not whole")
            throw Status.failure
        }
    }

    private static func summary(of manifest: ExportManifest, at path: String) -> String {
        let rows = manifest.files.compactMap(\.rows).reduce(0, +)
        var text = "\(path): \(manifest.documents) documents"
        if rows > 0 { text += ", \(rows) rows" }
        for (name, count) in (manifest.leftOut ?? [:]).sorted(by: { $0.key < $1.key }) {
            text += "; left out: \(count) \(name)"
        }
        return text
    }

    private func printRecords(of archive: Archive) throws {
        var count = 0
        try archive.export { record in
            let text = try OutputOptions.json(record, pretty: format == .json)
            if format == .json { Terminal.print(count == 0 ? "[" : ",") }
            Terminal.print(text)
            count += 1
        }
        if format == .json { Terminal.print(count == 0 ? "[]" : "]") }
        if count == 0 { throw Status.nothingFound }
    }
}
