import Ingest

/// Reads whether the document itself repeals the instrument that a clause names.
///
///     behind := instrument {filler | bracket | pointer | commencement} verb (end | mark | 其他 …)
///     before := [decision] verb [issuer or 发布的] instrument
///
/// A clause that tells of a repeal (2017年10月1日废止, 已废止, 废止的, 废止后, 号令发布废止) matches neither form: only the listed
/// words may stand between the instrument and the verb.
struct RepealClause {
    let text: [Unicode.Scalar]
    /// Whether the document's title says that it repeals (关于废止…的决定).
    let isRepeal: Bool
    /// Whether the document sets tasks (方案, 要点), among which a repeal is one to come.
    let isPlan: Bool

    /// What a clause repeals of the instrument that it names.
    struct Finding: Equatable {
        /// Whether the whole instrument ends, and not some articles of it.
        var isWhole: Bool
        var rule: String
    }

    /// How far behind an instrument its verb may stand.
    private static let reach = 90
    private static let longestRemainder = 24

    // MARK: 《…》同时废止

    /// Reads the verb behind an instrument.
    ///
    /// - Parameters:
    ///   - end: Where title and number end.
    ///   - limit: Where the next instrument or the next sentence begins.
    func behind(_ end: Int, before limit: Int) -> Finding? {
        let limit = min(limit, end + Self.reach)
        var cursor = end
        var isWhole = true
        while cursor < limit {
            if let length = RepealWords.verbs.match(text, at: cursor, before: limit) {
                guard closes(cursor + length) else { return nil }
                return Finding(isWhole: isWhole, rule: "\(text[cursor..<cursor + length].string) behind")
            }
            if let next = skip(cursor, limit) {
                cursor = next
            } else if let next = part(cursor, limit) {
                isWhole = false
                cursor = next
            } else if let next = remainder(cursor, limit) {
                cursor = next
            } else {
                return nil
            }
        }
        return nil
    }

    /// Steps over a blank, a mark, a bracket, a word that may stand before the verb, or 自…起.
    private func skip(_ index: Int, _ limit: Int) -> Int? {
        let scalar = text[index]
        if scalar.isBlank || scalar.isComma || "、》”）)".unicodeScalars.contains(scalar) { return index + 1 }
        if "（(〔[".unicodeScalars.contains(scalar) { return bracketEnd(index, limit) }
        if let length = RepealWords.fillers.match(text, at: index, before: limit) { return index + length }
        return commencement(index, limit)
    }

    private func bracketEnd(_ index: Int, _ limit: Int) -> Int? {
        var depth = 0
        for place in index..<limit {
            if "（(〔[".unicodeScalars.contains(text[place]) { depth += 1 }
            if "）)〕]".unicodeScalars.contains(text[place]) { depth -= 1 }
            if depth == 0 { return place + 1 }
        }
        return nil
    }

    /// The end of 自本办法施行之日起, 从2020年1月1日起, 于同日, 在本条例施行后.
    private func commencement(_ index: Int, _ limit: Int) -> Int? {
        guard "自从于在".unicodeScalars.contains(text[index]) else { return nil }
        var cursor = index + 1
        while cursor < limit, cursor - index < 30 {
            if RepealWords.past.match(text, at: cursor, before: limit) != nil { return nil }
            if let length = RepealWords.startEnds.match(text, at: cursor, before: limit) { return cursor + length }
            if text[cursor].isComma { return nil }
            cursor += 1
        }
        return nil
    }

    /// The end of 第三条、第五条第二款, 中与本办法不一致的规定: a part of the instrument.
    private func part(_ index: Int, _ limit: Int) -> Int? {
        if text[index] == "第" {
            guard let number = Numeral.scan(text, at: index + 1), number.end < limit,
                "条款项章节".unicodeScalars.contains(text[number.end])
            else { return nil }
            return number.end + 1
        }
        guard text[index] == "中" || text[index] == "的" else { return nil }
        for cursor in index + 1..<max(index + 1, min(limit, index + 40)) {
            if RepealWords.parts.match(text, at: cursor, before: limit) != nil { return cursor + 2 }
            if text[cursor].isComma || RepealWords.past.match(text, at: cursor, before: limit) != nil { return nil }
        }
        return nil
    }

    /// The end of 等12件规范性文件, up to the verb or a word before it.
    private func remainder(_ index: Int, _ limit: Int) -> Int? {
        guard text[index] == "等" else { return nil }
        for cursor in index + 1..<max(index + 1, min(limit, index + Self.longestRemainder)) {
            if RepealWords.fillers.match(text, at: cursor, before: limit) != nil
                || RepealWords.verbs.match(text, at: cursor, before: limit) != nil
            {
                return cursor
            }
            guard text[cursor].isHan || text[cursor].decimalDigit != nil || text[cursor].isBlank else { return nil }
        }
        return nil
    }

    /// Whether the verb ends its clause: what follows it makes no attribute (废止的), time (废止后) or noun (废止工作) of it.
    private func closes(_ index: Int) -> Bool {
        guard index < text.count else { return true }
        // 依《甲》第三条规定，废止《乙》: the verb has another object.
        if "《「『“".unicodeScalars.contains(text[index]) { return false }
        return !text[index].isHan || RepealWords.behindVerb.match(text, at: index, before: text.count) != nil
    }

    // MARK: 废止《…》

    /// Reads the verb before an instrument.
    ///
    /// - Parameter lead: The clause before it.
    func before(_ lead: Range<Int>) -> Finding? {
        guard let verb = RepealWords.verbsBefore.last(text, in: lead) else { return nil }
        let between = verb.upperBound..<lead.upperBound
        guard between.count <= 40, isAttribute(between), RepealWords.later.first(text, in: lead) == nil,
            !RepealWords.past.endsWith(text, in: lead.lowerBound..<verb.lowerBound),
            isDecided(lead.lowerBound..<verb.lowerBound)
        else { return nil }
        return Finding(isWhole: true, rule: "废止 before")
    }

    /// Whether words between the verb and its object only tell which one is meant: 市政府1995年发布的.
    private func isAttribute(_ range: Range<Int>) -> Bool {
        let words = text[range].filter { !$0.isBlank }
        guard let last = words.last else { return true }
        if last == "的" { return RepealWords.enacted.first(text, in: range) != nil }
        return words.allSatisfy { $0.isHan && !"的了并和或".unicodeScalars.contains($0) || $0.decimalDigit != nil }
    }

    /// Whether words before the verb, the title of the document, or its place at the head of the clause of a document that
    /// is no plan, make it the act of the document.
    private func isDecided(_ range: Range<Int>) -> Bool {
        if RepealWords.decides.first(text, in: range) != nil { return true }
        let rest = text[range].drop { isLabel($0) }
        return isRepeal ? rest.count <= 8 : rest.isEmpty && !isPlan
    }

    private func isLabel(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar.decimalDigit != nil || Numeral.digit(scalar) != nil
            || "十、.．（）()".unicodeScalars.contains(scalar)
    }
}
