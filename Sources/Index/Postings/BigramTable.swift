/// The slots of the bigrams of UTF-16 units of a segment while it is built: a hash table with linear probing.
struct BigramTable: ~Copyable {
    struct Entry {
        var key: UInt32
        var slot: UInt32
    }

    /// No word holds U+0000, so that no bigram has this key.
    private static let vacant: UInt32 = 0

    private var table = Buffer<Entry>(repeating: Entry(key: vacant, slot: 0), count: 1 << 16)
    private var shift: UInt32 = 16
    private(set) var count = 0

    static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }

    /// The slot of a bigram; a new one is asked of `make`.
    @inline(__always)
    mutating func slot(of key: UInt32, make: () -> UInt32) -> UInt32 {
        var index = Int((key &* 0x9E37_79B1) >> shift)
        while true {
            let entry = table[index]
            if entry.key == key { return entry.slot }
            if entry.key == Self.vacant { break }
            index = (index + 1) & (table.count - 1)
        }
        let slot = make()
        table[index] = Entry(key: key, slot: slot)
        count += 1
        if count * 2 > table.count { grow() }
        return slot
    }

    private mutating func grow() {
        let old = table.count
        var larger = Buffer<Entry>(repeating: Entry(key: Self.vacant, slot: 0), count: old * 2)
        shift -= 1
        for number in 0..<old where table[number].key != Self.vacant {
            var index = Int((table[number].key &* 0x9E37_79B1) >> shift)
            while larger[index].key != Self.vacant { index = (index + 1) & (larger.count - 1) }
            larger[index] = table[number]
        }
        swap(&table, &larger)
    }

    /// All bigrams and their slots, in ascending order of keys.
    func sorted() -> [(key: UInt32, slot: UInt32)] {
        var all: [(key: UInt32, slot: UInt32)] = []
        all.reserveCapacity(count)
        for number in 0..<table.count where table[number].key != Self.vacant {
            all.append((table[number].key, table[number].slot))
        }
        return all.sorted { $0.key < $1.key }
    }
}
