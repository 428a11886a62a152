/// Values by character, for tables that are asked at each character of a text.
///
/// An open hash table: a character that has no value, as most have, costs one look into an array. A `Dictionary` costs
/// twenty times that.
public struct ScalarMap<Value: Sendable>: Sendable {
    /// The characters, 0 where a slot is free; a power of two in number, at most half of them taken.
    @usableFromInline
    let keys: [UInt32]
    @usableFromInline
    let slots: [Int32]
    @usableFromInline
    let values: [Value]
    @usableFromInline
    let shift: UInt32

    public init(_ table: [Unicode.Scalar: Value]) {
        var bits: UInt32 = 3
        while (1 << bits) < table.count * 2 { bits += 1 }
        shift = 32 - bits
        var keys = [UInt32](repeating: 0, count: 1 << bits)
        var slots = [Int32](repeating: 0, count: 1 << bits)
        var values: [Value] = []
        for (scalar, value) in table {
            var slot = Self.slot(scalar.value, 32 - bits)
            while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = scalar.value
            slots[slot] = Int32(values.count)
            values.append(value)
        }
        self.keys = keys
        self.slots = slots
        self.values = values
    }

    /// The value of a character; nil where it has none.
    @inlinable
    public subscript(scalar: Unicode.Scalar) -> Value? {
        var slot = Self.slot(scalar.value, shift)
        while keys[slot] != 0 {
            if keys[slot] == scalar.value { return values[Int(slots[slot])] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    @inlinable
    static func slot(_ value: UInt32, _ shift: UInt32) -> Int { Int((value &* 0x9E37_79B1) >> shift) }
}
