/// Finds the best passages for one phrase: blocks are taken by their bounds, the highest first, and the text of a passage is
/// looked at only when nothing that is left could be better.
struct PhraseSearch {
    /// The phrase in one segment.
    final class Part {
        let segment: Segment
        let cursor: PhraseCursor
        /// For texts.
        let text: PassageText

        init(segment: Segment, cursor: PhraseCursor, text: PassageText) {
            self.segment = segment
            self.cursor = cursor
            self.text = text
        }
    }

    private let parts: [Part]
    private let similarity: Similarity
    private let limit: Int
    private let isLive: ((Int64) -> Bool)?
    /// Passages with these don't fit.
    private let excluded: [Phrase]

    /// Blocks that are taken before the threshold is looked at.
    private static let firstBlocks = 24
    private static let bucketBits: UInt16 = 7

    init(
        _ parts: [Part], limit: Int, similarity: Similarity, excluding excluded: [Phrase] = [],
        isLive: ((Int64) -> Bool)?
    ) {
        self.parts = parts
        self.limit = limit
        self.similarity = similarity
        self.excluded = excluded
        self.isLive = isLive
    }

    /// The best passages, best first, and whether these are all that can be among the best: else too many passages that the
    /// leading lists name don't hold the phrase.
    func run() -> (best: [RankedPassage], isSure: Bool) {
        guard let weight = parts.first?.cursor.weight, limit > 0 else { return ([], true) }
        let isExact = parts.allSatisfy(\.cursor.isExact)
        if isExact, excluded.isEmpty {
            let found = candidates(limit: limit)
            return (found.map { RankedPassage(passage: $0.id, score: $0.share * weight) }, true)
        }
        let wanted = limit * 4 + 8
        let found = candidates(limit: wanted)
        var top = TopCollector(limit: limit)
        for candidate in found {
            if top.excludes(candidate.id, score: candidate.share * weight) { return (top.best, true) }
            let part = parts[candidate.part]
            if excluded.contains(where: { part.text.counts(of: $0, in: candidate.passage) != nil }) { continue }
            if isExact {
                top.insert(candidate.id, score: candidate.share * weight)
                continue
            }
            guard let counts = part.text.counts(of: part.cursor.phrase, in: candidate.passage) else { continue }
            let fieldNorm = part.segment.fieldNorm(of: candidate.passage)
            top.insert(candidate.id, score: part.cursor.lead.share(of: counts.code, fieldNorm) * weight)
        }
        // Passages beyond the candidates fit no better than the last of them, or as well and come later.
        guard found.count == wanted, let last = found.last else { return (top.best, true) }
        return (top.best, top.excludes(last.id + 1, score: last.share * weight))
    }

    // MARK: Candidates

    private struct Candidate {
        var share: Float
        var id: Int64
        var part: Int
        var passage: Int
    }

    /// A block of a list.
    private struct Block {
        var bound: UInt16
        var part: Int32
        var number: Int32
    }

    /// The passages with the highest shares by their leading lists; of equal ones, the lower ids.
    private func candidates(limit: Int) -> [Candidate] {
        var best: [Candidate] = []
        best.reserveCapacity(limit + 1)
        let (first, cutoff) = highestBlocks()
        for block in first.sorted(by: { $0.bound > $1.bound }) { take(block, limit: limit, into: &best) }
        guard cutoff > 0 else { return best }
        for (number, part) in parts.enumerated() {
            let lead = part.cursor.lead
            var least: UInt16 = 0
            var known: Float = -1
            for block in 0..<lead.blockCount {
                let bound = lead.storedBound(of: block)
                guard bound < cutoff else { continue }
                let threshold = best.count == limit ? best[limit - 1].share : -1
                if threshold > known {
                    known = threshold
                    // Equal shares get in where the id is lower.
                    least = similarity.bound(above: threshold.nextDown, storedMeanLength: part.segment.meanLength)
                }
                if bound >= least {
                    take(Block(bound: bound, part: Int32(number), number: Int32(block)), limit: limit, into: &best)
                }
            }
        }
        return best
    }

    /// Some blocks with the highest bounds, and the bound from which all are among them.
    private func highestBlocks() -> (blocks: [Block], cutoff: UInt16) {
        let total = parts.reduce(0) { $0 + $1.cursor.lead.blockCount }
        var cutoff: UInt16 = 0
        if total > Self.firstBlocks * 2 {
            var histogram = InlineArray<512, Int32>(repeating: 0)
            for part in parts {
                let lead = part.cursor.lead
                for block in 0..<lead.blockCount { histogram[Int(lead.storedBound(of: block) >> Self.bucketBits)] += 1 }
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
            let lead = part.cursor.lead
            for block in 0..<lead.blockCount {
                let bound = lead.storedBound(of: block)
                if bound >= cutoff { blocks.append(Block(bound: bound, part: Int32(number), number: Int32(block))) }
            }
        }
        return (blocks, cutoff)
    }

    private func take(_ block: Block, limit: Int, into best: inout [Candidate]) {
        let part = parts[Int(block.part)]
        let lead = part.cursor.lead
        if best.count == limit,
            similarity.share(bound: block.bound, storedMeanLength: part.segment.meanLength) < best[limit - 1].share
        {
            return
        }
        guard let (passages, codes) = unsafe lead.contents(of: Int(block.number)) else { return }
        let lengths = unsafe part.segment.pointer(.lengths)
        var least = best.count == limit ? best[limit - 1].share : -1
        for index in 0..<passages.count {
            let passage = Int(unsafe passages[index])
            let share = unsafe lead.share(of: UInt8(truncatingIfNeeded: codes[index]), lengths[passage])
            guard share >= least else { continue }
            let id = part.segment.id(of: passage)
            if share == least, best.count == limit, id > best[limit - 1].id { continue }
            if let isLive, !isLive(id) { continue }
            let candidate = Candidate(share: share, id: id, part: Int(block.part), passage: passage)
            var (low, high) = (0, best.count)
            while low < high {
                let middle = (low + high) / 2
                let other = best[middle]
                if other.share > share || other.share == share && other.id < id {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low < limit else { continue }
            best.insert(candidate, at: low)
            if best.count > limit { best.removeLast() }
            if best.count == limit { least = best[limit - 1].share }
        }
    }
}
