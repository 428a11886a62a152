import Ingest

/// Tells which unit of which place a name means in a document.
///
/// An id is the place and the department, as in `某市/human-resources`, or the place and the name where the department is
/// none of the known kinds: `某区/投促局`. Bodies of the whole country are of 国家. Names that stand for many have no id, nor
/// have those of which the document doesn't say the place: a missing id is better than two units in one.
struct UnitIdentity {
    let context: PlaceContext

    static let nation = "国家"

    /// The id of a unit.
    ///
    /// - Parameter name: The full name, in the form in which grammars read.
    func id(of name: String) -> String? {
        let plain = name.unicodeScalars.compactMap { $0.isBlank ? nil : $0.inRoundBrackets }
        let bare = PlaceContext.bare(UnitName.withoutNote(plain).string)
        guard bare.count >= 2, !UnitName.isGroup(bare),
            !UnitWords.groupOpeners.contains(where: { bare.begins(with: $0) })
        else { return nil }
        if let league = youthLeague(bare) { return league }
        return national(bare) ?? local(bare)
    }

    // MARK: National bodies

    private func national(_ name: [Unicode.Scalar]) -> String? {
        // 国家税务总局某某市税务局
        let service = "国家税务总局"
        if name.begins(with: service), name.count > service.unicodeScalars.count {
            return local(Array(name.dropFirst(service.unicodeScalars.count)))
        }
        if name.begins(with: "国务院办公厅") || name.elementsEqual("国务院".unicodeScalars) {
            return known(name, in: Self.nation)
        }
        for opening in ["中华人民共和国", "国务院", "中央", "国家", "全国"] where name.begins(with: opening) {
            let rest = Array(name.dropFirst(opening.unicodeScalars.count))
            guard !rest.isEmpty else { return nil }
            if let place = PlaceChain(rest).placeName, opening == "中华人民共和国" { return local(rest, place: place) }
            if opening == "国家", let id = known(name, in: Self.nation) { return id }
            return known(rest, in: Self.nation, isParty: opening == "中央") ?? "\(Self.nation)/\(name.string)"
        }
        guard UnitName.jurisdiction(of: name) == nil, PlaceChain(name).steps.isEmpty else { return nil }
        if UnitWords.aloneBegins.begins(name) || UnitName.hasOwnName(name) { return "\(Self.nation)/\(name.string)" }
        return UnitName.isMinistry(name) ? known(name, in: Self.nation) : nil
    }

    // MARK: Local bodies

    private func local(_ name: [Unicode.Scalar]) -> String? {
        let chain = PlaceChain(name)
        if let place = chain.placeName {
            // 某区 of a list in a city's document is the city's.
            let above =
                chain.steps.count == 1 && ["区", "县"].contains(chain.steps[0].mark) ? context.place(of: "市") : nil
            let known = context.place(of: chain.steps[0].mark)
            let isKnown = known.map { $0.hasSuffix(place) } ?? false
            let full = isKnown ? known ?? place : (above ?? "") + place
            return self.known(Array(name[chain.end...]), in: full) ?? fallback(Array(name[chain.end...]), in: full)
        }
        if let own = UnitName.jurisdiction(of: name) {
            guard let place = context.place(of: own.mark) else { return nil }
            let rest = Array(name.dropFirst(own.mark.unicodeScalars.count))
            return known(rest, in: place) ?? fallback(rest, in: place)
        }
        guard let place = context.own else { return nil }
        return known(name, in: place) ?? fallback(name, in: place)
    }

    private func local(_ name: [Unicode.Scalar], place: String) -> String? {
        let rest = Array(name[PlaceChain(name).end...])
        return known(rest, in: place) ?? fallback(rest, in: place)
    }

    /// 团市委, 共青团某某市委.
    private func youthLeague(_ name: [Unicode.Scalar]) -> String? {
        guard name.first == "团", name.last == "委", name.count == 3,
            let place = context.place(of: String(name[1]))
        else { return nil }
        return "\(place)/youth-league"
    }

    private func known(_ name: [Unicode.Scalar], in place: String, isParty: Bool = false) -> String? {
        guard !name.isEmpty else { return nil }
        if isParty { return Departments.find(name.string, isParty: true).map { "\(place)/\($0.key)" } }
        if let department = Departments.find(name.string, isParty: false) { return "\(place)/\(department.key)" }
        for committee in ["委员会", "党委", "委"] where name.begins(with: committee) {
            let rest = Array(name.dropFirst(committee.unicodeScalars.count))
            if rest.isEmpty { return "\(place)/party-committee" }
            if let department = Departments.find(rest.string, isParty: true) { return "\(place)/\(department.key)" }
        }
        return nil
    }

    private func fallback(_ name: [Unicode.Scalar], in place: String) -> String? {
        name.count >= 2 ? "\(place)/\(name.string)" : nil
    }
}
