import Ingest

/// Makes tasks of the responsibility statements of a document.
///
/// A statement closes the passage before it: the numbered item above 「牵头单位：…」 lines, the paragraph that ends in
/// 「（…负责）」, the paragraph above a statement that stands alone, the heading that bears it.
struct TaskBuilder {
    /// A task, and what of the text it covers.
    struct Found {
        var task: TaskRecord
        /// The stretches of passages that are its text and its statements.
        var extents: [(passage: Int, range: Range<Int>)]
    }

    let passages: [Passage]
    let finder: StatementFinder
    let documentID: String
    private(set) var found: [Found] = []
    private(set) var findings: [Finding] = []
    private var firstListedRule: StandingRule?
    /// What units listed behind the first do by that rule.
    private var othersRole: AssignmentRecord.Role?
    /// That units with a mark beside them lead.
    private var markedLeadRule: StandingRule?
    private var standing: [Statement.Assignment] = []
    private var standingText: MappedText?
    private var standingRule: StandingRule?
    /// The task that a labelled passage has got from 「牵头单位：」 lines, to which further lines add.
    private var openTask: (owner: Int, tasks: Range<Int>)?
    private let closings: GroupClosings
    /// How far each passage has been used up by earlier statements.
    private var consumed: [Int: Int] = [:]

    init(passages: [Passage], finder: StatementFinder, documentID: String) {
        self.passages = passages
        var finder = finder
        finder.learn(from: passages)
        self.finder = finder
        self.documentID = documentID
        closings = GroupClosings(passages, finder.grammar)
        for passage in passages where markedLeadRule == nil {
            markedLeadRule = MarkedLeadRule.find(in: passage.text.scalars).map {
                StandingRule(at: $0, in: passage.text)
            }
        }
        for index in passages.indices { read(index) }
    }

    private mutating func read(_ index: Int) {
        let passage = passages[index]
        let statements = finder.statements(in: passage)
        if let open = openTask, open.owner == passage.owner, passage.label == nil, statements.isEmpty,
            finder.grammar.labelPrefix(passage.text.scalars, 0..<passage.text.count).map({ $0.role == nil }) ?? false
        {
            // 「完成时限：…」 below 「牵头单位：…」.
            for task in open.tasks {
                found[task].extents.append((index, 0..<passage.text.count))
                extend(task, to: passage.text.span)
            }
            return
        }
        // A rule in the text, as in the cover note, holds for all that follows.
        if !statements.contains(where: { $0.firstListedRule != nil }),
            let rule = FirstListedRule.find(in: passage.text.scalars, 0..<passage.text.count)
        {
            set(rule, quoting: rule.range, in: passage.text)
        }
        for statement in statements {
            report(statement, in: passage)
            if statement.coversAbove, attachAbove(statement, index) {
                continue
            } else if isLabelledLine(passage, statement) {
                attachLine(statement, index)
            } else if finder.isWhole(statement, of: passage), index > 0, passages[index - 1].section == passage.section
            {
                add(statement, in: index, closing: index - 1, upTo: passages[index - 1].text.count)
            } else {
                add(statement, in: index, closing: index, upTo: statement.range.lowerBound)
            }
        }
    }

    private func isLabelledLine(_ passage: Passage, _ statement: Statement) -> Bool {
        passage.label == nil && statement.range == 0..<passage.text.count && statement.range.lowerBound == 0
            && !"（(".unicodeScalars.contains(passage.text.scalars[0])
    }

    // MARK: Tasks

    /// A 「牵头单位：」 line belongs to the numbered passage above it.
    private mutating func attachLine(_ statement: Statement, _ index: Int) {
        guard let owner = passages[index].owner ?? (index > 0 ? index - 1 : nil) else { return }
        if let open = openTask, open.owner == owner {
            let more = assignments(statement, in: passages[index])
            for task in open.tasks { add(more, statement, in: index, to: task) }
            return
        }
        let first = found.count
        for target in closings.items[owner] ?? [owner] {
            add(statement, in: index, closing: target, upTo: passages[target].text.count)
        }
        openTask = (owner, first..<found.count)
    }

    /// Adds what a further line says to a task.
    private mutating func add(_ more: [AssignmentRecord], _ statement: Statement, in index: Int, to task: Int) {
        for assignment in more
        where !found[task].task.assignments.contains(where: { $0.unit == assignment.unit && $0.role == assignment.role }
        ) {
            found[task].task.assignments.append(assignment)
        }
        found[task].extents.append((index, statement.range))
        extend(task, to: passages[index].text.span(of: statement.range))
    }

