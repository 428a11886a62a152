import Extract
import TestSupport
import Testing

@testable import Index

/// A phrase is found in every passage that holds it after folding, and in no other.
@Suite struct ExactnessTests {
    private static let tokens = [
        "执法", "人员", "法人", "人", "员", "市", "发展", "改革", "委", "发展改革委", "沈政发", "〔2026〕", "(2026)", "［２０２６］", "1号", "１号",
        "1000场", "100", "0场", "瀋陽", "沈阳", "後勤", "后勤", "PM2.5", "ＰＭ", " ", "\u{3000}", "\n", "，", "。", "、", "㈠", "（一）",
        "A B", "ab",
        "B A", "é", "e\u{301}", "⻋", "车", "𠮷", "\u{200B}", "《", "》", "以旧换新", "新", "旧", "-", "%", "\0",
    ]

    @Test(arguments: 0..<8)
    func indexAgreesWithScan(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let normalizer = try Normalizer.shared()
        let texts = (0..<300).map { _ in Self.text(of: 0...14, using: &random) }.filter { !$0.isEmpty }
        let directory = try TemporaryDirectory()
        let archive = try Archive.open(directory.url, mode: .readWrite)
        for (number, part) in [texts[..<120], texts[120..<200], texts[200...]].enumerated() {
            try archive.add(SampleRecords.plain(Array(part), path: "/data/\(number).txt", sha256: "\(number)"))
            try archive.commit()
        }
        let folded = texts.map { normalizer.fold($0).scalars }
        var found = 0
        for _ in 0..<150 {
            let query = Self.query(from: texts, using: &random)
            let parts = query.split(whereSeparator: \.isWhitespace).map { normalizer.fold(String($0)).scalars }
                .filter { !$0.isEmpty }
            guard !parts.isEmpty else { continue }
            let expected = zip(texts, folded).filter { Self.contains($0.1, parts, normalizer) }.map {
                $0.0.filter { $0 != "\0" }
            }
            var request = SearchRequest(
                .boolean(must: [.phrase(query), .field(.type, .equals("paragraph"))], should: [], mustNot: []))
            request.limit = 1000
            let hits = try archive.search(request)
            let agrees = hits.hits.map(\.text).sorted() == expected.sorted()
            #expect(agrees, "seed \(seed), query \(query.debugDescription), \(hits.total) for \(expected.count)")
            #expect(hits.hits.allSatisfy { !$0.marks.isEmpty })
            found += hits.total
        }
        #expect(found > 0)
    }

    private static func text(of length: ClosedRange<Int>, using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: length, using: &random)).map { _ in tokens[Int.random(in: 0..<tokens.count, using: &random)]
        }.joined()
    }

    /// A part of one of the texts, or some tokens that may stand nowhere.
    private static func query(from texts: [String], using random: inout SeededGenerator) -> String {
        let text = Array(texts[Int.random(in: 0..<texts.count, using: &random)].unicodeScalars)
        if Bool.random(using: &random) { return Self.text(of: 1...3, using: &random) }
        let start = Int.random(in: 0..<text.count, using: &random)
        let end = Int.random(in: start..<min(text.count, start + 12), using: &random)
        return String(String.UnicodeScalarView(text[start...end]))
    }

    /// Whether the parts stand in the text, one behind the other, with nothing but marks and white space between them.
    private static func contains(_ text: [UInt32], _ parts: [[UInt32]], _ normalizer: Normalizer) -> Bool {
        text.indices.contains { start in
            var at = start
            for (number, part) in parts.enumerated() {
                if number > 0 { while at < text.count, normalizer.wordClass(of: text[at]) == .none { at += 1 } }
                guard text[at...].starts(with: part) else { return false }
                at += part.count
            }
            return true
        }
    }
}
