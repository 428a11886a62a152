import Ingest

/// What the mark of a jurisdiction at the begin of a name shares with the names listed behind it.
enum Jurisdiction: Hashable {
    /// 市, 省, 区 …
    case office(String)
    /// 市 and 委, or 自治区 and 党委: for the party organs that follow; others take the mark alone.
    case committee(mark: String, name: String)
}

/// What the name of a unit tells by itself.
enum UnitName {
    /// Whether a text can be a unit: it ends as units do and holds nothing that only sentences have.
    static func isPlausible(_ text: [Unicode.Scalar]) -> Bool {
        let name = text.filter { !$0.isBlank }
        guard name.count >= 2, name.count <= 40, let first = name.first, first.isHan || first.isLatin || first == "“"
        else {
            return false
        }
        var bare = name[...]
        if let last = bare.last, last == "）" || last == ")",
            let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" })
        {
            // 「市发展改革委（市粮食局）」; but 「各区、县（市）」 ends with its bracket.
            let before = bare[..<open]
            if endsAsUnit(before) { bare = before }
        }
        guard endsAsUnit(bare) || isPlaceGroup(name) else { return false }
        return !holdsSentence(name)
    }

    /// Whether every element of a list must be a unit for the list to be one; used where no word says that it is.
    static func endsAsUnit(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        UnitWords.unitEnds.ends(text)
    }

    /// Whether a name ends with an office (局, 委, 厅 …) so that it is complete by itself.
    static func endsAsOffice(_ text: [Unicode.Scalar]) -> Bool {
        officeEnds.ends(text)
    }

    private static let officeEnds: WordList = [
        "局", "委", "办", "厅", "部", "署", "院", "会", "社", "中心", "队", "处", "站", "所", "室", "协", "联", "行", "府", "集团", "公司",
        "街道",
        "部门", "单位", "小组", "指挥部", "学校", "大学", "县（市）", "县(市)", "机构", "企业", "高校", "园区", "开发区", "台", "庭", "海关", "团",
        "乡镇",
        "专班", "党组", "院校",
    ]

    private static func isPlaceGroup(_ text: [Unicode.Scalar]) -> Bool {
        guard text.begins(with: "各") || text.begins(with: "有关") || text.begins(with: "相关") || text.begins(with: "所在")
        else {
            return false
        }
        return ["）", ")", "区", "县", "市", "省", "州", "镇", "乡", "县区", "地"].contains { text.ends(with: $0) }
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

    /// 「发展和改革委」, 「工业和信息化局」: the word stands inside one name.
    static func joinsName(_ left: [Unicode.Scalar], _ word: String, _ right: [Unicode.Scalar]) -> Bool {
        guard word == "和" || word == "与" || word == "及" else { return false }
        // 「各有关部门和单位」 is one group.
        if isGroup(left), ["单位", "部门", "机构", "企业", "地区"].contains(where: { right.elementsEqual($0.unicodeScalars) }) {
            return true
        }
        // A name that is complete ends with a suffix of its own; 发展, 工业, 规划, 住房 do not.
        return !endsAsOffice(left)
    }

    /// What may stand behind 等: 部门, 有关部门, 5个部门, 单位.
    static func closesList(_ text: [Unicode.Scalar]) -> Bool {
        text.ends(with: "部门") || text.ends(with: "单位") || text.ends(with: "机构") || text.ends(with: "企业")
            || text.ends(with: "地区") || text.ends(with: "部門") || text.ends(with: "單位")
    }

    static func isOpenGroup(_ text: [Unicode.Scalar]) -> Bool {
        closesList(text) && (text.contains("有关") || text.contains("相关") || text.contains("各") || text.contains("其他"))
    }

    /// 「各区」, 「有关区」, 「各盟行政公署」: a group of places that may go on behind the next 、.
    static func isOpenPlaceGroup(_ text: [Unicode.Scalar]) -> Bool {
        if text.elementsEqual("市".unicodeScalars) || text.elementsEqual("区".unicodeScalars) { return true }
        guard let opener = placeOpeners.first(where: { text.begins(with: $0) }) else { return false }
        let rest = text.dropFirst(opener.unicodeScalars.count)
        return !rest.isEmpty && namesPlacesOnly(rest)
    }

    private static let placeOpeners = ["各", "有关", "相关", "涉及", "涉农", "其他", "全市", "全省", "地方各级"]

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
            if "（）()、".unicodeScalars.contains(text[at]) || text[at].isBlank {
                at += 1
                continue
            }
            guard let word = UnitWords.placeKinds.first(where: { text[at...].begins(with: $0) }) else { return false }
            at += word.unicodeScalars.count
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

    /// 皇姑区, 法库县, 新民市: a place name and nothing more.
    static func isPlace(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 2, text.count <= 8, let last = text.last, "区县市州旗盟镇乡省".unicodeScalars.contains(last) else {
            return false
        }
        return !["各", "有关", "相关", "全"].contains { text.begins(with: $0) } && text.allSatisfy(\.isHan)
    }

    /// The 政府 of 浑南区政府.
    static func placeGovernment(_ text: [Unicode.Scalar]) -> String? {
        for end in ["人民政府", "政府", "管委会", "党委政府", "委"] where text.ends(with: end) {
            if isPlace(Array(text.dropLast(end.unicodeScalars.count))) { return end }
        }
        return nil
    }

    static func isGroup(_ text: [Unicode.Scalar]) -> Bool {
        if text.begins(with: "各") || text.begins(with: "有关") || text.begins(with: "相关") { return true }
        if ["有关部门", "相关部门", "各部门", "成员单位", "有关单位", "相关单位", "有关企业", "各单位", "各街道", "直属单位", "直部门", "级部门"].contains(where: {
            text.ends(with: $0)
        }) {
            return true
        }
        return ["部门", "单位", "街道", "乡镇", "企业", "地区", "高校", "院校", "机构", "专班", "省份", "城市", "部門", "單位"].contains {
            text.ends(with: $0)
        }
            || text.contains("县（市") || text.contains("县(市") || text.contains("、县") || text.contains("、市")
    }

    static func standsAlone(_ text: [Unicode.Scalar]) -> Bool {
        UnitWords.aloneBegins.begins(text) || placeGovernment(text) != nil
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
