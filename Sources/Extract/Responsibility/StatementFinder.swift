import Ingest

/// Finds the responsibility statements of a paragraph.
struct StatementFinder {
    let grammar: StatementGrammar
    /// Whether a list in brackets without any word counts where it closes a sentence, since the text sets it so throughout.
    private(set) var takesTrailingLists = false

    init(places: [String]) { grammar = StatementGrammar(lists: UnitList(places: places)) }

    /// Looks whether a document closes its sentences with lists of offices in brackets: 「推广场景应用（区市场局、区数据局）。」.
    ///
    /// One such bracket may name another name of an office; a few of them are the document's way to say who sees to what.
    mutating func learn(from passages: [Passage]) {
        var lists = 0
        for passage in passages where lists < Self.fewLists {
            let text = passage.text.scalars
            let pairs = BracketPairs(text)
            for at in text.indices {
                guard let close = pairs.close(of: at), isTrailingList(text, at..<close + 1, from: passage.bodyStart)
                else { continue }
                lists += 1
            }
        }
        takesTrailingLists = lists >= Self.fewLists
    }

    private static let fewLists = 3

    /// Whether a bracket that ends a sentence, behind what is no unit, holds nothing but offices with marks of their own or
    /// taken from one.
    private func isTrailingList(_ text: [Unicode.Scalar], _ whole: Range<Int>, from start: Int) -> Bool {
        let content = whole.lowerBound + 1..<whole.upperBound - 1
        guard content.count >= 3, whole.lowerBound > start,
            UnitWords.jurisdictions.contains(where: { text[content].begins(with: $0) }),
            whole.upperBound == text.count || "。；".unicodeScalars.contains(text[whole.upperBound]),
            UnitEndings.ending(of: text[start..<whole.lowerBound]) == nil,
            UnitName.jurisdiction(of: Array(text[content])) != nil,
            let statement = grammar.read(text, content: content, whole: whole), !statement.isWorded
        else { return false }
        return statement.assignments.allSatisfy { $0.unit.unitClass.isPublicOffice && !$0.unit.isGroup }
    }

    /// All statements of a paragraph, in order; they do not overlap.
    func statements(in passage: Passage) -> [Statement] {
        let text = passage.text.scalars
        if let line = labelledLine(text) { return [line] }
        var found: [Statement] = []
        let pairs = BracketPairs(text)
        var at = passage.bodyStart
        while at < text.count {
            if let close = pairs.close(of: at) {
                if let statement = bracketed(text, at..<close + 1, from: passage.bodyStart) {
                    found.append(statement)
                }
                at = close + 1
            } else if let statement = inline(text, at, from: passage.bodyStart)
                ?? allotted(text, at, from: passage.bodyStart) ?? closing(text, at, passage)
            {
                found.append(statement)
                at = statement.range.upperBound
            } else {
                at += 1
            }
        }
        return found
    }

    /// Whether a statement is all that a paragraph holds.
    func isWhole(_ statement: Statement, of passage: Passage) -> Bool {
        let text = passage.text.scalars
        let before = text[passage.bodyStart..<statement.range.lowerBound].allSatisfy(\.isBlank)
        let after = text[statement.range.upperBound...].allSatisfy { $0.isBlank || $0 == "。" }
        return before && after && passage.label == nil
    }

    // MARK: Layouts

    /// 「牵头单位：市科技局」 as a paragraph of its own.
    private func labelledLine(_ text: [Unicode.Scalar]) -> Statement? {
        if let above = above(text, 0..<text.count), grammar.labelPrefix(text, above..<text.count) != nil {
            var statement = grammar.read(text, content: above..<text.count, whole: 0..<text.count)
            statement?.coversAbove = true
            return statement
        }
        guard grammar.labelPrefix(text, 0..<text.count) != nil else { return nil }
        return grammar.read(text, content: 0..<text.count, whole: 0..<text.count)
    }

    /// 「（…）」: with a label anywhere; with a verb where a sentence ends; a bare list only as a sentence of its own.
    private func bracketed(_ text: [Unicode.Scalar], _ whole: Range<Int>, from start: Int) -> Statement? {
        var content = whole.lowerBound + 1..<whole.upperBound - 1
        let above = above(text, content)
        if let above { content = above..<content.upperBound }
        guard content.count >= 2, var statement = grammar.read(text, content: content, whole: whole) else { return nil }
        statement.coversAbove = above != nil
        if grammar.labelPrefix(text, trimmed(text, content)) != nil { return statement }
        var before = whole.lowerBound - 1
        while before >= start, text[before].isBlank { before -= 1 }
        let opensSentence = before < start || "。！？；”".unicodeScalars.contains(text[before])
        var after = whole.upperBound
        while after < text.count, text[after].isBlank { after += 1 }
        let ends = after >= text.count || "。；".unicodeScalars.contains(text[after])
        let isWorded =
            statement.assignments.contains { $0.quote.count > $0.unit.range.count && $0.role != .responsible }
            || ["负责", "負責", "牵头", "落实"].contains { text[content].contains($0) }
        if isWorded { return opensSentence || ends ? statement : nil }
        if takesTrailingLists, isTrailingList(text, whole, from: start) { return statement }
        return opensSentence && (ends || statement.assignments.count > 1) ? statement : nil
    }

