import TestSupport
import Testing

@testable import Index

@Suite struct SegmentTests {
    @Test(arguments: [1, 2, 127, 128, 129, 1000])
    func listsComeBack(count: Int) throws {
        var builder = SegmentBuilder()
        let texts = (0..<count).map { $0 % 3 == 0 ? "甲乙甲乙丙" : "乙丙甲" }
        let folder = try TextFolder.shared()
        for (index, text) in texts.enumerated() {
            let folded = folder.fold(text)
            builder.add(id: Int64(index * 2 + 5), text: folded, boundaries: [Bool](repeating: true, count: folded.scalars.count + 1))
        }
        let segment = try Segment(SegmentBytes(builder.finish()))
        #expect(segment.passageCount == count)
        #expect(segment.id(of: count - 1) == Int64(count * 2 + 3))
        let key = folder.fold("甲乙").scalars
        var cursor = try #require(segment.postings(for: Gram.pair(key[0], key[1])))
        var passages: [Int] = []
        var places: [Occurrence] = []
        while cursor.next() {
            passages.append(cursor.passage)
            if cursor.passage % 2 == 0 {
                cursor.readPlaces(into: &places)
                #expect(places.map(\.offset) == [0, 2])
            }
        }
        #expect(passages == Array(stride(from: 0, to: count, by: 3)))
        #expect(segment.postings(for: Gram.pair(1, 2)) == nil)
    }

    @Test func advanceSkipsBlocks() throws {
        var writer = PostingWriter()
        for passage in stride(from: 0, to: 3000, by: 3) {
            writer.append(passage, occurrences: [Occurrence(offset: passage, breaksBefore: true, breaksAfter: false)])
        }
        let bytes = writer.finish()
        for step in [1, 2, 50, 700, 2997] {
            var cursor = PostingCursor(bytes: SegmentBytes(bytes), range: 0..<bytes.count, passageCount: 1000, hasPlaces: true)
            for target in stride(from: 0, through: 2997, by: step) {
                let isThere = cursor.advance(to: target)
                #expect(isThere)
                #expect(cursor.passage == (target + 2) / 3 * 3)
                var places: [Occurrence] = []
                if target % 3 == 0 { cursor.readPlaces(into: &places) }
                #expect(target % 3 != 0 || places.isEmpty || places[0].offset == target)
            }
            let beyond = [cursor.advance(to: 2998), cursor.advance(to: 9999)]
            #expect(beyond == [false, false])
        }
    }

    @Test func damageIsSeen() throws {
        var builder = SegmentBuilder()
        let text = try TextFolder.shared().fold("公报公报")
        builder.add(id: 1, text: text, boundaries: [true, false, true, false, true])
        let bytes = builder.finish()
        #expect(throws: Never.self) { try Segment(SegmentBytes(bytes)) }
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: Segment.Damage.self) { try Segment(SegmentBytes(damaged)) }
        }
        for length in 0..<bytes.count {
            #expect(throws: Segment.Damage.self) { try Segment(SegmentBytes(Array(bytes[..<length]))) }
        }
    }

    @Test(arguments: 1...12)
    func coverLeavesNoScalarOut(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<20 {
            let costs = (0..<count).map { _ in Int.random(in: 1...9, using: &random) }
            let cover = PhraseMatcher.cover(costs: costs)
            #expect(cover.first == 0 && cover.last == count - 1)
            #expect(zip(cover, cover.dropFirst()).allSatisfy { (1...2).contains($1 - $0) })
        }
    }
}
