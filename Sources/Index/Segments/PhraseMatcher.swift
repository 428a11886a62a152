/// A passage that holds a literal.
struct LiteralMatch: Equatable, Sendable {
    /// The archive's id of the passage.
    var passage: Int64
    /// How often the literal stands between two word breaks.
    var wholeWords: Int
    /// How often it begins or ends inside a word.
    var partWords: Int
    /// The length of the passage in folded scalars.
    var length: Int
}

/// Finds a literal in a segment: exactly the passages whose folded text holds its scalars side by side.
///
/// Pairs of scalars that together cover the literal are intersected, the rarest leading, and their offsets compared. As
/// every scalar of the literal is covered at its offset, no look at the text is needed.
struct PhraseMatcher {
    private let segment: Segment

    init(_ segment: Segment) { self.segment = segment }

    /// The matches in ascending order of passages.
    ///
    /// - Parameter literal: Folded scalars, at least one.
    func matches(of literal: [UInt32]) -> [LiteralMatch] {
        guard let first = literal.first else { return [] }
        return literal.count == 1 ? matches(ofOne: first) : matches(ofMany: literal)
    }

    private func matches(ofOne scalar: UInt32) -> [LiteralMatch] {
        guard var cursor = segment.postings(for: Gram.one(scalar)) else { return [] }
        var matches: [LiteralMatch] = []
        matches.reserveCapacity(cursor.passageCount)
        while cursor.next() {
            matches.append(match(cursor.passage, count: cursor.count, wholeWords: cursor.wholeWords))
        }
        return matches
    }

    private func matches(ofMany literal: [UInt32]) -> [LiteralMatch] {
        var all: [PostingCursor] = []
        for offset in 0..<literal.count - 1 {
            guard let cursor = segment.postings(for: Gram.pair(literal[offset], literal[offset + 1])) else { return [] }
            all.append(cursor)
        }
        let offsets = Self.cover(costs: all.map(\.passageCount))
        var cursors = offsets.map { all[$0] }
        let order = cursors.indices.sorted { (cursors[$0].passageCount, $0) < (cursors[$1].passageCount, $1) }
        var places = [[Occurrence]](repeating: [], count: cursors.count)
        var matches: [LiteralMatch] = []
        var target = 0
        search: while true {
            for index in order {
                guard cursors[index].advance(to: target) else { break search }
                if cursors[index].passage > target {
                    target = cursors[index].passage
                    continue search
                }
            }
            for index in cursors.indices { cursors[index].readPlaces(into: &places[index]) }
            let (count, wholeWords) = Self.align(places, at: offsets)
            if count > 0 { matches.append(match(target, count: count, wholeWords: wholeWords)) }
            target += 1
        }
        return matches
    }

    /// Counts the places at which all pairs stand at their offsets in the literal.
    private static func align(_ places: [[Occurrence]], at offsets: [Int]) -> (count: Int, wholeWords: Int) {
        var next = [Int](repeating: 0, count: places.count)
        var count = 0
        var wholeWords = 0
        candidates: for start in places[0] {
            var endsWord = start.breaksAfter
            for index in places.indices.dropFirst() {
                let wanted = start.offset + offsets[index]
                while next[index] < places[index].count, places[index][next[index]].offset < wanted { next[index] += 1 }
                guard next[index] < places[index].count else { break candidates }
                guard places[index][next[index]].offset == wanted else { continue candidates }
                endsWord = places[index][next[index]].breaksAfter
            }
            count += 1
            if start.breaksBefore, endsWord { wholeWords += 1 }
        }
        return (count, wholeWords)
    }

    /// The cheapest pairs that cover a literal: the first, the last, and no scalar between two of them left out.
    static func cover(costs: [Int]) -> [Int] {
        var best = costs
        var previous = [Int](repeating: -1, count: costs.count)
        for offset in costs.indices.dropFirst() {
            previous[offset] = offset >= 2 && best[offset - 2] <= best[offset - 1] ? offset - 2 : offset - 1
            best[offset] = costs[offset] + best[previous[offset]]
        }
        var chosen: [Int] = []
        var offset = costs.count - 1
        while offset >= 0 {
            chosen.append(offset)
            offset = previous[offset]
        }
        return chosen.reversed()
    }

    private func match(_ passage: Int, count: Int, wholeWords: Int) -> LiteralMatch {
        LiteralMatch(
            passage: segment.id(of: passage), wholeWords: wholeWords, partWords: count - wholeWords,
            length: segment.length(of: passage))
    }
}
