/// The layout of a segment file.
///
/// A segment holds the postings of a run of passages and never changes. Numbers are little-endian.
///
///     header    magic, 8 bytes: "GONGBAO" and the version
///     passages  for each: id (8 bytes), length in folded scalars (4 bytes)
///     grams     for each, sorted by key: key (8), passages that hold it (4), length of its list (4), offset of its list (8)
///     postings  the lists, see PostingWriter
///     footer    passage count, gram count, offsets of passages, grams and postings, file length, checksum; 8 bytes each
///
/// The checksum covers all that stands before it.
enum SegmentFormat {
    static let version: UInt8 = 1
    static let magic: [UInt8] = Array("GONGBAO".utf8) + [version]
    static let passageSize = 12
    static let gramSize = 24
    static let footerSize = 56
}

/// Keys of the dictionary: a scalar, or two that stand side by side.
enum Gram {
    static func one(_ scalar: UInt32) -> UInt64 { 1 << 63 | UInt64(scalar) }
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 21 | UInt64(second) }
}

/// Where a gram stands in a passage: the offset of its first scalar, and whether ICU has a word break before and behind it.
struct Occurrence: Equatable {
    var offset: Int
    var breaksBefore: Bool
    var breaksAfter: Bool
}

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
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
