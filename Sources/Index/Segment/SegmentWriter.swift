/// Makes the bytes of a segment file of what a builder holds.
enum SegmentWriter {
    /// - Parameter write: Takes the bytes of the file in their order, in parts.
    static func write(
        _ builder: inout SegmentBuilder, to write: ([UInt8]) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let passages = builder.passages
        let meanLength = Float(passages.unitCount) / Float(max(passages.count, 1))
        let firstID = passages.ids.first ?? 0
        let order = order(of: builder)
        let dictionary = dictionary(of: &builder, meanLength: meanLength)
        var head = [UInt64](repeating: 0, count: SegmentFormat.Head.allCases.count)
        var sections: [SegmentFormat.Section: [UInt8]] = dictionary.sections
        func set(_ number: SegmentFormat.Head, _ value: UInt64) { head[number.rawValue] = value }
        set(.passages, UInt64(passages.count))
        set(.units, UInt64(passages.unitCount))
        set(.tokens, UInt64(builder.tokens.count))
        set(.characters, UInt64(dictionary.characters))
        set(.bigrams, UInt64(dictionary.bigrams))
        set(.firstID, UInt64(bitPattern: firstID))
        set(.meanLength, UInt64(meanLength.bitPattern))
        if let last = passages.ids.last, last - firstID >= Int64(passages.count) {
            var ids: [UInt8] = []
            for id in passages.ids { ids.append(fixed: UInt32(id - firstID)) }
            sections[.ids] = ids
        }
        sections[.lengths] = passages.lengths
        if passages.emphases.contains(where: { $0 > 0 }) {
            var emphases: [UInt8] = []
            for emphasis in passages.emphases { emphases.append(fixed: emphasis) }
            sections[.emphases] = emphases
        }
        writeTokens(builder, order: order, to: &sections)
        writeTexts(builder, order: order, to: &sections)
        try writeFile(head: head, sections: sections, to: write)
    }

    /// The numbers of the tokens in the file: the commonest first.
    private static func order(of builder: borrowing SegmentBuilder) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: builder.tokens.count)
        for index in 0..<builder.texts.count { counts[Int(builder.texts[index])] += 1 }
        return counts.indices.map(UInt32.init).sorted { left, right in
            let (a, b) = (counts[Int(left)], counts[Int(right)])
            return a != b ? a > b : left < right
        }
    }

    private static func writeTokens(
        _ builder: borrowing SegmentBuilder, order: [UInt32], to sections: inout [SegmentFormat.Section: [UInt8]]
    ) {
        var ends: [UInt8] = []
        var units: [UInt8] = []
        for token in order {
            let text = unsafe builder.tokens.units(of: Int(token))
            for offset in 0..<text.count { units.append(fixed: unsafe text[offset]) }
            ends.append(fixed: UInt32(units.count / 2))
        }
        sections[.tokenEnds] = ends
        sections[.tokenUnits] = units
    }

    private static func writeTexts(
        _ builder: borrowing SegmentBuilder, order: [UInt32], to sections: inout [SegmentFormat.Section: [UInt8]]
    ) {
        var ranks = [UInt32](repeating: 0, count: order.count)
        for (rank, token) in order.enumerated() { ranks[Int(token)] = UInt32(rank) }
        var texts = TokenWriter()
        var ends: [UInt32] = []
        var next = 0
        for end in builder.passages.textEnds {
            while next < end {
                texts.append(Int(ranks[Int(builder.texts[next])]))
                next += 1
            }
            ends.append(UInt32(texts.bitCount))
        }
        sections[.texts] = texts.finish()
        sections[.textEnds] = TextGroup.encode(ends)
    }

    private static func dictionary(
        of builder: inout SegmentBuilder, meanLength: Float
    ) -> (sections: [SegmentFormat.Section: [UInt8]], characters: Int, bigrams: Int) {
        let bigrams = builder.bigrams.sorted()
        let characters = builder.characterCounts()
        var encoder = PostingEncoder(similarity: Similarity(meanLength: meanLength), lengths: builder.passages.lengths)
        var lists: [UInt8] = []
        var passages: [UInt32] = []
        var codes: [UInt8] = []
        var characterBytes: [UInt8] = []
        var characterCounts: [UInt8] = []
        var characterLists: [UInt8] = []
        var bigramStarts: [UInt8] = []
        var seconds: [UInt8] = []
        var bigramLists: [UInt8] = []
        for (character, count) in characters {
            characterBytes.append(fixed: character)
            characterCounts.append(fixed: count)
            characterLists.append(fixed: UInt32(lists.count))
            guard let slot = builder.slot(ofCharacter: character) else { continue }
            builder.readList(slot, passages: &passages, codes: &codes)
            encoder.append(passages: passages, codes: codes, to: &lists)
        }
        characterLists.append(fixed: UInt32(lists.count))
        var next = 0
        for (character, _) in characters {
            bigramStarts.append(fixed: UInt32(next))
            while next < bigrams.count, bigrams[next].key >> 16 == UInt32(character) {
                seconds.append(fixed: UInt16(truncatingIfNeeded: bigrams[next].key))
                bigramLists.append(fixed: UInt32(lists.count))
                builder.readList(bigrams[next].slot, passages: &passages, codes: &codes)
                encoder.append(passages: passages, codes: codes, to: &lists)
                next += 1
            }
        }
        bigramStarts.append(fixed: UInt32(next))
        bigramLists.append(fixed: UInt32(lists.count))
        let sections: [SegmentFormat.Section: [UInt8]] = [
            .characters: characterBytes, .characterCounts: characterCounts, .characterLists: characterLists,
            .bigramStarts: bigramStarts, .seconds: seconds, .bigramLists: bigramLists, .lists: lists,
        ]
        return (sections, characters.count, bigrams.count)
    }

    private static func writeFile(
        head numbers: [UInt64], sections: [SegmentFormat.Section: [UInt8]],
        to write: ([UInt8]) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        var offset = SegmentFormat.headSize
        var places: [UInt8] = []
        for section in SegmentFormat.Section.allCases {
            let length = sections[section]?.count ?? 0
            places.append(fixed: UInt64(offset))
            places.append(fixed: UInt64(length))
            offset += (length + 7) / 8 * 8
        }
        var numbers = numbers
        numbers[SegmentFormat.Head.checksums.rawValue] = UInt64(offset)
        var head = SegmentFormat.magic
        for number in numbers { head.append(fixed: number) }
        var pages = PageChecksums()
        func put(_ bytes: [UInt8]) throws(ArchiveError) {
            pages.add(bytes)
            try write(bytes)
        }
        try put(head + places)
        for section in SegmentFormat.Section.allCases {
            let bytes = sections[section] ?? []
            try put(bytes)
            let rest = bytes.count % 8
            if rest > 0 { try put([UInt8](repeating: 0, count: 8 - rest)) }
        }
        try write(pages.finish())
    }
}

/// The checksums of the pages of a file, made as its bytes go by.
struct PageChecksums {
    private var page: [UInt8] = []
    private var sums: [UInt8] = []

    mutating func add(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + SegmentFormat.pageSize - page.count)
            page.append(contentsOf: bytes[start..<end])
            if page.count == SegmentFormat.pageSize { close() }
            start = end
        }
    }

    /// The checksums, and theirs.
    consuming func finish() -> [UInt8] {
        if !page.isEmpty { close() }
        sums.append(fixed: Checksum.of(sums))
        return sums
    }

    private mutating func close() {
        sums.append(fixed: Checksum.of(page))
        page.removeAll(keepingCapacity: true)
    }
}
