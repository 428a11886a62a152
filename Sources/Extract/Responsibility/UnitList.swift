import Ingest

/// Reads lists of units and completes the names that share a beginning or an end.
///
/// 「市发展改革委、财政局」 is 市发展改革委 and 市财政局, 「皇姑区、浑南区政府」 is 皇姑区政府 and 浑南区政府; a comma ends what is
/// shared. A national list shares nothing: 「国家发展改革委、工业和信息化部」. A unit with a place or name of its own takes
/// nothing either: 「市财政局、某某证监局」.
struct UnitList {
    /// The names of the place that issues the document, as company names carry them: 沈阳 for 沈阳市.
    let places: [String]

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
        let pieces = UnitListSplitter(text[range]).pieces
        let base = range.lowerBound
        var units: [NamedUnit] = []
        var unread: [Range<Int>] = []
        for (index, piece) in pieces.enumerated() {
            if piece.opensGroup, !(goesOn && index == 0) { shared = .none }
            let repeats =
                index > 1 && !piece.opensGroup && !pieces[index - 1].opensGroup && isMarked(pieces[index - 1])
                && isMarked(pieces[index - 2])
            let place = piece.range.lowerBound + base..<piece.range.upperBound + base
            let end = sharesEnd(pieces, index)
            guard UnitName.isPlausible(piece.text) || end != nil || UnitName.isNamedPlace(piece.text) else {
                if !piece.text.isEmpty { unread.append(place) }
                continue
            }
            var unit: NamedUnit
            if let owner = units.last, let own = UnitName.ofItsOwner(piece.text) {
                unit = NamedUnit(
                    name: owner.name + own, written: piece.text.string, isGroup: true, range: place,
                    completion: "其 = \(owner.name)", unitClass: .group)
            } else {
                unit = complete(piece.text, Array(text[place]), place, ending: end, repeatsMarks: repeats, &shared)
            }
            unit.isMarked = piece.isMarked
            unit.role = piece.note?.role
            if let note = piece.note, note.isOfAll { markAll(&units, pieces, before: index, note.role) }
            units.append(unit)
        }
        return (units, unread)
    }

    /// 「甲局、乙局（共同牵头）」: the role is of all before it, back to the last comma or to one with a role of its own.
    private func markAll(
        _ units: inout [NamedUnit], _ pieces: [UnitPiece], before index: Int, _ role: AssignmentRecord.Role
    ) {
        var at = index
        var unit = units.count - 1
        while !pieces[at].opensGroup, unit >= 0, units[unit].role == nil {
            units[unit].role = role
            at -= 1
            unit -= 1
        }
    }

    /// The end that a place name takes from a later element: 政府 for 皇姑区 in 「皇姑区、浑南区政府」, 县委和人民政府 for 甲 in
    /// 「甲、乙县委和人民政府」.
    private func sharesEnd(_ pieces: [UnitPiece], _ index: Int) -> String? {
        let isShort = pieces[index].text.count <= 3 && !UnitName.isPlausible(pieces[index].text)
        guard UnitName.isPlace(pieces[index].text) || isShort else { return nil }
        for later in pieces[(index + 1)...] {
            if later.opensGroup { return nil }
            if let end = UnitName.placeGovernment(later.text) {
                if UnitName.isPlace(pieces[index].text) { return end }
                let place = later.text.dropLast(end.unicodeScalars.count)
                // 甲 of 「甲、乙县委」 lacks the kind of place too.
                return end.contains("和") && place.count <= 4 ? place.suffix(1).string + end : nil
            }
            guard UnitName.isPlace(later.text) || (isShort && later.text.count <= 3) else { return nil }
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

    private func isMarked(_ piece: UnitPiece) -> Bool { UnitName.jurisdiction(of: piece.text) != nil }

    /// - Parameters:
    ///   - text: The name with round brackets.
    ///   - printed: The same as printed.
    ///   - repeatsMarks: Whether the two elements before both have marks of their own: then only what is plainly a
    ///     department of the same place takes the mark.
    private func complete(
        _ text: [Unicode.Scalar], _ printed: [Unicode.Scalar], _ range: Range<Int>, ending: String?,
        repeatsMarks: Bool, _ shared: inout Shared
    ) -> NamedUnit {
        let tidy = text.tidied
        let reading = UnitRecognizer.read(tidy)
        var unit = NamedUnit(
            name: printed.tidied.string, written: printed.string, isGroup: UnitName.isGroup(tidy), range: range,
            unitClass: reading?.unitClass ?? .group)
        if let ending {
            unit.name += ending
            unit.isGroup = false
            unit.unitClass = .government
            unit.completion = "共用后缀 \(ending)"
            return unit
        }
        if let place = places.first(where: { tidy.begins(with: $0) }), !tidy.begins(with: place + "市") {
            shared = .place(place)
            return unit
        }
        if let own = UnitName.jurisdiction(of: tidy) {
            shared = .jurisdiction(own)
            return unit
        }
        let isLocal = places.contains { tidy.contains($0) }
        let isOwn = repeatsMarks && !UnitName.isPlainDepartment(tidy)
        guard !unit.isGroup, !isLocal, !isOwn, !UnitName.standsAlone(tidy), let prefix = prefix(for: tidy, shared)
        else {
            return unit
        }
        unit.name = prefix + unit.name
        unit.completion = "共用前缀 \(prefix)"
        return unit
    }

    private func prefix(for text: [Unicode.Scalar], _ shared: Shared) -> String? {
        let ending = UnitEndings.ending(of: UnitName.withoutNote(text))
        let isWhole = ending?.isWhole ?? UnitName.isNamedPlace(text)
        switch shared {
        case .none: return nil
        case .place(let place):
            return ending?.unitClass == .company || UnitWords.trades.contains(text[...]) ? place : nil
        case .jurisdiction(.office(let mark)): return isWhole ? nil : mark
        case .jurisdiction(.committee(let mark, let committee)):
            if UnitWords.partyOrgans.has(text) { return mark + committee }
            return isWhole ? nil : mark
        }
    }
}
