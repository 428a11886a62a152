import GRDB

/// The tables of `records.sqlite`.
///
/// Each record is stored once: the JSON of a document in `record_parts`, and in the tables of tasks, targets and so on where
/// in that JSON it stands, beside what commands filter by. Columns that end in `_key` hold the folded form of a text. Rows that
/// belong to a document have ids made of its own, see ``RowID``. A `checksum` is that of the record, see ``RecordChecksum``.
enum Schema {
    /// Highlights a database as an archive ("GBAO").
    static let applicationID = 0x4742_414F
    /// Raise it with every change of the tables.
    static let version = 3

    /// The tables whose rows belong to documents by their ids.
    static let ownedTables = ["record_parts"] + RecordMap.Kind.allCases.map(\.rawValue)
    static let tables =
        ["state", "sources", "manifest", "documents", "issuers", "units", "unit_uses", "passages", "removed"]
        + ownedTables

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(version);
                \(tables(of: "sources") + tables(of: "documents") + tables(of: "records"))
                """)
    }

    private static func tables(of part: String) -> String {
        switch part {
        case "sources":
            """
            CREATE TABLE state (generation INTEGER NOT NULL, next_passage INTEGER NOT NULL);
            INSERT INTO state VALUES (0, 1);
            CREATE TABLE sources (
                id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE,
                generation INTEGER NOT NULL, checksum INTEGER NOT NULL, envelope TEXT NOT NULL);
            CREATE INDEX sources_generation ON sources (generation);
            CREATE TABLE manifest (
                path TEXT PRIMARY KEY, outcome TEXT NOT NULL, documents INTEGER NOT NULL, size INTEGER NOT NULL,
                modified REAL NOT NULL, reader TEXT NOT NULL, sha256 TEXT, reason TEXT, read TEXT NOT NULL) WITHOUT ROWID;
            CREATE INDEX manifest_outcome ON manifest (outcome);
            CREATE TABLE removed (first INTEGER NOT NULL, last INTEGER NOT NULL, generation INTEGER NOT NULL);

            """
        case "documents":
            """
            CREATE TABLE documents (
                id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, name_key TEXT NOT NULL,
                number TEXT, number_key TEXT, title TEXT NOT NULL, title_key TEXT NOT NULL,
                titles TEXT NOT NULL, kind TEXT, kind_key TEXT,
                issuers TEXT NOT NULL, recipients_key TEXT, year INTEGER, signed TEXT, effective TEXT, expires TEXT,
                line INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, checksum INTEGER NOT NULL);
            CREATE INDEX documents_source ON documents (source);
            CREATE INDEX documents_first ON documents (first);
            CREATE INDEX documents_number ON documents (number_key);
            CREATE INDEX documents_name ON documents (name_key);
            CREATE INDEX documents_title ON documents (title_key);
            CREATE TABLE issuers (document INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL);
            CREATE INDEX issuers_document ON issuers (document);
            CREATE INDEX issuers_key ON issuers (key, document);
            CREATE TABLE units (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
            CREATE TABLE unit_uses (
                unit INTEGER NOT NULL, document INTEGER NOT NULL, uses INTEGER NOT NULL,
                PRIMARY KEY (unit, document)) WITHOUT ROWID;
            CREATE INDEX unit_uses_document ON unit_uses (document);
            CREATE TABLE passages (
                document INTEGER PRIMARY KEY, passages BLOB NOT NULL, assignments BLOB);

            """
        default:
            """
            CREATE TABLE record_parts (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL);
            CREATE TABLE tasks (\(record), label_key TEXT, text_key TEXT NOT NULL, path_key TEXT NOT NULL);
            CREATE INDEX tasks_label ON tasks (label_key);
            CREATE TABLE targets (
                \(record), indicator TEXT NOT NULL, indicator_key TEXT NOT NULL, value REAL, year INTEGER);
            CREATE INDEX targets_indicator ON targets (indicator_key);
            CREATE TABLE deadlines (\(record), kind TEXT NOT NULL, date TEXT, task INTEGER);
            CREATE INDEX deadlines_date ON deadlines (date);
            CREATE TABLE citations (\(record), number_key TEXT, title_key TEXT, relation TEXT NOT NULL);
            CREATE INDEX citations_number ON citations (number_key) WHERE number_key IS NOT NULL;
            CREATE INDEX citations_title ON citations (title_key) WHERE title_key IS NOT NULL;
            CREATE INDEX citations_relation ON citations (relation, number_key, title_key) WHERE relation <> 'mention';
            CREATE TABLE definitions (\(record), term_key TEXT NOT NULL);
            CREATE INDEX definitions_term ON definitions (term_key);
            CREATE TABLE duties (\(record), person_key TEXT NOT NULL, units_key TEXT NOT NULL);
            CREATE INDEX duties_person ON duties (person_key);
            CREATE TABLE events (\(record), date TEXT, "end" TEXT, text_key TEXT NOT NULL);
            CREATE INDEX events_date ON events (date);
            """
        }
    }

    /// The columns that every table of records begins with: the passage at which it stands, and its place in the JSON.
    private static let record =
        "id INTEGER PRIMARY KEY, passage INTEGER, start INTEGER NOT NULL, length INTEGER NOT NULL"
}
