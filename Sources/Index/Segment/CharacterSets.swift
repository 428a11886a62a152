import Synchronization

/// The passages of single characters that were asked for last, for all threads: a bit a passage.
final class CharacterSets: Sendable {
    /// How many characters are kept.
    private static let limit = 32
    private let sets = Mutex<[(character: Int, bits: [UInt64])]>([])

    func bits(of character: Int, make: () -> [UInt64]) -> [UInt64] {
        if let known = sets.withLock({ sets in sets.first { $0.character == character } }) { return known.bits }
        let bits = make()
        sets.withLock { sets in
            guard !sets.contains(where: { $0.character == character }) else { return }
            if sets.count >= Self.limit { sets.removeFirst() }
            sets.append((character, bits))
        }
        return bits
    }
}

extension Segment {
    /// A bit for each passage, set where it holds a character: it is a token of its own, or ends a run, or begins a bigram.
    func passages(with character: Int) -> [UInt64] {
        characterSets.bits(of: character) {
            var bits = [UInt64](repeating: 0, count: (passageCount + 63) / 64)
            for bigram in bigrams(of: character) { list(ofBigram: bigram)?.mark(in: &bits) }
            list(ofCharacter: character)?.mark(in: &bits)
            return bits
        }
    }
}
