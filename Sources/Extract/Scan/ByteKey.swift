/// A string as a key that is compared by its bytes.
///
/// Strings compare by canonical equivalence, which takes many times as long where they hold Han characters.
struct ByteKey: Hashable {
    private let string: String

    init(_ string: some StringProtocol) { self.string = String(string) }

    static func == (left: ByteKey, right: ByteKey) -> Bool { left.string.isSame(as: right.string) }

    func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension StringProtocol {
    /// Whether both have the same bytes.
    func isSame(as other: some StringProtocol) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in unsafe left.elementsEqual(right) }
        }
        return isSame.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
    }
}

extension Array<UInt8> {
    /// Whether the bytes of another text stand in these.
    func holds(_ other: [UInt8]) -> Bool {
        guard let first = other.first, other.count <= count else { return other.isEmpty }
        for start in 0...count - other.count where self[start] == first {
            var length = 1
            while length < other.count, self[start + length] == other[length] { length += 1 }
            if length == other.count { return true }
        }
        return false
    }
}
