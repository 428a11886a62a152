import ArgumentParser
import Extract
import Foundation
import Ingest

/// How files are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: "The largest file that is read, in bytes.") var maxBytes = 512 << 20
    @Option(help: "How many files are read at once; one a core unless told.") var jobs: Int?
    @Flag(help: "Recognise pages that are only images (needs tesseract with chi_sim).") var ocr = false

    @Flag(help: "End with status 3 where files were passed over, or pages could not be read.") var strict = false
    @Option(help: "How to print what went wrong: text, or a JSON object a line (path, place, code, message).")
    var errors: ErrorFormat = .text

    enum ErrorFormat: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

    func validate() throws {
        guard maxBytes > 0 else { throw ValidationError("--max-bytes must be above 0.") }
        guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs must be above 0.") }
    }

    var reader: GazetteReader { GazetteReader(maximumByteCount: maxBytes, recognisesImages: ocr) }
    var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// What went wrong with a file, as `--errors ndjson` prints it.
struct FileProblem: Encodable {
    var path: String
    /// The line, and the offset of the byte, where they are to blame.
    var place: Place?
    /// What kind of fault it is: `malformed`, `passedOver`.
    var code: String
    var message: String

    struct Place: Encodable {
        var line: Int?
        var byteOffset: Int?
        var page: Int?
    }

    init(path: String, place: Place? = nil, code: String, message: String) {
        self.path = path
        self.place = place
        self.code = code
        self.message = message
    }

    /// What a thrown error says.
    init(_ error: any Error, path: String) {
        guard let error = error as? IngestError else {
            let code = error is DecodingError ? "malformed" : "unreadable"
            self.init(path: path, code: code, message: Reading.text(of: error, path: path))
            return
        }
        let hasPlace = error.line != nil || error.byteOffset != nil
        self.init(
            path: path, place: hasPlace ? Place(line: error.line, byteOffset: error.byteOffset) : nil,
            code: error.code.name, message: error.reason)
    }

    /// Prints it to standard error.
    func complain(_ format: ReadingOptions.ErrorFormat) {
        switch format {
        case .text: Terminal.complain(code == "passedOver" ? message : "error: \(text)")
        case .ndjson: Terminal.complain((try? OutputOptions.json(self, pretty: false)) ?? message)
        }
    }

    /// For a person.
    private var text: String {
        guard !message.hasPrefix(path) else { return message }
        var text = path
        if let line = place?.line { text += ":\(line)" }
        if let offset = place?.byteOffset { text += " (byte \(offset))" }
        return "\(text): \(message)"
    }
}

extension PassedOver {
    /// Tells what was passed over: in one line for a person, a line a file for a program.
    func complain(_ format: ReadingOptions.ErrorFormat) {
        guard count > 0 else { return }
        switch format {
        case .text:
            FileProblem(path: "", code: "passedOver", message: "passed over: \(summary)").complain(format)
        case .ndjson:
            for file in files {
                FileProblem(path: file.path, code: "passedOver", message: file.reason.sentence).complain(format)
            }
        }
    }
}

extension GazetteRecord {
    /// Whether pages or parts of the file could not be read.
    var isPartial: Bool { findings.contains { $0.code == "page-unread" || $0.code == "part-unread" } }
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
        if let bundle = file.bundle {
            let archive = try Data(contentsOf: URL(filePath: bundle.path), options: .mappedIfSafe)
            guard let files = FileBundle([UInt8](archive), path: bundle.path) else {
                throw IngestError(.unreadable, path: file.path, reason: "the archive around it can't be read")
            }
            return Extractor.extract(try reader.read(try files.read(bundle.name), path: file.path))
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
