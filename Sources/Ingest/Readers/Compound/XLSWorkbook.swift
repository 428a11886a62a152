/// The sheets of a workbook of Excel 97 to 2003 (MS-XLS, BIFF8).
struct XLSWorkbook {
    private struct Record {
        var type: Int
        var bytes: ArraySlice<UInt8>
    }

    private let stream: [UInt8]
    private var strings: [[Unicode.Scalar]] = []
    private var formats: [Int: String] = [:]
    private var cellFormats: [Int] = []
    private var sheets: [(offset: Int, isHidden: Bool)] = []

    private static let mostStrings = 2_000_000

    /// - Throws: ``IngestError``: locked, or of an older version.
    init(_ stream: [UInt8], path: String) throws(IngestError) {
        self.stream = stream
        var version = 0
        var at = 0
        while let record = record(&at) {
            switch record.type {
            case 0x0809: if version == 0 { version = Array(record.bytes).little16(0) }
            case 0x002F:
                throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
            case 0x0085:
                let bytes = Array(record.bytes)
                sheets.append((bytes.little32(0), bytes.count > 4 && bytes[4] & 3 != 0))
            case 0x00FC: readStrings(record, &at)
            case 0x041E:
                let bytes = Array(record.bytes)
                var reader = XLSStringReader([record.bytes.dropFirst(2)])
                formats[bytes.little16(0)] = reader.string(lengthBytes: 2).string
            case 0x00E0: cellFormats.append(Array(record.bytes).little16(2))
            case 0x000A: at = stream.count
            default: break
            }
        }
        guard version == 0x0600 else {
            throw IngestError(
                .malformed, path: path, reason: "a workbook of Excel 95 or older; save it as .xlsx, which can be read")
        }
    }

    /// The lines of its sheets, one sheet behind the other.
    func lines() -> [FlowLine] {
        var lines: [FlowLine] = []
        for (index, sheet) in sheets.filter({ !$0.isHidden }).enumerated() {
            let found = grid(at: sheet.offset).lines(table: index)
            if !lines.isEmpty, !found.isEmpty { lines.append(FlowLine(scalars: [])) }
            lines += found
        }
        return lines
    }

    private func record(_ at: inout Int) -> Record? {
        guard at + 4 <= stream.count else { return nil }
        let size = stream.little16(at + 2)
        let start = at + 4
        guard start + size <= stream.count else { return nil }
        at = start + size
        return Record(type: stream.little16(start - 4), bytes: stream[start..<start + size])
    }

    /// The table of strings goes on over several records.
    private mutating func readStrings(_ record: Record, _ at: inout Int) {
        var parts = [record.bytes.dropFirst(8)]
        let count = min(Array(record.bytes.prefix(8)).little32(4), Self.mostStrings)
        while at + 4 <= stream.count, stream.little16(at) == 0x003C, let next = self.record(&at) {
            parts.append(next.bytes)
        }
        var reader = XLSStringReader(parts)
        while strings.count < count, !reader.isAtEnd { strings.append(reader.string(lengthBytes: 2)) }
    }

    // MARK: Cells

