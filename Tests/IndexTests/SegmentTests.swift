import TestSupport
import Testing

@testable import Index

@Suite struct SegmentTests {
    /// A segment of texts, with ids from 5, every other one.
    static func segment(of texts: [String], emphasis: Int = 0, firstID: Int64 = 5) throws -> Segment {
        try Segment(PagedFile(bytes(of: texts, emphasis: emphasis, firstID: firstID)))
    }

    static func bytes(of texts: [String], emphasis: Int = 0, firstID: Int64 = 5) throws -> [UInt8] {
        var cutter = try Tokenizer()
        var builder = SegmentBuilder()
        var passage = TokenizedPassage()
        for (number, text) in texts.enumerated() {
            cutter.cut(text, emphasis: emphasis, into: &passage)
            builder.add(id: Int64(number * 2) + firstID, passage)
        }
        var bytes: [UInt8] = []
        try SegmentWriter.write(&builder) { bytes += $0 }
        return bytes
    }

    static func list(_ segment: Segment, _ bigram: String) -> PostingList? {
        let units = Array(bigram.utf16)
        return segment.list(of: units[0], units[1])
    }

    @Test(arguments: [1, 2, 127, 128, 129, 384, 1000])
    func listsComeBack(count: Int) throws {
        let texts = (0..<count).map { $0 % 3 == 0 ? "甲乙甲乙丙" : "乙丙甲" }
        let segment = try Self.segment(of: texts)
        #expect(segment.passageCount == count)
        #expect(segment.id(of: count - 1) == Int64(count * 2 + 3))
        let list = try #require(Self.list(segment, "甲乙"))
        var passages: [Int] = []
        var sums: Set<Int> = []
        list.forEachPosting { passage, code in
            passages.append(Int(passage))
            let counts = TermFrequency(code: code)
            sums.insert(counts.whole + counts.part)
        }
        #expect(passages == Array(stride(from: 0, to: count, by: 3)))
        #expect(sums == [2])
        #expect(Self.list(segment, "丙丁") == nil)
    }

    /// A row of digits as long as no word: lengths of tokens have two bytes.
    @Test func endlessWordsAreCut() throws {
        let directory = try TemporaryDirectory()
        let archive = try Archive.open(directory.url, mode: .readWrite)
        let digits = String(repeating: "9", count: 80_000)
        try archive.add(SampleRecords.plain(["甲" + digits + "8乙", "乙" + String(repeating: "汉", count: 70_000)]))
        try archive.commit()
        #expect(try archive.search("\(digits.prefix(200))8乙").total == 1)
        #expect(try archive.search("98乙").total == 1)
        #expect(try archive.search(String(repeating: "汉", count: 200)).total == 1)
        #expect(try archive.search("97").total == 0)
        #expect(try Archive.verify(directory.url).problems.isEmpty)
    }

    @Test func advanceSkipsBlocks() throws {
        let segment = try Self.segment(of: (0..<3000).map { $0 % 3 == 0 ? "甲乙" : "丙" })
        for step in [1, 2, 50, 700, 2997] {
            let list = try #require(Self.list(segment, "甲乙"))
            let cursor = PostingsIterator(list)
            let similarity = Similarity(meanLength: segment.meanLength)
            let maxima = unsafe BlockMaxima(
                list, similarity: similarity, asksNoWords: false, storedMeanLength: segment.meanLength,
                norms: segment.pointer(.lengths))
            for target in stride(from: 0, through: 2997, by: step) {
                let last = try #require(maxima.last(at: UInt32(target)))
                #expect(Int(last) >= (target + 2) / 3 * 3)
                let passage = cursor.advance(to: UInt32(target))
                #expect(passage == UInt32((target + 2) / 3 * 3))
                let share = similarity.share(code: cursor.code, fieldNorm: segment.fieldNorm(of: Int(passage)))
                #expect(maxima.bound(from: UInt32(target), to: passage) >= share)
            }
            #expect(cursor.advance(to: 2998) == PostingsIterator.end)
            #expect(maxima.last(at: 2998) == nil)
            #expect(cursor.advance(to: 9999) == PostingsIterator.end)
        }
    }

