/// What is known of the passages of a document without their texts, in a few bytes each.
///
/// For each passage, in reading order: its type (u8); how many passages before it that stands which it belongs to, 0 for none; its
/// number and 1, 0 for none; the bytes of its folded label and these; then where its part of the record stands: from the
/// beginning of the part before to its own, from there to its head behind the children, from there to its end. All but the
/// type and the label are varints.
struct PassageTable {
    /// A passage of the table.
    struct Entry {
        var type: PassageType
        /// The number of the passage that it belongs to; nil for none.
        var parent: Int?
        var number: Int?
        /// Where the folded label stands in the table's bytes.
        var label: Range<Int>
        /// Where its part stands in the JSON of the record.
        var start = 0
        var head = 0
        var end = 0
    }

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Packs the passages of a document.
    init(_ passages: [Passage], labels: [String?], map: RecordMap) {
        var bytes: [UInt8] = []
        var before = 0
        for (index, passage) in passages.enumerated() {
            let place = Self.place(of: passage.origin, in: map)
            bytes.append(passage.type.code)
            bytes.append(varint: UInt64(passage.parent.map { index - $0 } ?? 0))
            bytes.append(varint: UInt64(max(passage.number.map { $0 + 1 } ?? 0, 0)))
            let label = Array((labels[index] ?? "").utf8)
            bytes.append(varint: UInt64(label.count))
            bytes += label
            bytes.append(varint: UInt64(max(place.start - before, 0)))
            bytes.append(varint: UInt64(max(place.head - place.start, 0)))
            bytes.append(varint: UInt64(max(place.end - place.head, 0)))
            before = place.start
        }
        self.bytes = bytes
    }

    private static func place(of origin: Passage.Origin, in map: RecordMap) -> RecordMap.Place {
        func whole(_ ranges: [Range<Int>], _ number: Int) -> RecordMap.Place {
            guard ranges.indices.contains(number) else { return RecordMap.Place(start: 0, head: 0, end: 0) }
            let range = ranges[number]
            return RecordMap.Place(start: range.lowerBound, head: range.lowerBound, end: range.upperBound)
        }
        switch origin {
        case .element(let number): return whole(map.elements, number)
        case .table(let number): return whole(map.tables, number)
        case .provision(let number):
            return map.provisions.indices.contains(number)
                ? map.provisions[number] : RecordMap.Place(start: 0, head: 0, end: 0)
        }
    }

    /// Calls `body` for each passage in order, until it gives false.
    ///
    /// Bytes that are no such table end it early.
    func forEach(_ body: (Int, Entry) throws -> Bool) rethrows {
        var reader = VarintReader(bytes)
        var before = 0
        var index = 0
        while let code = reader.byte(), let type = PassageType(code: code) {
            guard let up = reader.next(), let number = reader.next(), let length = reader.next(),
                let label = reader.skip(length), let start = reader.next(), let head = reader.next(),
                let end = reader.next()
            else { return }
            before += start
            let entry = Entry(
                type: type, parent: up > 0 && up <= index ? index - up : nil, number: number > 0 ? number - 1 : nil,
                label: label, start: before, head: before + head, end: before + head + end)
            guard try body(index, entry) else { return }
            index += 1
        }
    }

    /// All passages, in order.
    var entries: [Entry] {
        var entries: [Entry] = []
        forEach { _, entry in
            entries.append(entry)
            return true
        }
        return entries
    }

    func label(of entry: Entry) -> String { String(decoding: bytes[entry.label], as: UTF8.self) }
}

/// Reads numbers in groups of seven bits, as ``Swift/Array/append(varint:)`` writes them.
struct VarintReader {
    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// The next number; nil at the end, and for one beyond 2^42, which no file holds.
    mutating func next() -> Int? {
        var value = 0
        var shift = 0
        while let byte = byte() {
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            if shift > 35 { return nil }
        }
        return nil
    }

    /// Goes over bytes; nil where there are not so many.
    mutating func skip(_ count: Int) -> Range<Int>? {
        guard count <= bytes.count - position else { return nil }
        defer { position += count }
        return position..<position + count
    }
}

extension PassageType {
    /// The number that stands for it in a ``PassageTable``; it never changes.
    var code: UInt8 { UInt8(Self.codes.firstIndex(of: self) ?? 0) }

    init?(code: UInt8) {
        guard Self.codes.indices.contains(Int(code)) else { return nil }
        self = Self.codes[Int(code)]
    }

    private static let codes: [PassageType] = [
        .paragraph, .article, .heading, .item, .subitem, .table, .part, .chapter, .section, .title, .number, .byline,
        .recipients, .signature, .date, .adoption, .annotation, .cc, .printing,
    ]
}

/// Which units have which roles in the tasks of a document.
///
/// How many units, then the id of each; then for each assignment, in the order of the tasks: how many tasks farther, the
/// number of its passage and 1 (0 for none), the number of the unit in the list, its role. All are varints.
struct AssignmentTable {
    struct Entry: Equatable {
        var task: Int
        /// The number of the passage among those of the document.
        var passage: Int?
        /// The unit's number in the list.
        var unit: Int
        /// The place of the role in `AssignmentRecord.Role.allCases`.
        var role: Int
    }

    var units: [Int64] = []
    var entries: [Entry] = []

    init(units: [Int64], entries: [Entry]) {
        self.units = units
        self.entries = entries
    }

    init(_ bytes: [UInt8]) {
        var reader = VarintReader(bytes)
        for _ in 0..<(reader.next() ?? 0) {
            guard let unit = reader.next() else { return }
            units.append(Int64(unit))
        }
        var task = 0
        while let step = reader.next() {
            task += step
            guard let passage = reader.next(), let unit = reader.next(), let role = reader.next(),
                unit < units.count
            else { return }
            entries.append(Entry(task: task, passage: passage > 0 ? passage - 1 : nil, unit: unit, role: role))
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: UInt64(units.count))
        for unit in units { bytes.append(varint: UInt64(unit)) }
        var task = 0
        for entry in entries {
            bytes.append(varint: UInt64(entry.task - task))
            bytes.append(varint: UInt64(entry.passage.map { $0 + 1 } ?? 0))
            bytes.append(varint: UInt64(entry.unit))
            bytes.append(varint: UInt64(entry.role))
            task = entry.task
        }
        return bytes
    }
}
