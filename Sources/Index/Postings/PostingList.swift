/// A list of postings in a file: how many passages it has, where its blocks end, what bounds they have, what is in them.
///
/// Whatever the file says, a block that is given out has ascending passages below the segment's count.
@safe final class PostingList {
    /// How many passages the list has; at least one.
    let count: Int
    let blockCount: Int
    private let file: PagedFile
    private let passageCount: Int
    private let heads: UnsafePointer<UInt8>
    private let body: UnsafePointer<UInt8>
    /// Where the blocks begin in the file.
    private let bodyPlace: Int
    private let bodyLength: Int

    /// - Parameters:
    ///   - place: Where the list stands.
    ///   - passageCount: How many passages the segment has.
    init?(in file: PagedFile, at place: Range<Int>, passageCount: Int) {
        self.file = file
        self.passageCount = passageCount
        let start = unsafe file.base + place.lowerBound
        var offset = 0
        guard file.isSound(place.lowerBound..<min(place.lowerBound + 5, place.upperBound)),
            let count = unsafe Varint.read(start, at: &offset, end: min(5, place.count)),
            count > 0, count <= UInt64(passageCount)
        else {
            file.noteDamage()
            return nil
        }
        self.count = Int(count)
        let blocks = self.count >= PostingBlock.size ? (self.count + PostingBlock.size - 1) / PostingBlock.size : 0
        let headsEnd = offset + blocks * PostingEncoder.headSize
        guard headsEnd <= place.count, file.isSound(place.lowerBound..<place.lowerBound + headsEnd) else {
            file.noteDamage()
            return nil
        }
        blockCount = max(blocks, 1)
        unsafe heads = start + offset
        unsafe body = start + headsEnd
        bodyPlace = place.lowerBound + headsEnd
        bodyLength = place.count - headsEnd
    }

    /// Whether the blocks have heads, with bounds and ends; a list of less than a block has none.
    var hasHeads: Bool { count >= PostingBlock.size }

    /// The last passage of a block; only where there are heads.
    @inline(__always)
    func last(of block: Int) -> UInt32 { headNumber(block, at: 0) }

    /// The stored bound of a block, see ``Similarity/share(bound:storedMeanLength:)``; only where there are heads.
    @inline(__always)
    func storedBound(of block: Int, asksNoWords: Bool) -> UInt16 {
        let place = unsafe UnsafeRawPointer(heads + block * PostingEncoder.headSize + (asksNoWords ? 8 : 6))
        return UInt16(littleEndian: unsafe place.loadUnaligned(as: UInt16.self))
    }

    /// Whether a block is the tail, in which codes stand beside passages.
    @inline(__always)
    func isTail(_ block: Int) -> Bool { (block + 1) * PostingBlock.size > count }

    /// Reads a block: its passages, and for a tail the codes too.
    ///
    /// - Parameters:
    ///   - passages: Room for ``PostingBlock/size`` of them.
    ///   - codes: As much room.
    /// - Returns: How many; 0 where the block is damaged.
    func read(
        _ block: Int, passages: UnsafeMutablePointer<UInt32>, codes: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let start = offset(of: block)
        let end = block + 1 < blockCount ? offset(of: block + 1) : bodyLength
        let before = block == 0 ? -1 : Int64(last(of: block - 1))
        guard start <= end, end <= bodyLength, file.isSound(bodyPlace + start..<bodyPlace + end) else { return fail() }
        let size = isTail(block) ? count - block * PostingBlock.size : PostingBlock.size
        let last: Int64?
        if isTail(block) {
            last = unsafe readTail(start..<end, before: before, size: size, passages: passages, codes: codes)
        } else {
            guard hasRoom(block, start..<end) else { return fail() }
            last = unsafe PostingBlock.decodePassages(
                body + start, gapWidth: widths(of: block).gap, before: before, into: passages)
        }
        // Gaps are added in 64 bits, so that the last passage bounds all.
        guard let last, last < Int64(passageCount) else { return fail() }
        return size
    }

