import Ingest

extension UnitName {
    /// The characters with which names of places end.
    private static let kinds = Array("区县市州旗盟镇乡省".unicodeScalars)

    /// 皇姑区, 法库县, 新民市: a place name and nothing more.
    static func isPlace(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 2, text.count <= 8, let last = text.last, kinds.contains(last) else { return false }
        return !["各", "有关", "相关", "全"].contains { text.begins(with: $0) } && text.allSatisfy(\.isHan)
    }

    /// A place that is named alone and no common noun: 大连市, and not 园区 or 试点县.
    static func isNamedPlace(_ text: [Unicode.Scalar]) -> Bool {
        guard isPlace(text), text.count >= 3, text.count <= 6 else { return false }
        return !isCommonNoun(text[...]) && !UnitWords.aloneBegins.begins(text)
            && !UnitWords.noJurisdictions.begins(text) && !UnitWords.sentenceWords.occurs(in: text)
    }

    /// The 政府 of 浑南区政府, the 县委和人民政府 of 某县县委和人民政府.
    static func placeGovernment(_ text: [Unicode.Scalar]) -> String? {
        UnitWords.governments.first { end in
            text.ends(with: end) && isPlace(Array(text.dropLast(end.unicodeScalars.count)))
        }
    }

    /// The name of the place with which a unit's name begins: 黄浦区 of 黄浦区财政局.
    static func ownPlace(of text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
        guard !UnitWords.aloneBegins.begins(text), jurisdiction(of: text) == nil else { return nil }
        for end in text.indices.dropFirst().prefix(5) where kinds.contains(text[end]) {
            let place = text[...end]
            // Of places with names of one character, only counties are called by both.
            guard text.count > end + 2, end > 1 || text[end] == "县", place.allSatisfy(\.isHan), !isCommonNoun(place),
                !UnitWords.noJurisdictions.begins(text[end...])
            else { continue }
            return place
        }
        return nil
    }

    static func isCommonNoun(_ place: ArraySlice<Unicode.Scalar>) -> Bool {
        UnitWords.commonPlaceEnds.ends(place) || UnitWords.commonPlaceWords.has(place)
    }
}
