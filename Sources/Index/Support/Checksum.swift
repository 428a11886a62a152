/// Checks files for damage: each step is one-to-one in the state and in the word, so no single changed word goes unseen.
enum Checksum {
    static func of(_ bytes: [UInt8]) -> UInt64 {
        // Marked as unsafe by the standard library, though bytes of numbers can be read as any other.
        unsafe of(bytes.span.bytes)
    }

    static func of(_ bytes: borrowing RawSpan) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.byteCount)
        let wholeWords = bytes.byteCount / 8 * 8
        for offset in stride(from: 0, to: wholeWords, by: 8) {
            state = mix(state, unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
        }
        for offset in wholeWords..<bytes.byteCount {
            state = mix(state, UInt64(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)))
        }
        return state
    }

    private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ (mixed >> 32)
    }
}

extension [UInt8] {
    /// Appends a number in groups of seven bits, the lowest first.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a number in the bytes of its type, the lowest first.
    mutating func append(fixed value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
    }
}
