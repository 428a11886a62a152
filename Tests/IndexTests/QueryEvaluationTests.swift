import Extract
import TestSupport
import Testing

@testable import Index

/// What a query finds is what its meaning says, passage by passage.
@Suite struct QueryEvaluationTests {
    private static let words = ["执法", "人员", "法人", "市", "发展", "改革委", "1000场", "以旧换新", "新", "ab"]

    @Test(arguments: 0..<6)
    func findsWhatThePassagesHold(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = (0..<200).map { _ in
            (0..<Int.random(in: 1...8, using: &random)).map { _ in
                Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
            }.joined(separator: Bool.random(using: &random) ? "" : "，")
        }
        let directory = try TemporaryDirectory()
        let archive = try Archive.open(directory.url, mode: .readWrite)
        try archive.add(SampleRecords.plain(texts))
        try archive.commit()
        let normalizer = try Normalizer.shared()
        let folded = texts.map(normalizer.fold)
        for _ in 0..<120 {
            let query = Self.query(depth: 3, using: &random)
            var request = SearchRequest(
                .boolean(must: [query, .field(.type, .equals("paragraph"))], should: [], mustNot: []))
            request.limit = 1000
            let found = try archive.search(request).hits.map { $0.line - 2 }.sorted()
            let expected = folded.indices.filter { Self.fits(query, folded[$0], normalizer) }
            #expect(found == expected, "\(query)")
        }
    }

    private static func query(depth: Int, using random: inout SeededGenerator) -> Query {
        func word() -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        func some(_ count: ClosedRange<Int>) -> [Query] {
            (0..<Int.random(in: count, using: &random)).map { _ in query(depth: depth - 1, using: &random) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
        case 0, 1: return .phrase(word())
        case 2: return .near([word(), word()], distance: Int.random(in: 0...4, using: &random))
        case 3: return .wildcard(word() + ["*", "?"][Int.random(in: 0...1, using: &random)] + word())
        case 4: return .boosted(query(depth: depth - 1, using: &random), 2)
        case 5: return .boolean(must: some(1...3), should: some(0...1), mustNot: some(0...2))
        case 6: return .boolean(must: [], should: some(1...3), mustNot: some(0...1))
        default: return .boolean(must: [], should: [], mustNot: some(1...2))
        }
    }

    /// The meaning of a query for one passage.
    private static func fits(_ query: Query, _ text: NormalizedText, _ normalizer: Normalizer) -> Bool {
        switch query {
        case .phrase, .near, .wildcard: !Highlights.places(of: query, in: text, normalizer: normalizer).isEmpty
        case .boosted(let inner, _): fits(inner, text, normalizer)
        case .boolean(let must, let should, let mustNot):
            must.allSatisfy { fits($0, text, normalizer) } && !mustNot.contains { fits($0, text, normalizer) }
                && (!must.isEmpty || should.isEmpty || should.contains { fits($0, text, normalizer) })
        case .all: true
        case .field: false
        }
    }

    @Test(arguments: [
        ("a*c", "xabbc", 1..<5), ("a?c", "abcabbc", 0..<3), ("a*b*c", "a1b2c3c", 0..<5), ("*b*", "abc", 1..<2),
    ])
    func wildcardsTakeTheShortest(_ pattern: String, _ text: String, _ place: Range<Int>) {
        let scalars = text.unicodeScalars.map(\.value)
        let places = Wildcard(pattern) { $0.unicodeScalars.map(\.value) }.places(in: scalars) { $0 != 0x20 }
        #expect(places.first == place)
    }

    /// Many stars in a long text that fits nearly: the work must not grow with every star.
    @Test func manyStarsAreNoBurden() {
        let text = [UInt32](repeating: 0x61, count: 4000)
        let wildcard = Wildcard(String(repeating: "a*", count: 20) + "b") { $0.unicodeScalars.map(\.value) }
        #expect(!wildcard.matches(text))
        #expect(wildcard.places(in: Array(text.prefix(400))) { _ in true }.isEmpty)
    }
}