    /// 「以上任务由…负责」 belongs to each labelled passage above it, up to one that has a task of its own.
    private mutating func attachAbove(_ statement: Statement, _ index: Int) -> Bool {
        let own = passages[index].label == nil ? passages[index].owner : index
        guard let last = own, let shape = passages[last].label?.shape else { return false }
        let used = Set(found.flatMap { $0.extents.map(\.passage) })
        var targets: [Int] = []
        for at in (0...last).reversed() where passages[at].label?.shape == shape {
            guard passages[at].section == passages[index].section, !used.contains(at),
                passages[at].path == passages[last].path
            else { break }
            targets.append(at)
        }
        for target in targets.reversed() {
            let end = target == index ? statement.range.lowerBound : passages[target].text.count
            add(statement, in: index, closing: target, upTo: end)
        }
        return !targets.isEmpty
    }

    private mutating func add(_ statement: Statement, in index: Int, closing target: Int, upTo end: Int) {
        let passage = passages[target]
        var start = max(passage.bodyStart, consumed[target] ?? 0)
        if start >= end { start = passage.bodyStart }
        consumed[index] = statement.range.upperBound
        let text = passage.text
        let body = trimmed(text.scalars, start..<max(start, end))
        let list = assignments(statement, in: passages[index])
        guard let span = text.span(of: body.isEmpty ? 0..<text.count : body) else { return }
        let own = passages[index].text.span(of: statement.range)
        var label = passage.label?.printed
        if label == nil, body.isEmpty { label = passage.owner.flatMap { passages[$0].label?.printed } }
        var path = passage.path
        if passage.label == nil, path.isEmpty, let owner = passage.owner { path = passages[owner].path }
        let task = TaskRecord(
            id: "\(documentID)/task\(found.count + 1)", label: label, path: path, text: text.string(body),
            assignments: list, provision: passage.provision, span: SpanRecord(own.map { span.union($0) } ?? span))
        found.append(Found(task: task, extents: [(target, body), (index, statement.range)]))
        openTask = nil
    }

    private mutating func extend(_ task: Int, to span: SourceSpan?) {
        guard let span else { return }
        found[task].task.span.end = PlaceRecord(span.end)
    }

    // MARK: Assignments

    private mutating func assignments(_ statement: Statement, in passage: Passage) -> [AssignmentRecord] {
        var records = statement.assignments.map { record($0, in: passage.text) }
        if let markedLeadRule {
            for (index, assignment) in statement.assignments.enumerated() where assignment.unit.isMarked {
                records[index].role = .lead
                markedLeadRule.mark(&records[index], as: "marked-lead rule")
            }
        }
        let own = StandingRule(at: statement.range, in: passage.text)
        let before = (firstListedRule, othersRole)
        if let rule = statement.firstListedRule { set(rule, quoting: statement.range, in: passage.text) }
        defer { if statement.firstListedRule?.holdsOn == false { (firstListedRule, othersRole) = before } }
        // A group of units leads nothing.
        if !statement.hasExplicitLead, let firstListedRule, let first = records.first, first.role == .responsible,
            first.group != true
        {
            for index in records.indices where index == 0 || (othersRole != nil && records[index].role == .responsible)
            {
                records[index].role = index == 0 ? .lead : othersRole ?? .responsible
                records[index].inherited = statement.firstListedRule == nil
                firstListedRule.mark(&records[index], as: "first-listed rule")
            }
        }
        if let standingText {
            for assignment in standing where !records.contains(where: { $0.unit == assignment.unit.name }) {
                var added = record(assignment, in: standingText)
                added.inherited = true
                standingRule?.mark(&added, as: assignment.rule)
                records.append(added)
            }
        }
        if !statement.addsFromHere.isEmpty {
            standing = statement.addsFromHere
            standingText = passage.text
            standingRule = own
            for assignment in standing where !records.contains(where: { $0.unit == assignment.unit.name }) {
                var added = record(assignment, in: passage.text)
                own.mark(&added, as: assignment.rule)
                records.append(added)
            }
        }
        return records
    }

    private mutating func set(_ rule: FirstListedRule, quoting range: Range<Int>, in text: MappedText) {
        firstListedRule = StandingRule(at: range, in: text)
        othersRole = rule.others
    }

    private func record(_ assignment: Statement.Assignment, in text: MappedText) -> AssignmentRecord {
        AssignmentRecord(
            assignment.unit, role: assignment.role, rule: assignment.rule, quote: assignment.quote, in: text)
    }

    private mutating func report(_ statement: Statement, in passage: Passage) {
        for range in statement.unread {
            findings.append(
                Finding(
                    .info, code: "unit-not-understood", message: "责任表述中的「\(passage.text.string(range))」未能识别为单位",
                    document: documentID, span: passage.text.span(of: range).map(SpanRecord.init)))
        }
    }

    private func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, text[lower].isBlank || "。；，".unicodeScalars.contains(text[lower]) { lower += 1 }
        while upper > lower, text[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }
}
