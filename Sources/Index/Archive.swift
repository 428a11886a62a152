public import Extract
public import Foundation
import GRDB

/// An archive on disk: the records, and the full-text index made from them.
///
/// ```swift
/// let archive = try Archive.open(URL(filePath: "archive"), mode: .readWrite)
/// try archive.add(record)
/// try archive.commit()
/// let results = try archive.search("lead:科技局 以旧换新")
/// ```
///
/// An archive can be used from many threads. One process at a time may have it open for writing; any number may read.
public final class Archive: Sendable {
    /// What an archive is opened for.
    public enum Mode: Sendable {
        /// The archive must exist.
        case readOnly
        /// The archive is made where there is nothing, and no one else can write until this one is gone.
        case readWrite
    }

    /// The directory of the archive.
    public let directory: URL
    let store: RecordStore
    let normalizer: Normalizer
    let index: SearcherManager
    let isWritable: Bool

    private init(directory: URL, store: RecordStore, index: SearcherManager, isWritable: Bool) throws(ArchiveError) {
        self.directory = directory
        self.store = store
        self.index = index
        self.isWritable = isWritable
        normalizer = try Normalizer.shared()
    }

    /// Opens an archive.
    ///
    /// An index that is missing, damaged or behind the records is made good.
    ///
    /// - Throws: ``ArchiveError``: `notFound` and `notAnArchive` say that there is none, `locked` that another process writes.
    public static func open(_ directory: URL, mode: Mode) throws(ArchiveError) -> Archive {
        try open(directory, mode: mode, files: SystemFiles())
    }

    /// - Parameter files: What is done to the files of the index.
    static func open(_ directory: URL, mode: Mode, files: any FileOperations) throws(ArchiveError) -> Archive {
        let path = directory.path(percentEncoded: false)
        let database = directory.appending(path: "records.sqlite")
        let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
        let isThere = FileManager.default.fileExists(atPath: path)
        if isThere, contents == nil { throw ArchiveError(.notAnArchive, path: path) }
        if mode == .readOnly, !isThere { throw ArchiveError(.notFound, path: path) }
        let isArchive = contents?.contains(database.lastPathComponent) ?? false
        if !isArchive {
            let foreign = (contents ?? []).filter { $0 != lockName && !$0.hasPrefix(RecordStore.unfinished) }
            guard mode == .readWrite, foreign.isEmpty else { throw ArchiveError(.notAnArchive, path: path) }
            do {
                try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            } catch {
                throw ArchiveError(.file, path: path, cause: error.localizedDescription)
            }
        }
        let lockURL = directory.appending(path: lockName)
        let lock = mode == .readWrite ? try FileLock(at: lockURL) : nil
        let store = try RecordStore(at: database, create: mode == .readWrite, readOnly: mode == .readOnly)
        let index = SearcherManager(
            directory: IndexDirectory(url: directory.appending(path: "index"), files: files), store: store,
            lockURL: lockURL,
            lock: lock)
        if mode == .readWrite { try index.commit() } else { _ = try index.current() }
        return try Archive(directory: directory, store: store, index: index, isWritable: mode == .readWrite)
    }

    /// Waits until segments are joined that are being joined: a writer leaves its index in order.
    deinit { index.finishMerging() }

    private static let lockName = "write.lock"

    // MARK: Writing

    /// Makes all that was added searchable.
    ///
    /// What isn't committed is caught up when the archive is opened next.
    ///
    /// - Parameter isLast: Whether no other commit comes soon; else segments are joined only where there are many.
    public func commit(isLast: Bool = true) throws(ArchiveError) {
        guard isWritable else { throw ArchiveError(.readOnly, path: directory.path(percentEncoded: false)) }
        try index.commit(joining: isLast ? 2 : 6)
    }

    /// Makes all that is looked up by anew from the records; searches go on with the state before until it is done.
    ///
    /// - Throws: ``ArchiveError`` with `database` where a record is damaged: then nothing is changed.
    public func remake() throws(ArchiveError) {
        guard isWritable else { throw ArchiveError(.readOnly, path: directory.path(percentEncoded: false)) }
        try store.remake()
        try commit()
    }

    // MARK: Reading

    /// Names that begin with a text, or hold it: the commonest first.
    public func suggestions(_ text: String, of kind: SuggestionKind, limit: Int = 10) throws(ArchiveError)
        -> [FacetCount]
    {
        try store.read { try Suggester(db: $0, normalizer: normalizer).completions(of: text, kind: kind, limit: limit) }
    }

    /// Names in the archive that look like one that it doesn't have, the likest first.
    public func namesLike(_ text: String, of kind: SuggestionKind, limit: Int = 3) throws(ArchiveError) -> [String] {
        try store.read { try Suggester(db: $0, normalizer: normalizer).names(like: text, kind: kind, limit: limit) }
    }

    /// How many sources are stored that can't be found yet, since another process has not committed them.
    public func waitingSources() throws(ArchiveError) -> Int {
        try store.sources(after: try index.current().manifest.generation)
    }

    /// The documents that fit a filter, by file and place.
    public func documents(_ filter: DocumentFilter = DocumentFilter()) throws(ArchiveError) -> [DocumentSummary] {
        try listed(filter).documents
    }

