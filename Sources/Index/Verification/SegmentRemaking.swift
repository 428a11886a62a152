import Foundation

/// Makes a segment again: a segment is a function of the texts of its passages, so that the bytes must be the same.
struct SegmentRemaking: ~Copyable {
    private let segment: Segment
    /// The runs of passages whose records are gone.
    private let removed: [IndexManifest.Run]
    private var builder = SegmentBuilder()
    /// The passages that only the segment has, or only the records, or whose texts differ.
    private(set) var strangers: [Int64] = []

    init(_ segment: Segment, removed: [IndexManifest.Run]) {
        self.segment = segment
        self.removed = removed
    }

    /// Takes in the passages of a run of ids: those of the records as they say, those that are gone as the segment has them.
    mutating func run(_ ids: ClosedRange<Int64>, _ records: some IndexedRecords, _ normalizer: Normalizer) throws {
        var tokenizer = try Tokenizer()
        var passage = TokenizedPassage()
        let reader = PassageText(segment)
        var number = 0
        var after = ids.lowerBound - 1
        while after < ids.upperBound {
            let batch = try records.passages(after: after, upTo: ids.upperBound, limit: 1_000)
            for text in batch {
                try takeGone(before: text.id, &number)
                tokenizer.cut(text.text, emphasis: text.emphasis, into: &passage)
                let units = normalizer.fold(text.text).string.utf16
                let isHere = number < segment.passageCount && segment.id(of: number) == text.id
                let isSame = isHere ? unsafe reader.withText(of: number) { unsafe $0.elementsEqual(units) } : false
                if isHere { number += 1 }
                if isSame == true { builder.add(id: text.id, passage) } else { strangers.append(text.id) }
            }
            after = batch.last?.id ?? ids.upperBound
        }
        try takeGone(before: .max, &number)
    }

    /// Takes in the passages of the segment before an id, whose records must be gone.
    private mutating func takeGone(before id: Int64, _ number: inout Int) throws {
        let start = number
        while number < segment.passageCount, segment.id(of: number) < id {
            let gone = segment.id(of: number)
            if !removed.contains(where: { $0.first <= gone && gone <= $0.last }) { strangers.append(gone) }
            number += 1
        }
        guard start < number, strangers.isEmpty else { return }
        let taken = segment.id(of: start)...segment.id(of: number - 1)
        try segment.replay(into: &builder) { taken.contains($0) }
    }

    /// Where the file first differs from the segment made again; nil where it doesn't.
    mutating func firstDifference(from url: URL) throws -> Int? {
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        var offset = 0
        var difference: Int?
        try SegmentWriter.write(&builder) { (bytes) throws(ArchiveError) in
            guard difference == nil, !bytes.isEmpty else { return }
            let read = (try? file.read(upToCount: bytes.count)) ?? Data()
            if read.count != bytes.count || !read.elementsEqual(bytes) {
                difference =
                    offset
                    + (zip(read, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? read.count)
            }
            offset += bytes.count
        }
        if difference == nil, let more = try file.read(upToCount: 1), !more.isEmpty { difference = offset }
        return difference
    }
}

extension Segment {
    /// The section in which a byte of the file stands; nil for the head and the checksums.
    func section(at offset: Int) -> SegmentFormat.Section? {
        SegmentFormat.Section.allCases.first { range($0).contains(offset) }
    }
}