    /// Reads the codes of a block that was read and is no tail.
    func readCodes(_ block: Int, into codes: UnsafeMutablePointer<UInt32>) {
        let widths = widths(of: block)
        unsafe PostingBlock.decodeCodes(
            body + offset(of: block), gapWidth: widths.gap, codeWidth: widths.code, into: codes)
    }

    private func fail() -> Int {
        file.noteDamage()
        return 0
    }

    /// Whether what a block says of itself ends where it ends.
    private func hasRoom(_ block: Int, _ place: Range<Int>) -> Bool {
        let widths = widths(of: block)
        guard widths.gap <= 32, widths.code <= 8, place.count >= 3 else { return false }
        return unsafe PostingBlock.length(body + place.lowerBound, gapWidth: widths.gap, codeWidth: widths.code)
            <= place.count
    }

    private func readTail(
        _ place: Range<Int>, before: Int64, size: Int, passages: UnsafeMutablePointer<UInt32>,
        codes: UnsafeMutablePointer<UInt32>
    ) -> Int64? {
        var at = place.lowerBound
        guard at < place.upperBound else { return nil }
        let usual = UInt32(unsafe body[at])
        at += 1
        var passage = before
        for index in 0..<size {
            guard let value = unsafe Varint.read(body, at: &at, end: place.upperBound),
                value >> 1 < UInt64(passageCount)
            else { return nil }
            passage += Int64(value >> 1) + 1
            guard passage < Int64(passageCount) else { return nil }
            unsafe passages[index] = UInt32(passage)
            unsafe codes[index] = usual
            if value & 1 == 1 {
                guard at < place.upperBound else { return nil }
                unsafe codes[index] = UInt32(body[at])
                at += 1
            }
        }
        return passage
    }

    /// A number of three bytes in the head of a block.
    @inline(__always)
    private func headNumber(_ block: Int, at offset: Int) -> UInt32 {
        let place = unsafe UnsafeRawPointer(heads + block * PostingEncoder.headSize + offset)
        return UInt32(littleEndian: unsafe place.loadUnaligned(as: UInt32.self)) & 0xFF_FFFF
    }

    private func offset(of block: Int) -> Int { hasHeads ? Int(headNumber(block, at: 3)) : 0 }

    private func widths(of block: Int) -> (gap: Int, code: Int) {
        let head = unsafe heads + block * PostingEncoder.headSize
        return unsafe (Int(head[10]), Int(head[11]))
    }
}

/// Numbers in groups of seven bits, the lowest first; see `append(varint:)`.
enum Varint {
    /// Reads a number and moves behind it; nil where it doesn't end in time.
    @inline(__always)
    static func read(_ bytes: UnsafePointer<UInt8>, at offset: inout Int, end: Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end, shift < 63 {
            let byte = unsafe bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}

extension PostingList {
    /// Walks through the whole list; a damaged block ends the walk.
    ///
    /// - Returns: Whether all of it could be read.
    @discardableResult
    func forEachPosting(_ body: (_ passage: UInt32, _ code: UInt8) -> Void) -> Bool {
        let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingBlock.size * 2)
        defer { unsafe buffer.deallocate() }
        let codes = unsafe buffer + PostingBlock.size
        for block in 0..<blockCount {
            let size = unsafe read(block, passages: buffer, codes: codes)
            guard size > 0 else { return false }
            if !isTail(block) { unsafe readCodes(block, into: codes) }
            for index in 0..<size { unsafe body(buffer[index], UInt8(truncatingIfNeeded: codes[index])) }
        }
        return true
    }

    /// Sets a bit for each passage.
    func mark(in bits: inout [UInt64]) {
        let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingBlock.size * 2)
        defer { unsafe buffer.deallocate() }
        for block in 0..<blockCount {
            let size = unsafe read(block, passages: buffer, codes: buffer + PostingBlock.size)
            guard size > 0 else { return }
            for index in 0..<size {
                let passage = unsafe buffer[index]
                bits[Int(passage >> 6)] |= 1 << UInt64(passage & 63)
            }
        }
    }
}
