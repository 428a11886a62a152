import Ingest

/// Whether the words around a quantity make it a goal, and of what.
extension TargetReader {
    /// The words of an indicator, piece by piece in the order in which they are read.
    typealias Pieces = [Range<Int>]

    mutating func judge(_ item: TargetItem, _ clause: Range<Int>) -> TargetMatch? {
        let quantity = item.quantity
        let (year, isPrinted, isPast) = anchors.year(
            at: quantity.range.lowerBound, sentence: sentence.range.lowerBound, context)
        guard !isPast else { return nil }
        var phrase = TargetPhrase(item.left, scalars, anchors)
        if phrase.sign == nil, let sign = innerSign(phrase.core) { phrase.sign = sign }
        let case_ = Case(
            item: item, clause: clause, phrase: phrase, right: trimmed(item.right),
            hasYear: isPrinted || phrase.hasAim, isListed: item.isContinued && sentence.hasGoal)
        guard !isParameter(case_), let pieces = pieces(case_) else { return nil }
        remember(case_, pieces)
        return match(case_, pieces, year)
    }

    /// All that is known of a quantity before it is judged.
    struct Case {
        var item: TargetItem
        var clause: Range<Int>
        var phrase: TargetPhrase
        /// What stands behind the number, without what begins another goal.
        var right: Range<Int>
        /// Whether the sentence prints a year or 力争.
        var hasYear: Bool
        /// Whether it continues a list whose earlier members are goals.
        var isListed: Bool

        var quantity: Quantity { item.quantity }
        var core: Range<Int> { phrase.core }
        var isOpen: Bool { quantity.closing != nil }
    }

    // MARK: The sign within

    /// The sign of 至少 before the verb: 至少建设一家.
    private func innerSign(_ core: Range<Int>) -> String? {
        for start in core where scalars[start] == "至" || scalars[start] == "不" {
            if scalars.holds("至少", at: start) || scalars.holds("不少于", at: start) { return ">=" }
            if scalars.holds("不超过", at: start) { return "<=" }
        }
        return nil
    }

    /// What stands behind a number, up to a 、 behind which another action begins.
    private func trimmed(_ right: Range<Int>) -> Range<Int> {
        for index in right where scalars[index] == "、" && !brackets.isEnclosed(index) {
            if TargetWords.verbs.match(scalars, at: index + 1, before: right.upperBound) != nil {
                return right.lowerBound..<index
            }
        }
        return right
    }

    // MARK: Parameters

    /// Whether the number is one of policy, of text or of routine.
    private func isParameter(_ case_: Case) -> Bool {
        let quantity = case_.quantity
        if sentence.isClausePolicy { return true }
        if sentence.isAward { return true }
        if sentence.isPolicy, quantity.kind == .money { return true }
        if context.isNormative, !case_.hasYear { return true }
        if countsTextParts(case_) || setsUp(case_) { return true }
        if quantity.isHan, !isRealCount(case_) { return true }
        if scalars[quantity.unit].string == "次", sentence.isClauseRoutine { return true }
        return quantity.kind == .time && !isGoalOfTime(case_)
    }

    /// Whether the number is of groups and offices that the text sets up to do its work: 设立工作组1个.
    private func setsUp(_ case_: Case) -> Bool {
        guard case_.quantity.kind == .count, let verb = leadingVerb(case_.core),
            TargetWords.foundings.match(scalars, at: verb.lowerBound, before: verb.upperBound) != nil
        else { return false }
        return TargetWords.bodies.match(scalars, endingAt: case_.core.upperBound, from: verb.upperBound) != nil
            || TargetWords.bodies.match(scalars, endingAt: case_.right.upperBound, from: case_.right.lowerBound) != nil
    }

    /// Whether the number counts parts of the text: 9个方面、178项工作任务.
    private func countsTextParts(_ case_: Case) -> Bool {
        let right = case_.right
        guard case_.quantity.kind == .count || case_.quantity.kind == .share else { return false }
        // 完成85%以上指标任务 is a degree.
        if case_.quantity.kind == .share, endsInVerb(case_.core) { return false }
        if TargetWords.textParts.match(scalars, at: right.lowerBound, before: right.upperBound) != nil { return true }
        let unit = scalars[case_.quantity.unit.upperBound - 1]
        guard unit == "项" || unit == "个" || unit == "条" else { return false }
        return TargetWords.planParts.match(scalars, endingAt: right.upperBound, from: right.lowerBound) != nil
    }

