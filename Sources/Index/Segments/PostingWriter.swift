/// Writes the list of the passages that hold one gram.
///
/// A list is made of blocks of up to 128 passages: how many, the distance from the last passage of the block before to the
/// last of this one, the length in bytes, then for each passage its distance from the one before it, the number of
/// occurrences, and
/// - for a pair of scalars, for each occurrence its distance from the one before it with the two word breaks in the lowest bits;
/// - for a single scalar, how many of the occurrences are words of their own.
///
/// All numbers are varints.
struct PostingWriter {
    static let blockSize = 128

    private(set) var passageCount = 0
    private var closed: [UInt8] = []
    private var block: [UInt8] = []
    private var blockCount = 0
    private var blockBase = -1
    private var last = -1

    /// Adds a passage that holds a pair; occurrences in ascending order.
    mutating func append(_ passage: Int, occurrences: some Collection<Occurrence>) {
        open(passage, count: occurrences.count)
        var previous = 0
        for occurrence in occurrences {
            let breaks: UInt64 = (occurrence.breaksBefore ? 2 : 0) | (occurrence.breaksAfter ? 1 : 0)
            block.append(varint: UInt64(occurrence.offset - previous) << 2 | breaks)
            previous = occurrence.offset
        }
    }

    /// Adds a passage that holds a single scalar.
    mutating func append(_ passage: Int, count: Int, wholeWords: Int) {
        open(passage, count: count)
        block.append(varint: UInt64(wholeWords))
    }

    /// The whole list.
    consuming func finish() -> [UInt8] {
        closeBlock()
        return closed
    }

    private mutating func open(_ passage: Int, count: Int) {
        if blockCount == Self.blockSize { closeBlock() }
        block.append(varint: UInt64(passage - last))
        block.append(varint: UInt64(count))
        last = passage
        blockCount += 1
        passageCount += 1
    }

    private mutating func closeBlock() {
        guard blockCount > 0 else { return }
        closed.append(varint: UInt64(blockCount))
        closed.append(varint: UInt64(last - blockBase))
        closed.append(varint: UInt64(block.count))
        closed += block
        block.removeAll(keepingCapacity: true)
        blockCount = 0
        blockBase = last
    }
}
