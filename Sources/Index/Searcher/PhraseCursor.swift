/// Walks through the passages of a segment that may hold a phrase, and tells which do.
///
/// The rarest bigram of characters of the phrase leads; some others are asked before the text itself is looked at.
@safe final class PhraseCursor {
    let phrase: Phrase
    /// What a share is multiplied by: rarity and boost.
    let weight: Float
    /// The postings that lead: every passage with the phrase is among them, and its code says no less than the truth.
    let lead: PostingCursor
    /// Whether the lead says it all.
    let isExact: Bool
    /// The next rarest, the rarest first.
    private let others: CursorRow<PostingCursor>
    private let text: PassageText

    private static let otherCount = 5

    /// Nil where no passage of the segment can hold the phrase.
    init?(_ phrase: Phrase, weight: Float, in segment: Segment, similarity: Similarity, text: PassageText) {
        let keys = phrase.keys
        self.phrase = phrase
        self.weight = weight
        self.text = text
        var lists: [(place: Range<Int>, count: Int)] = []
        for (first, second) in keys.bigrams {
            guard let place = segment.list(of: first, second) else { return nil }
            lists.append((place, segment.count(ofList: place)))
        }
        isExact = phrase.isOneBigram || phrase.isOneCharacter
        guard !lists.isEmpty else {
            guard
                let list = CharacterLists.candidates(
                    phrase, keys.singles, in: segment, similarity: similarity)
            else { return nil }
            lead = PostingCursor(segment, list: list, similarity: similarity, asksNoWords: phrase.asksNoWords)
            others = CursorRow([])
            return
        }
        lists.sort { ($0.count, $0.place.lowerBound) < ($1.count, $1.place.lowerBound) }
        guard
            let lead = PostingCursor(
                segment, list: lists[0].place, similarity: similarity, asksNoWords: phrase.asksNoWords)
        else { return nil }
        self.lead = lead
        others = CursorRow(
            lists.dropFirst().prefix(Self.otherCount).compactMap {
                PostingCursor(segment, list: $0.place, similarity: similarity)
            })
    }

    /// A phrase whose postings say it all.
    init(exact phrase: Phrase, weight: Float, lead: PostingCursor, text: PassageText) {
        self.phrase = phrase
        self.weight = weight
        self.lead = lead
        isExact = true
        others = CursorRow([])
        self.text = text
    }

    /// Whether the passage at which the lead stands has the next rarest bigram too.
    @inline(__always)
    func mayHold(_ passage: UInt32) -> Bool {
        others.count == 0 || others.at(0) { $0.advance(to: passage) == passage }
    }

    /// A code for the passage at which the lead stands that says no less than the truth, by all of the bigrams; nil where it
    /// doesn't hold the phrase.
    func narrow() -> UInt8? {
        guard !isExact, others.count > 0 else { return lead.code }
        let passage = lead.passage
        var least = lead.code
        var sum = TermFrequency.sum(of: least)
        for index in 0..<others.count {
            let found = others.at(index) { $0.advance(to: passage) == passage ? $0.code : nil }
            guard let code = found else { return nil }
            if TermFrequency.sum(of: code) < sum { (least, sum) = (code, TermFrequency.sum(of: code)) }
        }
        return phrase.asksNoWords ? least : TermFrequency(whole: sum).code
    }

    /// The true code of the passage at which the lead stands; nil where it doesn't hold the phrase.
    func check() -> UInt8? {
        if isExact { return lead.code }
        let passage = lead.passage
        for index in 0..<others.count where others.at(index, { $0.advance(to: passage) != passage }) { return nil }
        return text.counts(of: phrase, in: Int(passage))?.code
    }

    /// Whether a passage holds the phrase; passages ascend.
    func holds(_ passage: UInt32) -> Bool { lead.advance(to: passage) == passage && check() != nil }
}

extension Phrase {
    /// Whether it is a single character of a word.
    var isOneCharacter: Bool { parts.count == 1 && parts[0].count == 1 && WordUnit.isWord(parts[0][0]) }
}

extension Segment {
    /// How many passages a list has.
    func count(ofList place: Range<Int>) -> Int {
        var count = 0
        var shift = 0
        for offset in place where shift < 35 {
            let byte = Int(unsafe file.base[offset])
            count |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return count
    }
}
