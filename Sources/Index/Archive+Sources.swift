public import Extract
import GRDB

extension Archive {
    /// Counts the changes of the archive's records; two states with the same count are the same.
    public func generation() throws(ArchiveError) -> Int64 { try store.generation() }

    /// Calls a closure with the whole record of each source, by path; one record is in memory at a time.
    ///
    /// - Parameters:
    ///   - paths: The absolute paths of the sources wanted; all of them where nil.
    ///   - body: Gets the path by which the archive knows the file, and its record.
    /// - Throws: ``ArchiveError``, or what the closure throws.
    public func forEachSource(
        among paths: Set<String>? = nil, _ body: (_ path: String, _ record: GazetteRecord) throws -> Void
    ) throws {
        let sources = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT id, path FROM sources ORDER BY path").map {
                (id: $0["id"] as Int64, path: $0["path"] as String)
            }
        }
        for source in sources where paths?.contains(source.path) ?? true {
            guard let record = try store.read({ try RecordStore.record($0, source: source.id) }) else { continue }
            try body(source.path, record)
        }
    }
}
