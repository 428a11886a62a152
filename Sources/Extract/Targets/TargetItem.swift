import Ingest

/// A quantity of a clause with the words that belong to it.
struct TargetItem: Equatable, Sendable {
    var quantity: Quantity
    /// What stands before the number, back to the item before or the clause's beginning.
    var left: Range<Int>
    /// What stands behind the number and its 以上, up to the next item.
    var right: Range<Int>
    /// What stands before 由 in 由10个工作日缩减至7个工作日.
    var lead: Range<Int>?
    /// The quantity behind 由.
    var baseline: Quantity?
    /// Whether it continues a list (、15所…).
    var isContinued = false

    /// Cuts a clause into its quantities.
    static func all(in clause: Range<Int>, _ text: [Unicode.Scalar], _ brackets: BracketMap) -> [TargetItem] {
        var cutter = ItemCutter(text: text, brackets: brackets, clause: clause)
        return cutter.cut()
    }
}

/// Decides where the words of one quantity end and those of the next begin.
private struct ItemCutter {
    let text: [Unicode.Scalar]
    let brackets: BracketMap
    let clause: Range<Int>
    private var items: [TargetItem] = []
    private var leftStart = 0
    private var isContinued = false
    private var lead: Range<Int>?
    private var baseline: Quantity?

    init(text: [Unicode.Scalar], brackets: BracketMap, clause: Range<Int>) {
        self.text = text
        self.brackets = brackets
        self.clause = clause
        leftStart = clause.lowerBound
    }

    mutating func cut() -> [TargetItem] {
        let quantities = quantities()
        for (index, quantity) in quantities.enumerated() {
            guard index + 1 < quantities.count else {
                add(quantity, right: quantity.end..<max(quantity.end, clause.upperBound))
                break
            }
            join(quantity, to: quantities[index + 1])
        }
        return items
    }

    private func quantities() -> [Quantity] {
        var found: [Quantity] = []
        var index = clause.lowerBound
        while index < clause.upperBound {
            guard !brackets.isEnclosed(index), let quantity = Quantity.scan(text, at: index),
                quantity.range.upperBound <= clause.upperBound
            else {
                index += 1
                continue
            }
            // 每10万人口, 第3个 and 前5名 are no quantities; what follows them may be one.
            if TargetWords.notQuantity.match(text, endingAt: index, from: clause.lowerBound) == nil,
                quantity.kind != .time || DateExpression.scan(text, at: index) == nil,
                quantity.kind != .time || isMeasured(quantity)
            {
                found.append(quantity)
            }
            index = quantity.end
        }
        return found
    }

    /// Whether a length of time is compared with something; 具有5年以上经历 is a condition.
    private func isMeasured(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        if let before = text.at(start - 1), "由从的约".unicodeScalars.contains(before) { return true }
        return TargetWords.before.match(text, endingAt: start, from: clause.lowerBound) != nil
            || TargetWords.change.match(text, endingAt: start, from: clause.lowerBound) != nil
    }

    private mutating func join(_ quantity: Quantity, to next: Quantity) {
        let gap = quantity.end..<max(quantity.end, next.range.lowerBound)
        if let (length, _) = TargetWords.joints.match(text, at: gap.lowerBound, before: gap.upperBound) {
            add(quantity, right: gap.lowerBound..<gap.lowerBound)
            begin(at: gap.lowerBound + length)
        } else if let (length, _) = TargetWords.joints.match(text, endingAt: gap.upperBound, from: gap.lowerBound) {
            add(quantity, right: gap.lowerBound..<gap.upperBound - length)
            begin(at: gap.upperBound)
        } else if TargetWords.before.match(text, endingAt: gap.upperBound, from: gap.lowerBound) != nil,
            let base = baseMark(before: quantity.range.lowerBound)
        {
            lead = leftStart..<base
            baseline = quantity
            leftStart = quantity.end
        } else if let comma = gap.last(where: { text[$0] == "、" && !brackets.isEnclosed($0) }) {
            add(quantity, right: gap.lowerBound..<comma)
            begin(at: comma + 1)
        }
        // Else the quantity describes what the next one counts: 年产能10万吨以上的企业2家.
    }

    /// Where 由 or 从 stands that makes a quantity the one to start from, a year in between allowed.
    private func baseMark(before start: Int) -> Int? {
        var index = start - 1
        while index >= leftStart, start - index < 12 {
            if text[index] == "由" || text[index] == "从" { return index }
            index -= 1
        }
        return nil
    }

    private mutating func begin(at index: Int) {
        leftStart = index
        isContinued = true
    }

    private mutating func add(_ quantity: Quantity, right: Range<Int>) {
        let left = min(leftStart, quantity.range.lowerBound)..<quantity.range.lowerBound
        items.append(
            TargetItem(
                quantity: quantity, left: left, right: right, lead: lead, baseline: baseline, isContinued: isContinued))
        lead = nil
        baseline = nil
    }
}
