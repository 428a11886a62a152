/// Where the parts of a document's record stand in its JSON.
///
/// Tables keep such places instead of the records: each is stored once.
struct RecordMap {
    /// A provision: all of it, and where it goes on behind its children, which come first.
    struct Place: Equatable {
        var start: Int
        var head: Int
        var end: Int
        /// The number of the provision above it, from 0; nil for none.
        var parent: Int?
    }

    /// The records of a kind, in the order of the document.
    enum Kind: String, CaseIterable {
        case tasks, targets, deadlines, citations, definitions, duties, events
    }

    private(set) var elements: [Range<Int>] = []
    /// In reading order.
    private(set) var provisions: [Place] = []
    private(set) var tables: [Range<Int>] = []
    private(set) var records: [Kind: [Range<Int>]] = [:]

    init(of json: [UInt8]) {
        var walker = JSONWalker(json)
        guard walker.enter("{") else { return }
        while let key = walker.nextMember() {
            if walker.isKey(key, "elements") {
                elements = Self.places(&walker)
            } else if walker.isKey(key, "tables") {
                tables = Self.places(&walker)
            } else if walker.isKey(key, "provisions") {
                addProvisions(&walker, parent: nil)
            } else if let kind = Kind(rawValue: String(decoding: json[key], as: UTF8.self)) {
                records[kind] = Self.places(&walker)
            } else {
                walker.skip()
            }
        }
    }

    func records(_ kind: Kind) -> [Range<Int>] { records[kind] ?? [] }

    private static func places(_ walker: inout JSONWalker) -> [Range<Int>] {
        guard walker.enter("[") else { return [] }
        var places: [Range<Int>] = []
        while walker.nextElement() {
            let start = walker.position
            walker.skip()
            guard walker.position > start else { break }
            places.append(start..<walker.position)
        }
        return places
    }

    private mutating func addProvisions(_ walker: inout JSONWalker, parent: Int?) {
        guard walker.enter("[") else { return }
        while walker.nextElement() {
            let start = walker.position
            let number = provisions.count
            guard walker.enter("{") else { break }
            provisions.append(Place(start: start, head: 0, end: 0, parent: parent))
            while let key = walker.nextMember() {
                if walker.isKey(key, "children") {
                    addProvisions(&walker, parent: number)
                    continue
                }
                if provisions[number].head == 0 { provisions[number].head = key.lowerBound - 1 }
                walker.skip()
            }
            provisions[number].end = walker.position
        }
    }
}

/// What a passage says, read from the record's JSON.
struct PassageContent: Equatable {
    var id: String?
    var label: String?
    var heading: String?
    var text = ""
    /// How many scalars at its beginning are title, heading or label.
    var emphasis = 0
    var line = 0
    var column = 0

    /// Reads a provision, from where it goes on behind its children.
    init(provisionAt head: Int, in json: [UInt8]) {
        var walker = JSONWalker(json, at: head)
        var own = ""
        while let key = walker.nextMember() {
            if walker.isKey(key, "heading") {
                heading = walker.text()
            } else if walker.isKey(key, "id") {
                id = walker.text()
            } else if walker.isKey(key, "label") {
                label = walker.text()
            } else if walker.isKey(key, "text") {
                own = walker.text() ?? ""
            } else if walker.isKey(key, "span") {
                readPlace(&walker)
            } else {
                walker.skip()
            }
        }
        text = Passage.cleaned(Passage.joined([label, heading, own]))
        emphasis = Passage.emphasis(label: label, heading: heading)
    }

    /// Reads an element outside the provisions.
    init(elementAt start: Int, in json: [UInt8]) {
        var walker = JSONWalker(json, at: start)
        guard walker.enter("{") else { return }
        var isTitle = false
        while let key = walker.nextMember() {
            if walker.isKey(key, "element") {
                isTitle = walker.text() == "title"
            } else if walker.isKey(key, "text") {
                text = walker.text() ?? ""
            } else if walker.isKey(key, "span") {
                readPlace(&walker)
            } else {
                walker.skip()
            }
        }
        if isTitle { emphasis = text.unicodeScalars.count }
        text = Passage.cleaned(text)
    }

    /// Reads a table.
    init(tableAt start: Int, in json: [UInt8]) {
        var walker = JSONWalker(json, at: start)
        guard walker.enter("{") else { return }
        var (caption, measure): (String?, String?)
        var (header, rows): ([String], [[String]]) = ([], [])
        while let key = walker.nextMember() {
            if walker.isKey(key, "caption") {
                caption = walker.text()
            } else if walker.isKey(key, "measure") {
                measure = walker.text()
            } else if walker.isKey(key, "header") {
                header = walker.texts()
            } else if walker.isKey(key, "rows"), walker.enter("[") {
                while walker.nextElement() {
                    let before = walker.position
                    rows.append(walker.texts())
                    guard walker.position > before else { break }
                }
            } else if walker.isKey(key, "span") {
                readPlace(&walker)
            } else {
                walker.skip()
            }
        }
        text = Passage.cleaned(Passage.text(caption: caption, measure: measure, header: header, rows: rows))
    }

    /// Reads the beginning of a span.
    private mutating func readPlace(_ walker: inout JSONWalker) {
        guard walker.enter("{") else { return walker.skip() }
        while let key = walker.nextMember() {
            guard walker.isKey(key, "start"), walker.enter("{") else {
                walker.skip()
                continue
            }
            while let part = walker.nextMember() {
                if walker.isKey(part, "line") {
                    line = walker.integer() ?? 0
                } else if walker.isKey(part, "column") {
                    column = walker.integer() ?? 0
                } else {
                    walker.skip()
                }
            }
        }
    }
}
