import Ingest

/// 「某某领导小组办公室（以下简称“领导小组办公室”）」.
enum ShortNameRule {
    private static let words = [
        "以下简称为", "以下统称为", "以下并称", "以下简称", "以下统称", "以下称为", "以下称", "以下簡稱", "以下統稱", "以下稱", "下称", "下稱",
    ]
    /// What may stand before a name in its clause and is no part of it.
    private static let leads = [
        "按照", "根据", "依据", "依照", "成立", "设立", "组建", "建立", "印发", "制定", "修订", "现将", "由", "经", "对", "向", "在", "为", "与", "和",
        "及",
        "将", "以", "是", "或者", "应当", "不得", "必须", "可以", "通过", "依法", "遵守", "业经", "特设", "并设", "并", "应", "依", "之", "适用于",
        "本办法", "本细则", "本规则",
        "本标准", "本条例", "本规定", "本法", "歧视", "标有", "具有", "报经", "报", "推进", "加强", "进一步", "压实", "完善", "促进", "规范", "加快", "受理",
        "我市", "我省", "我区", "我县", "本市",
    ]

    private static let boundaries = Array("，,。；;：:（(）)“”《》".unicodeScalars)
    private static let compounds = ["对外", "对口", "对接", "应对", "面向", "方向", "定向", "自由"]
    private static let founding = ["设立的", "成立的", "组建的", "建立的", "指定的"]

    /// The rule whose word begins at an offset, and where reading goes on.
    static func read(_ text: [Unicode.Scalar], at index: Int, from floor: Int) -> (
        definition: DefinitionMatch, end: Int
    )? {
        guard let word = words.first(where: { text.has($0, at: index) }),
            let open = openBracket(text, before: index)
        else { return nil }
        var start = index + word.unicodeScalars.count
        while start < text.count, text[start].isBlank || text[start] == "：" || text[start] == ":" { start += 1 }
        guard let (term, end) = term(text, start), let name = name(text, floor..<open, term: text[term]) else {
            return nil
        }
        let close = end < text.count && (text[end] == "）" || text[end] == ")") ? end + 1 : end
        let definition = DefinitionMatch(
            kind: .shortName, term: Array(text[term]).tidied.string, meaning: Array(text[name]).tidied.string,
            range: name.lowerBound..<close)
        return (definition, close)
    }

    /// The bracket in which the rule stands: it opens right before the word, or before a number (国办发…号，以下简称).
    private static func openBracket(_ text: [Unicode.Scalar], before index: Int) -> Int? {
        for at in stride(from: index - 1, through: max(0, index - 60), by: -1) {
            switch text[at] {
            case "（", "(": return at
            case "）", ")", "。", "；": return nil
            default: break
            }
        }
        return nil
    }

