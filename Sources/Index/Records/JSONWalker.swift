/// Walks over JSON that ``RecordEncoder`` wrote: compact, with sorted keys.
///
/// Bytes that are no such JSON lead to wrong values, never out of the array.
struct JSONWalker {
    let bytes: [UInt8]
    /// Where it stands; behind the end for bytes that end too early.
    var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// Enters the object or array that begins here; false where none does.
    mutating func enter(_ opening: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: opening) else { return false }
        position += 1
        return true
    }

    /// Goes to the value of the next member of the object in which this stands; nil behind its last.
    ///
    /// - Returns: The place of the key, without its quotation marks.
    mutating func nextMember() -> Range<Int>? {
        if byte == UInt8(ascii: ",") { position += 1 }
        guard byte == UInt8(ascii: "\"") else {
            position += 1
            return nil
        }
        let start = position + 1
        skipText()
        let end = position - 1
        guard byte == UInt8(ascii: ":"), start <= end else { return nil }
        position += 1
        return start..<end
    }

    /// Goes to the next element of the array in which this stands; false behind its last.
    mutating func nextElement() -> Bool {
        if byte == UInt8(ascii: ",") { position += 1 }
        if position < bytes.count, byte != UInt8(ascii: "]") { return true }
        position += 1
        return false
    }

    /// Whether a key is this name.
    func isKey(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        for (offset, index) in range.enumerated() where unsafe bytes[index] != name.utf8Start[offset] { return false }
        return true
    }

    /// Goes behind the value that begins here.
    mutating func skip() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                skipText()
                if depth == 0 { return }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                if depth == 0 {
                    position += 1
                    return
                }
            case UInt8(ascii: ","): if depth == 0 { return }
            default: break
            }
            position += 1
        }
    }

    private mutating func skipText() {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { position += 1 }
        }
    }

    /// The whole number that begins here; nil for anything else.
    mutating func integer() -> Int? {
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var value: Int?
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = (value ?? 0) &* 10 &+ Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        return isNegative ? value.map { -$0 } : value
    }

    /// The text that begins here; nil for anything else.
    mutating func text() -> String? {
        guard byte == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        skipText()
        let end = min(position, bytes.count) - 1
        guard start <= end else { return nil }
        let raw = bytes[start..<end]
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        return Self.unescaped(raw)
    }

    /// The texts of the array that begins here.
    mutating func texts() -> [String] {
        guard enter("[") else { return [] }
        var texts: [String] = []
        while nextElement() {
            let before = position
            if let text = text() { texts.append(text) } else { skip() }
            guard position > before else { break }
        }
        return texts
    }

    private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.endIndex else {
                result.append(raw[index])
                index += 1
                continue
            }
            let sign = raw[index + 1]
            index += 2
            switch sign {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "u"):
                let digits = String(decoding: raw[index..<min(index + 4, raw.endIndex)], as: UTF8.self)
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.append(contentsOf: String(scalar).utf8)
                }
                index = min(index + 4, raw.endIndex)
            default: result.append(sign)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
