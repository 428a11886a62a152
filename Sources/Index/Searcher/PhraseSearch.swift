/// Finds the best passages for one phrase: blocks are taken by their bounds, the highest first, and the text of a passage is
/// looked at only when nothing that is left could be better.
struct PhraseSearch {
    /// The phrase in one segment.
    struct Part {
        let segment: Segment
        let list: PostingList
        let weight: Float
        let asksNoWords: Bool
        /// The phrase, where a look at the text has to decide.
        let wanted: Phrase?
        private let text: PassageText

        init(segment: Segment, list: PostingList, weight: Float, asksNoWords: Bool, wanted: Phrase?) {
            self.segment = segment
            self.list = list
            self.weight = weight
            self.asksNoWords = asksNoWords
            self.wanted = wanted
            text = PassageText(segment)
        }

        /// The score of a passage that has one by the list; nil where it doesn't fit.
        func check(_ passage: Int, score: Float, _ similarity: Similarity) -> Float? {
            guard let wanted else { return score }
            guard let counts = text.counts(of: wanted, in: passage) else { return nil }
            let norm = segment.fieldNorm(of: passage)
            return similarity.share(code: counts.code, fieldNorm: norm, asksNoWords: asksNoWords) * weight
        }
    }

    private let parts: [Part]
    private let similarity: Similarity
    private let limit: Int
    private let isLive: ((Int64) -> Bool)?

    /// Blocks that are taken before the threshold is looked at.
    private static let firstBlocks = 24
    private static let bucketBits: UInt16 = 7

    init(_ parts: [Part], limit: Int, similarity: Similarity, isLive: ((Int64) -> Bool)?) {
        self.parts = parts
        self.similarity = similarity
        self.limit = limit
        self.isLive = isLive
    }

    /// The best passages, best first, and whether these are all that can be among the best: else too many passages that the
    /// lists name don't fit.
    func run() -> (best: [RankedPassage], isSure: Bool) {
        guard !parts.isEmpty, limit > 0 else { return ([], true) }
        if parts.allSatisfy({ $0.wanted == nil }) { return (candidates(limit: limit), true) }
        let wanted = limit * 4 + 8
        let found = candidates(limit: wanted)
        var top = TopCollector(limit: limit)
        for candidate in found {
            if top.excludes(candidate) { return (top.best(), true) }
            guard let part = parts.last(where: { $0.segment.firstID <= candidate.passage }) else { continue }
            let passage = part.segment.firstPassage(from: candidate.passage)
            if let score = part.check(passage, score: candidate.score, similarity) {
                top.insert(.init(passage: candidate.passage, score: score))
            }
        }
        // Passages beyond the candidates fit no better than the last of them, or as well and come later.
        guard found.count == wanted, let last = found.last else { return (top.best(), true) }
        let isSure = top.excludes(.init(passage: last.passage + 1, score: last.score))
        return (top.best(), isSure)
    }

    // MARK: Candidates

    /// A block of a list.
    private struct Block {
        var bound: UInt16
        var part: Int32
        var number: Int32
    }

    /// The passages with the highest scores by their lists; of equal ones, the lower ids.
    private func candidates(limit: Int) -> [RankedPassage] {
        var top = TopCollector(limit: limit)
        let readers = parts.map { PostingsIterator($0.list) }
        let (first, cutoff) = highestBlocks()
        for block in first.sorted(by: { $0.bound > $1.bound }) { take(block, readers, into: &top) }
        guard cutoff > 0 else { return top.best() }
        for (number, part) in parts.enumerated() {
            var least: UInt16 = 0
            var known: Float = -1
            for block in 0..<part.list.blockCount {
                let bound = bound(of: block, part)
                guard bound < cutoff else { continue }
                if top.threshold > known {
                    known = top.threshold
                    // Equal scores get in where the id is lower.
                    least = similarity.bound(
                        above: (known / part.weight).nextDown.nextDown, storedMeanLength: part.segment.meanLength)
                }
                if bound >= least {
                    take(Block(bound: bound, part: Int32(number), number: Int32(block)), readers, into: &top)
                }
            }
        }
        return top.best()
    }

    /// Blocks of lists that store no bounds have the highest.
    @inline(__always)
    private func bound(of block: Int, _ part: Part) -> UInt16 {
        part.list.hasHeads ? part.list.storedBound(of: block, asksNoWords: part.asksNoWords) : .max
    }

    /// Some blocks with the highest bounds, and the bound from which all are among them.
    private func highestBlocks() -> (blocks: [Block], cutoff: UInt16) {
        let total = parts.reduce(0) { $0 + $1.list.blockCount }
        var cutoff: UInt16 = 0
        if total > Self.firstBlocks * 2 {
            var histogram = InlineArray<512, Int32>(repeating: 0)
            for part in parts {
                for block in 0..<part.list.blockCount { histogram[Int(bound(of: block, part) >> Self.bucketBits)] += 1 }
            }
            var above = 0
            var bucket = 511
            while bucket > 0 {
                above += Int(histogram[bucket])
                if above >= Self.firstBlocks { break }
                bucket -= 1
            }
            cutoff = UInt16(bucket) << Self.bucketBits
        }
        var blocks: [Block] = []
        for (number, part) in parts.enumerated() {
            for block in 0..<part.list.blockCount {
                let bound = bound(of: block, part)
                if bound >= cutoff { blocks.append(Block(bound: bound, part: Int32(number), number: Int32(block))) }
            }
        }
        return (blocks, cutoff)
    }

    private func take(_ block: Block, _ readers: [PostingsIterator], into top: inout TopCollector) {
        let part = parts[Int(block.part)]
        if part.list.hasHeads {
            let highest = similarity.share(bound: block.bound, storedMeanLength: part.segment.meanLength)
            if highest * part.weight * 1.000_01 < top.threshold { return }
        }
        guard let (passages, codes) = unsafe readers[Int(block.part)].contents(of: Int(block.number)) else { return }
        let lengths = unsafe part.segment.pointer(.lengths)
        for index in 0..<passages.count {
            let passage = Int(unsafe passages[index])
            let code = unsafe UInt8(truncatingIfNeeded: codes[index])
            let score =
                similarity.share(code: code, fieldNorm: unsafe lengths[passage], asksNoWords: part.asksNoWords)
                * part.weight
            guard score >= top.threshold else { continue }
            let id = part.segment.id(of: passage)
            if let isLive, !isLive(id) { continue }
            top.insert(RankedPassage(passage: id, score: score))
        }
    }
}
