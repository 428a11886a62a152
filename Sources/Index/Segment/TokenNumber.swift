/// Numbers of tokens in a text, a few bits for the commonest.
///
/// Three bits say how many bits follow; the widths were chosen by the frequencies of words and marks in gazettes, where they
/// come within a twentieth of the entropy.
enum TokenNumber {
    /// How many bits follow the first three bits: 3, 5, 7, 8, 9, 11, 14 or 24.
    @inline(__always)
    static func width(_ kind: Int) -> Int { Int(0x180E_0B09_0807_0503 as UInt64 >> UInt64(kind * 8) & 0xFF) }

    /// The first number of a width: 0, 8, 40, 168, 424, 936, 2984 or 19368.
    @inline(__always)
    static func first(_ kind: Int) -> Int {
        let firsts: UInt64 = kind < 4 ? 0x00A8_0028_0008_0000 : 0x4BA8_0BA8_03A8_01A8
        return Int(firsts >> UInt64((kind & 3) * 16) & 0xFFFF)
    }

    static let maximum = 19368 + 1 << 24 - 1
}

/// Writes numbers of tokens.
struct TokenWriter {
    private(set) var bytes: [UInt8] = []
    /// How many bits were written.
    private(set) var bitCount = 0
    private var pending: UInt64 = 0
    private var pendingBits = 0

    mutating func append(_ token: Int) {
        var kind = 7
        while TokenNumber.first(kind) > token { kind -= 1 }
        let width = TokenNumber.width(kind) + 3
        pending |= UInt64((token - TokenNumber.first(kind)) << 3 | kind) << UInt64(pendingBits)
        pendingBits += width
        bitCount += width
        while pendingBits >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingBits -= 8
        }
    }

    /// The bytes, the last filled up with zeros.
    consuming func finish() -> [UInt8] {
        if pendingBits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
        return bytes
    }
}

/// Reads numbers of tokens.
@safe struct TokenReader {
    private let base: UnsafeRawPointer
    private var bit: Int
    private let end: Int

    /// - Parameters:
    ///   - base: The texts; eight bytes behind the last may be read.
    ///   - bits: The place of one text.
    init(_ base: UnsafePointer<UInt8>, bits: Range<Int>) {
        unsafe self.base = UnsafeRawPointer(base)
        bit = bits.lowerBound
        end = bits.upperBound
    }

    @inline(__always)
    mutating func next() -> Int? {
        guard bit < end else { return nil }
        let word =
            UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
            >> UInt64(bit & 7)
        let kind = Int(word & 7)
        let width = TokenNumber.width(kind)
        bit += width + 3
        return TokenNumber.first(kind) + Int(word >> 3 & (1 << UInt64(width) - 1))
    }
}
