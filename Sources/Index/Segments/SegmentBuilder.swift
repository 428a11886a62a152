/// Makes the bytes of a segment from folded texts.
struct SegmentBuilder {
    private var ids: [Int64] = []
    private var lengths: [UInt32] = []
    private var slots: [UInt64: Int] = [:]
    private var writers: [PostingWriter] = []
    /// The grams of the passage at hand: key, then offset and breaks packed, so that sorting groups them.
    private var grams: [(key: UInt64, place: UInt64)] = []

    /// The folded scalars taken in so far; memory grows with it.
    private(set) var scalarCount = 0
    var isEmpty: Bool { ids.isEmpty }

    /// Adds a passage. Ids must ascend.
    ///
    /// - Parameter boundaries: For each offset of the text, its end included, whether a word begins or ends there.
    mutating func add(id: Int64, text: FoldedText, boundaries: [Bool]) {
        let passage = ids.count
        ids.append(id)
        lengths.append(UInt32(text.scalars.count))
        scalarCount += text.scalars.count
        grams.removeAll(keepingCapacity: true)
        for (offset, scalar) in text.scalars.enumerated() {
            let before: UInt64 = boundaries[offset] ? 2 : 0
            grams.append((Gram.one(scalar), UInt64(offset) << 2 | before | (boundaries[offset + 1] ? 1 : 0)))
            guard offset + 1 < text.scalars.count else { break }
            let key = Gram.pair(scalar, text.scalars[offset + 1])
            grams.append((key, UInt64(offset) << 2 | before | (boundaries[offset + 2] ? 1 : 0)))
        }
        grams.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        var start = 0
        while start < grams.count {
            var end = start + 1
            while end < grams.count, grams[end].key == grams[start].key { end += 1 }
            append(grams[start..<end], to: passage)
            start = end
        }
    }

    private mutating func append(_ group: ArraySlice<(key: UInt64, place: UInt64)>, to passage: Int) {
        guard let key = group.first?.key else { return }
        let slot = slots[key] ?? writers.count
        if slot == writers.count {
            slots[key] = slot
            writers.append(PostingWriter())
        }
        if key >> 63 == 1 {
            writers[slot].append(passage, count: group.count, wholeWords: group.count { $0.place & 3 == 3 })
        } else {
            let occurrences = group.map {
                Occurrence(offset: Int($0.place >> 2), breaksBefore: $0.place & 2 != 0, breaksAfter: $0.place & 1 != 0)
            }
            writers[slot].append(passage, occurrences: occurrences)
        }
    }

    /// The bytes of the file, as ``SegmentFormat`` has them.
    consuming func finish() -> [UInt8] {
        var bytes = SegmentFormat.magic
        let passagesOffset = bytes.count
        for (id, length) in zip(ids, lengths) {
            bytes.append(fixed: id)
            bytes.append(fixed: length)
        }
        let gramsOffset = bytes.count
        let postingsOffset = gramsOffset + slots.count * SegmentFormat.gramSize
        var postings: [UInt8] = []
        for (key, slot) in slots.sorted(by: { $0.key < $1.key }) {
            let list = writers[slot].finish()
            bytes.append(fixed: key)
            bytes.append(fixed: UInt32(writers[slot].passageCount))
            bytes.append(fixed: UInt32(list.count))
            bytes.append(fixed: UInt64(postingsOffset + postings.count))
            postings += list
        }
        bytes += postings
        let length = bytes.count + SegmentFormat.footerSize
        for number in [ids.count, slots.count, passagesOffset, gramsOffset, postingsOffset, length] {
            bytes.append(fixed: UInt64(number))
        }
        bytes.append(fixed: Checksum.of(bytes))
        return bytes
    }
}
