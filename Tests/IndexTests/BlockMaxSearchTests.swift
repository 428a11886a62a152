import TestSupport
import Testing

@testable import Index

/// The best passages found by bounds are those found by scoring all.
@Suite struct BlockMaxSearchTests {
    private static let words = [
        "工作", "建设", "执法人员", "法人", "市科技局", "市发展改革委", "2026年", "装配式建筑", "的", "和", "烟", "吸烟", "eVTOL", "5G", "残疾预防",
        "残疾", "预防", "发展", "〔2026〕1号", "安全", "生产", "安全生产",
    ]
    private static let marks = ["，", "。", "、", " ", "", "", ""]

    private static func text(using random: inout SeededGenerator) -> String {
        // A few words are common, most are rare.
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
            let limit = Int.random(in: 1...words.count, using: &random)
            return words[Int.random(in: 0..<limit, using: &random)]
                + marks[Int.random(in: 0..<marks.count, using: &random)]
        }.joined()
    }

    private static func scores(_ query: PhraseQuery, in index: Searcher) -> [RankedPassage] {
        func scored(_ clause: PhraseQuery.Clause) -> [Int64: Float] {
            let weight = index.rarity(of: clause.phrase) * clause.boost
            return Dictionary(
                uniqueKeysWithValues: index.matches(of: clause.phrase).map { ($0.passage, $0.share * weight) })
        }
        let must = query.must.map(scored)
        let should = query.should.map(scored)
        let excluded = Set(query.mustNot.flatMap { index.matches(of: $0).map(\.passage) })
        var found: [RankedPassage] = []
        for passage in index.allPassages() where !excluded.contains(passage) {
            guard must.allSatisfy({ $0[passage] != nil }) else { continue }
            let scores = (must + should).compactMap { $0[passage] }
            if !scores.isEmpty { found.append(RankedPassage(passage: passage, score: scores.reduce(0, +))) }
        }
        return found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.passage < $1.passage }
    }

    @Test(arguments: 0..<6)
    func topIsTheTopOfAll(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let normalizer = try Normalizer.shared()
        let segments = try [700, 300, 40].enumerated().map { part, count in
            try SegmentTests.segment(
                of: (0..<count).map { _ in Self.text(using: &random) }, emphasis: seed % 2 * 4,
                firstID: Int64(part * 10_000))
        }
        var manifest = IndexManifest()
        manifest.removed = [.init(first: 30, last: 90), .init(first: 10_001, last: 10_005)]
        let index = Searcher(manifest: manifest, segments: segments)
        for _ in 0..<150 {
            var query = PhraseQuery()
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                var text = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
                if Int.random(in: 0..<4, using: &random) == 0 {
                    text +=
                        ["", " "][Int.random(in: 0..<2, using: &random)]
                        + Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
                }
                let spacing: Phrase.Spacing = Bool.random(using: &random) ? .ignored : .asPrinted
                let phrase = Phrase(text, normalizer: normalizer, spacing: spacing)
                switch Int.random(in: 0..<5, using: &random) {
                case 0, 1: query.must.append(.init(phrase: phrase))
                case 2, 3: query.should.append(.init(phrase: phrase, boost: 1.5))
                default: query.mustNot.append(phrase)
                }
            }
            guard !query.must.isEmpty || !query.should.isEmpty else { continue }
            let expected = Self.scores(query, in: index)
            let limit = [1, 10, 100][Int.random(in: 0..<3, using: &random)]
            let top = index.top(query, limit: limit)
            #expect(top.count == min(limit, expected.count), "\(query)")
            for (found, wanted) in zip(top, expected) {
                #expect(abs(found.score - wanted.score) < 1e-4 * max(1, wanted.score), "\(query)")
            }
            // Sums in another order may differ in the last bit, so only clearly different scores are held to their order.
            let clear = Set(expected.filter { $0.score > (top.last?.score ?? 0) * 1.000_1 }.map(\.passage))
            #expect(clear.isSubset(of: Set(top.map(\.passage))), "\(query)")
            #expect(top.map(\.passage).count == Set(top.map(\.passage)).count)
        }
    }
}
