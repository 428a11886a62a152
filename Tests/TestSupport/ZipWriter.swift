/// Writes zip archives byte by byte, so that tests can also write those that no tool would.
public struct ZipWriter {
    public enum Method: Sendable { case stored, deflated }

    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    public init() {}

    /// Adds an entry, whatever its name is.
    public mutating func add(_ name: String, _ bytes: [UInt8], _ method: Method = .deflated) {
        let packed = method == .stored ? bytes : Deflate.literal(bytes)
        add(
            Array(name.utf8), packed: packed, size: bytes.count, checksum: Self.checksum(bytes),
            methodCode: method == .stored ? 0 : 8)
    }

    public mutating func add(_ name: String, _ text: String, _ method: Method = .deflated) {
        add(name, Array(text.utf8), method)
    }

    /// Adds an entry of zeros, packed as tightly as deflate can.
    ///
    /// - Parameter declared: The size that the directory tells, if not the true one.
    public mutating func addBomb(_ name: String, blocks: Int, declared: Int? = nil) {
        let size = blocks * 258 + 1
        add(
            Array(name.utf8), packed: Deflate.zeros(blocks: blocks), size: declared ?? size,
            checksum: Self.checksum([UInt8](repeating: 0, count: size)), methodCode: 8)
    }

    /// Adds an entry as its parts say, true or not.
    public mutating func add(
        _ name: [UInt8], packed: [UInt8], size: Int, checksum: UInt32, methodCode: UInt16, isEncrypted: Bool = false
    ) {
        // Version, flags, method, time and date, checksum, sizes, lengths of name and extra: the same in both places.
        var common: [UInt8] = []
        common.append(little: 20 as UInt16)
        common.append(little: (isEncrypted ? 1 : 0) as UInt16)
        common.append(little: methodCode)
        common.append(little: 0x5A21_0000 as UInt32)
        common.append(little: checksum)
        common.append(little: UInt32(packed.count))
        common.append(little: UInt32(size))
        common.append(little: UInt16(name.count))
        common.append(little: 0 as UInt16)
        let offset = UInt32(body.count)
        body += [0x50, 0x4B, 0x03, 0x04] + common + name + packed
        directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + common
        directory += [UInt8](repeating: 0, count: 10)
        directory.append(little: offset)
        directory += name
        count += 1
    }

    /// The whole archive.
    public var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        end.append(little: UInt16(count))
        end.append(little: UInt16(count))
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(body.count))
        end.append(little: 0 as UInt16)
        return body + directory + end
    }

    /// The checksum of zip, CRC-32 (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
        return ~value
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}

/// Streams of deflate (RFC 1951) in its fixed code.
enum Deflate {
    /// All bytes as literals: nothing is saved, but it is read as any other.
    static func literal(_ bytes: [UInt8]) -> [UInt8] {
        var bits = Bits()
        bits.begin()
        for byte in bytes { bits.literal(byte) }
        return bits.end()
    }

    /// A zero, and `blocks` times 258 more.
    static func zeros(blocks: Int) -> [UInt8] {
        var bits = Bits()
        bits.begin()
        bits.literal(0)
        for _ in 0..<blocks {
            // Length 258 is code 285, distance 1 is code 0.
            bits.code(0b1100_0101, 8)
            bits.code(0, 5)
        }
        return bits.end()
    }

    private struct Bits {
        private var bytes: [UInt8] = []
        private var current: UInt8 = 0
        private var filled = 0

        mutating func bit(_ bit: Int) {
            current |= UInt8(bit & 1) << filled
            filled += 1
            if filled == 8 {
                bytes.append(current)
                current = 0
                filled = 0
            }
        }

        /// Codes go out from their highest bit.
        mutating func code(_ code: Int, _ count: Int) {
            for at in (0..<count).reversed() { bit(code >> at) }
        }

        /// One last block in the fixed code.
        mutating func begin() {
            bit(1)
            bit(1)
            bit(0)
        }

        mutating func literal(_ byte: UInt8) {
            byte < 144 ? code(0x30 + Int(byte), 8) : code(0x190 + Int(byte) - 144, 9)
        }

        mutating func end() -> [UInt8] {
            code(0, 7)
            while filled != 0 { bit(0) }
            return bytes
        }
    }
}

extension [UInt8] {
    mutating func append(little value: some FixedWidthInteger) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
