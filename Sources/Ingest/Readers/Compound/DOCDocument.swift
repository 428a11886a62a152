/// The text of a document of Word 97 to 2003, and the properties of its paragraphs (MS-DOC).
struct DOCDocument {
    /// The characters of the main text, as units of UTF-16.
    private(set) var units: [UInt16] = []
    /// The properties of paragraphs: where each run of them ends in the file, and what it says.
    private var paragraphs: [(end: Int, properties: DOCParagraph)] = []
    /// Where pieces of the text begin, in the text and in the file.
    private var pieces: [(start: Int, end: Int, offset: Int, width: Int)] = []

    /// More characters than any document has.
    private static let mostUnits = 40_000_000

    /// - Parameter stream: The stream `WordDocument`.
    /// - Throws: ``IngestError``: locked, or its tables are broken.
    init(_ stream: [UInt8], _ file: CompoundFile, path: String) throws(IngestError) {
        guard stream.count > 0x200, stream.little16(0) == 0xA5EC || stream.little16(0) == 0xA5DC else {
            throw IngestError(.malformed, path: path, reason: "its stream “WordDocument” is none of Word 97 and later")
        }
        let flags = stream.little16(0x0A)
        if flags & 0x0100 != 0 {
            throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
        }
        guard let table = file.stream(flags & 0x0200 != 0 ? "1Table" : "0Table") else {
            throw IngestError(.malformed, path: path, reason: "its table stream is missing")
        }
        let count = stream.little32(0x4C)
        readPieces(table, from: stream.little32(0x01A2), size: stream.little32(0x01A6))
        guard !pieces.isEmpty, (1...Self.mostUnits).contains(count) else {
            throw IngestError(.malformed, path: path, reason: "its table of pieces is damaged")
        }
        readText(stream, count: count)
        readParagraphs(stream, table, from: stream.little32(0x0102), size: stream.little32(0x0106))
    }

    // MARK: Text

    private mutating func readPieces(_ table: [UInt8], from start: Int, size: Int) {
        var at = start
        let end = min(table.count, start + size)
        // Properties that pieces share stand before the pieces.
        while at + 3 <= end, table[at] == 1 { at += 3 + table.little16(at + 1) }
        guard at + 5 <= end, table[at] == 2 else { return }
        let length = min(table.little32(at + 1), end - at - 5)
        let base = at + 5
        let count = (length - 4) / 12
        guard count > 0 else { return }
        for index in 0..<count {
            let from = table.little32(base + 4 * index)
            let to = table.little32(base + 4 * (index + 1))
            let offset = table.little32(base + 4 * (count + 1) + 8 * index + 2)
            guard to > from, to <= Self.mostUnits else { continue }
            // A piece of one byte a character says so in its second highest bit, and counts twice.
            let isNarrow = offset & 0x4000_0000 != 0
            let place = offset & 0x3FFF_FFFF
            pieces.append((from, to, isNarrow ? place / 2 : place, isNarrow ? 1 : 2))
        }
    }

    private mutating func readText(_ stream: [UInt8], count: Int) {
        for piece in pieces {
            let length = min(piece.end, count) - piece.start
            guard length > 0, units.count < count else { break }
            for index in 0..<length {
                let at = piece.offset + index * piece.width
                guard at + piece.width <= stream.count else { return }
                units.append(piece.width == 2 ? UInt16(stream.little16(at)) : Self.latin(stream[at]))
            }
        }
    }

    /// A character of windows-1252.
    private static func latin(_ byte: UInt8) -> UInt16 {
        let special: [UInt8: UInt16] = [
            0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
            0x85: 0x2026,
        ]
        return special[byte] ?? UInt16(byte)
    }

    // MARK: Paragraphs

    private mutating func readParagraphs(_ stream: [UInt8], _ table: [UInt8], from start: Int, size: Int) {
        guard start >= 0, start + size <= table.count, size >= 12 else { return }
        let count = (size - 4) / 8
        for index in 0..<count {
            let page = table.little32(start + 4 * (count + 1) + 4 * index) & 0x3F_FFFF
            let base = page * 512
            guard base + 512 <= stream.count else { continue }
            let runs = Int(stream[base + 511])
            guard runs > 0, 4 * (runs + 1) + 13 * runs <= 511 else { continue }
            for run in 0..<runs {
                let end = stream.little32(base + 4 * (run + 1))
                let offset = Int(stream[base + 4 * (runs + 1) + 13 * run]) * 2
                var properties = DOCParagraph()
                if offset > 0, offset < 510 {
                    var at = base + offset
                    var length = Int(stream[at]) * 2 - 1
                    if stream[at] == 0 {
                        at += 1
                        length = Int(stream[at]) * 2
                    }
                    let last = min(at + 1 + max(0, length), base + 511)
                    if at + 3 <= last { properties.read(Array(stream[at + 3..<last])) }
                }
                paragraphs.append((end, properties))
            }
        }
        paragraphs.sort { $0.end < $1.end }
    }

    /// The properties of the paragraph that ends with a character.
    func paragraph(endingAt index: Int) -> DOCParagraph {
        guard let piece = pieces.first(where: { $0.start <= index && index < $0.end }) else { return DOCParagraph() }
        let offset = piece.offset + (index - piece.start) * piece.width
        var low = 0
        var high = paragraphs.count
        while low < high {
            let middle = (low + high) / 2
            if paragraphs[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < paragraphs.count ? paragraphs[low].properties : DOCParagraph()
    }
}
