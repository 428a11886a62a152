/// Cuts RTF into groups, control words and characters.
struct RTFScanner {
    enum Token: Equatable {
        case open, close
        /// `\par`, `\fs32`; the name without its backslash.
        case word(String, Int?)
        /// `\'b9`, and any byte of the text.
        case byte(UInt8)
        /// `\*`, `\~` and the like.
        case symbol(UInt8)
    }

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x7B: return .open
            case 0x7D: return .close
            case 0x0A, 0x0D, 0: continue
            case 0x5C: if let token = control() { return token }
            default: return .byte(byte)
            }
        }
        return nil
    }

    /// Passes over bytes that are no text: `\bin` tells how many.
    mutating func skip(_ count: Int) { at = min(bytes.count, at + max(0, count)) }

    private mutating func control() -> Token? {
        guard at < bytes.count else { return nil }
        let first = bytes[at]
        guard Self.isLetter(first) else {
            at += 1
            guard first == 0x27, at + 1 < bytes.count, let high = Self.digit(bytes[at]),
                let low = Self.digit(bytes[at + 1])
            else { return first == 0x0A || first == 0x0D ? .word("par", nil) : .symbol(first) }
            at += 2
            return .byte(high << 4 | low)
        }
        let start = at
        while at < bytes.count, at - start < 32, Self.isLetter(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        var number: Int?
        let isNegative = at < bytes.count && bytes[at] == 0x2D
        var digits = at + (isNegative ? 1 : 0)
        let numberStart = digits
        while digits < bytes.count, digits - numberStart < 10, (0x30...0x39).contains(bytes[digits]) {
            number = (number ?? 0) * 10 + Int(bytes[digits] - 0x30)
            digits += 1
        }
        if let value = number {
            at = digits
            number = isNegative ? -value : value
        }
        if at < bytes.count, bytes[at] == 0x20 { at += 1 }
        return .word(name, number)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
