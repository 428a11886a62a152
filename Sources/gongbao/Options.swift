import ArgumentParser
import Extract
import Foundation
import Index

/// The archive that a command works on.
struct ArchiveOptions: ParsableArguments {
    @Option(help: "The archive's directory (environment: GONGBAO_ARCHIVE; else ./archive).")
    var archive: String?

    var directory: URL {
        let named = archive ?? ProcessInfo.processInfo.environment["GONGBAO_ARCHIVE"] ?? ""
        return URL(filePath: named.isEmpty ? "archive" : named, directoryHint: .isDirectory)
    }

    func open(_ mode: Archive.Mode) throws -> Archive { try Archive.open(directory, mode: mode) }
}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson }

    @Option(help: "How to print the results.")
    var format: Format = .text

    /// Prints a list; for JSON as an array, or one value a line.
    func print<Item: Encodable>(_ items: [Item], text: (Item) -> String) throws {
        switch format {
        case .text: for item in items { Terminal.print(text(item)) }
        case .json: Terminal.print(try Self.json(items, pretty: true))
        case .ndjson: for item in items { Terminal.print(try Self.json(item, pretty: false)) }
        }
        if items.isEmpty {
            if format == .text { Terminal.complain("nothing found") }
            throw Status.nothingFound
        }
    }

    static func json(_ value: some Encodable, pretty: Bool) throws -> String {
        String(decoding: try RecordEncoder.encode(value, pretty ? .pretty : .compact), as: UTF8.self)
    }
}

/// Which part of a list is printed.
struct PageOptions: ParsableArguments {
    @Option(help: "How many to print at most; 0 for all.") var limit = 100
    @Option(help: "How many of the first to leave out.") var offset = 0

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset can't be negative") }
    }

    /// How many are printed at most.
    var count: Int { limit == 0 ? .max : limit }

    /// Says on standard error how many more there are.
    func tell(_ printed: Int, of total: Int) {
        let more = total - offset - printed
        if more > 0 { Terminal.complain("\(more) more: --offset \(offset + printed), or --limit 0 for all") }
    }
}

/// Finds the one document that a reference means.
enum DocumentReference {
    /// How many candidates are named.
    private static let candidateLimit = 10

    /// Prints the candidates where there are several, and ends with status 1 unless there is one.
    static func resolve(_ reference: String, in archive: Archive) throws -> DocumentSummary {
        let (found, total) = try archive.summaries(matching: reference, limit: candidateLimit)
        if total == 1, let only = found.first { return only }
        Terminal.complain(total == 0 ? "no document fits \(reference)" : "\(total) documents fit \(reference):")
        for candidate in found { Terminal.complain("  " + Layout.line(candidate)) }
        if total > found.count { Terminal.complain("  and \(total - found.count) more") }
        throw Status.nothingFound
    }

    /// The one document, with its record.
    static func stored(_ reference: String, in archive: Archive) throws -> StoredDocument {
        let exact = exact(try resolve(reference, in: archive))
        guard let found = try archive.documents(matching: exact, limit: 1).first else { throw Status.nothingFound }
        return found
    }

    /// The reference that names this document and no other.
    static func exact(_ document: DocumentSummary) -> String { "\(document.file):\(document.line)" }
}
