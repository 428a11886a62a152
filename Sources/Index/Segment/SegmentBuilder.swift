/// Takes in passages and makes a segment of them.
///
/// A run of units that join (see ``WordUnits``) gives a posting for each two side by side, and one for each unit that is a token of
/// its own or ends a run; so each unit is the first of a bigram or has a posting itself. Typographic white space doesn't end a
/// run.
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
        if isNew { unsafe tokens.setJoined(number, isJoined(token)) }
        guard tokens.isJoined(number) else { return unsafe addParted(token, to: passage, weight: weight, &run) }
        let first = unsafe token[0]
        let isSingle = token.count == 1
        go(from: &run, to: first, in: passage, isWhole: run.lastIsWord && isSingle, weight: weight)
        if isSingle {
            addSingle(first, to: passage, weight: weight)
        } else {
            for offset in 0..<token.count { note(unsafe token[offset], in: passage) }
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

    /// Whether the units of a token join from the first to the last, and it is more than white space or a mark that parts.
    private func isJoined(_ token: UnsafeBufferPointer<UInt16>) -> Bool {
        for offset in 1..<max(token.count, 1) where unsafe !WordUnits.joins(token[offset - 1], token[offset]) {
            return false
        }
        return unsafe token.count > 1 || !WordUnits.parts(token[0])
    }

    /// Adds a token that is or holds something that parts: white space, a parting mark, a number as 1,000.
    private mutating func addParted(
        _ token: UnsafeBufferPointer<UInt16>, to passage: Int, weight: UInt8, _ run: inout Run
    ) {
        for offset in 0..<token.count {
            let unit = unsafe token[offset]
            guard unit != SpaceUnit.typographic else { continue }
            go(from: &run, to: unit, in: passage, isWhole: false, weight: weight)
            if WordUnits.parts(unit) {
                if unit != SpaceUnit.parting { addSingle(unit, to: passage, weight: weight) }
                run.last = 0
            } else {
                run = Run(last: unit, lastIsWord: false, weight: weight)
                note(unit, in: passage)
            }
        }
    }

    /// Counts the bigram of the last unit of a run and the next, or ends the run.
    @inline(__always)
    private mutating func go(from run: inout Run, to unit: UInt16, in passage: Int, isWhole: Bool, weight: UInt8) {
        guard run.last != 0 else { return }
        guard WordUnits.joins(run.last, unit) else { return endRun(&run, in: passage) }
        let slot = bigrams.slot(of: BigramTable.key(run.last, unit)) { lists.makeSlot() }
        lists.count(slot, in: passage, whole: isWhole ? weight : 0, part: isWhole ? 0 : weight)
    }

    /// Counts a unit that is a token of its own; a mark counts once, however often it stands in a passage.
    @inline(__always)
    private mutating func addSingle(_ unit: UInt16, to passage: Int, weight: UInt8) {
        let isFirst = note(unit, in: passage)
        if WordUnits.isWord(unit) {
            lists.count(characterSlot(unit), in: passage, whole: weight, part: 0)
        } else if isFirst {
            lists.count(characterSlot(unit), in: passage, whole: 1, part: 0)
        }
    }

    /// Counts a passage for a unit that stands in it; tells whether it is the first time.
    @inline(__always)
    @discardableResult
    private mutating func note(_ unit: UInt16, in passage: Int) -> Bool {
        guard lastPassages[Int(unit)] != UInt32(passage + 1) else { return false }
        lastPassages[Int(unit)] = UInt32(passage + 1)
        passageCounts[Int(unit)] += 1
        return true
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
