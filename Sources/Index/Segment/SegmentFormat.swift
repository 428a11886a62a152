/// The layout of a segment file; Docs/FORMAT.md tells it byte by byte.
///
/// A segment holds the texts and postings of a run of passages and never changes. Numbers are little-endian.
///
///     head        magic, 8 bytes: "GONGBAO" and the version; then the numbers of ``Head``, 8 bytes each;
///                 then for each ``Section`` its offset and its length in bytes, 8 bytes each
///     sections    in their order, each at a multiple of 8
///     checksums   of each page of ``pageSize`` bytes before this, 8 bytes each; then one of these checksums
enum SegmentFormat {
    static let version: UInt8 = 3
    static let magic: [UInt8] = Array("GONGBAO".utf8) + [version]
    static let pageSize = PagedFile.pageSize

    /// The numbers in the head.
    enum Head: Int, CaseIterable {
        case passages, units, tokens, characters, bigrams
        /// The archive's id of the first passage.
        case firstID
        /// The mean length that the bounds of blocks were made with, as the bits of a 32-bit float.
        case meanLength
        /// Where the checksums begin.
        case checksums
    }

    /// The parts of the file.
    enum Section: Int, CaseIterable {
        /// For each passage its id less the first (4 bytes); empty where the ids have no gaps.
        case ids
        /// For each passage the bit behind its text in `texts` (4); or in groups, see ``TextGroup``.
        case textEnds
        /// For each passage its ``FieldNorm`` (1).
        case lengths
        /// For each passage how many UTF-16 units at its beginning are title, heading or label (2); empty where none has any.
        case emphases
        /// For each token where it ends in `tokenUnits` (4); the commonest token first.
        case tokenEnds
        /// The tokens, words and marks, in UTF-16 (2 a unit).
        case tokenUnits
        /// The texts: numbers of tokens, see ``TokenNumber``.
        case texts
        /// The UTF-16 units that occur (2), ascending; white space is none.
        case characters
        /// For each character how many passages hold it (4).
        case characterCounts
        /// For each character the first of the bigrams that it begins (4), and the number of bigrams.
        case bigramStarts
        /// For each character where its list begins in `lists` (4), and where the last one ends.
        case characterLists
        /// For each bigram its second unit (2), ascending among the bigrams of a character.
        case seconds
        /// For each bigram where its list begins in `lists` (4), and where the last one ends.
        case bigramLists
        /// The lists of postings, see ``PostingEncoder``.
        case lists
    }

    static let headSize = magic.count + Head.allCases.count * 8 + Section.allCases.count * 16
}

/// Ends of texts in groups of eight: the first bit of the group's first text (4 bytes), then for each text the bit behind it,
/// counted from there (2).
///
/// A segment has groups where it has 64 passages or more and no group is longer than 65,535 bits.
enum TextGroup {
    static let size = 8
    static let length = 4 + size * 2
    static let leastPassages = 64

    static func count(of passages: Int) -> Int { (passages + size - 1) / size }

    /// The bytes of the section.
    static func encode(_ ends: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        let starts = stride(from: 0, to: ends.count, by: size).map { $0 == 0 ? 0 : ends[$0 - 1] }
        let isNarrow = starts.indices.allSatisfy {
            ends[min($0 * size + size, ends.count) - 1] - starts[$0] <= UInt16.max
        }
        guard ends.count >= leastPassages, isNarrow else {
            for end in ends { bytes.append(fixed: end) }
            return bytes
        }
        for (group, start) in starts.enumerated() {
            bytes.append(fixed: start)
            for member in group * size..<(group + 1) * size {
                bytes.append(fixed: UInt16(member < ends.count ? ends[member] - start : 0))
            }
        }
        return bytes
    }
}
