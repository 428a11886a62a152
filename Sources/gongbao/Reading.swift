import ArgumentParser
import Extract
import Foundation
import Ingest

/// How files are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: "The largest file that is read, in bytes.") var maxBytes = 512 << 20
    @Option(help: "How many files are read at once; one a core unless told.") var jobs: Int?
    @Flag(help: "Recognise pages that are only images (needs tesseract with chi_sim).") var ocr = false

    func validate() throws {
        guard maxBytes > 0 else { throw ValidationError("--max-bytes must be above 0.") }
        guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs must be above 0.") }
    }

    var reader: GazetteReader { GazetteReader(maximumByteCount: maxBytes, recognisesImages: ocr) }
    var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// Reads files into records.
enum Reading {
    /// Reads one file: a source, or a record that `extract` or `export` printed (`.json`).
    ///
    /// - Throws: ``IngestError``, or what is wrong with the JSON.
    static func record(of file: InputFile, _ reader: GazetteReader = GazetteReader()) throws -> GazetteRecord {
        if file.isStandardInput {
            let bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
            return Extractor.extract(try reader.read(bytes, path: file.path))
        }
        if file.url.pathExtension.lowercased() == "json" {
            return try JSONDecoder().decode(GazetteRecord.self, from: Data(contentsOf: file.url))
        }
        var record = Extractor.extract(try reader.read(contentsOf: file.url))
        record.source.path = file.path
        return record
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
