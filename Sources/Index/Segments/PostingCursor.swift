/// Walks the list of the passages that hold one gram, in ascending order.
struct PostingCursor {
    /// The passages in the list.
    let passageCount: Int
    /// The passage that the cursor stands at; -1 before the first.
    private(set) var passage = -1
    /// How often the gram stands in the passage.
    private(set) var count = 0
    /// How many of the occurrences are words of their own, where the gram is a single scalar.
    private(set) var wholeWords = 0

    private let bytes: SegmentBytes
    private let hasPlaces: Bool
    private let end: Int
    private var offset: Int
    private var blockEnd: Int
    private var blockLast = -1
    private var placesUnread = 0

    init(bytes: SegmentBytes, range: Range<Int>, passageCount: Int, hasPlaces: Bool) {
        self.bytes = bytes
        self.passageCount = passageCount
        self.hasPlaces = hasPlaces
        offset = range.lowerBound
        blockEnd = range.lowerBound
        end = range.upperBound
    }

    /// Goes to the next passage; false behind the last.
    mutating func next() -> Bool {
        skipPlaces()
        if offset == blockEnd {
            guard openBlock() else { return false }
        }
        readPassage()
        return true
    }

    /// Goes to the first passage at or behind `target`; false where there is none. Never goes back.
    ///
    /// Blocks that end before the target are skipped unread.
    mutating func advance(to target: Int) -> Bool {
        if passage >= target, passage >= 0 { return true }
        while blockLast < target {
            offset = blockEnd
            placesUnread = 0
            passage = blockLast
            guard openBlock() else { return false }
        }
        while passage < target {
            guard next() else { return false }
        }
        return true
    }

    /// Where the gram stands in the passage; once for each passage, and only for pairs.
    mutating func readPlaces(into places: inout [Occurrence]) {
        places.removeAll(keepingCapacity: true)
        var place = 0
        for _ in 0..<placesUnread {
            let packed = bytes.varint(&offset)
            place += packed >> 2
            places.append(Occurrence(offset: place, breaksBefore: packed & 2 != 0, breaksAfter: packed & 1 != 0))
        }
        placesUnread = 0
    }

    private mutating func openBlock() -> Bool {
        guard offset < end else { return false }
        _ = bytes.varint(&offset)
        blockLast += bytes.varint(&offset)
        let length = bytes.varint(&offset)
        blockEnd = offset + length
        return true
    }

    private mutating func readPassage() {
        passage += bytes.varint(&offset)
        count = bytes.varint(&offset)
        if hasPlaces { placesUnread = count } else { wholeWords = bytes.varint(&offset) }
    }

    private mutating func skipPlaces() {
        while placesUnread > 0 {
            if bytes.byte(offset) < 0x80 { placesUnread -= 1 }
            offset += 1
        }
    }
}
