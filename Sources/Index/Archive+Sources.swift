public import Extract
import GRDB

extension Archive {
    /// Counts the changes of the archive's records; two states with the same count are the same.
    public func generation() throws(ArchiveError) -> Int64 { try store.generation() }

    /// Calls a closure with the whole record of each source, by path; one record is in memory at a time.
    ///
    /// All are of
    /// one state of the archive.
    ///
    /// - Parameters:
    ///   - paths: The absolute paths of the sources wanted; all of them where nil.
    ///   - body: Gets the path by which the archive knows the file, and its record.
    /// - Throws: ``ArchiveError``, or what the closure throws.
    public func forEachSource(
        among paths: Set<String>? = nil, _ body: (_ path: String, _ record: GazetteRecord) throws -> Void
    ) throws {
        try store.reading { db in
            for source in try Row.fetchAll(db, sql: "SELECT id, path FROM sources ORDER BY path") {
                let path: String = source["path"]
                guard paths?.contains(path) ?? true else { continue }
                try body(path, try RecordReader.record(db, source: source["id"]))
            }
        }
    }
}
