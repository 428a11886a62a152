/// Takes in passages and makes a segment of them.
///
/// A run of units with nothing in it that parts (see ``WordUnits``) gives a posting for each two side by side, and one for each
/// unit that is a token of its own or ends a run; so each unit is the first of a bigram or has a posting itself. Typographic
/// white space doesn't end a run. A parting mark has a posting itself.
struct SegmentBuilder: ~Copyable {
    private(set) var passages = SegmentPassages()
    private(set) var tokens = TokenTable()
    private(set) var lists = PostingBuffers()
    private(set) var bigrams = BigramTable()
    /// For each UTF-16 unit its slot.
    private var characters = Buffer<UInt32>(repeating: .max, count: 1 << 16)
    /// The texts: numbers of tokens in the order of their appearance.
    private(set) var texts = Buffer<UInt32>(capacity: 1 << 16)
    /// For each unit in how many passages it stands, and the last of them; plus one, so that 0 is none.
    private var passageCounts = Buffer<UInt32>(repeating: 0, count: 1 << 16)
    private var lastPassages = Buffer<UInt32>(repeating: 0, count: 1 << 16)

    var passageCount: Int { passages.count }
    var unitCount: Int { passages.unitCount }

    /// Adds a passage; ids ascend.
    mutating func add(id: Int64, _ passage: borrowing TokenizedPassage) {
        let number = passages.count
        // Copies of references to the same memory, so that it can be read while the tables change.
        let units = passage.units
        let ends = passage.ends
        let emphasis = passage.emphasis
        unsafe units.withUnsafeBufferPointer { units in
            var run = Run()
            var start = 0
            for end in ends {
                let token = unsafe UnsafeBufferPointer(rebasing: units[start..<Int(end)])
                unsafe add(token, to: number, weight: start < emphasis ? UInt8(TermFrequency.emphasis) : 1, &run)
                start = Int(end)
            }
            endRun(&run, in: number)
        }
        passages.append(id: id, length: units.count, emphasis: emphasis, textEnd: texts.count)
    }

    /// What stands before a token.
    private struct Run {
        /// The last character; 0 at the beginning of a run.
        var last: UInt16 = 0
        /// Whether the last token was this one character.
        var lastIsWord = false
        var weight: UInt8 = 1
    }

    private mutating func add(
        _ token: UnsafeBufferPointer<UInt16>, to passage: Int, weight: UInt8, _ run: inout Run
    ) {
        let (number, isNew) = unsafe tokens.number(of: token)
        texts.append(UInt32(number))
        if isNew { unsafe tokens.setIndexed(number, token.allSatisfy(WordUnits.isIndexed)) }
        guard tokens.isIndexed(number) else {
            return unsafe addParted(token, to: passage, weight: weight, &run)
        }
        for offset in 0..<token.count { note(unsafe token[offset], in: passage) }
        let first = unsafe token[0]
        let isSingle = token.count == 1
        if run.last != 0 { count(run.last, first, in: passage, isWhole: run.lastIsWord && isSingle, weight: weight) }
        if isSingle {
            lists.count(characterSlot(first), in: passage, whole: weight, part: 0)
        } else {
            let isWhole = token.count == 2
            for offset in 0..<token.count - 1 {
                var slot = tokens[bigramOf: number, at: offset]
                if slot == .max {
                    slot = bigrams.slot(of: unsafe BigramTable.key(token[offset], token[offset + 1])) {
                        lists.makeSlot()
                    }
                    tokens[bigramOf: number, at: offset] = slot
                }
                lists.count(slot, in: passage, whole: isWhole ? weight : 0, part: isWhole ? 0 : weight)
            }
        }
        run = Run(last: unsafe token[token.count - 1], lastIsWord: isSingle, weight: weight)
    }

    /// Adds a token that is or holds something that ends a run: white space, a parting mark, a number as 1,000.
    private mutating func addParted(
        _ token: UnsafeBufferPointer<UInt16>, to passage: Int, weight: UInt8, _ run: inout Run
    ) {
        let isSingle = token.count == 1
        for offset in 0..<token.count {
            let unit = unsafe token[offset]
            guard unit != SpaceUnit.typographic else { continue }
            if WordUnits.isIndexed(unit) {
                if run.last != 0 { count(run.last, unit, in: passage, isWhole: false, weight: weight) }
                run = Run(last: unit, lastIsWord: false, weight: weight)
                note(unit, in: passage)
                continue
            }
            endRun(&run, in: passage)
            guard unit != SpaceUnit.parting else { continue }
            lists.count(
                characterSlot(unit), in: passage, whole: isSingle ? weight : 0, part: isSingle ? 0 : weight)
            note(unit, in: passage)
        }
    }

    @inline(__always)
    private mutating func count(_ first: UInt16, _ second: UInt16, in passage: Int, isWhole: Bool, weight: UInt8) {
        let slot = bigrams.slot(of: BigramTable.key(first, second)) { lists.makeSlot() }
        lists.count(slot, in: passage, whole: isWhole ? weight : 0, part: isWhole ? 0 : weight)
    }

    /// Counts a passage for a unit that stands in it.
    @inline(__always)
    private mutating func note(_ unit: UInt16, in passage: Int) {
        guard lastPassages[Int(unit)] != UInt32(passage + 1) else { return }
        lastPassages[Int(unit)] = UInt32(passage + 1)
        passageCounts[Int(unit)] += 1
    }

    private mutating func endRun(_ run: inout Run, in passage: Int) {
        if run.last != 0, !run.lastIsWord {
            lists.count(characterSlot(run.last), in: passage, whole: 0, part: run.weight)
        }
        run.last = 0
    }

    private mutating func characterSlot(_ unit: UInt16) -> UInt32 {
        if characters[Int(unit)] == .max { characters[Int(unit)] = lists.makeSlot() }
        return characters[Int(unit)]
    }

    /// Takes a list out: first those of characters, then those of bigrams.
    mutating func readList(_ slot: UInt32, passages: inout [UInt32], codes: inout [UInt8]) {
        lists.read(slot, passages: &passages, codes: &codes)
    }

    /// The list of a unit that has one.
    func slot(ofCharacter unit: UInt16) -> UInt32? {
        let slot = characters[Int(unit)]
        return slot == .max ? nil : slot
    }

    /// The units that occur and in how many passages, ascending; white space is none.
    func characterCounts() -> [(unit: UInt16, passages: UInt32)] {
        (0..<passageCounts.count).filter { passageCounts[$0] > 0 }.map { (UInt16($0), passageCounts[$0]) }
    }
}

/// What a segment says of its passages, beside their texts.
struct SegmentPassages {
    var ids: [Int64] = []
    var lengths: [UInt8] = []
    var emphases: [UInt16] = []
    /// Where each text ends, in tokens.
    var textEnds: [Int] = []
    private(set) var unitCount = 0
    var count: Int { ids.count }

    mutating func append(id: Int64, length: Int, emphasis: Int, textEnd: Int) {
        ids.append(id)
        lengths.append(FieldNorm.of(length))
        emphases.append(UInt16(min(emphasis, Int(UInt16.max))))
        textEnds.append(textEnd)
        unitCount += length
    }
}
