import Ingest

/// What a goal is called: the words of its indicator.
extension TargetReader {
    /// The pieces of the indicator's name; nil where the words make no goal.
    mutating func pieces(_ case_: Case) -> Pieces? {
        let right = case_.right
        let closesHere = right.isEmpty || isGoalNoun(right) || scalars[right.lowerBound] == "（"
        if let share = share(case_, closesHere: closesHere) { return share }
        if case_.phrase.isComparing, closesHere || !case_.phrase.isChange {
            return compared(case_, closesHere: closesHere)
        }
        if !closesHere, scalars[right.lowerBound] == "的" { return shared(case_) }
        if case_.quantity.kind == .bare { return nil }
        return closesHere ? counted(case_) : countedBefore(case_)
    }

    /// Whose the number is where 分别 shares several out: A、B分别达到98%、95%; A、B排放量分别下降14%、9%.
    private mutating func share(_ case_: Case, closesHere: Bool) -> Pieces? {
        if case_.phrase.isDistributive, closesHere {
            let subject = withoutCause(case_.core)
            let named = withoutBase(subject).first ?? subject
            sentence.shares = members(of: named)
            sentence.shareHead = sentence.shares.last.flatMap(head)
            sentence.shareChange = case_.phrase.change
        }
        let isNext = case_.phrase.isDistributive || case_.item.isContinued && case_.item.left.isEmpty
        guard isNext, closesHere, sentence.shareCount < sentence.shares.count else { return nil }
        defer { sentence.shareCount += 1 }
        let own = sentence.shares[sentence.shareCount]
        let isLast = sentence.shareCount == sentence.shares.count - 1
        // 巩固率、入学率: each names its own measure.
        let isWhole =
            head(of: own) != nil || own.last.map { "率量额度比数值重积速幅耗".unicodeScalars.contains(scalars[$0]) } == true
        let shared = isLast || isWhole ? nil : sentence.shareHead
        return [own, shared, sentence.shareChange].compactMap(\.self)
    }

    /// The noun with which the last member of a list ends that all of them share: 排放总量.
    private func head(of member: Range<Int>) -> Range<Int>? {
        guard let (length, _) = TargetWords.heads.match(scalars, endingAt: member.upperBound, from: member.lowerBound),
            length < member.count
        else { return nil }
        return member.upperBound - length..<member.upperBound
    }

    private func isGoalNoun(_ right: Range<Int>) -> Bool {
        TargetWords.goalNouns.match(scalars, at: right.lowerBound, before: right.upperBound)?.length == right.count
    }

    // MARK: A达到N

    private mutating func compared(_ case_: Case, closesHere: Bool) -> Pieces? {
        var subject = case_.core
        if let lead = case_.item.lead, case_.item.baseline != nil {
            // 耗时由10天缩减至7天: what stands between 由 and the comparator is the baseline.
            subject = TargetPhrase(lead, scalars, anchors).core
        }
        subject = withoutCause(subject)
        if case_.quantity.kind == .bare, case_.quantity.unit.isEmpty { return nil }
        var pieces: Pieces = []
        if !subject.isEmpty { pieces = withoutBase(subject) }
        if pieces.count == 1, isOnlyChange(pieces[0]) {
            // 比上年下降10%: of what, the clause before says.
            guard let elided = elidedSubject(case_) else { return nil }
            pieces.insert(elided, at: 0)
        } else if pieces.isEmpty, let elided = elidedSubject(case_) {
            pieces = [elided]
        }
        if !closesHere {
            guard scalars[case_.right.lowerBound] != "的" else { return nil }
            pieces.append(case_.right)
        }
        return pieces.isEmpty ? nil : pieces
    }

    private func isOnlyChange(_ piece: Range<Int>) -> Bool {
        TargetWords.change.match(scalars, at: piece.lowerBound, before: piece.upperBound)?.length == piece.count
    }

    /// A subject without the verb that only causes it: 推动跨境电商备案企业 | 突破600家.
    private func withoutCause(_ subject: Range<Int>) -> Range<Int> {
        guard let (length, _) = TargetWords.causes.match(scalars, at: subject.lowerBound, before: subject.upperBound),
            length < subject.count
        else { return subject }
        return subject.lowerBound + length..<subject.upperBound
    }

