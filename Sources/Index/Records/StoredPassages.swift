import Extract
import GRDB

/// The passages of one stored document: what is known of them, and their texts, read as they are asked for.
final class StoredPassages {
    let first: Int64
    let entries: [PassageTable.Entry]
    private let table: PassageTable
    private let record: StoredRecord

    /// - Parameter first: The id of the document's first passage.
    init(of document: Int64, first: Int64, in db: Database) throws {
        self.first = first
        let statement = try db.cachedStatement(sql: "SELECT passages FROM passages WHERE document = ?")
        table = PassageTable(try Row.fetchOne(statement, arguments: [document])?.bytes(0) ?? [])
        entries = table.entries
        record = StoredRecord(document, in: db)
    }

    /// Reads the texts of all passages, in order.
    func forEach(_ body: (_ id: Int64, PassageContent) throws -> Void) throws {
        let json = try record.all()
        for (number, entry) in entries.enumerated() {
            guard entry.end <= json.count, entry.start <= entry.head, entry.head < entry.end else {
                throw ArchiveError(.database, cause: "a passage lies outside of its record")
            }
            let content =
                switch origin(of: entry) {
                case .element: PassageContent(elementAt: entry.start, in: json)
                case .provision: PassageContent(provisionAt: entry.head, in: json)
                case .table: PassageContent(tableAt: entry.start, in: json)
                }
            try body(first + Int64(number), content)
        }
    }

    private enum Origin { case element, provision, table }

    /// A table that is no provision is wholly its own head, as elements are.
    private func origin(of entry: PassageTable.Entry) -> Origin {
        if entry.head > entry.start { return .provision }
        return entry.type == .table ? .table : .element
    }

    /// The passage with a number, read from the parts of the record in which it stands.
    func content(of number: Int) throws -> PassageContent {
        let entry = entries[number]
        let bytes = try record.bytes(entry.head..<entry.end)
        switch origin(of: entry) {
        case .element: return PassageContent(elementAt: 0, in: bytes)
        case .provision: return PassageContent(provisionAt: 0, in: bytes)
        case .table: return PassageContent(tableAt: 0, in: bytes)
        }
    }

    /// The labels and headings above a passage, outermost first.
    func path(of number: Int) throws -> [String] {
        var path: [String] = []
        var next = entries[number].parent
        while let parent = next {
            let content = try content(of: parent)
            let name = Provision.displayName(label: content.label, heading: content.heading)
            if !name.isEmpty { path.append(name) }
            next = entries[parent].parent
        }
        return path.reversed()
    }

    /// The JSON of a provision with all below it.
    func json(of number: Int) throws -> [UInt8] { try record.bytes(entries[number].start..<entries[number].end) }
}
