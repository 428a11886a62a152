/// A list of postings that is made for one query.
struct PostingList {
    /// Ascending.
    var passages: [UInt32] = []
    var codes: [UInt8] = []
}

/// Walks through a list of postings.
///
/// Passages only ever ascend. Blocks are decoded when a passage in them is asked for; their bounds are known before.
@safe final class PostingCursor {
    /// What ``passage`` is behind the last one.
    static let end = UInt32.max

    /// How many passages the list has.
    let count: Int
    /// The passage at hand; ``end`` behind the last.
    ///
    /// Before the first move, nothing is at hand.
    private(set) var passage: UInt32 = 0
    /// Whether shares are those of as many whole words.
    let asksNoWords: Bool
    private let segment: Segment
    private let similarity: Similarity
    private let heads: UnsafePointer<UInt8>
    private let body: UnsafePointer<UInt8>
    /// Where the blocks begin in the file.
    private let bodyPlace: Int
    private let bodyLength: Int
    let blockCount: Int
    private let memory: PostingList?
    private let isInMemory: Bool

    private let passages: UnsafeMutablePointer<UInt32>
    private let codes: UnsafeMutablePointer<UInt32>
    private var codesBlock = -1
    /// The block that is decoded; -1 for none.
    private var block = -1
    private var blockLast: UInt32 = 0
    private var size = 0
    private var index = 0
    /// The block whose bound was asked for last; never before `block`.
    private var shallow = 0

    /// - Parameters:
    ///   - place: Where the list stands.
    init?(_ segment: Segment, list place: Range<Int>, similarity: Similarity, asksNoWords: Bool = false) {
        self.segment = segment
        self.similarity = similarity
        self.asksNoWords = asksNoWords
        let start = unsafe segment.file.base + place.lowerBound
        var offset = 0
        var count = 0
        var shift = 0
        while offset < place.count, shift < 35 {
            let byte = Int(unsafe start[offset])
            count |= (byte & 0x7F) << shift
            offset += 1
            shift += 7
            if byte < 0x80 { break }
        }
        let blocks = count >= PostingBlock.size ? (count + PostingBlock.size - 1) / PostingBlock.size : 0
        guard count > 0, count <= segment.passageCount, offset + blocks * PostingEncoder.headSize <= place.count,
            segment.file.isSound(place.lowerBound..<place.lowerBound + offset + blocks * PostingEncoder.headSize)
        else {
            segment.file.noteDamage()
            return nil
        }
        self.count = count
        memory = nil
        isInMemory = false
        blockCount = max(blocks, 1)
        unsafe heads = start + offset
        unsafe body = start + offset + blocks * PostingEncoder.headSize
        bodyPlace = place.lowerBound + offset + blocks * PostingEncoder.headSize
        bodyLength = place.count - offset - blocks * PostingEncoder.headSize
        unsafe passages = .allocate(capacity: PostingBlock.size * 2)
        unsafe codes = passages + PostingBlock.size
        if blocks == 0 {
            decode(0)
        }
    }

    /// Walks through a list in memory, which is not empty.
    init(_ segment: Segment, list: PostingList, similarity: Similarity, asksNoWords: Bool = false) {
        self.segment = segment
        self.similarity = similarity
        self.asksNoWords = asksNoWords
        memory = list
        isInMemory = true
        count = list.passages.count
        blockCount = (count + PostingBlock.size - 1) / PostingBlock.size
        unsafe heads = segment.file.base
        unsafe body = heads
        bodyPlace = 0
        bodyLength = 0
        unsafe passages = .allocate(capacity: PostingBlock.size * 2)
        unsafe codes = passages + PostingBlock.size
    }

    deinit { unsafe passages.deallocate() }

    // MARK: Moving

    /// Moves to the first passage from `target` on, if it isn't there or beyond already; gives ``passage``.
    @inline(__always)
    @discardableResult
    func advance(to target: UInt32) -> UInt32 {
        if block >= 0, passage >= target { return passage }
        return move(to: target)
    }

    /// Moves on within the block at hand.
    @inline(__always)
    func move(by count: Int) {
        index += count
        passage = unsafe passages[index]
    }

