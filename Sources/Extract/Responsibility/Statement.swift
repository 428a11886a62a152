import Ingest

/// A stretch of text that ties units to what stands before it.
struct Statement: Sendable {
    /// The whole statement, brackets included, in the offsets of its paragraph.
    var range: Range<Int>
    var assignments: [Assignment]
    /// That the first-listed unit leads, here and from here on, where it says so.
    var firstListedRule: FirstListedRule?
    /// Whether any of its words gives a role that the first-listed rule must not override.
    var hasExplicitLead: Bool
    /// What it adds to every statement behind it: 「以下均需…落实，不再列出」.
    var addsFromHere: [Assignment] = []
    /// Stretches that stand where a unit should and are none that is known.
    var unread: [Range<Int>]

    /// One unit and its role.
    struct Assignment: Hashable, Sendable {
        var unit: NamedUnit
        var role: AssignmentRecord.Role
        /// The stretch that says so: label or verb, with the list.
        var quote: Range<Int>
        /// What gave the role, for `explain`: `label 牵头单位`, `tail 负责`, `bare list`.
        var rule: String
    }
}

/// The grammar of responsibility statements.
///
///     statement := "（" content "）" | label ":" list {";" label ":" list}
///     content   := part {("；" | "，") part}
///     part      := label "：" list | list tail | list
///     tail      := {adverb} verb {adverb | verb}
///
/// A list without any word is responsible; 「A会同B负责」 makes A lead and B support.
struct StatementGrammar {
    let lists: UnitList

    /// Reads what stands between brackets, or behind 「牵头单位：」.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - content: The stretch to read, without brackets.
    ///   - whole: The stretch to report, with brackets.
    /// - Returns: The statement; nil where the stretch is none.
    func read(_ text: [Unicode.Scalar], content: Range<Int>, whole: Range<Int>) -> Statement? {
        var statement = Statement(
            range: whole, assignments: [], hasExplicitLead: false, unread: [])
        var content = content
        if let rule = FromHereRule.find(in: text, content, grammar: self) {
            statement.addsFromHere = rule.units.map {
                Statement.Assignment(unit: $0, role: rule.role, quote: rule.range, rule: "from-here rule")
            }
            content = content.lowerBound..<rule.range.lowerBound
        }
        if let rule = FirstListedRule.find(in: text, content) {
            statement.firstListedRule = rule
            content = content.lowerBound..<rule.range.lowerBound
        }
        content = withoutNotes(text, content)
        var label: AssignmentRecord.Role?
        var labelRule = Self.bareList
        var isOther = false
        var pending: [Range<Int>] = []
        var worded = false
        for part in parts(text, content) {
            var list = part
            if let found = labelPrefix(text, part) {
                flush(&pending, label ?? .responsible, text, labelRule, &statement)
                label = found.role
                labelRule = Self.rule("label", text[part.lowerBound..<found.end].dropLast())
                isOther = found.role == nil
                list = found.end..<part.upperBound
                worded = true
            }
            if isOther || isNote(text, list) { continue }
            if label != nil {
                // 「责任单位：…按职责分工负责」: the label has said it already.
                let names = tail(text, list).map { list.lowerBound..<$0.start } ?? list
                add(text, names, label ?? .responsible, quote: part, labelRule, &statement)
            } else if let tail = tail(text, list) {
                worded = true
                // 「由市审批局牵头」
                let opening = text[list.lowerBound] == "由" && list.lowerBound + 1 < tail.start
                let names = list.lowerBound + (opening ? 1 : 0)..<tail.start
                if !addJoint(text, names, list, &statement) {
                    let rule = Self.rule("tail", text[tail.start..<list.upperBound])
                    for earlier in pending { add(text, earlier, tail.role, quote: earlier, rule, &statement) }
                    pending = []
                    add(text, names, tail.role, quote: list, rule, &statement)
                }
            } else if addJoint(text, list, list, &statement) {
                worded = true
            } else {
                pending.append(list)
            }
        }
        let isPlainList = !worded
        flush(&pending, .responsible, text, Self.bareList, &statement)
        if isPlainList, !statement.unread.isEmpty { return nil }
        // In prose between brackets a verb may stand too; then what stands before it is no list of units.
        if label == nil, statement.assignments.count < statement.unread.count + 1, !statement.unread.isEmpty {
            return nil
        }
        statement.hasExplicitLead = statement.assignments.contains { $0.role == .lead }
        return statement.assignments.isEmpty ? nil : statement
    }

    // MARK: Parts

    /// Cuts at ；and ，outside brackets.
    func parts(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        for at in range {
            switch text[at] {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case "；", ";", "，", ",",
                "。" where depth == 0:
                parts.append(start..<at)
                start = at + 1
            default:
                // 「牵头部门：甲　配合部门：乙」: a label behind white space opens a part.
                if depth == 0, at > start, text[at].isBlank, at + 1 < range.upperBound, !text[at + 1].isBlank,
                    labelPrefix(text, at + 1..<range.upperBound) != nil
                {
                    parts.append(start..<at)
                    start = at + 1
                }
            }
        }
        parts.append(start..<range.upperBound)
        return parts.compactMap { part in
            var lower = part.lowerBound
            var upper = part.upperBound
            while lower < upper, text[lower].isBlank { lower += 1 }
            while upper > lower, text[upper - 1].isBlank { upper -= 1 }
            return lower < upper ? lower..<upper : nil
        }
    }

