import Ingest

/// Extracts the records of one document.
struct DocumentExtractor {
    let document: Document
    let issue: Issue
    private(set) var record: DocumentRecord
    private(set) var findings: [Finding] = []
    private let tree: ProvisionTree

    init(_ document: Document, id: String, issue: Issue) {
        self.document = document
        self.issue = issue
        tree = ProvisionTree(document, id: id)
        let span = document.span.map(SpanRecord.init) ?? SpanRecord(start: PlaceRecord(line: 1, column: 1), end: PlaceRecord(line: 1, column: 1))
        record = DocumentRecord(id: id, title: document.title.scalars.tidied.string, span: span)
    }

    mutating func extract() {
        if let number = document.number?.value {
            record.number = NumberRecord(
                text: number.text, agency: number.agency, year: number.year, serial: number.serial)
        }
        MetadataReader(document: document).fill(&record)
        record.provisions = tree.roots
        record.tables = TableBuilder.tables(of: document)
        extractTasks()
    }

    private mutating func extractTasks() {
        let finder = StatementFinder(places: PlaceNames.places(of: record))
        let builder = TaskBuilder(passages: tree.passages, finder: finder, documentID: record.id)
        record.tasks = builder.found.map(\.task)
        findings += builder.findings
    }
}

/// The names of the place that a document's issuers carry: 沈阳 of 沈阳市人民政府.
enum PlaceNames {
    static func places(of record: DocumentRecord) -> [String] {
        var places: [String] = []
        for issuer in record.issuers + [record.printer ?? "", record.title] {
            let name = Array(issuer.unicodeScalars)
            guard let end = name.firstIndex(where: { "市省县区州盟".unicodeScalars.contains($0) }), (2...5).contains(end) else { continue }
            let place = name[..<end]
            guard place.allSatisfy(\.isHan), !place.begins(with: "中共"), !place.begins(with: "国务"), !place.begins(with: "关于") else {
                continue
            }
            if !places.contains(place.string) { places.append(place.string) }
        }
        return places
    }
}
