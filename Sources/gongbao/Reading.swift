import Extract
import Foundation
import Ingest

/// Reads files into records.
enum Reading {
    /// Reads one file: a source, or a record that `extract` or `export` printed (`.json`).
    ///
    /// - Throws: ``IngestError``, or what is wrong with the JSON.
    static func record(at url: URL) throws -> GazetteRecord {
        if url.pathExtension.lowercased() == "json" {
            return try JSONDecoder().decode(GazetteRecord.self, from: Data(contentsOf: url))
        }
        return Extractor.extract(try GazetteReader().read(contentsOf: url))
    }

    /// The files that a path names: itself, or all below a folder, by name; hidden ones are left out.
    static func files(at path: String) -> [URL] {
        let url = URL(filePath: path)
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
        else {
            return []
        }
        guard isFolder.boolValue else { return [url] }
        let all = FileManager.default.enumerator(
            at: url, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
        return (all?.compactMap { $0 as? URL } ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false }
            .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
    }

    /// What is wrong with a file, for a person.
    static func text(of error: any Error, path: String) -> String {
        switch error {
        case let error as IngestError: error.description
        case is DecodingError: "\(path): no record of the contract gongbao/1: \(error)"
        default: "\(path): \(error.localizedDescription)"
        }
    }
}
