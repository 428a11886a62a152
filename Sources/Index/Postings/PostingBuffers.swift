/// The lists of a segment while it is built: for each bigram of characters, and for each character, the passages that hold
/// it, in chunks of one pool of memory.
///
/// A list grows by chunks of twice the size of the one before; the last four bytes of a full chunk say where the next is.
/// A posting is the distance to the passage before, times four, plus the code where it is below three (varint); else plus
/// three, and the code follows (1 byte).
struct PostingBuffers: ~Copyable {
    struct Slot {
        /// The passage whose counts are being taken, and the last one that was written; less one, so that 0 is none.
        var passage: UInt32 = 0
        var written: UInt32 = 0
        var start: UInt32 = 0
        var cursor: UInt32 = 0
        var limit: UInt32 = 0
        var size: UInt32 = 0
        var count: UInt32 = 0
        var whole: UInt8 = 0
        var part: UInt8 = 0
    }

    private static let firstChunk = 12
    private static let largestChunk = 1 << 15
    private static let linkSize = 4
    /// The most that one posting takes.
    private static let postingSize = 6

    private var slots = Buffer<Slot>(capacity: 1 << 16)
    private var pool = Buffer<UInt8>(capacity: 1 << 20)
    private let codes: [UInt8]

    init() {
        var codes = [UInt8](repeating: 0, count: 32 * 32)
        for whole in 0..<32 {
            for part in 0..<32 where whole + part > 0 {
                codes[whole * 32 + part] = TermFrequency(whole: whole, part: part).code
            }
        }
        self.codes = codes
    }

    /// The bytes taken; below 2³² always.
    var byteCount: Int { pool.count }

    /// A new, empty list.
    mutating func makeSlot() -> UInt32 {
        slots.append(Slot())
        return UInt32(slots.count - 1)
    }

    /// TermFrequency occurrences in a passage; passages ascend.
    @inline(__always)
    mutating func count(_ slot: UInt32, in passage: Int, whole: UInt8, part: UInt8) {
        let at = unsafe slots.pointer + Int(slot)
        if unsafe at.pointee.passage != UInt32(passage + 1) {
            if unsafe at.pointee.passage != 0 { unsafe flush(at) }
            unsafe at.pointee.passage = UInt32(passage + 1)
            unsafe at.pointee.whole = whole
            unsafe at.pointee.part = part
        } else {
            unsafe at.pointee.whole = min(at.pointee.whole &+ whole, 31)
            unsafe at.pointee.part = min(at.pointee.part &+ part, 31)
        }
    }

    private mutating func flush(_ at: UnsafeMutablePointer<Slot>) {
        var slot = unsafe at.pointee
        let code = codes[Int(slot.whole) * 32 + Int(slot.part)]
        if slot.cursor + UInt32(Self.postingSize) > slot.limit { openChunk(&slot) }
        var rest = UInt64(slot.passage - slot.written) << 2 | UInt64(min(code, 3))
        while rest >= 0x80 {
            pool[Int(slot.cursor)] = UInt8(truncatingIfNeeded: rest) | 0x80
            slot.cursor += 1
            rest >>= 7
        }
        pool[Int(slot.cursor)] = UInt8(truncatingIfNeeded: rest)
        slot.cursor += 1
        if code >= 3 {
            pool[Int(slot.cursor)] = code
            slot.cursor += 1
        }
        slot.written = slot.passage
        slot.count += 1
        unsafe at.pointee = slot
    }

    /// Goes on in a new chunk; the rest of the old one stays unused, but for the link at its cursor.
    private mutating func openChunk(_ slot: inout Slot) {
        let size = slot.size == 0 ? Self.firstChunk : min(Int(slot.size) * 2, Self.largestChunk)
        let start = pool.count
        pool.append(repeating: 0, count: size + Self.linkSize)
        if slot.size == 0 {
            slot.start = UInt32(start)
        } else {
            // Readers find the link by the same rule: no room for a posting before the limit.
            for byte in 0..<Self.linkSize {
                pool[Int(slot.limit) + byte] = UInt8(truncatingIfNeeded: start >> (byte * 8))
            }
        }
        slot.size = UInt32(size)
        slot.cursor = UInt32(start)
        slot.limit = UInt32(start + size)
    }

    /// Takes a list out, in ascending order.
    mutating func read(_ slot: UInt32, passages: inout [UInt32], codes: inout [UInt8]) {
        passages.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        let at = unsafe slots.pointer + Int(slot)
        if unsafe at.pointee.passage != at.pointee.written { unsafe flush(at) }
        let entry = unsafe at.pointee
        var cursor = Int(entry.start)
        var size = Self.firstChunk
        var limit = cursor + size
        var passage: UInt32 = 0
        for _ in 0..<entry.count {
            if cursor + Self.postingSize > limit {
                var next = 0
                for byte in 0..<Self.linkSize { next |= Int(pool[limit + byte]) << (byte * 8) }
                size = min(size * 2, Self.largestChunk)
                cursor = next
                limit = next + size
            }
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while true {
                let byte = pool[cursor]
                cursor += 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            passage += UInt32(value >> 2)
            var code = UInt8(value & 3)
            if code == 3 {
                code = pool[cursor]
                cursor += 1
            }
            passages.append(passage - 1)
            codes.append(code)
        }
    }
}
