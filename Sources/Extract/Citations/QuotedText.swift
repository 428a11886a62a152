import Ingest

/// What a paragraph quotes of another text: 「修改为：“…”」, and the “ that opens each paragraph of a long quotation.
enum QuotedText {
    /// The stretches that are quoted.
    ///
    /// Words set off by “” are none.
    ///
    /// - Complexity: O(*n*) in the length of the paragraph.
    static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: Int?
        var depth = 0
        var first: Int?
        for index in text.indices {
            if first == nil, !text[index].isBlank { first = index }
            switch text[index] {
            case "“":
                depth += 1
                if open == nil, opens(text, index, first: first ?? index) {
                    open = index
                    depth = 1
                }
            case "”":
                depth = max(0, depth - 1)
                if depth == 0, let start = open {
                    ranges.append(start..<index)
                    open = nil
                }
            default: break
            }
        }
        // A quotation of several paragraphs closes in its last one.
        if let start = open { ranges.append(start..<text.count) }
        return ranges
    }

    /// Whether an offset lies in one of the stretches.
    static func covers(_ ranges: [Range<Int>], _ index: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(index)
    }

    private static func opens(_ text: [Unicode.Scalar], _ index: Int, first: Int) -> Bool {
        guard index > first else { return true }
        switch text[index - 1] {
        case "：", ":", "为", "為": return true
        default: return false
        }
    }
}
