import Ingest

/// The years that a paragraph names for what follows (到2025年, “十四五”末) or for what stands before (完成时限：2019年6月底前).
struct YearAnchors: Sendable {
    private struct Anchor: Sendable {
        var range: Range<Int>
        var year: Int
    }

    /// Years that govern the text behind them, in order.
    private var leading: [Anchor] = []
    /// Years of 完成时限 that govern the text before them, in order.
    private var closing: [Anchor] = []
    /// Where the number of a year in `leading` begins, and where it ends.
    private var ends: [Int: Int] = [:]

    init(_ text: [Unicode.Scalar], brackets: BracketMap, context: TargetContext) {
        var index = 0
        while index < text.count {
            guard let anchor = Self.anchor(text, at: index, context) else {
                index += 1
                continue
            }
            note(anchor, text, brackets)
            index = anchor.range.upperBound
        }
    }

    private mutating func note(_ anchor: Anchor, _ text: [Unicode.Scalar], _ brackets: BracketMap) {
        let start = anchor.range.lowerBound
        if brackets.isInTitle(start) { return }
        if brackets.isInBrackets(start) {
            let label = text.at(start - 1) == "：" ? start - 1 : start
            if TimeWords.labels.match(text, endingAt: label, from: max(0, label - 8)) != nil { closing.append(anchor) }
        } else if !brackets.isInQuotes(start) || text[start] == "“" || text[start] == "十" {
            guard !Self.isBase(text, anchor.range) else { return }
            leading.append(anchor)
            ends[start] = anchor.range.upperBound
        }
    }

    private static func anchor(_ text: [Unicode.Scalar], at index: Int, _ context: TargetContext) -> Anchor? {
        let scalar = text[index]
        if scalar == "“" || scalar == "十" {
            guard let (plan, end) = PlanPeriod.scan(text, at: index) else { return nil }
            for word in ["期间", "时期", "期末", "末"] where text.holds(word, at: end) {
                return Anchor(range: index..<end + word.unicodeScalars.count, year: plan.end)
            }
            return nil
        }
        guard scalar.decimalDigit != nil || Numeral.digit(scalar) != nil || scalar == "今" || scalar == "明" else {
            return nil
        }
        if let before = text.at(index - 1), before.decimalDigit != nil || before == "第" { return nil }
        guard let date = DateExpression.scan(text, at: index) else { return nil }
        switch date.year {
        case .printed(let year): return Anchor(range: date.range, year: year)
        case .relative(let distance):
            return (context.documentYear ?? context.defaultYear).map { Anchor(range: date.range, year: $0 + distance) }
        default: return nil
        }
    }

    /// Whether a year is one of comparison or beginning: 比2015年, 2015年的, 2020年起, 2020年版.
    private static func isBase(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        if let before = text.at(range.lowerBound - 1), "比较以由从自与和".unicodeScalars.contains(before) { return true }
        for word in ["起", "以来", "以后", "版", "基数", "水平", "开始"] where text.holds(word, at: range.upperBound) {
            return true
        }
        return false
    }

    /// The year that governs an offset, and whether the sentence itself prints it.
    func year(at index: Int, sentence: Int, _ context: TargetContext) -> (year: Int?, isPrinted: Bool, isPast: Bool) {
        let count = Self.count(leading, before: index)
        if count > 0 {
            let anchor = leading[count - 1]
            let isHere = anchor.range.lowerBound >= sentence
            let isPast = anchor.year < context.documentYear ?? anchor.year
            if isHere || !isPast { return (anchor.year, isHere, isHere && isPast) }
        }
        let next = Self.count(closing, before: index)
        if next < closing.count { return (closing[next].year, false, false) }
        return (context.defaultYear, false, false)
    }

    /// The end of the year that begins at an offset.
    func end(ofYearAt index: Int) -> Int? { ends[index] }

    /// How many anchors begin before an offset.
    private static func count(_ anchors: [Anchor], before index: Int) -> Int {
        var (low, high) = (0, anchors.count)
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].range.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
