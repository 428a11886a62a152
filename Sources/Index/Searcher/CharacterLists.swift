/// The passages of phrases that no bigram of characters leads to.
enum CharacterLists {
    /// A list for a phrase without bigrams of word characters: exact where it is one character, else its candidates.
    ///
    /// - Returns: Nil where no passage can hold the phrase.
    static func candidates(
        _ phrase: Phrase, _ singles: [UInt16], in segment: Segment, similarity: Similarity
    ) -> PostingList? {
        if singles.isEmpty {
            // Highlights only: every passage has to be looked at.
            guard segment.passageCount > 0, !phrase.parts.isEmpty else { return nil }
            let passages = (0..<UInt32(segment.passageCount)).map(\.self)
            return PostingList(passages: passages, codes: unknown(passages.count))
        }
        let characters = singles.compactMap { segment.character($0) }
        guard characters.count == singles.count,
            let rarest = characters.min(by: { cost($0, in: segment) < cost($1, in: segment) })
        else { return nil }
        var list = passages(of: rarest, in: segment, similarity: similarity)
        guard !list.passages.isEmpty else { return nil }
        if !phrase.isOneCharacter { list.codes = unknown(list.passages.count) }
        return list
    }

    /// Codes that say no less than any truth.
    private static func unknown(_ count: Int) -> [UInt8] {
        [UInt8](repeating: TermFrequency(whole: TermFrequency.maximumSum).code, count: count)
    }

    private static func cost(_ character: Int, in segment: Segment) -> Int { segment.bigrams(of: character).count }

    /// All passages with a character: it is a word of its own, or ends a run, or begins a bigram.
    ///
    /// The codes count the first two only: a passage that has the character inside words alone has the code of one part.
    static func passages(of character: Int, in segment: Segment, similarity: Similarity) -> PostingList {
        var bits = [UInt64](repeating: 0, count: (segment.passageCount + 63) / 64)
        for bigram in segment.bigrams(of: character) {
            guard let place = segment.list(ofBigram: bigram),
                let cursor = PostingCursor(segment, list: place, similarity: similarity)
            else { continue }
            cursor.forEachPassage { bits[Int($0 >> 6)] |= 1 << UInt64($0 & 63) }
        }
        let own = segment.list(ofCharacter: character).flatMap {
            PostingCursor(segment, list: $0, similarity: similarity)
        }
        var ownCodes: [UInt8] = []
        own?.forEachPosting { passage, code in
            bits[Int(passage >> 6)] |= 1 << UInt64(passage & 63)
            ownCodes.append(code)
        }
        var list = PostingList()
        let ownPassages = segment.list(ofCharacter: character).flatMap {
            PostingCursor(segment, list: $0, similarity: similarity)
        }
        var next = 0
        let inside = TermFrequency(part: 1).code
        for (index, word) in bits.enumerated() where word != 0 {
            var word = word
            while word != 0 {
                let passage = UInt32(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
                list.passages.append(passage)
                if let ownPassages, ownPassages.advance(to: passage) == passage {
                    list.codes.append(ownCodes[next])
                    next += 1
                } else {
                    list.codes.append(inside)
                }
            }
        }
        return list
    }
}

extension PostingCursor {
    /// Walks through the whole list, without its codes; a damaged block ends the walk.
    func forEachPassage(_ body: (UInt32) -> Void) {
        for block in 0..<blockCount {
            guard let passages = unsafe passages(of: block) else { return }
            for index in 0..<passages.count { unsafe body(passages[index]) }
        }
    }

    /// Walks through the whole list; a damaged block ends the walk.
    func forEachPosting(_ body: (_ passage: UInt32, _ code: UInt8) -> Void) {
        for block in 0..<blockCount {
            guard let (passages, codes) = unsafe contents(of: block) else { return }
            for index in 0..<passages.count { unsafe body(passages[index], UInt8(truncatingIfNeeded: codes[index])) }
        }
    }
}
