import GRDB

/// The tables of `records.sqlite`.
///
/// Records are kept whole as JSON; what commands filter by stands in columns beside it. Columns that end in `_key` hold the
/// folded form of a text. A `checksum` is that of the record beside it, see ``RecordChecksum``.
enum Schema {
    /// Highlights a database as an archive ("GBAO").
    static let applicationID = 0x4742_414F
    /// Raise it with every change of the tables.
    static let version = 2

    /// Drops the tables and makes them anew, empty.
    ///
    /// Ids go on from where they were, since an index may know the old ones.
    static func remake(_ db: Database, generation: Int64) throws {
        let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'passages'") ?? 0
        let tables = [
            "state", "definitions", "duties", "events", "citations", "targets", "deadlines", "assignments", "tasks",
            "removed", "passages", "issuers",
            "documents", "sources",
        ]
        for table in tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
        try create(db)
        try db.execute(sql: "UPDATE state SET generation = \(generation + 1)")
        guard last > 0 else { return }
        try db.execute(sql: "INSERT INTO sqlite_sequence (name, seq) VALUES ('passages', \(last))")
        try db.execute(sql: "INSERT INTO removed VALUES (1, \(last), \(generation + 1))")
    }

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(version);
                CREATE TABLE state (generation INTEGER NOT NULL);
                INSERT INTO state VALUES (0);
                CREATE TABLE sources (
                    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE,
                    envelope BLOB NOT NULL, checksum INTEGER NOT NULL, generation INTEGER NOT NULL);
                CREATE TABLE documents (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
                    name TEXT NOT NULL, name_key TEXT NOT NULL, number TEXT, number_key TEXT,
                    title TEXT NOT NULL, title_key TEXT NOT NULL, kind TEXT, kind_key TEXT, issuers TEXT NOT NULL,
                    year INTEGER, signed TEXT, effective TEXT, expires TEXT, line INTEGER NOT NULL, record BLOB NOT NULL,
                    checksum INTEGER NOT NULL);
                CREATE INDEX documents_source ON documents (source);
                CREATE INDEX documents_number ON documents (number_key);
                CREATE INDEX documents_name ON documents (name_key);
                CREATE TABLE issuers (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, name TEXT NOT NULL, key TEXT NOT NULL);
                CREATE INDEX issuers_document ON issuers (document);
                CREATE TABLE passages (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
                    type TEXT NOT NULL, provision TEXT, path TEXT NOT NULL, label TEXT, label_key TEXT, number INTEGER,
                    text TEXT NOT NULL, emphasis INTEGER NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL);
                CREATE INDEX passages_document ON passages (document);
                CREATE INDEX passages_type ON passages (type);
                CREATE INDEX passages_label ON passages (label_key);
                CREATE TABLE removed (first INTEGER NOT NULL, last INTEGER NOT NULL, generation INTEGER NOT NULL);
                CREATE TABLE tasks (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
                    passage INTEGER, name TEXT NOT NULL, label_key TEXT, text_key TEXT NOT NULL, path_key TEXT NOT NULL,
                    record BLOB NOT NULL);
                CREATE INDEX tasks_document ON tasks (document);
                CREATE TABLE assignments (
                    task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE, passage INTEGER,
                    unit TEXT NOT NULL, unit_key TEXT NOT NULL, role TEXT NOT NULL);
                CREATE INDEX assignments_task ON assignments (task);
                CREATE INDEX assignments_unit ON assignments (unit_key, role);
                CREATE INDEX assignments_passage ON assignments (passage);
                CREATE TABLE deadlines (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    kind TEXT NOT NULL, date TEXT, task TEXT, record BLOB NOT NULL);
                CREATE INDEX deadlines_document ON deadlines (document);
                CREATE INDEX deadlines_passage ON deadlines (passage);
                CREATE INDEX deadlines_date ON deadlines (date);
                CREATE TABLE targets (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    indicator TEXT NOT NULL, indicator_key TEXT NOT NULL, value REAL, year INTEGER,
                    record BLOB NOT NULL);
                CREATE INDEX targets_document ON targets (document);
                CREATE TABLE citations (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    number_key TEXT, title_key TEXT, relation TEXT NOT NULL, record BLOB NOT NULL);
                CREATE INDEX citations_document ON citations (document);
                CREATE INDEX citations_number ON citations (number_key);
                CREATE TABLE definitions (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    term_key TEXT NOT NULL, record BLOB NOT NULL);
                CREATE INDEX definitions_document ON definitions (document);
                CREATE TABLE duties (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    person_key TEXT NOT NULL, units_key TEXT NOT NULL, record BLOB NOT NULL);
                CREATE INDEX duties_document ON duties (document);
                CREATE TABLE events (
                    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, passage INTEGER,
                    date TEXT, "end" TEXT, text_key TEXT NOT NULL, record BLOB NOT NULL);
                CREATE INDEX events_document ON events (document);
                CREATE INDEX events_date ON events (date);
                """)
    }
}
