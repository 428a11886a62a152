import ArgumentParser
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
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Finds the one document that a reference means.
enum DocumentReference {
    /// Prints the candidates where there are several, and ends with status 1 unless there is one.
    static func resolve(_ reference: String, in archive: Archive) throws -> StoredDocument {
        let found = try archive.documents(matching: reference)
        if found.count == 1 { return found[0] }
        Terminal.complain(found.isEmpty ? "no document fits \(reference)" : "several documents fit \(reference):")
        for candidate in found { Terminal.complain("  " + Layout.line(candidate.summary)) }
        throw Status.nothingFound
    }

    /// The reference that names this document and no other.
    static func exact(_ document: StoredDocument) -> String { "\(document.summary.file):\(document.summary.line)" }
}
