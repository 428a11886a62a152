import Ingest

/// Splits the list behind 负责, 分管 or 联系 into its fields or units.
struct DutyList {
    let text: [Unicode.Scalar]
    let relation: DutyMatch.Relation

    /// The names between two offsets, as printed.
    func names(in range: Range<Int>) -> [String] {
        var items: [(range: Range<Int>, follows: Bool)] = []
        var start = range.lowerBound
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = text[index]
            if scalar == "（" || scalar == "(" { depth += 1 }
            if scalar == "）" || scalar == ")" { depth = max(0, depth - 1) }
            guard depth == 0, let length = separator(at: index, from: start, before: range.upperBound) else {
                index += 1
                continue
            }
            items.append((start..<index, scalar == "、"))
            index += length
            start = index
        }
        items.append((start..<range.upperBound, false))
        return collected(items)
    }

    /// The length of what separates two items at an offset; nil where nothing does.
    private func separator(at index: Int, from start: Int, before end: Int) -> Int? {
        if text[index] == "、" || text[index].isComma { return 1 }
        if text.has("以及", at: index) { return 2 }
        guard relation != .charge, text[index] == "和" || text[index] == "及" || text[index] == "与"
        else { return nil }
        // 市老科协和科研院所 are two, 通信和电力企业 is one.
        return DutyLexicon.endsAsUnit(text, start..<index) ? 1 : nil
    }

    /// Turns the pieces to names: closing words off, 「甲业、乙业等机构」 put together again, 「甲局等机构」 parted.
    private func collected(_ items: [(range: Range<Int>, follows: Bool)]) -> [String] {
        var names: [String] = []
        var open = 0  // how many of the last names are no units and might belong to a class named behind 等
        for item in items {
            var range = trimmed(item.range)
            guard !range.isEmpty else { continue }
            let isLast = item.range.upperBound == items.last?.range.upperBound
            if isLast { range = withoutListEnd(range) }
            if relation != .charge, let etc = text[range].firstIndex(where: { $0 == "等" }), etc > range.lowerBound,
                etc + 1 < range.upperBound
            {
                let head = range.lowerBound..<etc
                if isUnit(head) {
                    names.append(text.compact(head))
                    names.append(text.compact(etc + 1..<range.upperBound))
                } else {
                    let joined = names.suffix(open).joined(separator: "、")
                    names.removeLast(open)
                    names.append((joined.isEmpty ? "" : joined + "、") + text.compact(range))
                }
                open = 0
                continue
            }
            guard !range.isEmpty else { continue }
            names.append(text.compact(range))
            open = !isUnit(range) && item.follows ? open + 1 : 0
        }
        return names
    }

    private func isUnit(_ range: Range<Int>) -> Bool {
        DutyLexicon.endsAsUnit(text, range)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, text[first].isBlank { range.removeFirst() }
        while let last = range.last, text[last].isBlank { range.removeLast() }
        return range
    }

    private func withoutListEnd(_ range: Range<Int>) -> Range<Int> {
        for index in max(range.lowerBound, range.upperBound - 8)..<range.upperBound {
            if DutyLexicon.listEnds.match(text, at: index, before: range.upperBound) == range.upperBound - index {
                return range.lowerBound..<index
            }
        }
        return range
    }
}

extension Range<Int> {
    fileprivate mutating func removeFirst() { self = lowerBound + 1..<upperBound }
    fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
