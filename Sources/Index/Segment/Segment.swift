/// Reads a segment.
final class Segment: Sendable {
    /// What is wrong with the bytes of a segment.
    enum Damage: Error, Equatable {
        case tooShort, foreign, otherVersion, cutOff, changed
    }

    let file: PagedFile
    let passageCount: Int
    let unitCount: Int
    let characterCount: Int
    let firstID: Int64
    /// The mean length with which the bounds of blocks were made.
    let meanLength: Float
    private let sections: [Range<Int>]
    /// Whether the ids have gaps.
    private let hasIDs: Bool
    private let hasEmphases: Bool
    /// Whether the ends of texts stand in groups, see ``TextGroup``.
    private let hasTextGroups: Bool
    private let texts: TextCache
    let characterSets = CharacterSets()

    /// Checks the head and the small tables; the rest is checked as it is read.
    init(_ file: PagedFile) throws(Damage) {
        let magic = SegmentFormat.magic
        guard file.count >= SegmentFormat.headSize else { throw .tooShort }
        let start = (0..<magic.count).map { file.number(at: $0, as: UInt8.self) }
        guard start.dropLast() == magic.dropLast() else { throw .foreign }
        guard start == magic else { throw .otherVersion }
        let heads = SegmentFormat.Head.allCases.count
        let numbers = (0..<heads + SegmentFormat.Section.allCases.count * 2).map {
            file.number(at: magic.count + $0 * 8, as: UInt64.self)
        }
        func head(_ number: SegmentFormat.Head) -> Int { Int(truncatingIfNeeded: numbers[number.rawValue]) }
        let checksums = head(.checksums)
        guard checksums >= SegmentFormat.headSize, checksums <= file.count else { throw .cutOff }
        guard file.findChecksums(at: checksums) else { throw .cutOff }
        guard file.isSound(0..<SegmentFormat.headSize) else { throw .changed }
        // What is counted takes at least a byte each.
        let limits: [SegmentFormat.Head: Int] = [.units: 1 << 40, .meanLength: .max, .firstID: 1 << 62]
        for number in SegmentFormat.Head.allCases {
            guard (0...limits[number, default: file.count]).contains(head(number)) else { throw .changed }
        }
        var sections: [Range<Int>] = []
        for section in SegmentFormat.Section.allCases {
            let offset = Int(truncatingIfNeeded: numbers[heads + section.rawValue * 2])
            let length = Int(truncatingIfNeeded: numbers[heads + section.rawValue * 2 + 1])
            guard offset >= 0, length >= 0, offset <= checksums - length else { throw .changed }
            sections.append(offset..<offset + length)
        }
        self.file = file
        self.sections = sections
        passageCount = head(.passages)
        unitCount = head(.units)
        characterCount = head(.characters)
        firstID = Int64(bitPattern: numbers[SegmentFormat.Head.firstID.rawValue])
        meanLength = Float(bitPattern: UInt32(truncatingIfNeeded: numbers[SegmentFormat.Head.meanLength.rawValue]))
        hasIDs = !sections[SegmentFormat.Section.ids.rawValue].isEmpty
        hasEmphases = !sections[SegmentFormat.Section.emphases.rawValue].isEmpty
        let textEnds = sections[SegmentFormat.Section.textEnds.rawValue].count
        hasTextGroups = textEnds != passageCount * 4
        texts = TextCache(file)
        guard !hasIDs || range(.ids).count == passageCount * 4,
            !hasTextGroups || textEnds == TextGroup.count(of: passageCount) * TextGroup.length,
            range(.lengths).count == passageCount, !hasEmphases || range(.emphases).count == passageCount * 2,
            range(.characters).count == characterCount * 2, range(.bigramStarts).count == (characterCount + 1) * 4,
            range(.characterLists).count == (characterCount + 1) * 4
        else { throw .changed }
        for section in [
            SegmentFormat.Section.ids, .lengths, .emphases, .characters, .characterCounts, .bigramStarts,
            .characterLists,
            .tokenEnds, .tokenUnits,
        ] {
            guard file.isSound(range(section)) else { throw .changed }
        }
    }

    /// Where a section stands in the file.
    func range(_ section: SegmentFormat.Section) -> Range<Int> { sections[section.rawValue] }

