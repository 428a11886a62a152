import Ingest

extension StatementGrammar {
    /// Cuts at ；and ，outside brackets, and where a label opens behind white space or behind nothing at all.
    func parts(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        for at in range {
            switch text[at].inRoundBrackets {
            case "（": depth += 1
            case "）": depth = max(0, depth - 1)
            case "；" where depth == 0, ";" where depth == 0, "，" where depth == 0, "," where depth == 0,
                "。" where depth == 0:
                parts.append(start..<at)
                start = at + 1
            case "：" where depth == 0, ":" where depth == 0:
                // 「牵头部门：甲局　配合部门：乙局」, 「…甲局工作职责：…」: a label opens a part where none stood.
                guard let label = labelStart(text, start, colon: at), label > start else { continue }
                parts.append(start..<label)
                start = label
            default: break
            }
        }
        parts.append(start..<range.upperBound)
        return parts.compactMap { trimmed(text, $0) }
    }

    private func trimmed(_ text: [Unicode.Scalar], _ part: Range<Int>) -> Range<Int>? {
        var lower = part.lowerBound
        var upper = part.upperBound
        while lower < upper, text[lower].isBlank { lower += 1 }
        while upper > lower, text[upper - 1].isBlank { upper -= 1 }
        return lower < upper ? lower..<upper : nil
    }

    /// Where the longest label begins that a colon closes.
    private func labelStart(_ text: [Unicode.Scalar], _ start: Int, colon: Int) -> Int? {
        (max(start, colon - Self.longestLabel)..<colon).first { at in
            (at == start || !text[at].isBlank) && label(text, at..<colon) != nil
        }
    }

    private static let longestLabel = 12

    /// 「牵头单位：」 at the begin of a part; a role of nil for labels that name no units (完成时限).
    func labelPrefix(_ text: [Unicode.Scalar], _ part: Range<Int>) -> (role: AssignmentRecord.Role?, end: Int)? {
        let opening = text[part].prefix(Self.longestLabel + 1)
        guard let colon = opening.firstIndex(where: { $0 == "：" || $0 == ":" }),
            let found = label(text, part.lowerBound..<colon)
        else { return nil }
        return (found.role, colon + 1)
    }

    /// What a label says; nil where the words are none.
    func label(_ text: [Unicode.Scalar], _ range: Range<Int>) -> (role: AssignmentRecord.Role?, isUnits: Bool)? {
        var word = text[range].compactMap { $0.isBlank ? nil : $0.inRoundBrackets }
        // 牵头单位（部门）
        if word.last == "）", let open = UnitName.opening(of: word), open > 0 { word.removeSubrange(open...) }
        if let role = RoleWords.labels[word] { return (role, true) }
        if RoleWords.otherLabels.contains(word) { return (nil, false) }
        for opener in RoleWords.labelOpeners where word.begins(with: opener) {
            if let role = RoleWords.labels[Array(word.dropFirst(opener.unicodeScalars.count))] { return (role, true) }
        }
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

    /// Leaves out 由 before a list: 「由市审批局牵头」.
    func withoutOpener(_ text: [Unicode.Scalar], _ names: Range<Int>) -> Range<Int> {
        guard let length = RoleWords.statementOpeners.match(text, at: names.lowerBound, before: names.upperBound) else {
            return names
        }
        return names.lowerBound + length..<names.upperBound
    }
}
