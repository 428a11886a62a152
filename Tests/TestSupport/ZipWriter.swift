/// Writes zip archives for tests: sound ones, and ones that no honest program makes.
public struct ZipWriter {
    /// An entry as it is to be written.
    public struct Entry {
        public var name: String
        /// The bytes as they stand in the archive.
        public var stored: [UInt8]
        /// The compression method: 0 as they are, 8 deflate.
        public var method: UInt16
        /// The size and checksum that the directory claims.
        public var claimedSize: UInt32
        public var checksum: UInt32
        public var isEncrypted: Bool
    }

    public private(set) var entries: [Entry] = []

    public init() {}

    /// Adds an entry as it is.
    public mutating func add(_ name: String, _ contents: [UInt8], isEncrypted: Bool = false) {
        entries.append(
            Entry(
                name: name, stored: contents, method: 0, claimedSize: UInt32(contents.count),
                checksum: ZipWriter.checksum(contents), isEncrypted: isEncrypted))
    }

    /// Adds a text in UTF-8.
    public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// Adds an entry of zeros, deflated to the hundred and fiftieth part of its size.
    ///
    /// - Parameter claimedSize: What the directory says of its size; nil for the truth.
    public mutating func addZeros(_ name: String, count: Int, claimedSize: Int? = nil) {
        entries.append(
            Entry(
                name: name, stored: ZipWriter.deflatedZeros(count), method: 8,
                claimedSize: UInt32(claimedSize ?? count),
                checksum: ZipWriter.checksum([UInt8](repeating: 0, count: count)), isEncrypted: false))
    }

    /// The archive.
    public func bytes() -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(archive.count)
            let name = Array(entry.name.utf8)
            // Bit 0: encrypted; bit 11: the name is UTF-8.
            let flags: UInt16 = 0x0800 | (entry.isEncrypted ? 1 : 0)
            var common: [UInt8] = []
            for value in [20, flags, entry.method, 0, 0x21] { common.append(little: value) }
            for value in [entry.checksum, UInt32(entry.stored.count), entry.claimedSize] {
                common.append(little: value)
            }
            common.append(little: UInt16(name.count))
            common.append(little: UInt16(0))
            archive += [0x50, 0x4B, 0x03, 0x04] + common + name + entry.stored
            directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + common + [UInt8](repeating: 0, count: 10)
            directory.append(little: offset)
            directory += name
        }
        let start = UInt32(archive.count)
        archive += directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        archive.append(little: UInt16(entries.count))
        archive.append(little: UInt16(entries.count))
        archive.append(little: UInt32(directory.count))
        archive.append(little: start)
        archive.append(little: UInt16(0))
        return archive
    }

    /// CRC-32 as zip uses it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = (crc >> 8) ^ table[Int((crc ^ UInt32(byte)) & 0xFF)] }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
        (0..<8).reduce(index) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
    }

    /// One deflate block with fixed codes: a zero, then copies of 258 bytes from one byte before.
    private static func deflatedZeros(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(1, count: 1)
        bits.write(1, count: 2)
        func zero() { bits.writeCode(0b0011_0000, count: 8) }
        guard count > 0 else { return [] }
        zero()
        var left = count - 1
        while left >= 258 {
            bits.writeCode(0b1100_0101, count: 8)
            bits.writeCode(0, count: 5)
            left -= 258
        }
        for _ in 0..<left { zero() }
        bits.writeCode(0, count: 7)
        return bits.bytes
    }
}

/// Bits as deflate packs them: from the low end of each byte, codes with their high bit first.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, count: Int) {
        for bit in 0..<count { push(value >> bit & 1) }
    }

    mutating func writeCode(_ code: Int, count: Int) {
        for bit in (0..<count).reversed() { push(code >> bit & 1) }
    }

    private mutating func push(_ bit: Int) {
        if used == 8 {
            bytes.append(0)
            used = 0
        }
        bytes[bytes.count - 1] |= UInt8(bit << used)
        used += 1
    }
}

extension [UInt8] {
    /// Appends a number with its low byte first.
    fileprivate mutating func append(little value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<value.bitWidth / 8 {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
