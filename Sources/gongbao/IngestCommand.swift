import ArgumentParser
import Extract
import Foundation
import Index
import Ingest

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Reads files into the archive.",
        discussion: """
            Folders are read with all that is below them; - is standard input. A file that can't be read never stops the \
            rest. A run that was cut short is taken up by the same command: files that are stored and have not changed are \
            not read again.

            Example: gongbao ingest corpus --archive archive
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input.") var paths: [String]
    @Flag(help: "Read files again that have not changed.") var again = false
    @OptionGroup var target: ArchiveOptions
    @OptionGroup var reading: ReadingOptions

    /// What reading one file gave.
    private enum Outcome: Sendable {
        case unchanged
        case record(GazetteRecord)
        case failure(FileProblem, String)
    }

    func run() throws {
        let archive = try target.open(.readWrite)
        var progress = IngestProgress()
        let inputs = Inputs(paths, archive: target.directory) { progress.fail($0, reading.errors) }
        let files = inputs.files
        progress.total = files.count
        let interruption = Interruption()
        let reader = reading.reader
        let again = again
        try Batch.run(files, jobs: reading.jobCount) { file in
            Self.read(file, reader, again: again, archive)
        } take: { file, outcome in
            progress.show(file.path)
            try store(outcome, of: file, in: archive, &progress)
            return !interruption.wasAsked
        }
        try note(inputs.passedOver, in: archive)
        try archive.commit()
        inputs.passedOver.complain(reading.errors)
        progress.finish(wasStopped: interruption.wasAsked, passedOver: inputs.passedOver)
        let isPartial = inputs.passedOver.isNotable || progress.hasPartial
        if progress.failures > 0 || interruption.wasAsked || reading.strict && isPartial { throw Status.failure }
    }

    private static func read(_ file: InputFile, _ reader: GazetteReader, again: Bool, _ archive: Archive) -> Outcome {
        let stamp = file.stamp
        if !again, !file.isStandardInput, let known = try? archive.manifestEntry(for: file.path),
            known.outcome != .failed, known.outcome != .passedOver,
            known.size == stamp.size, known.modified == stamp.modified, known.reader == Build.stamp
        {
            return .unchanged
        }
        do {
            var record = try Reading.record(of: file, reader)
            record.source.path =
                file.isStandardInput ? "stdin-\(record.source.sha256.prefix(16))" : file.absolutePath
            return .record(record)
        } catch {
            return .failure(FileProblem(error, path: file.path), Reading.text(of: error, path: file.path))
        }
    }

    /// Notes the files of folders that were passed over, so that `sources` lists them.
    private func note(_ passedOver: PassedOver, in archive: Archive) throws {
        for file in passedOver.files {
            if case .kind = file.reason {
                let input = InputFile(path: file.path)
                let stamp = input.stamp
                try archive.note(
                    ManifestEntry(
                        path: input.absolutePath, sha256: nil, size: stamp.size, modified: stamp.modified,
                        reader: Build.stamp, outcome: .passedOver, reason: file.reason.sentence))
            }
        }
    }

    private func store(
        _ outcome: Outcome, of file: InputFile, in archive: Archive, _ progress: inout IngestProgress
    ) throws {
        let stamp = file.stamp
        var entry = ManifestEntry(
            path: file.absolutePath, sha256: nil, size: stamp.size, modified: stamp.modified, reader: Build.stamp,
            outcome: .stored)
        switch outcome {
        case .unchanged:
            progress.count(file.absolutePath, nil, .unchanged)
            return
        case .failure(let problem, let message):
            progress.fail(problem, reading.errors)
            entry.outcome = .failed
            entry.reason = message
        case .record(let record):
            // What fails here, as a full disk does, fails for all files alike.
            let result = try archive.add(record)
            progress.count(record.source.path, record, result)
            entry.sha256 = record.source.sha256
            entry.documents = record.documents.count
            if case .duplicate(let path) = result {
                entry.outcome = .duplicate
                entry.reason = path
            }
        }
        if !file.isStandardInput { try archive.note(entry) }
    }
}

/// Which build of the program this is: another one may read the same file otherwise.
enum Build {
    static let stamp: String = {
        let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
        let values = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (values?[.size] as? Int) ?? 0
        let modified = (values?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(size)-\(Int(modified))"
    }()
}
