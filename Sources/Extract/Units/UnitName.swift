import Ingest

/// What the mark of a jurisdiction at the begin of a name shares with the names listed behind it.
enum Jurisdiction: Hashable {
    /// 市, 省, 区 …
    case office(String)
    /// 市 and 委, or 自治区 and 党委: for the party organs that follow; others take the mark alone.
    case committee(mark: String, name: String)

    var mark: String {
        switch self {
        case .office(let mark), .committee(let mark, _): mark
        }
    }
}

/// Questions to the name of a unit; brackets in it are round ones.
enum UnitName {
    /// Whether a text can be a unit: it ends as units do and holds nothing that only sentences have.
    static func isPlausible(_ text: [Unicode.Scalar]) -> Bool {
        let name = text.filter { !$0.isBlank }
        guard name.count >= 2, name.count <= 40, let first = name.first, first.isHan || first.isLatin || first == "“"
        else {
            return false
        }
        guard endsAsUnit(withoutNote(name)) || isPlaceGroup(name) else { return false }
        return !holdsSentence(name)
    }

    /// A name without what stands in brackets behind it: 市发展改革委（市粮食局）; 各区、县（市） ends with its bracket.
    static func withoutNote(_ name: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        guard name.last == "）", let open = opening(of: name), endsAsUnit(name[..<open]) else { return name[...] }
        return name[..<open]
    }

