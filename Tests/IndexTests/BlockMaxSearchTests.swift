import TestSupport
import Testing

@testable import Index

/// The best passages found by bounds are those found by scoring all.
@Suite struct BlockMaxSearchTests {
    private static let words = [
        "工作", "建设", "执法人员", "法人", "市科技局", "市发展改革委", "2026年", "装配式建筑", "的", "和", "烟", "吸烟", "eVTOL", "5G", "残疾预防",
        "残疾", "预防", "发展", "〔2026〕1号", "安全", "生产", "安全生产", "、", "（一）", "（市）", "3.5%", "，市", "市", "%", "1,000", "、安",
    ]
    private static let marks = ["，", "。", "、", " ", "（", "）", "", "", ""]

    private static func text(using random: inout SeededGenerator) -> String {
        // A few words are common, most are rare.
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
            let limit = Int.random(in: 1...words.count, using: &random)
            return words[Int.random(in: 0..<limit, using: &random)]
                + marks[Int.random(in: 0..<marks.count, using: &random)]
        }.joined()
    }

    /// All passages that fit with their scores by themselves, made of what each text holds.
    private static func scores(_ plan: QueryPlan, in index: Searcher) -> [RankedPassage] {
        let prepared = index.prepare(plan)
        let texts = index.segments.map(PassageText.init)
        var found: [RankedPassage] = []
        for id in index.allMatches(.all) {
            guard let place = index.place(of: id) else { continue }
            let text = texts[place.number]
            if let score = score(prepared, place, text, index) {
                found.append(RankedPassage(passage: id, score: score))
            }
        }
        return found.sorted(by: <)
    }

    private static func score(
        _ plan: PreparedPlan, _ place: (segment: Segment, number: Int, passage: Int), _ text: PassageText,
        _ index: Searcher
    ) -> Float? {
        func inner(_ plan: PreparedPlan) -> Float? { score(plan, place, text, index) }
        switch plan {
        case .phrase(let phrase):
            guard var counts = text.counts(of: phrase.phrase, in: place.passage) else { return nil }
            // Inside words a single character counts once, however often it stands there.
            if phrase.phrase.isOneCharacter {
                let unit = phrase.phrase.parts[0][0]
                let list = place.segment.character(unit).flatMap { place.segment.list(ofCharacter: $0) }
                let reader = list.map(PostingsIterator.init)
                let passage = UInt32(place.passage)
                counts = TermFrequency(part: 1)
                if let reader, reader.advance(to: passage) == passage { counts = TermFrequency(code: reader.code) }
            }
            return index.similarity.share(
                code: counts.code, fieldNorm: place.segment.fieldNorm(of: place.passage),
                asksNoWords: phrase.phrase.asksNoWords) * phrase.weight
        case .boolean(let must, let should, let mustNot):
            let required = must.compactMap(inner)
            let optional = should.compactMap(inner)
            guard required.count == must.count, !must.isEmpty || !optional.isEmpty || should.isEmpty,
                mustNot.allSatisfy({ inner($0) == nil })
            else { return nil }
            return (required + optional).reduce(0, +)
        case .set(let set, _, let boost):
            return set.passages.first { $0.id == place.segment.id(of: place.passage) }.map { Float($0.score) * boost }
        case .all: return 0
        case .pattern: return nil
        }
    }

    @Test(arguments: 0..<6)
    func topIsTheTopOfAll(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let normalizer = try Normalizer.shared()
        // The second round has more than one window.
        let sizes = seed == 1 ? [2300, 40] : [400, 200, 40]
        let segments = try sizes.enumerated().map { part, count in
            try SegmentTests.segment(
                of: (0..<count).map { _ in Self.text(using: &random) }, emphasis: seed % 2 * 4,
                firstID: Int64(part * 10_000))
        }
        var manifest = IndexManifest()
        manifest.removed = [.init(first: 30, last: 90), .init(first: 10_001, last: 10_005)]
        let index = Searcher(manifest: manifest, segments: segments)
        for _ in 0..<(seed == 1 ? 12 : 40) {
            let plan = Self.plan(depth: 2, normalizer, using: &random)
            let expected = Self.scores(plan, in: index)
            let prepared = index.prepare(plan)
            #expect(index.allMatches(prepared) == expected.map(\.passage).sorted(), "\(plan)")
            #expect(index.count(prepared, .exact).value == expected.count, "\(plan)")
            let count = index.count(prepared, .quick)
            #expect(count.isExact ? count.value == expected.count : count.value <= expected.count, "\(plan)")
            let limit = [1, 10, 100][Int.random(in: 0..<3, using: &random)]
            let top = index.top(prepared, limit: limit)
            #expect(top.count == min(limit, expected.count), "\(plan)")
            for (found, wanted) in zip(top, expected) {
                #expect(abs(found.score - wanted.score) < 1e-4 * max(1, wanted.score), "\(plan)")
            }
            // Sums in another order may differ in the last bit, so only clearly different scores are held to their order.
            let clear = Set(expected.filter { $0.score > (top.last?.score ?? 0) * 1.000_1 }.map(\.passage))
            #expect(clear.isSubset(of: Set(top.map(\.passage))), "\(plan)")
            #expect(top.map(\.passage).count == Set(top.map(\.passage)).count)
            if let middle = top.dropFirst(top.count / 2).first {
                let rest = index.top(prepared, limit: limit, after: middle)
                #expect(rest.starts(with: top.dropFirst(top.count / 2 + 1)), "\(plan)")
            }
        }
    }

    private static func plan(
        depth: Int, _ normalizer: Normalizer, using random: inout SeededGenerator
    ) -> QueryPlan {
        func some(_ count: ClosedRange<Int>) -> [QueryPlan] {
            (0..<Int.random(in: count, using: &random)).map { _ in plan(depth: depth - 1, normalizer, using: &random) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 8 : 3), using: &random) {
        case 0:
            let ids = (0..<2000).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
            let scores = Bool.random(using: &random)
            return .set(
                PassageSet(ids.map { ScoredPassage(id: Int64($0), score: scores ? Double($0 % 2 + 1) : 0) }),
                name: "", boost: 1)
        case 1, 2: return phrase(normalizer, using: &random)
        case 3: return .joined(must: some(1...3), should: some(0...2), mustNot: some(0...1))
        case 4: return .joined(must: [], should: some(2...6), mustNot: some(0...1))
        case 5: return .joined(must: some(2...5), should: [], mustNot: [])
        case 6: return .joined(must: [], should: [], mustNot: some(1...2))
        default: return .joined(must: [phrase(normalizer, using: &random)], should: [], mustNot: some(1...2))
        }
    }

    private static func phrase(_ normalizer: Normalizer, using random: inout SeededGenerator) -> QueryPlan {
        var text = words[Int.random(in: 0..<words.count, using: &random)]
        if Int.random(in: 0..<4, using: &random) == 0 {
            text +=
                ["", " "][Int.random(in: 0..<2, using: &random)]
                + words[Int.random(in: 0..<words.count, using: &random)]
        }
        let spacing: Phrase.Spacing = Bool.random(using: &random) ? .ignored : .asPrinted
        return .phrase(
            Phrase(text, normalizer: normalizer, spacing: spacing), name: text,
            boost: Bool.random(using: &random) ? 1.5 : 1)
    }
}
