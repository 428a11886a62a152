/// How often a phrase stands in a passage, in the one byte that a posting has for it.
///
/// Occurrences in a title, heading or label count ``emphasis`` times. TermFrequency that a byte can't hold are cut to
/// ``maximumSum``; there the score hardly rises any more.
struct TermFrequency: Equatable, Sendable {
    /// Occurrences that begin and end at word breaks.
    var whole = 0
    /// Occurrences that begin or end inside a word.
    var part = 0

    /// How much an occurrence in a title, heading or label counts.
    static let emphasis = 3
    /// The most that a code can say.
    static let maximumSum = 21
    /// How many codes there are.
    static let codeCount = (maximumSum + 1) * (maximumSum + 2) / 2 - 1

    /// The number of the bigram: 0 for (0, 1), 1 for (1, 0), then those with a sum of two, and so on.
    var code: UInt8 {
        let sum = min(whole + part, Self.maximumSum)
        return UInt8(sum * (sum + 1) / 2 + min(whole, sum) - 1)
    }

    init(whole: Int = 0, part: Int = 0) {
        self.whole = whole
        self.part = part
    }

    /// How many occurrences a code stands for.
    @inline(__always)
    static func sum(of code: UInt8) -> Int { Int(sums[Int(code)]) }

    private static let sums: [UInt8] = (0...UInt8.max).map { code in
        let counts = TermFrequency(code: code)
        return UInt8(counts.whole + counts.part)
    }

    init(code: UInt8) {
        var sum = 1
        while (sum + 1) * (sum + 2) / 2 - 1 <= Int(code) { sum += 1 }
        whole = Int(code) - (sum * (sum + 1) / 2 - 1)
        part = sum - whole
    }
}