    /// A page of the documents that fit a filter, and how many fit at all.
    public func listed(
        _ filter: DocumentFilter
    ) throws(ArchiveError) -> (documents: [DocumentSummary], total: Int) {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).documents(filter) }
    }

    /// The documents that a reference means, by file and place.
    ///
    /// - Parameters:
    ///   - reference: A number in any brackets, an id, a title, a part of a title, or `file:line`; the first of these
    ///     ways that finds any is taken. The same number in two sources gives both.
    ///   - limit: How many to give at most.
    public func documents(
        matching reference: String, limit: Int = .max
    ) throws(ArchiveError) -> [StoredDocument] {
        try store.read { db in
            let reader = RecordReader(db: db, normalizer: normalizer)
            return try reader.documents(matching: reference, limit: limit).documents.compactMap { found in
                try reader.document(key: found.key).map { StoredDocument(summary: found.summary, record: $0) }
            }
        }
    }

    /// What ``documents(matching:limit:)`` finds, without the records, and how many there are without the limit.
    public func summaries(
        matching reference: String, limit: Int = .max
    ) throws(ArchiveError) -> (documents: [DocumentSummary], total: Int) {
        try store.read { db in
            let found = try RecordReader(db: db, normalizer: normalizer).documents(matching: reference, limit: limit)
            return (found.documents.map(\.summary), found.total)
        }
    }

    /// The tasks that fit a filter: those of the very unit asked for first, then by file and place.
    public func tasks(_ filter: TaskFilter = TaskFilter()) throws(ArchiveError) -> [TaskHit] {
        try listed(filter).tasks
    }

    /// A page of the tasks that fit a filter, and how many fit at all.
    public func listed(_ filter: TaskFilter) throws(ArchiveError) -> (tasks: [TaskHit], total: Int) {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).tasks(filter) }
    }

    /// The time limits that fit a filter, by file and place.
    public func deadlines(_ filter: RecordFilter) throws(ArchiveError) -> [RecordHit<DeadlineRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).deadlines(filter) }
    }

    /// The targets that fit a filter, by file and place.
    public func targets(_ filter: RecordFilter) throws(ArchiveError) -> [RecordHit<TargetRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).targets(filter) }
    }

    /// The definitions that fit a filter, by file and place.
    public func definitions(_ filter: RecordFilter) throws(ArchiveError) -> [RecordHit<DefinitionRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).definitions(filter) }
    }

    /// The duties (分工) that fit a filter, by file and place.
    public func duties(_ filter: RecordFilter) throws(ArchiveError) -> [RecordHit<DutyRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).duties(filter) }
    }

    /// The events (大事记) that fit a filter, by file and place.
    public func events(_ filter: RecordFilter) throws(ArchiveError) -> [RecordHit<EventRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).events(filter) }
    }

    /// The citations that fit a filter, by file and place.
    public func citations(_ filter: CitationFilter) throws(ArchiveError) -> [RecordHit<CitationRecord>] {
        try store.read { try RecordReader(db: $0, normalizer: normalizer).citations(filter) }
    }

    /// Whether a unit has a role in a task, or is in the charge of an official.
    ///
    /// - Parameter name: Its full name, or the name without the area before it.
    public func knowsUnit(_ name: String) throws(ArchiveError) -> Bool {
        try store.read { db in
            let names = try AssignmentLookup(db: db, normalizer: normalizer).unitKeys(normalizer.key(name))
            if !names.exact.isEmpty || !names.prefixed.isEmpty { return true }
            var filter = RecordFilter()
            filter.unit = name
            filter.limit = 1
            return try !RecordReader(db: db, normalizer: normalizer).duties(filter).isEmpty
        }
    }

    /// The articles (条) of one document or of all, with a label (第十二条, 第12条) or number (12) or all of them.
    public func articles(document: String? = nil, label: String? = nil) throws(ArchiveError) -> [ArticleHit] {
        try listedArticles(document: document, label: label).articles
    }

    /// A page of ``articles(document:label:)``, and how many there are at all.
    public func listedArticles(
        document: String? = nil, label: String? = nil, limit: Int = .max, offset: Int = 0
    ) throws(ArchiveError) -> (articles: [ArticleHit], total: Int) {
        try store.read {
            try RecordReader(db: $0, normalizer: normalizer).articles(
                document: document, label: label, limit: limit, offset: offset)
        }
    }

    /// Gives each source's whole record, by path, all of one state of the archive.
    ///
    /// - Parameter body: Called once for each; one record is in memory at a time.
    public func export(_ body: (GazetteRecord) throws -> Void) throws {
        try store.reading { db in
            for source in try Int64.fetchAll(db, sql: "SELECT id FROM sources ORDER BY path") {
                try body(try RecordReader.record(db, source: source))
            }
        }
    }

    /// Gives what is known of each source beside its documents, by path: coverage, contents, findings.
    ///
    /// - Parameter body: Called once for each; one is in memory at a time.
    public func envelopes(_ body: (GazetteRecord) throws -> Void) throws {
        try store.reading { db in
            let decoder = JSONDecoder()
            let rows = try String.fetchCursor(db, sql: "SELECT envelope FROM sources ORDER BY path")
            while let envelope = try rows.next() {
                try body(try decoder.decode(GazetteRecord.self, from: Data(envelope.utf8)))
            }
        }
    }
}
