import Extract
import Foundation
import Ingest

/// Reads files into records.
enum Reading {
    /// Reads one file: a source, or a record that `extract` or `export` printed (`.json`).
    ///
    /// - Throws: ``IngestError``, or what is wrong with the JSON.
    static func record(at url: URL, _ options: ReadingOptions? = nil) throws -> GazetteRecord {
        if url.pathExtension.lowercased() == "json" {
            return try JSONDecoder().decode(GazetteRecord.self, from: Data(contentsOf: url))
        }
        let reader = GazetteReader(recognisesImages: options?.ocr ?? false)
        return Extractor.extract(try reader.read(contentsOf: url))
    }

    /// The files that a path names: itself, or the texts and records below a folder, by name.
    ///
    /// Hidden files are left out.
    ///
    /// - Returns: URLs whose `relativePath` begins with the path as it was given.
    static func files(at path: String) -> [URL] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [URL(filePath: path)] }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            return !isHidden && extensions.contains((name as NSString).pathExtension.lowercased())
        }.sorted().map { URL(filePath: "\(folder)/\($0)") }
    }

    /// What a file in a folder must end with to be read; a file that is named by itself may end as it likes.
    private static let extensions: Set<String> = [
        "txt", "text", "html", "htm", "xhtml", "shtml", "docx", "pdf", "json",
    ]

    /// What is wrong with a file, for a person.
    static func text(of error: any Error, path: String) -> String {
        switch error {
        case let error as IngestError: error.description
        case is DecodingError: "\(path): no record of the contract gongbao/1: \(error)"
        default: "\(path): \(error.localizedDescription)"
        }
    }
}
