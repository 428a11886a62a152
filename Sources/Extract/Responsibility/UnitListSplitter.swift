import Ingest

/// Cuts a list of units into its elements.
struct UnitListSplitter {
    private(set) var pieces: [UnitPiece] = []
    /// The list, with round brackets for those of other shapes.
    private let list: [Unicode.Scalar]

    init(_ text: ArraySlice<Unicode.Scalar>) {
        list = text.map(\.inRoundBrackets)
        split()
        joinGroups()
    }

    private mutating func split() {
        var start = 0
        var opensGroup = true
        var depth = 0
        func element(to end: Int) -> Range<Int> {
            var lower = start
            var upper = end
            while lower < upper, list[lower].isBlank { lower += 1 }
            while upper > lower, list[upper - 1].isBlank || "。；;".unicodeScalars.contains(list[upper - 1]) {
                upper -= 1
            }
            return lower..<upper
        }
        for at in list.indices {
            var closes = false
            switch list[at] {
            case "（": depth += 1
            case "）": depth = max(0, depth - 1)
            case "、" where depth == 0: closes = true
            case "，", ",", "；", ";",
                "。" where depth == 0:
                append(element(to: at), opensGroup)
                start = at + 1
                opensGroup = true
            default:
                // White space alone parts names in the cells of tables.
                closes = depth == 0 && list[at].isBlank && at > start && partsNames(start..<at, at + 1..<list.count)
            }
            guard closes else { continue }
            append(element(to: at), opensGroup)
            start = at + 1
            opensGroup = false
        }
        append(element(to: list.count), opensGroup)
    }

    /// Whether white space stands between two whole names, rather than inside one.
    private func partsNames(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
        let left = list[before].filter { !$0.isBlank }
        let right = Array(
            list[after].drop(while: \.isBlank).prefix { !$0.isBlank && !"、，,；;。".unicodeScalars.contains($0) })
        guard left.count >= 3, right.count >= 3, UnitName.endsAsOffice(left), left.last != "）" else { return false }
        return UnitName.endsAsOffice(right)
            && !["人民政府", "管委会", "办公室"].contains { right.elementsEqual($0.unicodeScalars) }
    }

    /// Splits at 和, 及, 以及, 与 and 等 where what stands on both sides is a unit.
    private mutating func append(_ range: Range<Int>, _ opensGroup: Bool) {
        guard !range.isEmpty else { return }
        for word in ["以及", "和", "及", "与", "暨"] {
            guard let found = list[range].firstRange(of: word) else { continue }
            let left = Array(list[range.lowerBound..<found.lowerBound])
            let right = Array(list[found.upperBound..<range.upperBound])
            // 「财政部等和各省级人民政府」
            let whole = left.last == "等" ? Array(left.dropLast()) : left
            if UnitName.isComplete(whole), UnitName.isPlausible(right), !UnitName.joinsName(whole, word, right) {
                // What stands before may itself close with 等部门.
                append(range.lowerBound..<found.lowerBound, opensGroup)
                append(found.upperBound..<range.upperBound, false)
                return
            }
        }
        var first = range
        var rest: Range<Int>?
        if let found = list[range].firstRange(of: "等"), found.lowerBound > range.lowerBound {
            let right = Array(list[found.upperBound..<range.upperBound])
            let left = Array(list[range.lowerBound..<found.lowerBound])
            if right.isEmpty || UnitName.closesList(right), UnitName.isPlausible(left) {
                first = range.lowerBound..<found.lowerBound
                // 「等有关部门」 names a group; 「等部门」 and 「等5个部门」 only close the list.
                if UnitName.isOpenGroup(right) { rest = found.upperBound..<range.upperBound }
            }
        }
        pieces.append(UnitPiece(list, first, opensGroup: opensGroup))
        if let rest { append(rest, false) }
    }

    /// Puts the parts of a group that 、 parts together again: 「各区、县（市）政府」, 「各省、自治区、直辖市人民政府」,
    /// 「市直有关部门、单位」.
    private mutating func joinGroups() {
        var index = 0
        while index + 1 < pieces.count {
            let piece = pieces[index].text
            let next = pieces[index + 1]
            let goesOn =
                UnitName.isOpenPlaceGroup(piece) && UnitName.continuesPlaceGroup(next.text)
                || UnitName.continuesGroup(piece, next.text)
            if !next.opensGroup, goesOn {
                let range = pieces[index].range.lowerBound..<next.range.upperBound
                pieces[index] = UnitPiece(list, range, opensGroup: pieces[index].opensGroup)
                pieces.remove(at: index + 1)
            } else {
                index += 1
            }
        }
    }
}
