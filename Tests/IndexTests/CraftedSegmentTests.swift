import TestSupport
import Testing

@testable import Index

/// Segments whose bytes were changed and whose checksums were made anew: they are refused or misread, but nothing outside of them
/// is ever read.
@Suite struct CraftedSegmentTests {
    private static let texts = (0..<300).map { number in
        number % 5 == 0 ? "残疾预防工作（一）" : "公报第\(number)号，市政府3.5%"
    }

    /// Makes the checksums of the pages anew.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let end = Int(number(bytes, at: 8 + SegmentFormat.Head.checksums.rawValue * 8))
        guard (0...bytes.count).contains(end) else { return bytes }
        var pages = PageChecksums()
        pages.add(Array(bytes[..<end]))
        return Array(bytes[..<end]) + pages.finish()
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
    }

    /// The bytes with others in place of the beginning of a bigram's list.
    private static func replacing(_ bigram: String, by list: [UInt8]) throws -> [UInt8] {
        var bytes = try SegmentTests.bytes(of: texts)
        let segment = try Segment(PagedFile(bytes))
        let units = Array(bigram.utf16)
        let character = try #require(segment.character(units[0]))
        let found = segment.bigrams(of: character).first {
            segment.number(.seconds, $0, as: UInt16.self) == units[1]
        }
        let place = Int(segment.number(.bigramLists, try #require(found), as: UInt32.self))
        bytes.replaceSubrange(
            segment.range(.lists).lowerBound + place..<segment.range(.lists).lowerBound + place + list.count, with: list
        )
        return sealed(bytes)
    }

    /// Whether the file is refused, by opening or by searching.
    private static func isRefused(_ bytes: [UInt8], _ texts: [String]) throws -> Bool {
        guard let segment = try? Segment(PagedFile(bytes)) else { return true }
        let index = Searcher(manifest: IndexManifest(), segments: [segment])
        let normalizer = try Normalizer.shared()
        for text in texts {
            let phrase = QueryPlan.phrase(Phrase(text, normalizer: normalizer), name: text, boost: 1)
            for plan in [phrase, .boolean(must: [], should: [phrase, phrase], mustNot: [])] {
                let prepared = index.prepare(plan)
                _ = index.search(prepared, limit: 10)
                #expect(index.allMatches(prepared).count <= segment.passageCount)
            }
        }
        return segment.file.isDamaged
    }

    private static func varint(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: value)
        return bytes
    }

    @Test(arguments: [
        // Gaps that wrap around 32 bits, and 64.
        varint(2) + [0] + varint(0x7FFF_FFFF << 1) + varint(0x8000_0003 << 1),
        varint(2) + [0] + varint(UInt64.max >> 1) + varint(1),
        // More passages than there are, none, a number without an end.
        varint(100_000), [0], [UInt8](repeating: 0xFF, count: 12),
        // A passage beyond the last.
        varint(1) + [0] + varint(300 << 1),
    ])
    func listsAreRefused(_ list: [UInt8]) throws {
        #expect(try Self.isRefused(try Self.replacing("残疾", by: list), ["残疾", "残疾预防"]))
    }

    /// The head of a block: its last passage, its place, its widths; and what the block says of itself.
    @Test(arguments: [
        (offset: 3, bytes: [0xFF, 0xFF, 0xFF] as [UInt8]), (10, [33]), (10, [32]), (11, [9]), (11, [8]),
        (36, [0xFF]), (37, [0xFF]),
    ])
    func blocksAreRefused(_ offset: Int, _ bytes: [UInt8]) throws {
        let whole = try Self.replacing("公报", by: [])
        let segment = try Segment(PagedFile(whole))
        let list = try #require(SegmentTests.list(segment, "公报"))
        #expect(list.count == 240 && list.hasHeads)
        // Two bytes for the number of passages, then two heads, then the first block.
        let original = try Self.bytes(of: "公报", in: segment, count: 2 + 24 + 64)
        var changed = original
        changed.replaceSubrange(
            2 + offset - (offset >= 36 ? 12 : 0)..<2 + offset - (offset >= 36 ? 12 : 0) + bytes.count, with: bytes)
        #expect(try Self.isRefused(try Self.replacing("公报", by: changed), ["公报", "公报第"]))
    }

    private static func bytes(of bigram: String, in segment: Segment, count: Int) throws -> [UInt8] {
        let units = Array(bigram.utf16)
        let character = try #require(segment.character(units[0]))
        let found = segment.bigrams(of: character).first {
            segment.number(.seconds, $0, as: UInt16.self) == units[1]
        }
        let place = Int(segment.number(.bigramLists, try #require(found), as: UInt32.self))
        let start = segment.range(.lists).lowerBound + place
        return (start..<start + count).map { segment.file.number(at: $0, as: UInt8.self) }
    }

    /// Any byte changed in any way: whatever comes of it, nothing is read that isn't there.
    @Test(arguments: 0..<4)
    func anyByteMayBeAnything(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let bytes = try SegmentTests.bytes(of: Self.texts)
        let end = Int(Self.number(bytes, at: 8 + SegmentFormat.Head.checksums.rawValue * 8))
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                // The head more often than its share.
                let place = Int.random(in: 8..<(Bool.random(using: &random) ? end : 400), using: &random)
                changed[place] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try Self.isRefused(Self.sealed(changed), ["公报", "残疾预防", "号", "（一）", "3.5%", "，"])
        }
    }
}