    /// A subject without its base of comparison: 能耗 | 比2020年 | 下降.
    private func withoutBase(_ subject: Range<Int>) -> Pieces {
        if let (length, _) = TargetWords.bases.match(scalars, at: subject.lowerBound, before: subject.upperBound),
            length < subject.count
        {
            return [subject.lowerBound + length..<subject.upperBound]
        }
        for mark in subject where scalars[mark] == "比" || scalars[mark] == "较" {
            guard let end = baseEnd(at: mark + 1), end <= subject.upperBound else { continue }
            return [subject.lowerBound..<mark, end..<subject.upperBound].filter { !$0.isEmpty }
        }
        return [subject]
    }

    /// The end of a year or plan with which something is compared: 2020年, 上年, “十三五”期末.
    private func baseEnd(at index: Int) -> Int? {
        for word in ["上年", "去年", "上一年"] where scalars.holds(word, at: index) {
            return index + word.unicodeScalars.count
        }
        if let date = DateExpression.scan(scalars, at: index) { return date.range.upperBound }
        guard let (_, end) = PlanPeriod.scan(scalars, at: index) else { return nil }
        for word in ["期间", "时期", "期末", "末"] where scalars.holds(word, at: end) {
            return end + word.unicodeScalars.count
        }
        return end
    }

    /// What 由10个工作日缩减至7个工作日 is of: the noun of the clause before, without its verb.
    mutating func elidedSubject(_ case_: Case) -> Range<Int>? {
        if let subject = sentence.subject { return subject }
        guard let clause = previousClause, clause.count <= 60, clause.lowerBound >= sentence.range.lowerBound else {
            return nil
        }
        var subject = TargetPhrase(clause, scalars, anchors).core
        if let verb = leadingVerb(subject), verb.count < subject.count {
            subject = verb.upperBound..<subject.upperBound
        } else if let (length, _) = TargetWords.change.match(
            scalars, at: subject.lowerBound, before: subject.upperBound)
        {
            subject = subject.lowerBound + length..<subject.upperBound
        }
        guard !subject.isEmpty else { return nil }
        sentence.subject = subject
        return subject
    }

    // MARK: 实现N的…

    /// 实现80%以上的县建有…: a share of things that are to do something.
    private func shared(_ case_: Case) -> Pieces? {
        guard case_.quantity.kind == .share, !isGoalNoun(case_.right) else { return nil }
        let rest = case_.right.lowerBound + 1..<case_.right.upperBound
        if endsInVerb(case_.core) { return rest.isEmpty ? nil : [case_.core, rest] }
        guard rest.count > 3, case_.hasYear || case_.phrase.hasAim || case_.isOpen && holdsVerb(rest) else {
            return nil
        }
        return case_.core.isEmpty ? [rest] : [case_.core, rest]
    }

    private func holdsVerb(_ range: Range<Int>) -> Bool {
        TargetWords.verbs.occurs(in: scalars, range) || TargetWords.before.occurs(in: scalars, range)
    }

    // MARK: 建设NA / 建设A N

    /// A noun before the number: 新引进品牌首店110家, 背街小巷100条 in a list, 城镇新增就业14万人以上.
    private func counted(_ case_: Case) -> Pieces? {
        let core = case_.core
        guard !core.isEmpty else { return nil }
        let verb = leadingVerb(core)
        let isTask = verb != nil || endsInVerb(core) || holdsNew(core)
        switch case_.quantity.kind {
        case .share:
            guard case_.isOpen || setsChange(core) || isTask && case_.hasYear || case_.isListed else { return nil }
        case .time, .bare: return nil
        default:
            if let shared = sharedVerb(case_, isTask: isTask) { return [shared, core] }
            guard isTask || case_.isOpen || case_.isListed || case_.hasYear else { return nil }
        }
        if verb == nil, case_.isListed, let shared = sentence.listVerb { return [shared, core] }
        return [core]
    }

