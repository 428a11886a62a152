/// Encodes values as the JSON of the record contract: keys sorted, slashes as they are, absent values left out.
///
/// The bytes are those of Foundation's `JSONEncoder` with the same settings, which other tools read; they come some five
/// times faster, since each value is written once, into one buffer.
public enum RecordEncoder {
    /// How white space is set.
    public enum Layout: Sendable {
        /// None at all.
        case compact
        /// A member a line, two spaces a level.
        case pretty
    }

    /// The JSON of a value, in UTF-8.
    ///
    /// - Throws: `EncodingError` for a number that JSON has no form for, or what the value itself throws.
    public static func encode<Value: Encodable>(_ value: Value, _ layout: Layout = .compact) throws -> [UInt8] {
        let output = JSONOutput(layout)
        try output.encode(value)
        return output.bytes
    }
}

/// The buffer into which all containers of one encoding write.
///
/// Members are written in the order in which a value gives them, and sorted when their object ends: by then its bytes stand
/// side by side at the end of the buffer.
final class JSONOutput: Encoder {
    private(set) var bytes: [UInt8] = []
    private var containers: [Container] = []
    private var members: [Member] = []
    private var scratch: [UInt8] = []
    private let isPretty: Bool

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    /// An object or array that has not ended.
    private struct Container {
        var isObject: Bool
        /// Where its first member, or the white space before it, begins.
        var start: Int
        var firstMember: Int
        var count = 0
    }

    private struct Member {
        var key: String
        var start: Int
        var end: Int
    }

    init(_ layout: RecordEncoder.Layout) { isPretty = layout == .pretty }

    /// How many objects and arrays are open.
    var depth: Int { containers.count }

    // MARK: Containers

    func open(isObject: Bool) {
        bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        containers.append(Container(isObject: isObject, start: bytes.count, firstMember: members.count))
    }

    /// Begins a member of the container at a depth; those inside it that a value left open end.
    func beginMember(at depth: Int, key: String? = nil) {
        close(to: depth)
        let isFirst = containers[depth - 1].count == 0
        containers[depth - 1].count += 1
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if isPretty { breakLine(depth) }
        guard let key else { return }
        endMember()
        members.append(Member(key: key, start: bytes.count, end: bytes.count))
        write(key)
        if isPretty {
            bytes.append(contentsOf: [0x20, 0x3A, 0x20])
        } else {
            bytes.append(UInt8(ascii: ":"))
        }
    }

    /// How many members the container at a depth has.
    func count(at depth: Int) -> Int { containers[depth - 1].count }

    /// Notes where the last member of the innermost object ends: before the separator that has just been written.
    private func endMember() {
        let container = containers[containers.count - 1]
        guard members.count > container.firstMember else { return }
        let separator = isPretty ? 2 + containers.count * 2 : 1
        members[members.count - 1].end = bytes.count - separator
    }

    /// Ends containers until so many are left open.
    func close(to depth: Int) {
        while containers.count > depth {
            let container = containers[containers.count - 1]
            if members.count > container.firstMember { members[members.count - 1].end = bytes.count }
            if container.isObject { sort(container) }
            members.removeLast(members.count - container.firstMember)
            containers.removeLast()
            if isPretty {
                if container.count == 0 { bytes.append(0x0A) }
                breakLine(containers.count)
            }
            bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }

    private func breakLine(_ depth: Int) {
        bytes.append(0x0A)
        for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
    }

    /// Puts the members of the innermost object, which end at the end of the buffer, into the order of their keys.
    private func sort(_ container: Container) {
        let range = container.firstMember..<members.count
        var isSorted = true
        for index in range.dropFirst() where members[index].key < members[index - 1].key { isSorted = false }
        if isSorted { return }
        let order = members[range].sorted { $0.key < $1.key }
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes[container.start...])
        bytes.removeLast(bytes.count - container.start)
        let depth = containers.count
        for (index, member) in order.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if isPretty { breakLine(depth) }
            bytes.append(contentsOf: scratch[member.start - container.start..<member.end - container.start])
        }
    }

    // MARK: Values

    func encode<Value: Encodable>(_ value: Value) throws {
        // Every record has a place: these are most of all objects.
        if Value.self == SpanRecord.self, let span = value as? SpanRecord { return write(span) }
        let depth = containers.count
        let start = bytes.count
        try value.encode(to: self)
        close(to: depth)
        if bytes.count == start {
            open(isObject: true)
            close(to: depth)
        }
    }

    private func write(_ span: SpanRecord) {
        let depth = containers.count + 1
        open(isObject: true)
        beginMember(at: depth, key: "end")
        write(span.end)
        beginMember(at: depth, key: "start")
        write(span.start)
        close(to: depth - 1)
    }

    private func write(_ place: PlaceRecord) {
        let depth = containers.count + 1
        open(isObject: true)
        beginMember(at: depth, key: "column")
        write(place.column)
        beginMember(at: depth, key: "line")
        write(place.line)
        if let page = place.page {
            beginMember(at: depth, key: "page")
            write(page)
        }
        close(to: depth - 1)
    }

    func writeNull() { bytes.append(contentsOf: "null".utf8) }

    func write(_ value: Bool) { bytes.append(contentsOf: value ? "true".utf8 : "false".utf8) }

    func write(_ value: some BinaryInteger) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = UInt64(value.magnitude)
        var unit: UInt64 = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
            unit /= 10
        }
    }

    func write(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "no JSON number"))
        }
        let text = value.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
    }

    func write(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        let isDone: Void? = unsafe value.utf8.withContiguousStorageIfAvailable { unsafe append(escaping: $0) }
        if isDone == nil { unsafe Array(value.utf8).withUnsafeBufferPointer { unsafe append(escaping: $0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<text.count {
            let byte = unsafe text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            if start < index { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
            bytes.append(contentsOf: Self.escape(byte).utf8)
            start = index + 1
        }
        if start < text.count { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...])) }
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u00" + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16)
        }
    }
}
