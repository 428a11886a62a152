import Extract

/// One searched unit of text: what a provision holds by itself, or an element of the document that stands outside its
/// provisions.
///
/// A match never goes beyond it.
struct Passage: Equatable {
    /// Which part of the record it is made of, by its number in reading order.
    enum Origin: Equatable { case element(Int), provision(Int), table(Int) }

    var type: PassageType
    var origin: Origin
    /// The number of the passage of the provision above, among the passages of the document.
    var parent: Int?
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
        for (number, element) in document.elements.enumerated() {
            passages.append(
                Passage(
                    type: PassageType(element.element), origin: .element(number), path: [], text: element.text,
                    emphasis: element.element == .title ? element.text.unicodeScalars.count : 0, span: element.span))
        }
        var number = 0
        for provision in document.provisions { append(provision, path: [], number: &number, to: &passages) }
        for (number, table) in document.tables.enumerated() where !hasText(of: table, in: passages) {
            let text = text(caption: table.caption, measure: table.measure, header: table.header, rows: table.rows)
            passages.append(Passage(type: .table, origin: .table(number), path: [], text: text, span: table.span))
        }
        for index in passages.indices { passages[index].text = cleaned(passages[index].text) }
        return withoutEmpty(passages)
    }

    /// The parts that there are, a blank between them.
    static func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// How many scalars at the beginning of a provision's text are its label and heading.
    ///
    /// What a heading says in brackets at its end of who is responsible is none of it: （责任单位：市科技局）.
    static func emphasis(label: String?, heading: String?) -> Int {
        let heading = heading.map { heading in
            let core = heading.hasSuffix("。") ? heading.dropLast() : heading[...]
            guard let last = core.last, "）)".contains(last), let start = core.lastIndex(where: { "（(".contains($0) }),
                roleWords.contains(where: core[start...].contains)
            else { return heading }
            return String(heading[..<start])
        }
        return joined([label, heading]).unicodeScalars.count
    }

    private static let roleWords = ["牵头", "负责", "责任", "主责", "配合", "落实"]

    /// A text without NUL, at which C ends it.
    static func cleaned(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0 }))
    }

    /// A table as a text: a row a line.
    static func text(caption: String?, measure: String?, header: [String], rows: [[String]]) -> String {
        let all = [[caption, measure].compactMap(\.self), header] + rows
        return all.filter { !$0.isEmpty }.map { $0.joined(separator: " | ") }.joined(separator: "\n| ")
    }

    private static func append(
        _ provision: Provision, path: [String], number: inout Int, parent: Int? = nil, to passages: inout [Passage]
    ) {
        let place = passages.count
        passages.append(
            Passage(
                type: PassageType(provision.level), origin: .provision(number), parent: parent,
                provision: provision.id, path: path, label: provision.label, number: provision.number,
                text: joined([provision.label, provision.heading, provision.text]),
                emphasis: emphasis(label: provision.label, heading: provision.heading), span: provision.span))
        number += 1
        let name = provision.displayName
        for child in provision.children {
            append(child, path: path + (name.isEmpty ? [] : [name]), number: &number, parent: place, to: &passages)
        }
    }

    /// Takes out the passages without text, so that those below one stand under the next above.
    private static func withoutEmpty(_ passages: [Passage]) -> [Passage] {
        guard passages.contains(where: \.text.isEmpty) else { return passages }
        var places: [Int?] = []
        var result: [Passage] = []
        for var passage in passages {
            passage.parent = passage.parent.flatMap { places[$0] }
            places.append(passage.text.isEmpty ? passage.parent : result.count)
            if !passage.text.isEmpty { result.append(passage) }
        }
        return result
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
    private var byProvision: [String: Int] = [:]
    private var spans: [(span: SpanRecord, number: Int)] = []

    /// - Parameter passages: Those of a document.
    init(_ passages: [Passage]) {
        for (number, passage) in passages.enumerated() {
            guard let provision = passage.provision else { continue }
            byProvision[provision] = number
            spans.append((passage.span, number))
        }
    }

    /// The number of the passage of the provision that the record names; else of the innermost around its place.
    func passage(provision: String?, span: SpanRecord) -> Int? {
        if let provision, let number = byProvision[provision] { return number }
        return spans.last { Self.contains($0.span, span.start) }?.number
    }

    private static func contains(_ span: SpanRecord, _ place: PlaceRecord) -> Bool {
        (span.start.line, span.start.column) <= (place.line, place.column)
            && (place.line, place.column) <= (span.end.line, span.end.column)
    }
}