    /// 「…专项整治行动组。牵头单位：…；责任单位：…。」 in running text.
    private func inline(_ text: [Unicode.Scalar], _ at: Int, from start: Int) -> Statement? {
        guard at > start, Self.endsSentence(text[at - 1]) || text[at - 1].isBlank,
            grammar.labelPrefix(text, at..<text.count) != nil
        else { return nil }
        var end = text[at...].firstIndex(of: "。") ?? text.count
        // 「责任单位：…。完成时限：…。」
        while case let next = trimmed(text, min(end + 1, text.count)..<text.count).lowerBound, next < text.count,
            grammar.labelPrefix(text, next..<text.count) != nil
        {
            end = text[next...].firstIndex(of: "。") ?? text.count
        }
        return grammar.read(text, content: at..<end, whole: at..<min(end + 1, text.count))
    }

    /// 「关于“…”的问题，由某部会同某部等部门负责落实。」: lists of who sees to which part of another document.
    private func allotted(_ text: [Unicode.Scalar], _ at: Int, from start: Int) -> Statement? {
        guard text[at] == "由", at > start, text[at - 1] == "，" || text[at - 1] == ",",
            case let sentence = text[max(start, at - 300)..<at].lastIndex(where: Self.endsSentence).map({ $0 + 1 })
                ?? start,
            text[sentence..<at].drop(while: \.isBlank).begins(with: "关于")
        else { return nil }
        let stretch = text[at..<min(text.count, at + Self.longestAllotment)]
        guard
            let end = stretch.firstIndex(where: { $0 == "。" || $0 == "；" })
                ?? (stretch.endIndex == text.count ? text.count : nil)
        else { return nil }
        let predicate = RoleWords.predicates.first(text, in: at + 1..<end)?.lowerBound ?? end
        // 「…负责落实」 is read as the tail of a statement, 「…研究提出意见」 ends the list.
        let content = at + 1..<(grammar.tail(text, at + 1..<end) == nil ? predicate : end)
        return grammar.read(text, content: content, whole: at..<end)
    }

    /// 「由市商务局牵头，市财政局配合。」 as the sentence that closes a paragraph: each part of it has a word for a role, and it
    /// begins with 由 or says who leads.
    private func closing(_ text: [Unicode.Scalar], _ at: Int, _ passage: Passage) -> Statement? {
        guard !text[at].isBlank, at > passage.bodyStart || passage.label == nil,
            text[passage.bodyStart..<at].last(where: { !$0.isBlank }).map(Self.endsSentence) ?? true,
            case let end = text[at...].firstIndex(of: "。") ?? text.count, end - at <= Self.longestAllotment,
            text[end...].allSatisfy({ $0.isBlank || $0 == "。" || $0 == "”" }),
            Self.closingVerbs.contains(where: { text[at..<end].contains($0) })
        else { return nil }
        let above = above(text, at..<end)
        let content = (above ?? at)..<end
        let opens = above != nil || grammar.withoutOpener(text, content).lowerBound > content.lowerBound
        guard var statement = grammar.read(text, content: content, whole: at..<min(end + 1, text.count)),
            statement.isWorded, statement.unread.isEmpty,
            opens || statement.hasExplicitLead || Set(statement.assignments.map(\.role)).count > 1
        else { return nil }
        statement.coversAbove = above != nil
        return statement
    }

    private static let closingVerbs = ["牵头", "负责", "配合", "落实", "会同", "承担", "主办"]

    /// Where the list begins behind 「以上三项任务由」, 「上述工作」: what follows is of all items above.
    private func above(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
        let content = trimmed(text, content)
        guard text[content].begins(with: "以上") || text[content].begins(with: "上述") else { return nil }
        let opening = text[content].prefix(Self.longestAbove)
        if let by = opening.firstIndex(of: "由") { return by + 1 }
        return opening.indices.dropFirst(2).first { at in
            grammar.labelPrefix(text, at..<content.upperBound) != nil
        }
    }

    private static let longestAbove = 16

    /// The longest list of who sees to what; a bound that keeps a line of a megabyte linear.
    private static let longestAllotment = 600

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", "！": true
        default: false
        }
    }

    private func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound, text[lower].isBlank { lower += 1 }
        return lower..<range.upperBound
    }
}
