/// A passage cut into tokens: words, and the marks between them.
struct TokenizedPassage {
    /// The folded text in UTF-16; white space is one of ``SpaceUnit``.
    var units: [UInt16] = []
    /// The offset behind each token.
    ///
    /// White space that is a matter of print is a token of its own.
    var ends: [Int32] = []
    /// How many units at the beginning are title, heading or label.
    var emphasis = 0
}

/// Folds texts and cuts them into tokens; one for each thread.
struct Tokenizer: ~Copyable {
    private let breaker: WordBreaker
    private var plain: [UInt16] = []
    private var plainEnds: [Int32] = []
    /// Where typographic white space stands: offsets in `plain`.
    private var spaces: [Int32] = []

    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    init() throws(ArchiveError) { breaker = try WordBreaker() }

    /// - Parameters:
    ///   - emphasis: How many Unicode scalars at the beginning are title, heading or label.
    ///   - passage: Receives the result; its memory is used again.
    mutating func cut(_ text: String, emphasis: Int, into passage: inout TokenizedPassage) {
        // Taken out, so that the closure below has them for itself.
        var plain: [UInt16] = []
        var spaces: [Int32] = []
        swap(&plain, &self.plain)
        swap(&spaces, &self.spaces)
        plain.removeAll(keepingCapacity: true)
        spaces.removeAll(keepingCapacity: true)
        var emphasized: Int?
        NormalizationTable.shared.fold(text) { value, source, space, _ in
            if emphasized == nil, Int(source) >= emphasis { emphasized = plain.count }
            switch space {
            case .none: break
            case .parting: plain.append(SpaceUnit.parting)
            case .typographic: spaces.append(Int32(plain.count))
            }
            if value < 0x1_0000 {
                plain.append(UInt16(truncatingIfNeeded: value))
            } else {
                plain.append(UInt16(0xD7C0 + value >> 10))
                plain.append(UInt16(0xDC00 + value & 0x3FF))
            }
        }
        breaker.cut(plain, ends: &plainEnds)
        limitTokens()
        // To the end of a token, so that a token is emphasized or is not.
        let emphasizedUnits = Int32(emphasized ?? plain.count)
        passage.emphasis = Int(plainEnds.last { $0 <= emphasizedUnits } ?? 0)
        if spaces.isEmpty {
            swap(&passage.units, &plain)
            swap(&passage.ends, &plainEnds)
        } else {
            insert(spaces, plain, &passage)
        }
        swap(&plain, &self.plain)
        swap(&spaces, &self.spaces)
    }

    /// The longest token, in units: the tables of a segment have two bytes for a length.
    private static let tokenLimit: Int32 = 1024

    /// Cuts tokens that no language has words as long as: rows of digits, damaged text.
    private mutating func limitTokens() {
        var start: Int32 = 0
        let isLong = plainEnds.contains { end in
            defer { start = end }
            return end - start > Self.tokenLimit
        }
        guard isLong else { return }
        var ends: [Int32] = []
        start = 0
        for end in plainEnds {
            while end - start > Self.tokenLimit {
                start += Self.tokenLimit
                ends.append(start)
            }
            ends.append(end)
            start = end
        }
        plainEnds = ends
    }

    /// Puts typographic white space back between the tokens.
    private func insert(_ spaces: [Int32], _ plain: [UInt16], _ passage: inout TokenizedPassage) {
        passage.units.removeAll(keepingCapacity: true)
        passage.ends.removeAll(keepingCapacity: true)
        var start = 0
        var next = 0
        let emphasis = passage.emphasis
        func add(upTo end: Int, to passage: inout TokenizedPassage) {
            guard end > start else { return }
            passage.units.append(contentsOf: plain[start..<end])
            passage.ends.append(Int32(passage.units.count))
            start = end
        }
        for end in plainEnds {
            while next < spaces.count, spaces[next] < end {
                add(upTo: Int(spaces[next]), to: &passage)
                passage.units.append(SpaceUnit.typographic)
                passage.ends.append(Int32(passage.units.count))
                if start < emphasis { passage.emphasis += 1 }
                next += 1
            }
            add(upTo: Int(end), to: &passage)
        }
    }
}