    /// The verb of the goal before that a clause of a mere noun and number shares: 新建学校10所，幼儿园5所.
    private func sharedVerb(_ case_: Case, isTask: Bool) -> Range<Int>? {
        guard !isTask, !case_.isListed, !case_.isOpen, sentence.hasGoal, case_.quantity.kind != .money,
            case_.right.isEmpty, case_.core.count <= 12,
            case_.core.lowerBound == case_.clause.lowerBound, !holdsVerb(case_.core)
        else { return nil }
        return sentence.verb
    }

    /// Whether words begin with a verb of change: 压减一般性支出10%.
    private func setsChange(_ core: Range<Int>) -> Bool {
        TargetWords.change.match(scalars, at: core.lowerBound, before: core.upperBound) != nil
    }

    private func holdsNew(_ core: Range<Int>) -> Bool {
        core.contains { scalars[$0] == "新" && (scalars.at($0 + 1) == "增" || scalars.at($0 + 1) == "建") }
    }

    /// A noun behind the number: 建设15所学校, 3000个项目开复工, 为500所中小学配备设施.
    private mutating func countedBefore(_ case_: Case) -> Pieces? {
        let right = case_.right
        switch case_.quantity.kind {
        case .share: return shareOfAll(case_)
        case .money, .time, .bare: return nil
        case .count, .measure: break
        }
        if let pieces = benefited(case_) { return pieces }
        if TargetWords.elided.match(scalars, at: right.lowerBound, before: right.upperBound) != nil, case_.core.isEmpty
        {
            return elidedSubject(case_).map { [$0, right] }
        }
        if case_.core.isEmpty { return withSharedVerb(case_) }
        return withVerb(case_)
    }

    /// 实现村卫生室100%覆盖.
    private mutating func shareOfAll(_ case_: Case) -> Pieces? {
        // 完成85%以上指标任务
        if let verb = leadingVerb(case_.core), verb == case_.core, case_.right.count <= 12,
            case_.isOpen || case_.hasYear
        {
            return [case_.core, case_.right]
        }
        guard case_.right.count <= 12,
            endsInVerb(case_.right) || leadingVerb(case_.right) != nil || isReached(case_.right)
        else { return nil }
        if !case_.core.isEmpty { return [withoutCause(case_.core), case_.right] }
        return elidedSubject(case_).map { [$0, case_.right] }
    }

    private func isReached(_ right: Range<Int>) -> Bool {
        scalars.holds("达标", at: right.lowerBound) || scalars.holds("全覆盖", at: right.lowerBound)
    }

    /// 为500所中小学配备智慧体育设施 is about 配备智慧体育设施的中小学.
    private func benefited(_ case_: Case) -> Pieces? {
        guard let first = case_.core.first, "为对给向".unicodeScalars.contains(scalars[first]), case_.core.count == 1
        else { return nil }
        let inner = case_.right.lowerBound + 1..<max(case_.right.lowerBound + 1, case_.right.upperBound)
        guard let verb = TargetWords.benefits.first(in: scalars, inner) else { return [case_.right] }
        return [verb.range.lowerBound..<case_.right.upperBound, case_.right.lowerBound..<verb.range.lowerBound]
    }

    private func withSharedVerb(_ case_: Case) -> Pieces? {
        let isGoal = case_.phrase.hasAim || case_.isOpen || case_.isListed || case_.hasYear
        let isNext = sentence.hasGoal && sentence.verb != nil
        guard isGoal || isNext else { return nil }
        if case_.phrase.hasAim { return [case_.right] }
        let verb = case_.item.isContinued ? sentence.listVerb : sentence.verb
        return (verb.map { [$0] } ?? []) + [case_.right]
    }

    private func withVerb(_ case_: Case) -> Pieces? {
        let core = case_.core
        if endsInVerb(core) { return [core, case_.right] }
        let verb = leadingVerb(core)
        // 打通羊安大街等5条断头路: the names before 等 are examples.
        if scalars[core.upperBound - 1] == "等", let verb { return [verb, case_.right] }
        guard verb != nil || case_.isOpen || case_.hasYear || case_.isListed else { return nil }
        if verb == nil, case_.isListed, let shared = sentence.listVerb { return [shared, core, case_.right] }
        return [core, case_.right]
    }
}
