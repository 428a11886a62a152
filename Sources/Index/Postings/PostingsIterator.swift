/// Walks through a list of postings.
///
/// Passages only ever ascend. Blocks are decoded when a passage in them is asked for.
@safe final class PostingsIterator {
    /// What ``passage`` is behind the last one.
    static let end = UInt32.max

    let list: PostingList
    /// The passage at hand; ``end`` behind the last.
    ///
    /// Before the first move, nothing is at hand.
    private(set) var passage: UInt32 = 0
    private let passages: UnsafeMutablePointer<UInt32>
    private let codes: UnsafeMutablePointer<UInt32>
    private var codesBlock = -1
    /// The block that is decoded; -1 for none.
    private var block = -1
    private var blockLast: UInt32 = 0
    private var size = 0
    private var index = 0

    init(_ list: PostingList) {
        self.list = list
        unsafe passages = .allocate(capacity: PostingBlock.size * 2)
        unsafe codes = passages + PostingBlock.size
    }

    deinit { unsafe passages.deallocate() }

    /// Moves to the first passage from `target` on, if it isn't there or beyond already; gives ``passage``.
    @inline(__always)
    @discardableResult
    func advance(to target: UInt32) -> UInt32 {
        if block >= 0, passage >= target { return passage }
        return move(to: target)
    }

    private func move(to target: UInt32) -> UInt32 {
        if block < 0 || blockLast < target {
            guard let next = nextBlock(for: target), decode(next) else { return finish() }
        }
        // Eight at a time from where we are, most often a step or two; then by halves, without a branch.
        let passages = unsafe self.passages
        let size = self.size
        var low = index
        while low &+ 8 <= size, unsafe passages[low &+ 7] < target { low &+= 8 }
        if low &+ 8 <= size {
            let wanted = Int(target)
            var step = 4
            while step > 0 {
                // The sign of the difference is the answer.
                low &+= (Int(unsafe passages[low &+ step &- 1]) &- wanted) >> 63 & step
                step >>= 1
            }
        } else {
            while low < size, unsafe passages[low] < target { low &+= 1 }
        }
        guard low < size else { return finish() }
        index = low
        passage = unsafe passages[low]
        return passage
    }

    private func finish() -> UInt32 {
        block = list.blockCount
        blockLast = Self.end
        passage = Self.end
        return passage
    }

    /// The first block that ends at a passage or behind it: by strides that double, then by halves.
    private func nextBlock(for target: UInt32) -> Int? {
        guard list.hasHeads else { return block < 0 ? 0 : nil }
        var low = block + 1
        guard low < list.blockCount else { return nil }
        if list.last(of: low) >= target { return low }
        var stride = 1
        var high = low + stride
        while high < list.blockCount, list.last(of: high) < target {
            low = high
            stride *= 2
            high = low + stride
        }
        high = min(high, list.blockCount)
        // All up to `low` end before the target.
        while low + 1 < high {
            let middle = (low + high) / 2
            if list.last(of: middle) < target { low = middle } else { high = middle }
        }
        return high < list.blockCount ? high : nil
    }

    @discardableResult
    private func decode(_ next: Int) -> Bool {
        size = unsafe list.read(next, passages: passages, codes: codes)
        guard size > 0 else { return false }
        block = next
        index = 0
        if list.isTail(next) { codesBlock = next }
        blockLast = unsafe passages[size - 1]
        passage = unsafe passages[0]
        return true
    }

    /// The code of the passage at hand, see ``TermFrequency``.
    @inline(__always)
    var code: UInt8 {
        if codesBlock != block { readCodes() }
        return unsafe UInt8(truncatingIfNeeded: codes[index])
    }

    private func readCodes() {
        guard block < list.blockCount else { return }
        unsafe list.readCodes(block, into: codes)
        codesBlock = block
    }

    /// The postings from the passage at hand up to `last` that stand in its block; good until the next move.
    ///
    /// There is a passage at hand.
    @inline(__always)
    func rest(upTo last: UInt32) -> (passages: UnsafeBufferPointer<UInt32>, codes: UnsafePointer<UInt32>) {
        if codesBlock != block { readCodes() }
        var end = size
        if blockLast > last {
            end = index
            while end < size, unsafe passages[end] <= last { end += 1 }
        }
        return unsafe (UnsafeBufferPointer(start: passages + index, count: end - index), UnsafePointer(codes + index))
    }

    /// The postings of a block; good until the next move.
    ///
    /// Nil where it is damaged.
    ///
    /// The iterator must not be moved by passages before or after.
    func contents(of block: Int) -> (passages: UnsafeBufferPointer<UInt32>, codes: UnsafePointer<UInt32>)? {
        guard block == self.block || decode(block) else { return nil }
        if codesBlock != block { readCodes() }
        return unsafe (UnsafeBufferPointer(start: passages, count: size), UnsafePointer(codes))
    }
}
