/// Takes in passages and makes a segment of them.
///
/// A run of word characters with no mark in it gives a posting for each two characters side by side, and one for each
/// character that is a word of its own or ends a run; so each character of a word is the first of a bigram or has a posting
/// itself. Typographic white space doesn't end a run.
struct SegmentBuilder: ~Copyable {
    private(set) var passages = SegmentPassages()
    private(set) var tokens = TokenTable()
    private(set) var lists = PostingBuffers()
    private(set) var bigrams = BigramTable()
    /// For each UTF-16 unit its slot.
    private var characters = Buffer<UInt32>(repeating: .max, count: 1 << 16)
    /// The texts: numbers of tokens in the order of their appearance.
    private(set) var texts = Buffer<UInt32>(capacity: 1 << 16)
    /// For each unit whether it is part of words; 0xFF where not asked yet.
    private var classes = Buffer<UInt8>(repeating: .max, count: 1 << 16)

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
        if isNew { unsafe tokens.setWord(number, isWord(token[0])) }
        guard tokens.isWord(number) else {
            if unsafe token[0] != SpaceUnit.typographic { endRun(&run, in: passage) }
            return
        }
        let first = unsafe token[0]
        let isSingle = token.count == 1
        if run.last != 0 {
            let slot = bigrams.slot(of: BigramTable.key(run.last, first)) { lists.makeSlot() }
            let isWhole = run.lastIsWord && isSingle
            lists.count(slot, in: passage, whole: isWhole ? weight : 0, part: isWhole ? 0 : weight)
        }
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

    private mutating func isWord(_ unit: UInt16) -> Bool {
        if classes[Int(unit)] == .max { classes[Int(unit)] = WordUnit.isWord(unit) ? 1 : 0 }
        return classes[Int(unit)] == 1
    }

    /// Takes a list out: first those of characters, then those of bigrams.
    mutating func readList(_ slot: UInt32, passages: inout [UInt32], codes: inout [UInt8]) {
        lists.read(slot, passages: &passages, codes: &codes)
    }

    /// The characters with lists and their slots, ascending.
    func characterSlots() -> [(unit: UInt16, slot: UInt32)] {
        (0..<characters.count).filter { characters[$0] != .max }.map { (UInt16($0), characters[$0]) }
    }
}

/// Which UTF-16 units are part of words.
enum WordUnit {
    /// Halves of characters beyond the Basic Multilingual Plane count as parts of words: nearly all are ideographs.
    static func isWord(_ unit: UInt16) -> Bool {
        (0xD800..<0xE000).contains(unit) || NormalizationTable.ask(UInt32(unit)) != .none
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
