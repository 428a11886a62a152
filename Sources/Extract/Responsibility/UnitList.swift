import Ingest

/// A unit that a list names.
struct NamedUnit: Hashable, Sendable {
    /// The full name.
    var name: String
    /// The name as printed.
    var written: String
    /// Whether it stands for many.
    var isGroup: Bool
    /// Where it is printed, in the offsets of the text that holds the list.
    var range: Range<Int>
    /// How the name was completed, for `explain`; nil where it is as printed.
    var completion: String?
}

/// Reads lists of units and completes the names that share a beginning or an end.
///
/// 「市发展改革委、财政局」 is 市发展改革委 and 市财政局, 「皇姑区、浑南区政府」 is 皇姑区政府 and 浑南区政府; a comma ends what is
/// shared. A national list shares nothing: 「国家发展改革委、工业和信息化部」.
struct UnitList {
    /// The names of the place that issues the document, as company names carry them: 沈阳 for 沈阳市.
    let places: [String]

    /// One element of a list, as printed.
    private struct Piece {
        var range: Range<Int>
        var text: [Unicode.Scalar]
        /// Whether a comma stands before it, rather than 、 or 和.
        var opensGroup: Bool
    }

    /// Reads a list.
    ///
    /// - Parameter previous: A list that this one goes on, as behind 会同: what its names share, these share too.
    /// - Returns: The units, and the stretches that could not be understood as units.
    func read(_ text: [Unicode.Scalar], _ range: Range<Int>, after previous: Range<Int>? = nil) -> (
        units: [NamedUnit], unread: [Range<Int>]
    ) {
        var shared: Shared = .none
        if let previous { _ = read(text, previous, &shared) }
        return read(text, range, &shared, goesOn: previous != nil)
    }

    private func read(_ text: [Unicode.Scalar], _ range: Range<Int>, _ shared: inout Shared, goesOn: Bool = false) -> (
        units: [NamedUnit], unread: [Range<Int>]
    ) {
        var pieces = split(text, range)
        joinGroups(&pieces, text)
        var units: [NamedUnit] = []
        var unread: [Range<Int>] = []
        for (index, piece) in pieces.enumerated() {
            if piece.opensGroup, !(goesOn && index == 0) { shared = .none }
            guard UnitName.isPlausible(piece.text) || sharesEnd(pieces, index) != nil else {
                if !piece.text.isEmpty { unread.append(piece.range) }
                continue
            }
            if let owner = units.last, let own = UnitName.ofItsOwner(piece.text) {
                units.append(
                    NamedUnit(
                        name: owner.name + own, written: piece.text.string, isGroup: true, range: piece.range,
                        completion: "其 = \(owner.name)"))
                continue
            }
            units.append(complete(piece.text, piece.range, ending: sharesEnd(pieces, index), &shared))
        }
        return (units, unread)
    }

    // MARK: Splitting

    private func split(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var start = range.lowerBound
        var opensGroup = true
        var depth = 0
        func finish(_ end: Int, nextOpensGroup: Bool) {
            var lower = start
            var upper = end
            while lower < upper, text[lower].isBlank { lower += 1 }
            while upper > lower, text[upper - 1].isBlank || "。；;".unicodeScalars.contains(text[upper - 1]) {
                upper -= 1
            }
            appendPieces(text, lower..<upper, opensGroup, &pieces)
            start = end + 1
            opensGroup = nextOpensGroup
        }
        for at in range {
            switch text[at] {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case "、" where depth == 0: finish(at, nextOpensGroup: false)
            case "，", ",", "；", ";",
                "。" where depth == 0:
                finish(at, nextOpensGroup: true)
            default:
                // White space alone parts names in the cells of tables.
                if depth == 0, text[at].isBlank, at > start, partsNames(text, start..<at, at + 1..<range.upperBound) {
                    finish(at, nextOpensGroup: false)
                }
            }
        }
        finish(range.upperBound, nextOpensGroup: true)
        return pieces
    }

    /// Whether white space stands between two whole names, rather than inside one.
    private func partsNames(_ text: [Unicode.Scalar], _ before: Range<Int>, _ after: Range<Int>) -> Bool {
        let left = text[before].filter { !$0.isBlank }
        let right = Array(
            text[after].drop(while: \.isBlank).prefix { !$0.isBlank && !"、，,；;。".unicodeScalars.contains($0) })
        guard left.count >= 3, right.count >= 3, UnitName.endsAsOffice(left), left.last != "）" else { return false }
        return UnitName.endsAsOffice(right)
            && !["人民政府", "管委会", "办公室"].contains { right.elementsEqual($0.unicodeScalars) }
    }