    @Test func damageIsSeen() throws {
        let bytes = try Self.bytes(of: ["公报公报", "政府公报，2026 年"])
        let phrase = Phrase(scalars: "公报".unicodeScalars.map(\.value))
        func found(_ bytes: [UInt8]) throws -> Int {
            let segment = try Segment(PagedFile(bytes))
            let snapshot = Searcher(manifest: IndexManifest(), segments: [segment])
            let count = snapshot.allMatches(snapshot.prepare(.phrase(phrase, name: "", boost: 1))).count
            guard !snapshot.isDamaged, segment.file.damagedPages().isEmpty else { throw Segment.Damage.changed }
            return count
        }
        #expect(try found(bytes) == 2)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: Segment.Damage.self) { try found(damaged) }
        }
        for length in 0..<bytes.count {
            #expect(throws: Segment.Damage.self) { try found(Array(bytes[..<length])) }
        }
    }

    @Test func replayGivesTheSameBytes() throws {
        let texts = ["牵头单位：市科技局 2026 年", "第一条 为了规范“公报”工作，制定本办法。", "𠮷野家 eVTOL 1000 场", "，"]
        let bytes = try Self.bytes(of: texts, emphasis: 3)
        var builder = SegmentBuilder()
        try Segment(PagedFile(bytes)).replay(into: &builder) { _ in true }
        var again: [UInt8] = []
        try SegmentWriter.write(&builder) { again += $0 }
        // Tokens of equal frequency may change places, so the texts are compared, not the bytes.
        let (left, right) = (PassageText(try Segment(PagedFile(bytes))), PassageText(try Segment(PagedFile(again))))
        for number in texts.indices {
            let texts = [left, right].map { $0.withScalars(of: number) { $0 } }
            #expect(texts[0] == texts[1] && texts[0]?.isEmpty == false)
        }
        #expect(again.count == bytes.count)
    }
}

@Suite struct CodingTests {
    @Test(arguments: 0...32)
    func packedNumbersComeBack(width: Int) {
        var random = SeededGenerator(seed: UInt64(width))
        let mask: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        var values = (0..<128).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) & mask }
        let expected = values
        var packed = [UInt8](repeating: 0, count: BitPacking.byteCount(width: width) + 1)
        unsafe packed.withUnsafeMutableBytes { bytes in
            if let base = bytes.baseAddress { unsafe BitPacking.pack(&values, width: width, into: base) }
        }
        var unpacked = [UInt32](repeating: 7, count: 128)
        unsafe packed.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress { unsafe BitPacking.unpack(base, width: width, into: &unpacked) }
        }
        #expect(unpacked == expected)
    }

    @Test(arguments: 0..<40)
    func blocksComeBack(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let rare = Int.random(in: 2...200, using: &random)
        let largest = UInt32(1) << UInt32.random(in: 0...23, using: &random)
        var passage: Int64 = -1
        var gaps: [UInt32] = []
        var passages: [UInt32] = []
        for _ in 0..<128 {
            let isRare = Int.random(in: 0..<rare, using: &random) == 0
            let gap = isRare ? UInt32.random(in: 0..<largest, using: &random) : UInt32.random(in: 0...3, using: &random)
            gaps.append(gap)
            passage += Int64(gap) + 1
            passages.append(UInt32(passage))
        }
        var codes = (0..<128).map { _ in
            Int.random(in: 0..<rare, using: &random) == 0 ? UInt32.random(in: 0...251, using: &random) : 1
        }
        let expected = codes
        var block = [UInt8](repeating: 0, count: PostingBlock.maximumLength)
        let made = unsafe PostingBlock.encode(gaps: &gaps, codes: &codes, to: &block)
        #expect(made.length <= PostingBlock.maximumLength)
        var found = [UInt32](repeating: 0, count: 128)
        let last = unsafe PostingBlock.decodePassages(block, gapWidth: made.gapWidth, before: -1, into: &found)
        #expect(found == passages)
        #expect(last == passage)
        #expect(
            unsafe PostingBlock.length(block, gapWidth: made.gapWidth, codeWidth: made.codeWidth) == made.length)
        unsafe PostingBlock.decodeCodes(block, gapWidth: made.gapWidth, codeWidth: made.codeWidth, into: &found)
        #expect(found == expected)
    }

    @Test func countsComeBackFromTheirCodes() {
        for sum in 1...TermFrequency.maximumSum {
            for whole in 0...sum {
                let counts = TermFrequency(whole: whole, part: sum - whole)
                #expect(TermFrequency(code: counts.code) == counts)
                #expect(Int(counts.code) < TermFrequency.codeCount)
            }
        }
        #expect(
            TermFrequency(code: TermFrequency(whole: 40, part: 9).code)
                == TermFrequency(whole: TermFrequency.maximumSum))
    }

    @Test func piecesComeBack() throws {
        let firsts = (0..<8).map { TokenNumber.first($0) }
        let tokens = firsts + firsts.dropFirst().map { $0 - 1 } + [TokenNumber.maximum, 5, 70_000]
        var writer = TokenWriter()
        var ends = [0]
        for token in tokens {
            writer.append(token)
            ends.append(writer.bitCount)
        }
        let bytes = writer.finish() + [UInt8](repeating: 0, count: 8)
        for (index, token) in tokens.enumerated() {
            var reader = unsafe TokenReader(bytes, bits: ends[index]..<ends[index + 1])
            #expect(reader.next() == token)
            #expect(reader.next() == nil)
        }
    }

    @Test func fieldNormesAscend() {
        for length in 0..<70_000 {
            let found = FieldNorm.of(length)
            #expect(found <= FieldNorm.of(length + 1))
            #expect(FieldNorm.length(of: found) <= length)
            #expect(length * 7 / 8 <= FieldNorm.length(of: found))
        }
    }
}
