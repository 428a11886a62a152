import Extract

/// One searched unit of text: what a provision holds by itself, or an element of the document that stands outside its
/// provisions.
///
/// A match never goes beyond it.
struct Passage: Equatable {
    var type: PassageType
    /// The id of the provision; nil outside the provisions.
    var provision: String?
    /// The labels and headings of the provisions above, outermost first.
    var path: [String]
    var label: String?
    var number: Int?
    /// Label, heading and text.
    var text: String
    /// How many scalars at its beginning are title, heading or label.
    var emphasis = 0
    var span: SpanRecord

    /// All passages of a document, in reading order.
    static func all(of document: DocumentRecord) -> [Passage] {
        var passages: [Passage] = []
        for element in document.elements {
            passages.append(
                Passage(
                    type: PassageType(element.element), path: [], text: element.text,
                    emphasis: element.element == .title ? element.text.unicodeScalars.count : 0, span: element.span))
        }
        for provision in document.provisions { append(provision, path: [], to: &passages) }
        for table in document.tables where !hasText(of: table, in: passages) {
            let rows = [[table.caption, table.measure].compactMap(\.self), table.header] + table.rows
            let text = rows.filter { !$0.isEmpty }.map { $0.joined(separator: " | ") }.joined(separator: "\n| ")
            passages.append(Passage(type: .table, path: [], text: text, span: table.span))
        }
        for index in passages.indices {
            // SQLite ends a text at a NUL.
            passages[index].text.unicodeScalars.removeAll { $0.value == 0 }
        }
        return passages.filter { !$0.text.isEmpty }
    }

    private static func append(_ provision: Provision, path: [String], to passages: inout [Passage]) {
        let text = [provision.label, provision.heading, provision.text].compactMap(\.self).filter { !$0.isEmpty }
        let emphasized = [provision.label, provision.heading].compactMap(\.self).filter { !$0.isEmpty }
        passages.append(
            Passage(
                type: PassageType(provision.level), provision: provision.id, path: path, label: provision.label,
                number: provision.number, text: text.joined(separator: " "),
                emphasis: emphasized.joined(separator: " ").unicodeScalars.count, span: provision.span))
        let name = provision.displayName
        for child in provision.children { append(child, path: path + (name.isEmpty ? [] : [name]), to: &passages) }
    }

    /// Whether a provision holds the table's text already.
    private static func hasText(of table: TableRecord, in passages: [Passage]) -> Bool {
        passages.contains { passage in
            passage.type == .table && passage.span.start.line <= table.span.end.line
                && table.span.start.line <= passage.span.end.line
        }
    }
}

extension PassageType {
    init(_ element: ElementRecord.Kind) {
        self =
            switch element {
            case .number: .number
            case .title: .title
            case .byline: .byline
            case .recipients: .recipients
            case .signature: .signature
            case .date: .date
            case .adoption: .adoption
            case .annotation: .annotation
            case .cc: .cc
            case .printing: .printing
            }
    }

    init(_ level: Provision.Level) {
        self =
            switch level {
            case .part: .part
            case .chapter: .chapter
            case .section: .section
            case .article: .article
            case .heading: .heading
            case .paragraph: .paragraph
            case .item: .item
            case .subitem: .subitem
            case .table: .table
            }
    }
}

/// Finds the passage at which a record stands.
struct PassageLocator {
    private var byProvision: [String: Int64] = [:]
    private var spans: [(span: SpanRecord, id: Int64)] = []

    mutating func add(_ passage: Passage, id: Int64) {
        guard let provision = passage.provision else { return }
        byProvision[provision] = id
        spans.append((passage.span, id))
    }

    /// The passage of the provision that the record names; else the innermost around its place.
    func passage(provision: String?, span: SpanRecord) -> Int64? {
        if let provision, let id = byProvision[provision] { return id }
        return spans.last { Self.contains($0.span, span.start) }?.id
    }

    private static func contains(_ span: SpanRecord, _ place: PlaceRecord) -> Bool {
        (span.start.line, span.start.column) <= (place.line, place.column)
            && (place.line, place.column) <= (span.end.line, span.end.column)
    }
}
