public import Foundation

extension Archive {
    /// Reads every byte of an archive's files and changes none.
    ///
    /// - Throws: ``ArchiveError`` where there is no archive. Damage is no error, but part of the report.
    public static func verify(_ directory: URL) throws(ArchiveError) -> VerificationReport {
        let path = directory.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { throw ArchiveError(.notFound, path: path) }
        let database = directory.appending(path: "records.sqlite")
        guard FileManager.default.fileExists(atPath: database.path(percentEncoded: false)) else {
            throw ArchiveError(.notAnArchive, path: path)
        }
        var verifier = ArchiveVerifier(directory: directory, normalizer: try Normalizer.shared())
        verifier.run(database)
        return verifier.report
    }
}

/// Holds the files of an archive against their checksums and against each other.
struct ArchiveVerifier {
    let directory: URL
    let normalizer: Normalizer
    var report = VerificationReport()

    init(directory: URL, normalizer: Normalizer) {
        self.directory = directory
        self.normalizer = normalizer
    }

    mutating func run(_ database: URL) {
        note(file: database)
        let store: RecordStore
        do {
            store = try RecordStore(at: database, create: false, readOnly: true)
        } catch {
            report(.records, database, message: error.cause ?? error.code.description)
            return
        }
        var records = RecordVerifier(normalizer: normalizer)
        do {
            try store.read { try records.run($0) }
        } catch {
            report(.records, database, message: error.cause ?? "\(error.code)")
        }
        (report.sources, report.documents, report.passages) = (records.sources, records.documents, records.passages)
        for problem in records.problems {
            report(problem.kind, database, place: problem.place, message: problem.message)
        }
        verifyIndex(store)
    }

    // MARK: The index

    private mutating func verifyIndex(_ store: RecordStore) {
        let index = IndexDirectory(url: directory.appending(path: "index"))
        let manifestURL = index.url.appending(path: "manifest")
        guard let data = try? Data(contentsOf: manifestURL) else {
            report.isIndexBehind = report.passages > 0
            return
        }
        note(file: manifestURL)
        guard let manifest = IndexManifest(decoding: data) else {
            report(.index, manifestURL, message: "the checksum is wrong, or another version wrote it")
            return
        }
        report.isIndexBehind = manifest.generation != (try? store.generation())
        for entry in manifest.segments {
            let url = index.url.appending(path: entry.file)
            note(file: url)
            let segment: Segment
            do {
                segment = try index.segment(entry.file)
            } catch {
                report(.index, url, message: error.cause ?? error.code.description)
                continue
            }
            let damaged = segment.file.damagedPages()
            for page in damaged {
                let start = page * SegmentFormat.pageSize
                report(
                    .index, url, place: "bytes \(start) to \(start + SegmentFormat.pageSize - 1)",
                    message: "the checksum is wrong")
            }
            guard damaged.isEmpty else { continue }
            if segment.passageCount != entry.passages {
                report(
                    .index, url, message: "\(segment.passageCount) passages where the manifest says \(entry.passages)")
            } else {
                verify(segment, entry, manifest, store, url)
            }
        }
        verifyCount(manifest, store, manifestURL)
    }

    /// Makes a segment anew, from the records where they still have its passages, and holds it against the file byte by byte: its
    /// texts, each list of postings, each bound.
    private mutating func verify(
        _ segment: Segment, _ entry: IndexManifest.Entry, _ manifest: IndexManifest, _ store: RecordStore, _ url: URL
    ) {
        do {
            let removed = try store.removed(after: manifest.generation)
            var remaking = SegmentRemaking(
                segment, removed: IndexWriter<RecordStore, IndexDirectory>.union(manifest.removed, removed))
            try remaking.run(entry.first...entry.last, store, normalizer)
            for id in remaking.strangers.prefix(10) {
                report(.index, url, place: "passage \(id)", message: "is not what the records say")
            }
            guard remaking.strangers.isEmpty else { return }
            if let offset = try remaking.firstDifference(from: url) {
                let section = segment.section(at: offset).map { "section \($0)" } ?? "head or checksums"
                report(
                    .index, url, place: "byte \(offset), \(section)",
                    message: "is not what the texts of its passages give")
            }
        } catch let error as ArchiveError {
            report(.index, url, message: error.cause ?? error.code.description)
        } catch {
            report(.index, url, message: "\(error)")
        }
    }

    /// Whether every passage of the records is in some segment.
    private mutating func verifyCount(_ manifest: IndexManifest, _ store: RecordStore, _ url: URL) {
        guard !report.isIndexBehind else { return }
        var after: Int64 = 0
        var missing = 0
        while let batch = try? store.passages(after: after, upTo: .max, limit: 10_000), let last = batch.last {
            missing += batch.count { passage in
                !manifest.segments.contains { ($0.first...$0.last).contains(passage.id) }
                    || manifest.isRemoved(passage.id)
            }
            after = last.id
        }
        if missing > 0 { report(.index, url, message: "\(missing) passages are in no segment") }
    }

    // MARK: The report

    private mutating func report(
        _ kind: VerificationReport.Problem.Kind, _ url: URL, place: String? = nil, message: String
    ) {
        report.problems.append(.init(kind: kind, file: relative(url), place: place, message: message))
    }

    private mutating func note(file url: URL) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false))
        report.files.append(.init(path: relative(url), size: (attributes?[.size] as? Int) ?? 0))
    }

    private func relative(_ url: URL) -> String {
        let base = directory.standardizedFileURL.path(percentEncoded: false)
        let path = url.standardizedFileURL.path(percentEncoded: false)
        guard path.hasPrefix(base) else { return path }
        return String(path.dropFirst(base.count).drop { $0 == "/" })
    }
}