    private func move(to target: UInt32) -> UInt32 {
        if block < 0 || blockLast < target {
            var next = max(block + 1, shallow)
            while next < blockCount, last(of: next) < target { next += 1 }
            shallow = max(shallow, next)
            guard next < blockCount, decode(next) else {
                block = blockCount
                passage = Self.end
                return passage
            }
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
        guard low < size else {
            block = blockCount
            passage = Self.end
            return passage
        }
        index = low
        passage = unsafe passages[low]
        return passage
    }

    /// The code of the passage at hand, see ``TermFrequency``.
    var code: UInt8 {
        if codesBlock != block { decodeCodes() }
        return unsafe UInt8(truncatingIfNeeded: codes[index])
    }

    // MARK: Bounds

    /// The highest share of any passage from `target` to the end of its block, and the last passage of that block.
    ///
    /// Targets ascend.
    ///
    /// - Returns: Nil where nothing is left.
    @inline(__always)
    func bound(at target: UInt32) -> (share: Float, last: UInt32)? {
        if shallow < block { shallow = block }
        while shallow < blockCount, last(of: shallow) < target { shallow += 1 }
        guard shallow < blockCount else { return nil }
        return (share(of: shallow), last(of: shallow))
    }

    /// The highest share of the passages from `first` to `last`.
    func bound(from first: UInt32, to last: UInt32) -> Float {
        guard let start = bound(at: first) else { return 0 }
        var share = start.share
        var next = shallow + 1
        while next <= blockCount - 1, self.last(of: next - 1) < last {
            share = max(share, self.share(of: next))
            next += 1
        }
        return share
    }

    @inline(__always)
    private func last(of block: Int) -> UInt32 {
        if isInMemory, let memory { return memory.passages[min(count, (block + 1) * PostingBlock.size) - 1] }
        if count < PostingBlock.size { return blockLast }
        return headNumber(block, at: 0)
    }

    private lazy var shortShare: Float = {
        var share: Float = 0
        for index in 0..<size {
            let fieldNorm = segment.fieldNorm(of: Int(unsafe passages[index]))
            share = max(share, self.share(of: UInt8(truncatingIfNeeded: unsafe codes[index]), fieldNorm))
        }
        return share
    }()

    private func share(of block: Int) -> Float {
        if isInMemory, let memory {
            var share: Float = 0
            for index in block * PostingBlock.size..<min(count, (block + 1) * PostingBlock.size) {
                let fieldNorm = segment.fieldNorm(of: Int(memory.passages[index]))
                share = max(share, self.share(of: memory.codes[index], fieldNorm))
            }
            return share
        }
        guard count >= PostingBlock.size else { return shortShare }
        let bits = unsafe UInt16(
            littleEndian: UnsafeRawPointer(heads + block * PostingEncoder.headSize + boundOffset).loadUnaligned(
                as: UInt16.self))
        return similarity.share(bound: bits, storedMeanLength: segment.meanLength)
    }

    private var boundOffset: Int { asksNoWords ? 8 : 6 }

    /// What a code says of a passage of some length.
    @inline(__always)
    func share(of code: UInt8, _ fieldNorm: UInt8) -> Float {
        similarity.share(code: code, fieldNorm: fieldNorm, asksNoWords: asksNoWords)
    }

    // MARK: Blocks in any order

    /// The stored bound of a block, see ``Similarity/share(bound:storedMeanLength:)``; blocks of lists that store none have
    /// the highest.
    @inline(__always)
    func storedBound(of block: Int) -> UInt16 {
        guard count >= PostingBlock.size, !isInMemory else { return .max }
        return unsafe UInt16(
            littleEndian: UnsafeRawPointer(heads + block * PostingEncoder.headSize + boundOffset).loadUnaligned(
                as: UInt16.self))
    }

    /// The passages of a block and their codes; good until the next move.
    ///
    /// Nil where the block is damaged.
    ///
    /// The cursor must not be moved by passages before or after.
    func contents(
        of block: Int
    ) -> (passages: UnsafeBufferPointer<UInt32>, codes: UnsafePointer<UInt32>)? {
        guard let passages = unsafe passages(of: block) else { return nil }
        if codesBlock != block { decodeCodes() }
        return unsafe (passages, UnsafePointer(codes))
    }

    /// The passages of a block; good until the next move.
    ///
    /// Nil where the block is damaged.
    func passages(of block: Int) -> UnsafeBufferPointer<UInt32>? {
        guard block == self.block || decode(block) else { return nil }
        return unsafe UnsafeBufferPointer(start: passages, count: size)
    }

    // MARK: Blocks

    /// The passages of the block at hand from the one at hand up to `last`, with their codes; good until the next move.
    func rest(
        upTo last: UInt32
    ) -> (passages: UnsafeBufferPointer<UInt32>, codes: UnsafePointer<UInt32>) {
        if codesBlock != block { decodeCodes() }
        var end = size
        if blockLast > last {
            end = index
            while end < size, unsafe passages[end] <= last { end += 1 }
        }
        return unsafe (UnsafeBufferPointer(start: passages + index, count: end - index), UnsafePointer(codes + index))
    }

    @discardableResult
    private func decode(_ next: Int) -> Bool {
        let before = next == 0 ? -1 : Int32(bitPattern: last(of: next - 1))
        block = next
        index = 0
        let isTail = (next + 1) * PostingBlock.size > count
        size = isTail ? count - next * PostingBlock.size : PostingBlock.size
        if isInMemory, let memory {
            for at in 0..<size {
                unsafe passages[at] = memory.passages[next * PostingBlock.size + at]
                unsafe codes[at] = UInt32(memory.codes[next * PostingBlock.size + at])
            }
            codesBlock = next
            blockLast = unsafe passages[size - 1]
            passage = unsafe passages[0]
            return true
        }
        let start = bodyPlace + offset(of: next)
        let end = next + 1 < blockCount ? bodyPlace + offset(of: next + 1) : bodyPlace + bodyLength
        guard start <= end, segment.file.isSound(start..<end) else { return false }
        let isSound = isTail ? decodeTail(next, before: before) : decodeFull(next, before: before)
        guard isSound, Int(unsafe passages[size - 1]) < segment.passageCount else {
            segment.file.noteDamage()
            return false
        }
        blockLast = unsafe passages[size - 1]
        passage = unsafe passages[0]
        return true
    }

    /// A number of three bytes in the head of a block.
    @inline(__always)
    private func headNumber(_ block: Int, at offset: Int) -> UInt32 {
        let place = unsafe UnsafeRawPointer(heads + block * PostingEncoder.headSize + offset)
        return UInt32(littleEndian: unsafe place.loadUnaligned(as: UInt32.self)) & 0xFF_FFFF
    }

    private func offset(of block: Int) -> Int {
        guard count >= PostingBlock.size else { return 0 }
        return Int(headNumber(block, at: 3))
    }

    private func widths(of block: Int) -> (gap: Int, code: Int) {
        let head = unsafe heads + block * PostingEncoder.headSize
        return unsafe (Int(head[10]), Int(head[11]))
    }

    private func decodeFull(_ block: Int, before: Int32) -> Bool {
        let start = offset(of: block)
        let widths = widths(of: block)
        guard widths.gap <= 32, widths.code <= 8, start + 3 + (widths.gap + widths.code) * 16 <= bodyLength else {
            return false
        }
        unsafe PostingBlock.decodePassages(body + start, gapWidth: widths.gap, before: before, into: passages)
        return true
    }

    private func decodeCodes() {
        guard block < blockCount, (block + 1) * PostingBlock.size <= count else { return }
        let widths = widths(of: block)
        unsafe PostingBlock.decodeCodes(
            body + offset(of: block), gapWidth: widths.gap, codeWidth: widths.code, into: codes)
        codesBlock = block
    }

    private func decodeTail(_ block: Int, before: Int32) -> Bool {
        var at = offset(of: block)
        guard at < bodyLength else { return false }
        let usual = UInt32(unsafe body[at])
        at += 1
        var passage = UInt32(bitPattern: before)
        for index in 0..<size {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while true {
                guard at < bodyLength, shift < 64 else { return false }
                let byte = unsafe body[at]
                at += 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            passage = passage &+ UInt32(truncatingIfNeeded: value >> 1) &+ 1
            unsafe passages[index] = passage
            if value & 1 == 1 {
                guard at < bodyLength else { return false }
                unsafe codes[index] = UInt32(body[at])
                at += 1
            } else {
                unsafe codes[index] = usual
            }
        }
        codesBlock = block
        return true
    }
}