    /// Splits at 和, 及, 以及, 与 and 等 where what stands on both sides is a unit.
    private func appendPieces(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ opensGroup: Bool, _ pieces: inout [Piece]
    ) {
        guard !range.isEmpty else { return }
        for word in ["以及", "及其", "和", "及", "与", "暨"] {
            guard let found = text[range].firstRange(of: word), word != "及其" else { continue }
            let left = Array(text[range.lowerBound..<found.lowerBound])
            let right = Array(text[found.upperBound..<range.upperBound])
            if UnitName.isComplete(left), UnitName.isPlausible(right), !UnitName.joinsName(left, word, right) {
                // What stands before may itself close with 等部门.
                appendPieces(text, range.lowerBound..<found.lowerBound, opensGroup, &pieces)
                appendPieces(text, found.upperBound..<range.upperBound, false, &pieces)
                return
            }
        }
        var first = range
        var rest: Range<Int>?
        if let found = text[range].firstRange(of: "等"), found.lowerBound > range.lowerBound {
            let right = Array(text[found.upperBound..<range.upperBound])
            let left = Array(text[range.lowerBound..<found.lowerBound])
            if right.isEmpty || UnitName.closesList(right), UnitName.isPlausible(left) {
                first = range.lowerBound..<found.lowerBound
                // 「等有关部门」 names a group; 「等部门」 and 「等5个部门」 only close the list.
                if UnitName.isOpenGroup(right) { rest = found.upperBound..<range.upperBound }
            }
        }
        pieces.append(Piece(range: first, text: Array(text[first]), opensGroup: opensGroup))
        if let rest { appendPieces(text, rest, false, &pieces) }
    }

    /// Puts the parts of a group of places that 、 parts together again: 「各区、县（市）政府」, 「各省、自治区、直辖市人民政府」.
    private func joinGroups(_ pieces: inout [Piece], _ text: [Unicode.Scalar]) {
        var index = 0
        while index + 1 < pieces.count {
            let piece = pieces[index].text
            let next = pieces[index + 1]
            if !next.opensGroup, UnitName.isOpenPlaceGroup(piece), UnitName.continuesPlaceGroup(next.text) {
                let range = pieces[index].range.lowerBound..<next.range.upperBound
                pieces[index] = Piece(range: range, text: Array(text[range]), opensGroup: pieces[index].opensGroup)
                pieces.remove(at: index + 1)
            } else {
                index += 1
            }
        }
    }

    /// The end that a place name takes from a later element: 政府 for 皇姑区 in 「皇姑区、浑南区政府」.
    private func sharesEnd(_ pieces: [Piece], _ index: Int) -> String? {
        guard UnitName.isPlace(pieces[index].text) else { return nil }
        for later in pieces[(index + 1)...] {
            if later.opensGroup { return nil }
            if let end = UnitName.placeGovernment(later.text) { return end }
            guard UnitName.isPlace(later.text) else { return nil }
        }
        return nil
    }

    // MARK: Completing

    /// What the elements of a list share from the one before.
    private enum Shared {
        case none
        case jurisdiction(Jurisdiction)
        /// 沈阳: for the companies that follow.
        case place(String)
    }

    private func complete(_ text: [Unicode.Scalar], _ range: Range<Int>, ending: String?, _ shared: inout Shared)
        -> NamedUnit
    {
        let tidy = text.tidied
        let written = text.string
        if let ending {
            return NamedUnit(
                name: tidy.string + ending, written: written, isGroup: false, range: range, completion: "共用后缀 \(ending)"
            )
        }
        let isGroup = UnitName.isGroup(tidy)
        if let place = places.first(where: { tidy.begins(with: $0) }), !tidy.begins(with: place + "市") {
            shared = .place(place)
            return NamedUnit(name: tidy.string, written: written, isGroup: isGroup, range: range)
        }
        if let own = UnitName.jurisdiction(of: tidy) {
            shared = .jurisdiction(own)
            return NamedUnit(name: tidy.string, written: written, isGroup: isGroup, range: range)
        }
        let isLocal = places.contains { tidy.contains($0) }
        guard !isGroup, !isLocal, !UnitName.standsAlone(tidy), let prefix = prefix(for: tidy, shared) else {
            return NamedUnit(name: tidy.string, written: written, isGroup: isGroup, range: range)
        }
        return NamedUnit(
            name: prefix + tidy.string, written: written, isGroup: false, range: range, completion: "共用前缀 \(prefix)")
    }

    private func prefix(for text: [Unicode.Scalar], _ shared: Shared) -> String? {
        let isWhole = UnitWords.wholeEnds.ends(text)
        switch shared {
        case .none: return nil
        case .place(let place):
            return UnitWords.companySuffixes.contains { text.ends(with: $0) } ? place : nil
        case .jurisdiction(.office(let mark)): return isWhole ? nil : mark
        case .jurisdiction(.committee(let mark, let committee)):
            if UnitWords.partyOrgans.contains(where: { text.elementsEqual($0.unicodeScalars) }) {
                return mark + committee
            }
            return isWhole ? nil : mark
        }
    }
}