    /// Where the bracket opens with which a text closes.
    static func opening(of text: [Unicode.Scalar]) -> Int? {
        var depth = 0
        for index in text.indices.reversed() {
            if text[index] == "）" { depth += 1 }
            if text[index] == "（" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    static func endsAsUnit(_ text: ArraySlice<Unicode.Scalar>) -> Bool { UnitEndings.ending(of: text) != nil }

    /// Whether a name ends with an office (局, 委, 厅 …) so that it is complete by itself.
    static func endsAsOffice(_ text: [Unicode.Scalar]) -> Bool { UnitEndings.ending(of: text)?.isComplete ?? false }

    private static func isPlaceGroup(_ text: [Unicode.Scalar]) -> Bool {
        guard ["各", "有关", "相关", "所在", "沿线"].contains(where: { text.begins(with: $0) }) else { return false }
        return ["）", "区", "县", "市", "省", "州", "镇", "乡", "地"].contains { text.ends(with: $0) }
    }

    private static func holdsSentence(_ name: [Unicode.Scalar]) -> Bool {
        if name.contains(where: { "。；：？！《》:;".unicodeScalars.contains($0) }) { return true }
        // 「各地级以上市人民政府」, 「县级以上人民政府」 say which places.
        if let found = name.firstRange(of: "级以上") {
            return holdsSentence(Array(name[..<found.lowerBound] + name[found.upperBound...]))
        }
        return UnitWords.sentenceWords.occurs(in: name)
    }

    // MARK: Parts of lists

    /// Whether a text ends as units do and could stand before 和.
    static func isComplete(_ text: [Unicode.Scalar]) -> Bool { isPlausible(text) && endsAsUnit(text[...]) }

    /// 「发展和改革委」, 「工业和信息化局」, 「县委和人民政府」: the word stands inside one name.
    static func joinsName(_ left: [Unicode.Scalar], _ word: String, _ right: [Unicode.Scalar]) -> Bool {
        guard word == "和" || word == "与" || word == "及" else { return false }
        // 「各有关部门和单位」 is one group.
        if isGroup(left), ["单位", "部门", "机构", "企业", "地区"].contains(where: { right.elementsEqual($0.unicodeScalars) }) {
            return true
        }
        if ["人民政府", "政府"].contains(where: { right.elementsEqual($0.unicodeScalars) }), left.last == "委" { return true }
        // A name that is complete ends with a suffix of its own; 发展, 工业, 规划, 住房 do not.
        return !endsAsOffice(left)
    }

    /// What may stand behind 等: 部门, 有关部门, 5个部门, 单位.
    static func closesList(_ text: [Unicode.Scalar]) -> Bool {
        ["部门", "单位", "机构", "企业", "地区"].contains { text.ends(with: $0) }
    }

    static func isOpenGroup(_ text: [Unicode.Scalar]) -> Bool {
        closesList(text) && ["有关", "相关", "各", "其他"].contains { text.contains($0) }
    }

    /// 「市直有关部门、单位」: what a group of bodies goes on with.
    static func continuesGroup(_ group: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Bool {
        if isOpenGroup(group), ["单位", "部门", "机构", "企业"].contains(where: { text.elementsEqual($0.unicodeScalars) }) {
            return true
        }
        guard group.first == "各", let first = text.first else { return false }
        // 「各市委、市政府」
        if group.last == "委", text.count <= 5, text.ends(with: "政府"), group.count > 2, group[1] == first { return true }
        // 「各县（市）、区教育局」, in the words of a city: what follows is of the districts too.
        let kinds = group.filter { $0 != "）" }
        return text.count > 2 && "区县旗".unicodeScalars.contains(first)
            && "市县州盟".unicodeScalars.contains(kinds.last ?? "各")
            && endsAsOffice(text) && !isGroup(text)
    }

    /// 「各区」, 「有关区」, 「各盟行政公署」: a group of places that may go on behind the next 、.
    static func isOpenPlaceGroup(_ text: [Unicode.Scalar]) -> Bool {
        if text.elementsEqual("市".unicodeScalars) || text.elementsEqual("区".unicodeScalars) { return true }
        guard let opener = UnitWords.groupOpeners.first(where: { text.begins(with: $0) }) else { return false }
        let rest = text.dropFirst(opener.unicodeScalars.count)
        return !rest.isEmpty && namesPlacesOnly(rest)
    }

    /// Whether an element goes on with a group of places: 「县（市）政府」, 「直辖市人民政府」, 「街道办事处」.
    static func continuesPlaceGroup(_ text: [Unicode.Scalar]) -> Bool {
        // 「市、区两级政府」
        if text.prefix(4).contains("两级") || text.prefix(4).contains("三级") { return true }
        return namesPlacesOnly(text[...]) || text.begins(with: "各部门")
    }

    /// Whether a text is made of words for kinds of places, and of their governments, and names none: 县（市、区）人民政府.
    private static func namesPlacesOnly(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var at = text.startIndex
        while at < text.endIndex {
            if "（）、和".unicodeScalars.contains(text[at]) || text[at].isBlank {
                at += 1
                continue
            }
            guard let word = UnitWords.placeKinds.first(where: { text[at...].starts(with: $0) }) else { return false }
            at += word.count
        }
        return true
    }

    /// 「…委员会及其成员单位」: the 成员单位 of what is named before; nil for anything else.
    static func ofItsOwner(_ text: [Unicode.Scalar]) -> String? {
        guard text.first == "其", !text.begins(with: "其他"), !text.begins(with: "其它"), text.count <= 10 else {
            return nil
        }
        return text.dropFirst().string
    }

    // MARK: Groups

    static func isGroup(_ text: [Unicode.Scalar]) -> Bool {
        if ["各", "有关", "相关"].contains(where: { text.begins(with: $0) }) { return true }
        if text.ends(with: "成员单位") || text.contains("县（市") || text.contains("、县") || text.contains("、市") { return true }
        guard let ending = UnitEndings.ending(of: withoutNote(text)) else { return false }
        return ending.unitClass == .group || ending.unitClass == .category || text.ends(with: "专班")
    }

    /// Whether no list can have left out the beginning of a name.
    static func standsAlone(_ text: [Unicode.Scalar]) -> Bool {
        if UnitWords.aloneBegins.begins(text) || placeGovernment(text) != nil { return true }
        if hasOwnName(text) { return true }
        if let ending = UnitEndings.ending(of: withoutNote(text)) {
            let stem = withoutNote(text).dropLast(ending.length)
            if ending.unitClass == .company, !stem.isEmpty, !isOfTrades(stem) { return true }
        }
        return isMinistry(text) || ownPlace(of: text) != nil
    }

    /// Whether a name is one of a known kind of department, or an organ or company that carries no name of its own.
    static func isPlainDepartment(_ text: [Unicode.Scalar]) -> Bool {
        let name = withoutNote(text).string
        return [false, true].contains { Departments.find(name, isParty: $0) != nil } || UnitWords.partyOrgans.has(text)
            || UnitEndings.ending(of: withoutNote(text))?.unitClass == .company
    }

    /// 财政部, 市场监管总局: of the whole country, whatever is listed before.
    static func isMinistry(_ text: [Unicode.Scalar]) -> Bool {
        ["部", "总局", "署"].contains { text.ends(with: $0) } && Departments.find(text.string, isParty: false) != nil
    }

    /// Whether what stands before the ending is a name of the unit's own: 某某证监局.
    static func hasOwnName(_ text: [Unicode.Scalar]) -> Bool {
        guard let ending = UnitEndings.ending(of: withoutNote(text)) else { return false }
        return ending.isNamed && withoutNote(text).count > ending.length
    }

    /// Whether the name of a company says only what it deals in: 供电, 城市投资.
    private static func isOfTrades(_ stem: ArraySlice<Unicode.Scalar>) -> Bool {
        let text = Array(stem)
        var ends: Set<Int> = [0]
        for start in text.indices where ends.contains(start) {
            for end in start + 1...min(text.count, start + 4) where UnitWords.trades.contains(text[start..<end]) {
                ends.insert(end)
            }
        }
        return ends.contains(text.count)
    }

    /// The mark of a jurisdiction with which a name begins.
    static func jurisdiction(of text: [Unicode.Scalar]) -> Jurisdiction? {
        guard !UnitWords.noJurisdictions.begins(text) else { return nil }
        for mark in UnitWords.jurisdictions where text.begins(with: mark) {
            let rest = text.dropFirst(mark.unicodeScalars.count)
            guard rest.count >= 2 || (rest.count == 1 && "委".unicodeScalars.contains(rest[rest.startIndex])) else {
                return nil
            }
            for committee in ["委", "党委"] where rest.begins(with: committee) {
                return rest.count > committee.unicodeScalars.count
                    ? .committee(mark: mark, name: committee) : .office(mark)
            }
            return .office(mark)
        }
        return nil
    }
}
