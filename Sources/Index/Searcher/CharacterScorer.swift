/// Scores the passages with a single character or mark, and finds those of a phrase that no bigram leads to.
///
/// A character that is a word of its own, or ends a run, has a list. One inside words alone has none: a passage is then looked
/// at, or, where many are asked for, all lists of bigrams that it begins are joined once.
@safe final class CharacterScorer: SteppingScorer {
    private let phrase: Phrase
    private let unit: UInt16
    private let character: Int
    private let weight: Float
    private let segment: Segment
    private let context: ScoringContext
    private let own: PostingsIterator?
    private let maxima: BlockMaxima?
    /// The phrase by which a text is asked for the one character.
    private let single: Phrase
    /// A bit for each passage with the character, once that is known.
    private var bits: [UInt64]?
    private var looks = 0

    /// Passages that are looked at one by one before the lists are joined, which takes the longer the more there are.
    private var lookLimit: Int { 400 + cost / 200 }

    /// Nil where no passage of the segment can hold the phrase.
    init?(_ phrase: Phrase, units: [UInt16], weight: Float, in segment: Segment, _ context: ScoringContext) {
        let characters = units.compactMap { unit in segment.character(unit).map { (unit, $0) } }
        let rarest = characters.min {
            segment.passageCount(ofCharacter: $0.1) < segment.passageCount(ofCharacter: $1.1)
        }
        guard characters.count == units.count, let (unit, character) = rarest else { return nil }
        self.phrase = phrase
        self.unit = unit
        self.character = character
        self.weight = weight
        self.segment = segment
        self.context = context
        single = Phrase(units: [unit])
        let list = segment.list(ofCharacter: character)
        own = list.map(PostingsIterator.init)
        maxima = list.map {
            unsafe BlockMaxima(
                $0, similarity: context.similarity, asksNoWords: false, storedMeanLength: segment.meanLength,
                norms: segment.pointer(.lengths))
        }
        isSure = phrase.isOneCharacter
    }

    private let isSure: Bool
    override var isExact: Bool { isSure }
    override var cost: Int { segment.passageCount(ofCharacter: character) }

    override func twin() -> Scorer? {
        CharacterScorer(phrase, units: [unit], weight: weight, in: segment, context)
    }

    override func advance(to target: UInt32) -> UInt32 {
        let bits = allBits()
        var word = Int(target >> 6)
        guard word < bits.count else { return finish() }
        var rest = bits[word] & (.max << UInt64(target & 63))
        while rest == 0 {
            word += 1
            guard word < bits.count else { return finish() }
            rest = bits[word]
        }
        passage = UInt32(word << 6 + rest.trailingZeroBitCount)
        return passage
    }

    private func finish() -> UInt32 {
        passage = PostingsIterator.end
        return passage
    }

    override func seek(_ target: UInt32) -> Bool {
        guard Int(target) < segment.passageCount else { return false }
        let isThere: Bool
        if let bits {
            isThere = bits[Int(target >> 6)] >> UInt64(target & 63) & 1 != 0
        } else if own?.advance(to: target) == target {
            isThere = true
        } else if looks < lookLimit {
            looks += 1
            isThere = context.text.counts(of: single, in: Int(target)) != nil
        } else {
            isThere = allBits()[Int(target >> 6)] >> UInt64(target & 63) & 1 != 0
        }
        if isThere { passage = target }
        return isThere
    }

    private func allBits() -> [UInt64] {
        if let bits { return bits }
        let made = segment.passages(with: character)
        bits = made
        return made
    }

    override func bound(from first: UInt32, to last: UInt32) -> Float {
        guard isSure else { return weight }
        return max(maxima?.bound(from: first, to: last) ?? 0, context.similarity.highestInside) * weight
    }

    override var upperScore: Float { isSure ? score(code) : weight }

    /// The code of the passage at hand: that of the list; where it has the character inside words alone, of one such place.
    private var code: UInt8 {
        if let own, own.advance(to: passage) == passage { return own.code }
        return TermFrequency(part: 1).code
    }

    private func score(_ code: UInt8) -> Float {
        context.similarity.share(
            code: code, fieldNorm: segment.fieldNorm(of: Int(passage)), asksNoWords: phrase.asksNoWords) * weight
    }

    override func confirmed() -> Float? { frequency().map { score($0.code) } }

    /// How often the phrase stands in the passage at hand; nil where it doesn't.
    func frequency() -> TermFrequency? {
        isSure ? TermFrequency(code: code) : context.text.counts(of: phrase, in: Int(passage))
    }
}
