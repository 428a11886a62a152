import Ingest

/// What stands before a number, taken apart: 力争 | 技术合同成交额 | 达到.
struct TargetPhrase: Equatable, Sendable {
    /// The words that name the indicator.
    var core: Range<Int>
    /// The sign of a comparator before the number.
    var sign: String?
    /// Whether the words before the number end in a comparator or a verb of change.
    var isComparing = false
    /// Whether the number is a change (增长4.5%).
    var isChange = false
    /// The verb of change behind 分别.
    var change: Range<Int>?
    /// Whether 分别 shares out the numbers that follow.
    var isDistributive = false
    /// Whether 力争, 确保 or the like was printed.
    var hasAim = false

    init(_ left: Range<Int>, _ text: [Unicode.Scalar], _ anchors: YearAnchors) {
        core = left
        trimStart(text, anchors)
        trimEnd(text)
    }

    // MARK: From the front

    private mutating func trimStart(_ text: [Unicode.Scalar], _ anchors: YearAnchors) {
        var start = core.lowerBound
        let end = core.upperBound
        while start < end {
            if let next = afterYear(start, text, anchors), next <= end {
                start = next
            } else if let (length, _) = TargetWords.aims.match(text, at: start, before: end), start + length <= end {
                guard !isPartOfWord(text, start, length, end) else { break }
                hasAim = hasAim || length > 1
                start += length
            } else {
                break
            }
        }
        core = start..<end
    }

    /// 要 and 将 are left alone where they begin another word.
    private func isPartOfWord(_ text: [Unicode.Scalar], _ start: Int, _ length: Int, _ end: Int) -> Bool {
        guard length == 1 else { return false }
        return TargetWords.verbs.match(text, at: start, before: end).map { $0.length > 1 } ?? false
    }

    private func afterYear(_ start: Int, _ text: [Unicode.Scalar], _ anchors: YearAnchors) -> Int? {
        let offset = text[start] == "到" || text[start] == "至" || text[start] == "在" ? 1 : 0
        guard var end = anchors.end(ofYearAt: start + offset) else { return nil }
        if text.at(end) == "前" { end += 1 }
        return end
    }

    // MARK: From the end

    private mutating func trimEnd(_ text: [Unicode.Scalar]) {
        var end = core.upperBound
        let start = core.lowerBound
        while end > start {
            let comparator = TargetWords.before.match(text, endingAt: end, from: start)
            let adverb = TargetWords.adverbs.match(text, endingAt: end, from: start)
            if let comparator, comparator.length >= adverb?.length ?? 0 {
                sign = sign ?? comparator.value
                // 约 alone makes no goal.
                isComparing = isComparing || comparator.value != "~"
                end -= comparator.length
            } else if let adverb {
                if text.holds("分别", endingAt: end) { isDistributive = true }
                if adverb.length > 1, text.holds("至少", endingAt: end) { sign = sign ?? ">=" }
                end -= adverb.length
            } else {
                break
            }
        }
        core = start..<end
        if !isComparing || sign == "~", let (length, _) = TargetWords.change.match(text, endingAt: end, from: start) {
            isChange = true
            isComparing = true
            // 排放总量分别 | 下降14%、9%
            if text.holds("分别", endingAt: end - length), start < end - length - 2 {
                isDistributive = true
                change = end - length..<end
                core = start..<end - length - 2
            }
        }
    }
}
