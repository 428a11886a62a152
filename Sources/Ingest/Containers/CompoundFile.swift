/// A compound file in memory (MS-CFB): a file system of streams, in which Office wrote before 2007.
struct CompoundFile {
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private struct Entry {
        var start: Int
        var size: Int
    }

    private let bytes: [UInt8]
    private let sectorSize: Int
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt8] = []
    private var miniCutoff = 4096
    private var entries: [String: Entry] = [:]

    /// The marks at and above which a number names no sector.
    private static let lastSector: UInt32 = 0xFFFF_FFFA
    /// More streams than any document has.
    private static let mostEntries = 20_000

    /// - Returns: nil where the bytes are no compound file, or its directory is broken.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512, bytes.starts(with: Self.mark) else { return nil }
        let shift = bytes.little16(30)
        guard shift == 9 || shift == 12 else { return nil }
        self.bytes = bytes
        sectorSize = 1 << shift
        miniCutoff = bytes.little32(56)
        guard readTable(), readDirectory() else { return nil }
    }

    /// The names of its streams.
    var names: [String] { Array(entries.keys) }

    /// Returns the contents of a stream; nil where there is none of that name, or it is broken.
    func stream(_ name: String) -> [UInt8]? {
        guard let entry = entries[name.lowercased()] else { return nil }
        guard entry.size < miniCutoff else { return contents(from: entry.start, size: entry.size) }
        var result: [UInt8] = []
        var sector = UInt32(truncatingIfNeeded: entry.start)
        for _ in 0...miniTable.count where sector < Self.lastSector && result.count < entry.size {
            let at = Int(sector) * 64
            guard at + 64 <= miniStream.count, Int(sector) < miniTable.count else { return nil }
            result += miniStream[at..<at + 64]
            sector = miniTable[Int(sector)]
        }
        guard result.count >= entry.size else { return nil }
        return Array(result.prefix(entry.size))
    }

    // MARK: Sectors

    private func sector(_ number: UInt32) -> ArraySlice<UInt8>? {
        guard number < Self.lastSector else { return nil }
        let start = (Int(number) + 1) * sectorSize
        guard start < bytes.count else { return nil }
        return bytes[start..<min(bytes.count, start + sectorSize)]
    }

    private func numbers(_ number: UInt32) -> [UInt32]? {
        guard let sector = sector(number), sector.count == sectorSize else { return nil }
        let data = Array(sector)
        return (0..<sectorSize / 4).map { UInt32(data.little32($0 * 4)) }
    }

    private mutating func readTable() -> Bool {
        var sectors = (0..<109).map { UInt32(bytes.little32(76 + 4 * $0)) }
        var next = UInt32(bytes.little32(68))
        let most = bytes.count / sectorSize + 1
        while next < Self.lastSector, sectors.count <= most + 109 {
            guard let more = numbers(next), let last = more.last else { return false }
            sectors += more.dropLast()
            next = last
        }
        for sector in sectors where sector < Self.lastSector {
            guard let more = numbers(sector) else { return false }
            table += more
            guard table.count <= most + sectorSize else { break }
        }
        return !table.isEmpty
    }

    /// The contents of a chain of sectors; nil where it is broken or runs in a circle.
    private func contents(from start: Int, size: Int?) -> [UInt8]? {
        var result: [UInt8] = []
        var number = UInt32(truncatingIfNeeded: start)
        var count = 0
        while number < Self.lastSector, size.map({ result.count < $0 }) ?? true {
            guard let sector = sector(number), Int(number) < table.count, count <= table.count else { return nil }
            result += sector
            number = table[Int(number)]
            count += 1
        }
        guard let size else { return result }
        return result.count >= size ? Array(result.prefix(size)) : nil
    }

    // MARK: Directory

    private mutating func readDirectory() -> Bool {
        guard let directory = contents(from: bytes.little32(48), size: nil) else { return false }
        for at in stride(from: 0, to: min(directory.count - 127, 128 * Self.mostEntries), by: 128) {
            let length = directory.little16(at + 64)
            guard (2...64).contains(length) else { continue }
            let units = (0..<length / 2 - 1).map { UInt16(directory.little16(at + 2 * $0)) }
            let name = String(decoding: units, as: UTF16.self).lowercased()
            let entry = Entry(start: directory.little32(at + 116), size: directory.little32(at + 120))
            switch directory[at + 66] {
            case 2: entries[name] = entries[name] ?? entry
            case 5: miniStream = contents(from: entry.start, size: nil) ?? []
            default: continue
            }
        }
        if let mini = contents(from: bytes.little32(60), size: nil) {
            miniTable = (0..<mini.count / 4).map { UInt32(mini.little32($0 * 4)) }
        }
        return !entries.isEmpty
    }
}

extension [UInt8] {
    /// The number of two bytes at an offset, the lower first; 0 behind the end.
    func little16(_ at: Int) -> Int {
        guard at >= 0, at + 2 <= count else { return 0 }
        return Int(self[at]) | Int(self[at + 1]) << 8
    }

    /// The number of four bytes at an offset, the lowest first; 0 behind the end.
    func little32(_ at: Int) -> Int {
        guard at >= 0, at + 4 <= count else { return 0 }
        return little16(at) | little16(at + 2) << 16
    }
}