    private static func term(_ text: [Unicode.Scalar], _ start: Int) -> (Range<Int>, end: Int)? {
        guard start < text.count else { return nil }
        let closes: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "《": "》", "「": "」", "\"": "\"", "『": "』"]
        let limit = min(text.count, start + 40)
        if let close = closes[text[start]] {
            guard let end = text[(start + 1)..<limit].firstIndex(of: close), end > start + 1 else { return nil }
            return (start + 1..<end, end + 1)
        }
        guard let end = text[start..<limit].firstIndex(where: { "）)，；。、".unicodeScalars.contains($0) }), end > start
        else { return nil }
        return (start..<end, end)
    }

    /// The name that ends where the bracket opens: a title in 《》, else its clause from the last word that leads to it.
    private static func name(
        _ text: [Unicode.Scalar], _ range: Range<Int>, term: ArraySlice<Unicode.Scalar>
    ) -> Range<Int>? {
        let floor = range.lowerBound
        var end = range.upperBound
        while end > floor, text[end - 1].isBlank { end -= 1 }
        guard end > floor else { return nil }
        if text[end - 1] == "》" { return title(text, floor..<end) }
        var start = end
        while start > floor, end - start < 60 {
            if let open = bracketWithin(text, closingAt: start - 1), open > floor {
                start = open
            } else if boundaries.contains(text[start - 1]) {
                break
            } else {
                start -= 1
            }
        }
        while start < end, text[start].isBlank { start += 1 }
        start = behindModal(text, start..<end, term)
        start = behindPreposition(text, start..<end, term)
        while names.match(text, at: start, before: end) == nil,
            let lead = leads.first(where: { text.has($0, at: start) && start + $0.unicodeScalars.count < end })
        {
            start += lead.unicodeScalars.count
        }
        // 「市政府设立的某区管理委员会」
        for word in founding {
            if let found = text[start..<end].firstRange(of: word), found.upperBound < end { start = found.upperBound }
        }
        start = DefinedName.start(of: text, start..<end, term: term)
        return end - start >= 2 ? start..<end : nil
    }

    /// Where a bracket opens that is part of a name: 甲钢（集团）有限公司.
    private static func bracketWithin(_ text: [Unicode.Scalar], closingAt close: Int) -> Int? {
        guard close > 1, text[close] == "）" || text[close] == ")", close + 1 < text.count, text[close + 1].isHan else {
            return nil
        }
        for index in stride(from: close - 1, through: max(1, close - 12), by: -1)
        where text[index] == "（" || text[index] == "(" {
            let inside = text[(index + 1)..<close]
            return text[index - 1].isHan && inside.allSatisfy { $0.isHan || $0 == "、" || $0.decimalDigit != nil }
                ? index : nil
        }
        return nil
    }

    /// What stands between the 《》 that close at the end.
    private static func title(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        let end = range.upperBound
        var depth = 0
        for at in stride(from: end - 1, through: max(range.lowerBound, end - 200), by: -1) {
            if text[at] == "》" { depth += 1 } else if text[at] == "《" { depth -= 1 }
            if depth == 0 { return at + 1 < end - 1 ? at + 1..<end - 1 : nil }
        }
        return nil
    }

    /// 「经营者应当通过|国家信息公示系统」: behind the last modal verb that leaves all characters of the short name.
    private static func behindModal(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ term: ArraySlice<Unicode.Scalar>
    ) -> Int {
        guard let word = modals.last(text, in: range), word.upperBound < range.upperBound,
            holds(text[word.upperBound..<range.upperBound], term)
        else { return range.lowerBound }
        return word.upperBound
    }

    /// Words of names that begin like one of the words before a name.
    private static let names = ScalarWords(
        "经济 经营 经信 经贸 经费 经理 对外 对口 和平 在职 为民 为农 以工代赈 及时 应急 应用 由来 将军 通过率 报刊 报废 报社 报告 并网 之江 本法院")

    private static let modals = ScalarWords("应当 不得 必须 可以 有权")

    /// 「受理乘客对|城市交通运营单位」: behind the last preposition that leaves all characters of the short name.
    private static func behindPreposition(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ term: ArraySlice<Unicode.Scalar>
    ) -> Int {
        for at in range.reversed() where "对由向".unicodeScalars.contains(text[at]) {
            let rest = at + 1..<range.upperBound
            let isWord = compounds.contains { text.has($0, at: at) || at > 0 && text.has($0, at: at - 1) }
            if !isWord, rest.count > term.count, holds(text[rest], term), governs(text, range.lowerBound..<at) {
                return at + 1
            }
        }
        return range.lowerBound
    }

    /// Whether what stands before a preposition is its subject or a verb, and not the beginning of a name (大嶝对台市场).
    private static func governs(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard let last = range.last else { return true }
        let subject = Array(text[range])
        return leads.contains { text.has($0, at: range.lowerBound) } || UnitName.endsAsOffice(subject)
            || "者人户众客员位们".unicodeScalars.contains(text[last])
    }

    /// Whether the characters of a short name stand in a name, in this order.
    static func holds(_ name: ArraySlice<Unicode.Scalar>, _ term: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = term
        for scalar in name where scalar == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
