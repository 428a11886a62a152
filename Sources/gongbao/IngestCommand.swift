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
        case read(ArchiveFeeder.Item)
    }

    func run() throws {
        let archive = try target.open(.readWrite)
        let progress = IngestProgress(errors: reading.errors)
        let inputs = Inputs(paths, archive: target.directory) { progress.fail($0) }
        let files = inputs.files
        progress.start(total: files.count)
        let interruption = Interruption()
        let reader = reading.reader
        let again = again
        let feeder = ArchiveFeeder(archive) { item, outcome in progress.count(item, outcome) }
        try Batch.run(files, jobs: reading.jobCount) { file in
            Self.read(file, reader, again: again, archive)
        } take: { file, outcome in
            progress.show(file.path)
            switch outcome {
            case .unchanged: progress.countUnchanged()
            case .read(let item): try feeder.take(item)
            }
            return !interruption.wasAsked
        }
        try note(inputs.passedOver, in: archive)
        try feeder.finish()
        inputs.passedOver.complain(reading.errors)
        progress.finish(wasStopped: interruption.wasAsked, passedOver: inputs.passedOver)
        let isPartial = inputs.passedOver.isNotable || progress.hasPartial
        if progress.hasFailures || interruption.wasAsked || reading.strict && isPartial { throw Status.failure }
    }

    /// Reads a file and makes it ready to be stored.
    private static func read(_ file: InputFile, _ reader: GazetteReader, again: Bool, _ archive: Archive) -> Outcome {
        let stamp = file.stamp
        if !again, !file.isStandardInput, let known = try? archive.manifestEntry(for: file.path),
            known.outcome != .failed, known.outcome != .passedOver,
            known.size == stamp.size, known.modified == stamp.modified, known.reader == Build.stamp
        {
            return .unchanged
        }
        let entry = ManifestEntry(
            path: file.absolutePath, sha256: nil, size: stamp.size, modified: stamp.modified, reader: Build.stamp,
            outcome: .failed)
        var item = ArchiveFeeder.Item(
            path: file.absolutePath, failure: nil, file: IngestFile(nil, file.isStandardInput ? nil : entry),
            size: stamp.size)
        do {
            var record = try Reading.record(of: file, reader)
            record.source.path =
                file.isStandardInput ? "stdin-\(record.source.sha256.prefix(16))" : file.absolutePath
            item.file.record = try Archive.prepare(record)
            item.isPartial = record.isPartial
            item.path = record.source.path
        } catch {
            item.failure = FileProblem(error, path: file.path)
            item.file.entry?.reason = Reading.text(of: error, path: file.path)
        }
        return .read(item)
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
