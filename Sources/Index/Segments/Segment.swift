/// Reads a segment.
struct Segment: Sendable {
    /// What is wrong with the bytes of a segment.
    enum Damage: Error, Equatable {
        case tooShort, foreign, otherVersion, cutOff, changed
    }

    private let bytes: SegmentBytes
    private let passagesOffset: Int
    private let gramsOffset: Int
    private let gramCount: Int
    let passageCount: Int

    /// Checks all of the bytes before any is believed.
    init(_ bytes: SegmentBytes) throws(Damage) {
        let magic = SegmentFormat.magic
        guard bytes.count >= magic.count + SegmentFormat.footerSize else { throw .tooShort }
        let start = (0..<magic.count).map { bytes.byte($0) }
        guard start.dropLast() == magic.dropLast() else { throw .foreign }
        guard start == magic else { throw .otherVersion }
        let footer = bytes.count - SegmentFormat.footerSize
        let numbers = (0..<7).map { bytes.fixed(footer + $0 * 8, as: UInt64.self) }
        guard numbers[5] == UInt64(bytes.count) else { throw .cutOff }
        guard numbers[6] == bytes.checksum(before: bytes.count - 8) else { throw .changed }
        self.bytes = bytes
        passageCount = Int(numbers[0])
        gramCount = Int(numbers[1])
        passagesOffset = Int(numbers[2])
        gramsOffset = Int(numbers[3])
    }

    /// The archive's id of a passage.
    func id(of passage: Int) -> Int64 {
        bytes.fixed(passagesOffset + passage * SegmentFormat.passageSize, as: Int64.self)
    }

    /// The length of a passage in folded scalars.
    func length(of passage: Int) -> Int {
        Int(bytes.fixed(passagesOffset + passage * SegmentFormat.passageSize + 8, as: UInt32.self))
    }

    /// The passages that hold a gram; nil where none does.
    ///
    /// - Complexity: O(log *n*) in the number of grams.
    func postings(for key: UInt64) -> PostingCursor? {
        var low = 0
        var high = gramCount
        while low < high {
            let middle = (low + high) / 2
            if bytes.fixed(gramsOffset + middle * SegmentFormat.gramSize, as: UInt64.self) < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let entry = gramsOffset + low * SegmentFormat.gramSize
        guard low < gramCount, bytes.fixed(entry, as: UInt64.self) == key else { return nil }
        let passages = Int(bytes.fixed(entry + 8, as: UInt32.self))
        let length = Int(bytes.fixed(entry + 12, as: UInt32.self))
        let offset = Int(bytes.fixed(entry + 16, as: UInt64.self))
        return PostingCursor(
            bytes: bytes, range: offset..<offset + length, passageCount: passages, hasPlaces: key >> 63 == 0)
    }
}
