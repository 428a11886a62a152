import Foundation
import TestSupport
import Testing

@testable import Extract

@Suite struct MutatedTextTests {
    /// Characters that begin or end numbers, dates, brackets and clauses.
    private static let sharp = Array("0５.,%％年月日前内起至-—、，。；（）《》“”十五个以上万亿/每由比的自后".unicodeScalars)

    @Test(
        "cut and spliced paragraphs crash nothing, and places stay within the text",
        arguments: 1...4 as ClosedRange<UInt64>)
    func mutated(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let file = Repository.corpus.appending(path: "shenyang-2026-03-04.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        for line in lines where Int.random(in: 0..<4, using: &random) == 0 {
            var text = Array(line.unicodeScalars)
            for _ in 0..<4 where text.count > 2 {
                let at = Int.random(in: 0..<text.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text.remove(at: at)
                case 1: text.insert(Self.sharp[Int.random(in: 0..<Self.sharp.count, using: &random)], at: at)
                default: text = Array(text[at...] + text[..<at])
                }
            }
            for goal in TargetGrammar.targets(in: text, context: TargetContext(documentYear: 2026)) {
                #expect(goal.range.lowerBound >= 0 && goal.range.upperBound <= text.count && !goal.range.isEmpty)
                #expect(!goal.indicator.isEmpty)
            }
            for limit in TimeLimitGrammar.timeLimits(in: text, context: TimeContext(year: 2026)) {
                #expect(limit.range.lowerBound >= 0 && limit.range.upperBound <= text.count && !limit.range.isEmpty)
            }
        }
    }
}