    /// A section's bytes; see ``PagedFile/isSound(_:)``.
    func pointer(_ section: SegmentFormat.Section) -> UnsafePointer<UInt8> {
        unsafe file.base + range(section).lowerBound
    }

    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ section: SegmentFormat.Section, _ index: Int, as type: Number.Type
    ) -> Number {
        file.number(at: range(section).lowerBound + index * MemoryLayout<Number>.size, as: type)
    }

    /// The archive's id of a passage.
    func id(of passage: Int) -> Int64 {
        firstID + (hasIDs ? Int64(number(.ids, passage, as: UInt32.self)) : Int64(passage))
    }

    /// The first passage with this id or a higher one.
    func firstPassage(from id: Int64) -> Int {
        var (low, high) = (0, passageCount)
        while low < high {
            let middle = (low + high) / 2
            if self.id(of: middle) < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func fieldNorm(of passage: Int) -> UInt8 { number(.lengths, passage, as: UInt8.self) }

    func emphasis(of passage: Int) -> Int { hasEmphases ? Int(number(.emphases, passage, as: UInt16.self)) : 0 }

    // MARK: Lists

    /// The number of a character among those with lists.
    func character(_ unit: UInt16) -> Int? {
        var (low, high) = (0, characterCount)
        while low < high {
            let middle = (low + high) / 2
            if number(.characters, middle, as: UInt16.self) < unit { low = middle + 1 } else { high = middle }
        }
        return low < characterCount && number(.characters, low, as: UInt16.self) == unit ? low : nil
    }

    /// The numbers of the bigrams that begin with a character.
    func bigrams(of character: Int) -> Range<Int> {
        let start = Int(number(.bigramStarts, character, as: UInt32.self))
        let end = Int(number(.bigramStarts, character + 1, as: UInt32.self))
        guard start <= end, end <= range(.seconds).count / 2, (end + 1) * 4 <= range(.bigramLists).count,
            file.isSound(part(.seconds, start * 2..<end * 2)),
            file.isSound(part(.bigramLists, start * 4..<end * 4 + 4))
        else {
            file.noteDamage()
            return 0..<0
        }
        return start..<end
    }

    /// The list of a bigram of characters side by side; nil where no passage has it.
    func list(of first: UInt16, _ second: UInt16) -> PostingList? {
        guard let character = character(first) else { return nil }
        let bigrams = bigrams(of: character)
        var (low, high) = (bigrams.lowerBound, bigrams.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if number(.seconds, middle, as: UInt16.self) < second { low = middle + 1 } else { high = middle }
        }
        guard low < bigrams.upperBound, number(.seconds, low, as: UInt16.self) == second else { return nil }
        return list(ofBigram: low)
    }

    func list(ofBigram bigram: Int) -> PostingList? { list(.bigramLists, bigram) }

    /// The list of a character that is a word of its own or ends a run of words, or of a mark that parts; nil for none.
    func list(ofCharacter character: Int) -> PostingList? { list(.characterLists, character) }

    /// How many passages hold a character.
    func passageCount(ofCharacter character: Int) -> Int {
        min(Int(number(.characterCounts, character, as: UInt32.self)), passageCount)
    }

    private func list(_ section: SegmentFormat.Section, _ index: Int) -> PostingList? {
        let start = Int(number(section, index, as: UInt32.self))
        let end = Int(number(section, index + 1, as: UInt32.self))
        guard start < end else { return nil }
        guard end <= range(.lists).count else {
            file.noteDamage()
            return nil
        }
        return PostingList(in: file, at: part(.lists, start..<end), passageCount: passageCount)
    }

    /// Walks through all lists: the characters' (with no second unit), then the bigrams', ascending.
    ///
    /// - Parameter body: Takes the units of a list and the list; nil where it is damaged.
    func forEachList(_ body: (_ first: UInt16, _ second: UInt16?, _ list: PostingList?) -> Void) {
        func isThere(_ section: SegmentFormat.Section, _ index: Int) -> Bool {
            number(section, index, as: UInt32.self) != number(section, index + 1, as: UInt32.self)
        }
        for character in 0..<characterCount where isThere(.characterLists, character) {
            body(number(.characters, character, as: UInt16.self), nil, list(ofCharacter: character))
        }
        for character in 0..<characterCount {
            let first = number(.characters, character, as: UInt16.self)
            for bigram in bigrams(of: character) {
                body(first, number(.seconds, bigram, as: UInt16.self), list(ofBigram: bigram))
            }
        }
    }

    private func textBits(of passage: Int) -> (start: Int, end: Int)? {
        guard hasTextGroups else {
            let ends = part(.textEnds, max(passage - 1, 0) * 4..<passage * 4 + 4)
            guard file.isSound(ends) else { return nil }
            let start = passage == 0 ? 0 : Int(number(.textEnds, passage - 1, as: UInt32.self))
            return (start, Int(number(.textEnds, passage, as: UInt32.self)))
        }
        let group = passage / TextGroup.size
        let place = part(.textEnds, group * TextGroup.length..<(group + 1) * TextGroup.length)
        guard file.isSound(place) else { return nil }
        let base = Int(file.number(at: place.lowerBound, as: UInt32.self))
        let ends = place.lowerBound + 4
        let member = passage % TextGroup.size
        let start = member == 0 ? 0 : Int(file.number(at: ends + (member - 1) * 2, as: UInt16.self))
        return (base + start, base + Int(file.number(at: ends + member * 2, as: UInt16.self)))
    }

    private func part(_ section: SegmentFormat.Section, _ part: Range<Int>) -> Range<Int> {
        let start = range(section).lowerBound
        return start + part.lowerBound..<start + part.upperBound
    }

    // MARK: Texts

    /// The numbers of the tokens of a passage; nil where they are damaged.
    ///
    /// - Parameter buffer: Takes in the text; what is read of it is good until the next call.
    func text(of passage: Int, into buffer: TextBuffer) -> TokenReader? {
        let section = range(.texts)
        guard let (start, end) = textBits(of: passage), start <= end, (end + 7) / 8 <= section.count else {
            file.noteDamage()
            return nil
        }
        let first = start / 8
        let place = section.lowerBound + first..<section.lowerBound + (end + 7) / 8
        guard unsafe texts.copy(place, into: buffer.room(for: place.count)) else { return nil }
        return buffer.reader(start - first * 8..<end - first * 8)
    }
}

/// The bytes of one text.
@safe final class TextBuffer {
    private var memory: UnsafeMutableRawPointer
    private var capacity = 4 << 10

    init() { unsafe memory = .allocate(byteCount: capacity, alignment: 8) }
    deinit { unsafe memory.deallocate() }

    func room(for count: Int) -> UnsafeMutableRawPointer {
        // A reader takes eight bytes at a time.
        if count + 8 > capacity {
            unsafe memory.deallocate()
            capacity = (count + 8) * 2
            unsafe memory = .allocate(byteCount: capacity, alignment: 8)
        }
        return unsafe memory
    }

    func reader(_ bits: Range<Int>) -> TokenReader {
        unsafe TokenReader(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)), bits: bits)
    }
}
