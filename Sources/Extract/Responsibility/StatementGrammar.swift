import Ingest

/// The grammar of responsibility statements.
///
///     statement := "（" content "）" | label ":" list {";" label ":" list}
///     content   := part {("；" | "，") part}
///     part      := label "：" list | ["由"] list tail | list
///     list      := unit ["（" role "）"] {"、" unit ["（" role "）"]}
///     tail      := {adverb} verb {adverb | verb}
///
/// A list without any word is responsible; 「A会同B负责」 makes A lead and B support.
struct StatementGrammar {
    let lists: UnitList

    static let bareList = "bare list"

    /// What is known while the parts of a statement are gone through.
    private struct State {
        var label: AssignmentRecord.Role?
        var labelRule = StatementGrammar.bareList
        /// Whether the last label names something other than units.
        var isOther = false
        /// Lists that have met no word yet.
        var pending: [Range<Int>] = []
        var isWorded = false
    }

    /// Reads what stands between brackets, or behind 「牵头单位：」.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - content: The stretch to read, without brackets.
    ///   - whole: The stretch to report, with brackets.
    /// - Returns: The statement; nil where the stretch is none.
    func read(_ text: [Unicode.Scalar], content: Range<Int>, whole: Range<Int>) -> Statement? {
        var statement = Statement(range: whole)
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
        var state = State()
        for part in parts(text, content) { read(part, of: text, &state, &statement) }
        statement.isWorded = state.isWorded && state.pending.isEmpty
        flush(&state.pending, .responsible, text, Self.bareList, &statement)
        return isSound(statement, state) ? statement : nil
    }

    private func read(_ part: Range<Int>, of text: [Unicode.Scalar], _ state: inout State, _ statement: inout Statement)
    {
        var list = part
        if let found = labelPrefix(text, part) {
            flush(&state.pending, state.label ?? .responsible, text, state.labelRule, &statement)
            state.label = found.role
            state.labelRule = Self.rule("label", text[part.lowerBound..<found.end].dropLast())
            state.isOther = found.role == nil
            list = found.end..<part.upperBound
            state.isWorded = true
        }
        if state.isOther || isNote(text, list) { return }
        if let label = state.label {
            // 「责任单位：…按职责分工负责」: the label has said it already; 「责任单位：甲局牵头，乙局配合」 says more.
            let end = tail(text, list)
            let names = end.map { list.lowerBound..<$0.start } ?? list
            let isTold = label == .responsible && end.map { $0.role == .lead || $0.role == .support } ?? false
            add(
                text, withoutOpener(text, names), isTold ? end?.role ?? label : label, quote: part,
                isTold ? Self.rule("tail", text[names.upperBound..<list.upperBound]) : state.labelRule, &statement)
        } else if let end = tail(text, list) {
            state.isWorded = true
            let names = withoutOpener(text, list.lowerBound..<end.start)
            if addJoint(text, names, list, end.role, &statement) { return }
            let rule = Self.rule("tail", text[end.start..<list.upperBound])
            for earlier in state.pending { add(text, earlier, end.role, quote: earlier, rule, &statement) }
            state.pending = []
            add(text, names, end.role, quote: list, rule, &statement)
        } else if addJoint(text, withoutOpener(text, list), list, nil, &statement) {
            state.isWorded = true
        } else {
            state.pending.append(list)
        }
    }

    /// Whether what was read is a statement: a list without words must hold public offices and nothing but units; kinds of
    /// bodies (科研院所) alone are none.
    private func isSound(_ statement: Statement, _ state: State) -> Bool {
        if !state.isWorded {
            guard statement.unread.isEmpty, let first = statement.assignments.first?.unit,
                first.unitClass.isPublicOffice || first.unitClass == .group || first.role != nil
            else { return false }
        }
        // In prose between brackets a verb may stand too; then what stands before it is no list of units.
        if state.label == nil, statement.assignments.count < statement.unread.count + 1, !statement.unread.isEmpty {
            return false
        }
        return statement.assignments.contains { $0.unit.unitClass != .category }
    }

    // MARK: Assignments

    /// 「A会同B负责」: A leads, B supports; 「会同B落实」 behind who leads makes B implement.
    private func addJoint(
        _ text: [Unicode.Scalar], _ names: Range<Int>, _ quote: Range<Int>, _ role: AssignmentRecord.Role?,
        _ statement: inout Statement
    ) -> Bool {
        guard let word = text[names].firstRange(of: "会同") else { return false }
        let rule = Self.rule("joint", text[word])
        // 「A牵头会同B负责」
        let first = names.lowerBound..<word.lowerBound
        let leads = tail(text, first).map { first.lowerBound..<$0.start } ?? first
        add(text, leads, .lead, quote: quote, rule, &statement)
        let others: AssignmentRecord.Role = leads.isEmpty && role == .implement ? .implement : .support
        add(
            text, word.upperBound..<names.upperBound, others, quote: quote, rule, after: leads.isEmpty ? nil : leads,
            &statement)
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
        where !statement.assignments.contains(where: { $0.unit.name == unit.name && $0.role == unit.role ?? role }) {
            let own = unit.role == nil ? rule : "role in brackets"
            statement.assignments.append(
                Statement.Assignment(unit: unit, role: unit.role ?? role, quote: quote, rule: own))
        }
        statement.hasExplicitLead = statement.hasExplicitLead || statement.assignments.contains { $0.role == .lead }
    }

    /// The name of a rule with the words that it read.
    private static func rule(_ name: String, _ words: ArraySlice<Unicode.Scalar>) -> String {
        "\(name) \(words.filter { !$0.isBlank }.string)"
    }

    // MARK: Notes

    /// Whether a part says when, between the parts that say who: 「年内持续推进」, 「4月底前出台」.
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
