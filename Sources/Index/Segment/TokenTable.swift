/// The tokens of the texts of a segment: words and marks, each with a number.
///
/// A hash table with linear probing.
struct TokenTable: ~Copyable {
    struct Entry {
        var hash: UInt32
        var start: UInt32
        var length: UInt16
        /// Whether all units of the token join, see ``WordUnits``.
        var isJoined: Bool
    }

    private var entries = Buffer<Entry>(capacity: 1 << 14)
    private var units = Buffer<UInt16>(capacity: 1 << 16)
    private var table = Buffer<UInt32>(repeating: .max, count: 1 << 15)
    private var mask = 1 << 15 - 1
    /// For each token the slots of the bigrams inside it; filled by the builder.
    private var bigrams = Buffer<UInt32>(capacity: 1 << 16)

    var count: Int { entries.count }

    /// The number of a token, and whether it is new.
    @inline(__always)
    mutating func number(of token: UnsafeBufferPointer<UInt16>) -> (number: Int, isNew: Bool) {
        let hash = unsafe Self.hash(token)
        var index = Int(hash) & mask
        while true {
            let found = table[index]
            if found == .max { break }
            let entry = entries[Int(found)]
            if entry.hash == hash, unsafe isSame(entry, token) { return (Int(found), false) }
            index = (index + 1) & mask
        }
        return (unsafe insert(token, hash: hash, at: index), true)
    }

    func isJoined(_ number: Int) -> Bool { entries[number].isJoined }
    mutating func setJoined(_ number: Int, _ isJoined: Bool) {
        var entry = entries[number]
        entry.isJoined = isJoined
        entries[number] = entry
    }

    /// The units of a token.
    func units(of number: Int) -> UnsafeBufferPointer<UInt16> {
        let entry = entries[number]
        return unsafe UnsafeBufferPointer(start: units.pointer + Int(entry.start), count: Int(entry.length))
    }

    /// The slot of the bigram that begins at an offset inside a token; `UInt32.max` where none is known yet.
    @inline(__always)
    subscript(bigramOf number: Int, at offset: Int) -> UInt32 {
        get { bigrams[Int(entries[number].start) + offset] }
        set { bigrams[Int(entries[number].start) + offset] = newValue }
    }

    private func isSame(_ entry: Entry, _ token: UnsafeBufferPointer<UInt16>) -> Bool {
        guard Int(entry.length) == token.count else { return false }
        for offset in 0..<token.count where unsafe units[Int(entry.start) + offset] != token[offset] { return false }
        return true
    }

    private mutating func insert(_ token: UnsafeBufferPointer<UInt16>, hash: UInt32, at index: Int) -> Int {
        let number = entries.count
        entries.append(
            Entry(hash: hash, start: UInt32(units.count), length: UInt16(token.count), isJoined: false))
        for offset in 0..<token.count { units.append(unsafe token[offset]) }
        bigrams.append(repeating: .max, count: token.count)
        table[index] = UInt32(number)
        if entries.count * 2 > table.count { grow() }
        return number
    }

    private mutating func grow() {
        let size = table.count * 2
        mask = size - 1
        table = Buffer(repeating: .max, count: size)
        for number in 0..<entries.count {
            var index = Int(entries[number].hash) & mask
            while table[index] != .max { index = (index + 1) & mask }
            table[index] = UInt32(number)
        }
    }

    private static func hash(_ token: UnsafeBufferPointer<UInt16>) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for offset in 0..<token.count {
            state = (state ^ UInt64(unsafe token[offset])) &* 0xD6E8_FEB8_6659_FD93
            state ^= state >> 29
        }
        return UInt32(truncatingIfNeeded: state >> 16)
    }
}
