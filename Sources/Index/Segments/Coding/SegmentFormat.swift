/// The layout of a segment file; Docs/FORMAT.md tells it byte by byte.
///
/// A segment holds the texts and postings of a run of passages and never changes. Numbers are little-endian.
///
///     head        magic, 8 bytes: "GONGBAO" and the version; then the numbers of ``Head``, 8 bytes each;
///                 then for each ``Section`` its offset and its length in bytes, 8 bytes each
///     sections    in their order, each at a multiple of 8
///     checksums   of each page of ``pageSize`` bytes before this, 8 bytes each; then one of these checksums
enum SegmentFormat {
    static let version: UInt8 = 2
    static let magic: [UInt8] = Array("GONGBAO".utf8) + [version]
    static let pageSize = 1 << 16

    /// The numbers in the head.
    enum Head: Int, CaseIterable {
        case passages, units, pieces, characters, pairs
        /// The archive's id of the first passage.
        case firstID
        /// The mean length that the bounds of blocks were made with, as the bits of a 32-bit float.
        case meanLength
        /// Where the checksums begin.
        case checksums
    }

    /// The parts of the file.
    enum Section: Int, CaseIterable {
        /// For each passage its id less the first (4 bytes).
        case ids
        /// For each passage where its text ends in `texts` (4).
        case textEnds
        /// For each passage its ``LengthClass`` (1).
        case lengths
        /// For each passage how many UTF-16 units at its beginning are title, heading or label (2).
        case emphases
        /// For each piece where it ends in `pieceUnits` (4); the commonest piece first.
        case pieceEnds
        /// The pieces, words and marks, in UTF-16 (2 a unit).
        case pieceUnits
        /// The texts: numbers of pieces, see ``PieceCode``.
        case texts
        /// The UTF-16 units that occur in words (2), ascending.
        case characters
        /// For each character the first of the pairs that it begins (4), and the number of pairs.
        case pairStarts
        /// For each character where its list begins in `lists` (4), and where the last one ends.
        case characterLists
        /// For each pair its second unit (2), ascending among the pairs of a character.
        case seconds
        /// For each pair where its list begins in `lists` (4), and where the last one ends.
        case pairLists
        /// The lists of postings, see ``PostingEncoder``.
        case lists
    }

    static let headSize = magic.count + Head.allCases.count * 8 + Section.allCases.count * 16
}

/// Numbers of pieces in a text: one byte for the commonest, up to four for the rarest.
enum PieceCode {
    static let oneByte = 176
    static let twoBytes = 71 << 8
    static let threeBytes = 8 << 16
    static let maximum = oneByte + twoBytes + threeBytes + 1 << 24

    static func append(_ piece: Int, to bytes: inout [UInt8]) {
        if piece < oneByte {
            bytes.append(UInt8(piece))
        } else if piece < oneByte + twoBytes {
            let rest = piece - oneByte
            bytes.append(UInt8(oneByte + rest >> 8))
            bytes.append(UInt8(truncatingIfNeeded: rest))
        } else if piece < oneByte + twoBytes + threeBytes {
            let rest = piece - oneByte - twoBytes
            bytes.append(UInt8(247 + rest >> 16))
            bytes.append(UInt8(truncatingIfNeeded: rest >> 8))
            bytes.append(UInt8(truncatingIfNeeded: rest))
        } else {
            let rest = piece - oneByte - twoBytes - threeBytes
            bytes.append(255)
            for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: rest >> shift)) }
        }
    }

    /// Reads a number and moves the offset behind it.
    @inline(__always)
    static func read(_ bytes: UnsafePointer<UInt8>, at offset: inout Int) -> Int {
        let first = Int(unsafe bytes[offset])
        if first < oneByte {
            offset += 1
            return first
        }
        let second = Int(unsafe bytes[offset + 1])
        if first < 247 {
            offset += 2
            return oneByte + (first - oneByte) << 8 + second
        }
        let third = Int(unsafe bytes[offset + 2])
        if first < 255 {
            offset += 3
            return oneByte + twoBytes + (first - 247) << 16 + second << 8 + third
        }
        let fourth = Int(unsafe bytes[offset + 3])
        offset += 4
        return oneByte + twoBytes + threeBytes + second << 16 + third << 8 + fourth
    }
}

/// The UTF-16 units that stand for white space in a segment's texts.
enum SpaceUnit {
    /// White space that parts words.
    static let parting: UInt16 = 0x20
    /// White space that is a matter of print.
    static let typographic: UInt16 = 0xA0
}
