import Ingest

/// One element of a list of units, in the offsets of the list.
struct UnitPiece {
    var range: Range<Int>
    /// The element, with round brackets for those of other shapes, without a role or mark beside it.
    var text: [Unicode.Scalar]
    /// Whether a comma stands before it, rather than 、 or 和.
    var opensGroup: Bool
    var note: RoleWords.Note?
    var isMarked = false

    /// The element at a stretch of a list; a role in brackets behind it and marks beside it are told apart from its name.
    init(_ list: [Unicode.Scalar], _ range: Range<Int>, opensGroup: Bool) {
        self.opensGroup = opensGroup
        var range = range
        while let first = range.first, Self.isMark(list[first]) {
            range = first + 1..<range.upperBound
            isMarked = true
        }
        while let last = range.last, Self.isMark(list[last]) {
            range = range.lowerBound..<last
            isMarked = true
        }
        if let last = range.last, list[last] == "）",
            let open = UnitName.opening(of: Array(list[range])).map({ $0 + range.lowerBound }), open > range.lowerBound
        {
            let word = list[open + 1..<last].filter { !$0.isBlank }
            if word.count == 1, Self.isMark(word[0]) {
                isMarked = true
                range = range.lowerBound..<open
            } else if let note = RoleWords.notes[word] {
                self.note = note
                range = range.lowerBound..<open
            }
        }
        self.range = range
        text = Array(list[range])
    }

    /// Whether a character is one that texts set beside units to tell them from others: 「标★的为牵头单位」.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", "＊", "★", "☆", "▲", "△", "●", "◆", "◇", "■", "※", "#", "＃": true
        default: false
        }
    }
}
