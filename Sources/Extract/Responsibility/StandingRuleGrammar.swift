import Ingest

/// That the unit listed first leads: 「排在第一位的部门为牵头部门，下同」, 「列首位的为牵头单位，其他为配合单位」.
struct FirstListedRule: Sendable {
    /// The clause that says so, in the offsets of its paragraph.
    var range: Range<Int>
    /// What those listed behind the first do, where the rule says it.
    var others: AssignmentRecord.Role?
    /// Whether it says that it holds further on: 下同.
    var holdsOn: Bool

    /// Finds the rule in a stretch of text.
    ///
    ///     rule   := place {filler} lead [… ("其他" | "其余") … role]
    ///     place  := "第一位" | "首位" | "第一个" …
    ///     filler := "的" | "者" | "单位" | "部门" | "责任" | "为" | "是" …
    ///
    /// - Complexity: O(*n*) in the length of the stretch.
    static func find(in text: [Unicode.Scalar], _ stretch: Range<Int>) -> FirstListedRule? {
        var at = stretch.lowerBound
        while let place = RoleWords.firstPlaces.first(text, in: at..<stretch.upperBound) {
            at = place.upperBound
            var next = place.upperBound
            while let filler = RoleWords.firstPlaceFillers.match(text, at: next, before: stretch.upperBound) {
                next += filler
            }
            guard let lead = RoleWords.leads.match(text, at: next, before: stretch.upperBound) else { continue }
            var start = place.lowerBound
            while start > stretch.lowerBound, !separators.contains(text[start - 1]) { start -= 1 }
            while start > stretch.lowerBound, separators.contains(text[start - 1]) { start -= 1 }
            let end = text[next + lead..<stretch.upperBound].firstIndex(of: "。") ?? stretch.upperBound
            let rest = text[next + lead..<end]
            return FirstListedRule(range: start..<end, others: others(in: rest), holdsOn: rest.contains("同"))
        }
        return nil
    }

    private static let separators: Set<Unicode.Scalar> = ["，", ",", "；", ";", "。", "、", " ", "　", "（", "("]

    private static func others(in text: ArraySlice<Unicode.Scalar>) -> AssignmentRecord.Role? {
        guard let found = text.firstRange(of: "其他") ?? text.firstRange(of: "其余") else { return nil }
        let rest = text[found.upperBound...].prefix(16)
        if ["配合", "协办", "协助", "参与", "参加"].contains(where: { rest.contains($0) }) { return .support }
        return nil
    }
}

/// That units have to do with all tasks from here on: 「以下均需各区、县（市）人民政府落实，不再列出」.
struct FromHereRule {
    var units: [NamedUnit]
    var role: AssignmentRecord.Role
    /// The stretch that says so, to the end of its statement.
    var range: Range<Int>

    /// 「具体任务均涉及相关市（州）人民政府，不再做分工，下同」.
    static func find(in text: [Unicode.Scalar], _ content: Range<Int>, grammar: StatementGrammar) -> FromHereRule? {
        for clause in grammar.parts(text, content) {
            guard let verb = RoleWords.fromHereVerbs.first(text, in: clause) else { continue }
            let rest = text[verb.upperBound..<content.upperBound]
            guard text[clause].begins(with: "以下") || ["不再", "下同"].contains(where: { rest.contains($0) }) else {
                continue
            }
            let named = verb.upperBound..<clause.upperBound
            let end = grammar.tail(text, named)
            let units = grammar.lists.read(text, named.lowerBound..<(end?.start ?? named.upperBound)).units
            guard !units.isEmpty else { continue }
            return FromHereRule(
                units: units, role: end?.role ?? .responsible, range: clause.lowerBound..<content.upperBound)
        }
        return nil
    }
}
