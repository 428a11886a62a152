import Extract
import Index

/// One record of a document with what is known of how it came about.
struct Explanation: Encodable {
    /// A value of the document itself and the element that gave it.
    struct Value: Encodable {
        /// The key of the value in the record.
        var value: String
        var text: String
        /// The element, or `title` where the value was taken from there.
        var rule: String
        var quote: String?
        var span: SpanRecord?
    }

    var document: DocumentSummary
    /// The key of the record that is set below, such as task, citation or metadata.
    var kind: String
    /// Its position among those of its kind, from 1.
    var position: Int?
    var task: TaskRecord?
    var deadlines: [DeadlineRecord]?
    var targets: [TargetRecord]?
    var citation: CitationRecord?
    var reference: ReferenceRecord?
    var definition: DefinitionRecord?
    var validity: ValidityRecord?
    var duty: DutyRecord?
    var event: EventRecord?
    var table: TableRecord?
    var provision: Provision?
    /// The labels and headings above a provision, outermost first.
    var path: [String]?
    var metadata: [Value]?

    private init(_ kind: String, _ position: Int? = nil, of found: StoredDocument) {
        document = found.summary
        self.kind = kind
        self.position = position
    }

    /// A task with all that was read at it.
    init(task: TaskRecord, of found: StoredDocument) {
        self.init("task", of: found)
        self.task = task
        deadlines = found.record.deadlines.filter { $0.task == task.id }
        targets = found.record.targets.filter { $0.task == task.id }
    }

    /// What a path behind the document's id names: records by kind and position, a task, a provision with all at it.
    ///
    /// - Parameter path: Begins with a slash; empty for the document itself.
    static func all(at path: String, of found: StoredDocument) -> [Explanation] {
        let record = found.record
        guard !path.isEmpty else { return [metadata(of: found)] + validity(of: found) }
        if let records = records(path.dropFirst(), of: found) { return records }
        let id = record.id + path
        if let task = record.tasks.first(where: { $0.id == id }) { return [Explanation(task: task, of: found)] }
        guard let provision = provision(id, in: record.provisions, path: []) else { return [] }
        var result = [Explanation("provision", of: found)]
        result[0].provision = provision.provision
        result[0].path = provision.path
        result += record.tasks.filter { $0.provision == id }.map { Explanation(task: $0, of: found) }
        for kind in kinds {
            result += list(kind, of: found).filter { $0.place == id }
        }
        return result
    }

    /// The kinds whose records stand at provisions.
    private static let kinds = ["citation", "reference", "definition", "deadline", "target"]

    /// The provision in which the record stands.
    private var place: String? {
        citation?.provision ?? reference?.provision ?? definition?.provision ?? deadlines?.first?.provision
            ?? targets?.first?.provision
    }

    /// citation3, citations, metadata, validity; nil where a path names no records.
    private static func records(_ name: Substring, of found: StoredDocument) -> [Explanation]? {
        switch name {
        case "metadata": return [metadata(of: found)]
        case "validity": return validity(of: found)
        default: break
        }
        let word = name.prefix { $0.isLetter }
        let digits = name.dropFirst(word.count)
        let singular =
            word == "duties" ? "duty" : word.hasSuffix("s") && digits.isEmpty ? String(word.dropLast()) : String(word)
        guard kinds.contains(singular) || ["duty", "event", "table", "task"].contains(singular) else { return nil }
        let all = list(singular, of: found)
        if digits.isEmpty { return all }
        guard singular != "task", let position = Int(digits) else { return nil }
        return all.filter { $0.position == position }
    }

    /// All records of a kind, in their order.
    private static func list(_ kind: String, of found: StoredDocument) -> [Explanation] {
        let record = found.record
        func each<Record>(_ records: [Record], _ set: (inout Explanation, Record) -> Void) -> [Explanation] {
            records.enumerated().map { index, record in
                var explanation = Explanation(kind, index + 1, of: found)
                set(&explanation, record)
                return explanation
            }
        }
        switch kind {
        case "citation": return each(record.citations) { $0.citation = $1 }
        case "reference": return each(record.references) { $0.reference = $1 }
        case "definition": return each(record.definitions) { $0.definition = $1 }
        case "deadline": return each(record.deadlines) { $0.deadlines = [$1] }
        case "target": return each(record.targets) { $0.targets = [$1] }
        case "duty": return each(record.duties) { $0.duty = $1 }
        case "event": return each(record.events) { $0.event = $1 }
        case "table": return each(record.tables) { $0.table = $1 }
        default: return record.tasks.map { Explanation(task: $0, of: found) }
        }
    }

    private static func validity(of found: StoredDocument) -> [Explanation] {
        guard let validity = found.record.validity else { return [] }
        var explanation = Explanation("validity", of: found)
        explanation.validity = validity
        return [explanation]
    }

    /// The values of the document itself, each with the element that gave it.
    private static func metadata(of found: StoredDocument) -> Explanation {
        let record = found.record
        var values: [Value] = []
        func add(_ value: String, _ text: String?, _ elements: [ElementRecord.Kind]) {
            guard let text, !text.isEmpty else { return }
            let element = elements.lazy.compactMap { kind in record.elements.first { $0.element == kind } }.first
            values.append(
                Value(
                    value: value, text: text, rule: element?.element.rawValue ?? "not printed by itself",
                    quote: element?.text, span: element?.span))
        }
        add("number", record.number?.text, [.number, .title])
        add("title", record.title, [.title])
        add("kind", record.kind, [.title])
        add("issuers", record.issuers.joined(separator: "、"), [.signature, .title, .byline])
        add("recipients", record.recipients, [.recipients])
        add("signed", record.signed, [.date, .adoption, .byline, .signature])
        add("public", record.public.map { $0 ? "true" : "false" }, [.annotation])
        add("cc", record.cc, [.cc])
        add("printer", record.printer, [.printing])
        add("printed", record.printed, [.printing])
        for attachment in record.attachments {
            let root = record.provisions.first { $0.heading == attachment.title }
            values.append(
                Value(
                    value: "attachments", text: attachment.title, rule: "title of an attachment", quote: root?.heading,
                    span: root?.span))
        }
        var explanation = Explanation("metadata", of: found)
        explanation.metadata = values
        return explanation
    }

    private static func provision(
        _ id: String, in provisions: [Provision], path: [String]
    ) -> (provision: Provision, path: [String])? {
        for provision in provisions {
            if provision.id == id { return (provision, path) }
            let name = [provision.label, provision.heading].compactMap(\.self).joined(separator: " ")
            if let found = self.provision(id, in: provision.children, path: path + (name.isEmpty ? [] : [name])) {
                return found
            }
        }
        return nil
    }
}
