/// Scores the passages that hold a phrase.
///
/// The rarest of the phrase's bigrams leads: every passage with the phrase is among its postings, and its code says no less than
/// the truth. Some of the others are asked before the text itself is looked at.
@safe final class PhraseScorer: Scorer {
    let phrase: Phrase
    /// What a share is multiplied by: rarity and boost.
    let weight: Float
    let segment: Segment
    let lead: PostingsIterator
    /// Moved independently, for stretches.
    private lazy var scanner = PostingsIterator(lead.list)
    private lazy var otherScanner = others.count > 0 ? others.at(0) { PostingsIterator($0.list) } : nil
    private let maxima: BlockMaxima
    /// The next rarest, the rarest first.
    private let others: CursorRow<PostingsIterator>
    private let similarity: Similarity
    private let asksNoWords: Bool
    private let norms: UnsafePointer<UInt8>
    private let text: PassageText
    private let isSure: Bool

    private static let otherCount = 5

    /// - Parameters:
    ///   - lists: Those of the phrase's bigrams; at least one.
    init(_ phrase: Phrase, lists: [PostingList], weight: Float, in segment: Segment, _ context: ScoringContext) {
        let lists = lists.sorted { $0.count < $1.count }
        self.phrase = phrase
        self.weight = weight
        self.segment = segment
        similarity = context.similarity
        asksNoWords = phrase.asksNoWords
        text = context.text
        unsafe norms = segment.pointer(.lengths)
        isSure = phrase.isOneBigram
        lead = PostingsIterator(lists[0])
        unsafe maxima = BlockMaxima(
            lists[0], similarity: similarity, asksNoWords: asksNoWords, storedMeanLength: segment.meanLength,
            norms: segment.pointer(.lengths))
        others = CursorRow(lists.dropFirst().prefix(Self.otherCount).map(PostingsIterator.init))
    }

    override var cost: Int { lead.list.count }
    override var isExact: Bool { isSure }

    override func advance(to target: UInt32) -> UInt32 {
        passage = lead.advance(to: target)
        return passage
    }

    override func seek(_ target: UInt32) -> Bool {
        passage = lead.advance(to: target)
        return passage == target
    }

    override func stretch(from first: UInt32) -> UInt32? { maxima.last(at: first) }

    override func bound(from first: UInt32, to last: UInt32) -> Float {
        maxima.bound(from: first, to: last) * weight
    }

    override var upperScore: Float { score(lead.code) }

    @inline(__always)
    private func score(_ code: UInt8) -> Float {
        similarity.share(code: code, fieldNorm: unsafe norms[Int(passage)], asksNoWords: asksNoWords) * weight
    }

    override func narrowed() -> Float? {
        guard !isSure, others.count > 0 else { return upperScore }
        let passage = lead.passage
        var least = lead.code
        var sum = TermFrequency.sum(of: least)
        for index in 0..<others.count {
            let found = others.at(index) { $0.advance(to: passage) == passage ? $0.code : nil }
            guard let code = found else { return nil }
            if TermFrequency.sum(of: code) < sum { (least, sum) = (code, TermFrequency.sum(of: code)) }
        }
        return score(asksNoWords ? least : TermFrequency(whole: sum).code)
    }

    override func confirmed() -> Float? { frequency().map { score($0.code) } }

    /// How often the phrase stands in the passage at hand; nil where it doesn't.
    func frequency() -> TermFrequency? {
        if isSure { return TermFrequency(code: lead.code) }
        let passage = lead.passage
        for index in 0..<others.count where others.at(index, { $0.advance(to: passage) != passage }) { return nil }
        return text.counts(of: phrase, in: Int(passage))
    }

    /// The share of a code of the leading list.
    @inline(__always)
    func share(of code: UInt8, _ fieldNorm: UInt8) -> Float {
        similarity.share(code: code, fieldNorm: fieldNorm, asksNoWords: asksNoWords)
    }

    override func collect(from first: UInt32, to last: UInt32, above threshold: Float, into candidates: Candidates) {
        let (norms, similarity, weight, asksNoWords) = unsafe (
            self.norms, self.similarity, self.weight, self.asksNoWords
        )
        let scanner = self.scanner
        let other = otherScanner
        var passage = scanner.advance(to: first)
        while passage <= last, passage != PostingsIterator.end {
            let (passages, codes) = unsafe scanner.rest(upTo: last)
            for index in 0..<passages.count {
                let passage = unsafe passages[index]
                let code = unsafe UInt8(truncatingIfNeeded: codes[index])
                let score =
                    similarity.share(code: code, fieldNorm: unsafe norms[Int(passage)], asksNoWords: asksNoWords)
                    * weight
                guard score > threshold else { continue }
                if let other, other.advance(to: passage) != passage { continue }
                candidates.append(passage, score)
            }
            passage = scanner.advance(to: unsafe passages[passages.count - 1] + 1)
        }
    }

    override func accumulate(into window: WindowScores, _ candidates: Candidates) {
        guard isSure || others.count == 0 else { return super.accumulate(into: window, candidates) }
        let (norms, similarity, weight, asksNoWords) = unsafe (
            self.norms, self.similarity, self.weight, self.asksNoWords
        )
        let scanner = self.scanner
        var passage = scanner.advance(to: window.first)
        while passage <= window.last, passage != PostingsIterator.end {
            let (passages, codes) = unsafe scanner.rest(upTo: window.last)
            for index in 0..<passages.count {
                let passage = unsafe passages[index]
                let code = unsafe UInt8(truncatingIfNeeded: codes[index])
                let share = similarity.share(
                    code: code, fieldNorm: unsafe norms[Int(passage)], asksNoWords: asksNoWords)
                window.add(share * weight, to: passage)
            }
            passage = scanner.advance(to: unsafe passages[passages.count - 1] + 1)
        }
    }

    override func add(to candidates: Candidates, above threshold: Float, isRequired: Bool) {
        let missing: Float = isRequired ? -1 : 0
        let scanner = self.scanner
        let (norms, similarity, weight, asksNoWords) = unsafe (
            self.norms, self.similarity, self.weight, self.asksNoWords
        )
        let other = otherScanner
        candidates.filter(above: threshold) { passage in
            guard scanner.advance(to: passage) == passage else { return missing }
            if let other, other.advance(to: passage) != passage { return missing }
            return similarity.share(
                code: scanner.code, fieldNorm: unsafe norms[Int(passage)], asksNoWords: asksNoWords) * weight
        }
    }
}

/// What scorers of a segment share.
struct ScoringContext {
    let similarity: Similarity
    let text: PassageText
}