    /// 「牵头单位：」 at the begin of a part; a role of nil for labels that name no units (完成时限).
    func labelPrefix(_ text: [Unicode.Scalar], _ part: Range<Int>) -> (role: AssignmentRecord.Role?, end: Int)? {
        guard let colon = text[part].prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let word = text[part.lowerBound..<colon].filter { !$0.isBlank }
        if let found = RoleWords.labels.first(where: { word.elementsEqual($0.word.unicodeScalars) }) {
            return (found.role, colon + 1)
        }
        if let prefix = RoleWords.labelPrefixes.first(where: { word.begins(with: $0) }),
            case let bare = word.dropFirst(prefix.unicodeScalars.count),
            let found = RoleWords.labels.first(where: { bare.elementsEqual($0.word.unicodeScalars) })
        {
            return (found.role, colon + 1)
        }
        if RoleWords.otherLabels.contains(where: { word.elementsEqual($0.unicodeScalars) }) { return (nil, colon + 1) }
        return nil
    }

    /// The verbs and adverbs that end a part, and the role that they give.
    func tail(_ text: [Unicode.Scalar], _ part: Range<Int>) -> (start: Int, role: AssignmentRecord.Role)? {
        var start = part.upperBound
        var verbs: Set<String> = []
        var verbStart: Int?
        while start > part.lowerBound {
            if text[start - 1].isBlank {
                start -= 1
                continue
            }
            // 「各有关部门按职责分工负责」: once the verb is read, 部门 belongs to the list unless 职责 words follow it.
            guard let found = RoleWords.tailWords.match(text, endingAt: start, from: part.lowerBound) else { break }
            start -= found.length
            if let verb = found.value { verbs.insert(verb) }
            verbStart = start
        }
        guard let verbStart, let role = RoleWords.verbs.first(where: { verbs.contains($0.word) })?.role else {
            return nil
        }
        return (verbStart, role)
    }

    /// 「A会同B负责」: A leads, B supports.
    private func addJoint(
        _ text: [Unicode.Scalar], _ names: Range<Int>, _ quote: Range<Int>,
        _ statement: inout Statement
    ) -> Bool {
        guard let word = text[names].firstRange(of: "会同") ?? text[names].firstRange(of: "會同") else { return false }
        let rule = Self.rule("joint", text[word])
        // 「A牵头会同B负责」
        let first = names.lowerBound..<word.lowerBound
        add(text, tail(text, first).map { first.lowerBound..<$0.start } ?? first, .lead, quote: quote, rule, &statement)
        add(text, word.upperBound..<names.upperBound, .support, quote: quote, rule, after: first, &statement)
        return true
    }

    private func flush(
        _ pending: inout [Range<Int>], _ role: AssignmentRecord.Role, _ text: [Unicode.Scalar], _ rule: String,
        _ statement: inout Statement
    ) {
        for range in pending { add(text, range, role, quote: range, rule, &statement) }
        pending = []
    }

    private func add(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ role: AssignmentRecord.Role, quote: Range<Int>,
        _ rule: String, after previous: Range<Int>? = nil, _ statement: inout Statement
    ) {
        let read = lists.read(text, range, after: previous)
        statement.unread += read.unread
        for unit in read.units
        where !statement.assignments.contains(where: { $0.unit.name == unit.name && $0.role == role }) {
            statement.assignments.append(Statement.Assignment(unit: unit, role: role, quote: quote, rule: rule))
        }
    }

    private static let bareList = "bare list"

    /// The name of a rule with the words that it read.
    private static func rule(_ name: String, _ words: ArraySlice<Unicode.Scalar>) -> String {
        "\(name) \(words.filter { !$0.isBlank }.string)"
    }

    // MARK: Notes

    /// 「年内持续推进」, 「4月底前出台」: when, between the parts that say who.
    private func isNote(_ text: [Unicode.Scalar], _ part: Range<Int>) -> Bool {
        guard let first = text[part].first else { return false }
        let opensTime = first.decimalDigit != nil || RoleWords.noteBegins.begins(text[part])
        return opensTime && !UnitName.isPlausible(Array(text[part]))
    }

    /// Leaves out 「下同」 and 「不再列出」 at the end.
    private func withoutNotes(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Range<Int> {
        for note in ["下同", "以下同", "以下均同"] where text[content].ends(with: note) {
            var end = content.upperBound - note.unicodeScalars.count
            while end > content.lowerBound, "，,；;。、".unicodeScalars.contains(text[end - 1]) { end -= 1 }
            return content.lowerBound..<end
        }
        return content
    }
}