    /// Whether 一家 or 两个 is a goal: something is built by a year, or at least so many.
    private func isRealCount(_ case_: Case) -> Bool {
        guard
            TargetWords.hanCounted.match(
                scalars, at: case_.quantity.unit.lowerBound, before: case_.quantity.unit.upperBound)?.length
                == case_.quantity.unit.count
        else { return false }
        guard case_.hasYear || case_.isOpen || case_.phrase.sign == ">=" else { return false }
        if scalars.at(case_.item.left.upperBound - 1) == "等" { return false }
        return case_.core.isEmpty || case_.phrase.isComparing || endsInVerb(case_.core)
    }

    /// Whether a length of time is what the goal is about: 办理时限压缩至3个工作日.
    private func isGoalOfTime(_ case_: Case) -> Bool {
        guard case_.phrase.isComparing else { return false }
        // 平均住院日缩短到7天: what is made shorter, longer or kept.
        if case_.item.baseline != nil || case_.phrase.sign == "=" { return true }
        let span = (case_.item.lead?.lowerBound ?? case_.item.left.lowerBound)..<case_.quantity.range.lowerBound
        let isNotice = scalars.holds("公示", at: case_.core.lowerBound) || case_.phrase.sign == ">=" && holdsNotice(span)
        return !isNotice && TargetWords.timeSubjects.occurs(in: scalars, span)
    }

    private func holdsNotice(_ span: Range<Int>) -> Bool {
        span.contains { scalars.holds("公示", at: $0) || scalars.holds("公告", at: $0) || scalars.holds("保存", at: $0) }
    }

    // MARK: Verbs

    /// Whether words end in a verb that sets a task.
    func endsInVerb(_ range: Range<Int>) -> Bool {
        TargetWords.verbs.match(scalars, endingAt: range.upperBound, from: range.lowerBound) != nil
    }

    /// The verbs with which words begin: 维修改造, 新建改扩建; nil where none stands there.
    func leadingVerb(_ range: Range<Int>) -> Range<Int>? {
        var end = range.lowerBound
        // 新 and the like before a verb belong to it: 新改建, 再造.
        if let first = range.first, "新再续拟共".unicodeScalars.contains(scalars[first]),
            TargetWords.verbs.match(scalars, at: end, before: range.upperBound) == nil
        {
            end += 1
        }
        let start = end
        while let (length, _) = TargetWords.verbs.match(scalars, at: end, before: range.upperBound) { end += length }
        return end > start ? range.lowerBound..<end : nil
    }

    /// The verb that words consist of but for a short subject: 项目开工; in 人工造林 it is part of a name.
    private func trailingVerb(_ range: Range<Int>) -> Range<Int>? {
        guard let (length, _) = TargetWords.verbs.match(scalars, endingAt: range.upperBound, from: range.lowerBound),
            range.count == length || range.count > length + 3
        else { return nil }
        return range.upperBound - length..<range.upperBound
    }

    private mutating func remember(_ case_: Case, _ pieces: Pieces) {
        if let verb = leadingVerb(case_.core) { sentence.verb = verb }
        if case_.phrase.isComparing, !case_.phrase.isChange, !case_.core.isEmpty { sentence.subject = pieces.first }
        if !case_.item.isContinued {
            sentence.listVerb = leadingVerb(case_.core) ?? trailingVerb(case_.core)
            sentence.listSign = case_.phrase.isComparing ? case_.phrase.sign : nil
        }
    }

    /// The members of a list: A、B和C.
    func members(of range: Range<Int>) -> [Range<Int>] {
        var members: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where "、和及与".unicodeScalars.contains(scalars[index]) && !brackets.isEnclosed(index) {
            if index > start { members.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { members.append(start..<range.upperBound) }
        return members
    }
}
