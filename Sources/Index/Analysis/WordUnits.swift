/// What UTF-16 units are to the index.
enum WordUnits {
    /// Whether a unit is part of words.
    ///
    /// Halves of characters beyond the Basic Multilingual Plane count as parts of words: nearly all are ideographs.
    @inline(__always)
    static func isWord(_ unit: UInt16) -> Bool { table[Int(unit)] & 1 != 0 }

    /// Whether a scalar is part of words.
    static func isWord(_ scalar: UInt32) -> Bool {
        scalar < 0x1_0000
            ? table[Int(scalar)] & 1 != 0 : NormalizationTable.shared.wordClass(of: scalar) != .none
    }

    /// Whether two units side by side have postings together: parts of words, and marks other than those that part clauses, so
    /// that （市） and 3.5% are looked up like words.
    ///
    /// What opens goes with what follows, what closes with what stands before.
    @inline(__always)
    static func joins(_ left: UInt16, _ right: UInt16) -> Bool {
        table[Int(left)] & 2 != 0 && table[Int(right)] & 4 != 0
    }

    /// Whether a unit joins nothing: white space, and marks that part clauses.
    @inline(__always)
    static func parts(_ unit: UInt16) -> Bool { table[Int(unit)] == 0 }

    /// Marks that are common and say little; what stands beside them has no postings with them.
    private static let parting = Set(",。、;:!?—…“”‘’\"'|".utf16)
    private static let opening = Set("(《〈".utf16)
    private static let closing = Set(")》〉%‰".utf16)

    /// Bits: part of words; joins what follows; joins what stands before.
    private static let table: [UInt8] = (0...UInt16.max).map { unit in
        let isHalf = (0xD800..<0xE000).contains(unit)
        if isHalf || NormalizationTable.shared.wordClass(of: UInt32(unit)) != .none { return 7 }
        if SpaceUnit.isSpace(unit) || parting.contains(unit) { return 0 }
        return opening.contains(unit) ? 2 : closing.contains(unit) ? 4 : 6
    }
}

/// The UTF-16 units that stand for white space in a segment's texts.
enum SpaceUnit {
    /// White space that parts words.
    static let parting: UInt16 = 0x20
    /// White space that is a matter of print.
    static let typographic: UInt16 = 0xA0

    static func isSpace(_ unit: UInt16) -> Bool { unit == parting || unit == typographic }
}
