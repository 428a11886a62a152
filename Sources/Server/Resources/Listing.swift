import Extract
import Index

/// A list, with what it is drawn from.
struct Listing<Item: Encodable>: Encodable {
    /// How many there are in all.
    var total: Int
    var items: [Item]
    /// The cursor of the next page; nil on the last.
    var next: String?
    var coverage: Coverage

    /// A page of a list that is known whole.
    ///
    /// - Throws: ``Problem`` where the cursor is of another state of the archive.
    init<Source>(
        _ all: [Source], for inquiry: Inquiry, _ ledger: Ledger, _ item: (Source) throws -> Item
    ) throws {
        var start = 0
        if let cursor = inquiry.text("after") {
            let parts = cursor.split(separator: "-").map { Int($0) }
            guard parts.count == 2, let generation = parts[0], let position = parts[1], position >= 0 else {
                throw Problem.bad("after", "it was not given by this service")
            }
            guard generation == Int(ledger.generation) else {
                throw Problem.bad("after", "the archive has changed since it was given; ask anew")
            }
            start = position
        }
        total = all.count
        let page = all.dropFirst(start).prefix(inquiry.limit)
        items = try page.map(item)
        next = start + page.count < all.count && !page.isEmpty ? "\(ledger.generation)-\(start + page.count)" : nil
        coverage = ledger.coverage
    }

    init(total: Int, items: [Item], next: String?, coverage: Coverage) {
        self.total = total
        self.items = items
        self.next = next
        self.coverage = coverage
    }
}

/// A record with its document and passage.
struct RecordEntry<Record: Encodable>: Encodable {
    var document: DocumentEntry
    var record: Record
    /// The passage as printed.
    var text: String?
    /// The labels and headings above it, outermost first.
    var path: [String]
    var label: String?
    var task: TaskRecord?
    /// Where it is read.
    var url: String

    init(document: DocumentEntry, record: Record, text: String?, path: [String], label: String?, provision: String?) {
        self.document = document
        self.record = record
        self.text = text
        self.path = path
        self.label = label
        url = provision.map { document.address.at($0).text } ?? document.url
    }
}
