import Ingest

/// That the unit listed first leads: 「排在第一位的部门为牵头部门，下同」, 「列首位的为牵头单位，其他为配合单位」; or that all
/// responsible ones do: 「未明确牵头单位的，责任单位即为牵头单位」.
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
    ///             | none … "责任单位" ["即" | "均" | "就"] "为" lead
    ///     place  := "第一位" | "首位" | "第一个" …
    ///     filler := "的" | "者" | "单位" | "部门" | "责任" | "为" | "是" …
    ///     none   := ("无" | "没有" | "未明确" …) "牵头"
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
            return rule(text, stretch, from: place.lowerBound, said: next + lead, others: nil)
        }
        return withoutLead(text, stretch)
    }

    /// 「无牵头单位的，责任单位即为牵头单位」.
    private static func withoutLead(_ text: [Unicode.Scalar], _ stretch: Range<Int>) -> FirstListedRule? {
        guard let none = RoleWords.noLeads.first(text, in: stretch) else { return nil }
        let end = text[none.upperBound..<stretch.upperBound].prefix(Self.longestClause).firstIndex(of: "。")
        let rest = none.upperBound..<(end ?? min(stretch.upperBound, none.upperBound + Self.longestClause))
        guard let units = text[rest].firstRange(of: "责任单位") ?? text[rest].firstRange(of: "责任部门"),
            case let said = text[units.upperBound..<rest.upperBound].prefix(4), said.contains("为"),
            let lead = text[units.upperBound..<rest.upperBound].firstRange(of: "牵头")
        else { return nil }
        return rule(text, stretch, from: none.lowerBound, said: lead.upperBound, others: .lead)
    }

    private static let longestClause = 40

    private static func rule(
        _ text: [Unicode.Scalar], _ stretch: Range<Int>, from place: Int, said: Int, others: AssignmentRecord.Role?
    ) -> FirstListedRule {
        var start = place
        while start > stretch.lowerBound, !separators.contains(text[start - 1]) { start -= 1 }
        while start > stretch.lowerBound, separators.contains(text[start - 1]) { start -= 1 }
        let end = text[said..<stretch.upperBound].firstIndex(of: "。") ?? stretch.upperBound
        let rest = text[said..<end]
        return FirstListedRule(range: start..<end, others: others ?? role(in: rest), holdsOn: rest.contains("同"))
    }

    private static let separators: Set<Unicode.Scalar> = ["，", ",", "；", ";", "。", "、", " ", "　", "（", "("]

    private static func role(in text: ArraySlice<Unicode.Scalar>) -> AssignmentRecord.Role? {
        guard let found = text.firstRange(of: "其他") ?? text.firstRange(of: "其余") else { return nil }
        let rest = text[found.upperBound...].prefix(16)
        if ["配合", "协办", "协助", "参与", "参加"].contains(where: { rest.contains($0) }) { return .support }
        return nil
    }
}

/// That units beside which a mark stands lead: 「标★的为牵头单位」.
enum MarkedLeadRule {
    /// Where a stretch of text says so; nil where it doesn't.
    static func find(in text: [Unicode.Scalar]) -> Range<Int>? {
        guard let mark = text.firstIndex(where: UnitPiece.isMark) else { return nil }
        let rest = mark + 1..<min(text.count, mark + 16)
        let clause =
            rest.lowerBound..<(text[rest].firstIndex { "。；，,;".unicodeScalars.contains($0) } ?? rest.upperBound)
        guard let verb = text[clause].firstIndex(where: { $0 == "为" || $0 == "是" }),
            text[verb..<clause.upperBound].prefix(6).contains("牵头") || text[verb..<clause.upperBound].contains("主责")
        else { return nil }
        let start = text[..<mark].lastIndex { "。；，,;（(".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
        return start..<clause.upperBound
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