    private func grid(at offset: Int) -> SheetGrid {
        var grid = SheetGrid()
        var at = offset
        var formulaCell: (row: Int, column: Int)?
        while let record = record(&at) {
            let bytes = Array(record.bytes)
            let (row, column) = (bytes.little16(0), bytes.little16(2))
            switch record.type {
            case 0x00FD:
                let index = bytes.little32(6)
                if strings.indices.contains(index) { grid.set(row, column, strings[index]) }
            case 0x0203: grid.set(row, column, number(Self.double(bytes, 6), format: bytes.little16(4)))
            case 0x027E: grid.set(row, column, number(Self.packed(bytes.little32(6)), format: bytes.little16(4)))
            case 0x00BD:
                for index in 0..<max(0, (bytes.count - 6) / 6) {
                    let start = 4 + 6 * index
                    grid.set(
                        row, column + index,
                        number(Self.packed(bytes.little32(start + 2)), format: bytes.little16(start)))
                }
            case 0x0006:
                // A formula whose result is a text has that in a record of its own.
                if bytes.little16(12) == 0xFFFF {
                    formulaCell = (row, column)
                } else {
                    grid.set(row, column, number(Self.double(bytes, 6), format: bytes.little16(4)))
                }
            case 0x0207:
                var reader = XLSStringReader([record.bytes])
                if let cell = formulaCell { grid.set(cell.row, cell.column, reader.string(lengthBytes: 2)) }
                formulaCell = nil
            case 0x0204:
                var reader = XLSStringReader([record.bytes.dropFirst(6)])
                grid.set(row, column, reader.string(lengthBytes: 2))
            case 0x00E5:
                for index in 0..<min(bytes.little16(0), max(0, (bytes.count - 2) / 8)) {
                    let start = 2 + 8 * index
                    let (top, bottom) = (bytes.little16(start), bytes.little16(start + 2))
                    let (left, right) = (bytes.little16(start + 4), bytes.little16(start + 6))
                    if top <= bottom, left <= right {
                        grid.merges.append(.init(rows: top...bottom, columns: left...right))
                    }
                }
            case 0x000A: return grid
            default: break
            }
        }
        return grid
    }

    private func number(_ value: Double, format: Int) -> [Unicode.Scalar] {
        guard cellFormats.indices.contains(format) else { return SheetNumber.text(value) }
        let id = cellFormats[format]
        return SheetNumber.text(value, formatID: id, format: formats[id])
    }

    private static func double(_ bytes: [UInt8], _ at: Int) -> Double {
        Double(bitPattern: UInt64(bytes.little32(at)) | UInt64(bytes.little32(at + 4)) << 32)
    }

    /// A number of thirty bits (RK): whole, or the head of a double; the lowest bit divides it by a hundred.
    private static func packed(_ value: Int) -> Double {
        let number =
            value & 2 != 0
            ? Double(Int32(truncatingIfNeeded: value) >> 2)
            : Double(bitPattern: UInt64(value & 0xFFFF_FFFC) << 32)
        return value & 1 != 0 ? number / 100 : number
    }
}

/// Reads strings of BIFF8, which may go on in the next record with characters of another width.
struct XLSStringReader {
    private let parts: [ArraySlice<UInt8>]
    private var part = 0
    private var at: Int

    init(_ parts: [ArraySlice<UInt8>]) {
        self.parts = parts
        at = parts.first?.startIndex ?? 0
    }

    var isAtEnd: Bool {
        part >= parts.count || part == parts.count - 1 && at >= parts[part].endIndex
    }

    /// The next string: its length, its flags, its characters, and what is kept behind them.
    mutating func string(lengthBytes: Int) -> [Unicode.Scalar] {
        var length = Int(byte())
        if lengthBytes == 2 { length |= Int(byte()) << 8 }
        let flags = byte()
        var isWide = flags & 1 != 0
        let runs = flags & 8 != 0 ? Int(byte()) | Int(byte()) << 8 : 0
        var extra = 0
        if flags & 4 != 0 { for shift in 0..<4 { extra |= Int(byte()) << (8 * shift) } }
        var units: [UInt16] = []
        while units.count < length, !isAtEnd {
            if at >= parts[part].endIndex {
                advance()
                isWide = byte() & 1 != 0
                continue
            }
            units.append(isWide ? UInt16(byte()) | UInt16(byte()) << 8 : UInt16(byte()))
        }
        skip(4 * runs + extra)
        return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    }

    private mutating func advance() {
        part += 1
        at = part < parts.count ? parts[part].startIndex : 0
    }

    private mutating func byte() -> UInt8 {
        while part < parts.count, at >= parts[part].endIndex { advance() }
        guard part < parts.count else { return 0 }
        defer { at += 1 }
        return parts[part][at]
    }

    private mutating func skip(_ count: Int) {
        var count = count
        while count > 0, part < parts.count {
            let step = min(count, parts[part].endIndex - at)
            at += step
            count -= step
            if at >= parts[part].endIndex { advance() }
        }
    }
}
