import Ingest

/// A pointer from one provision to another of the same instrument: 本办法第十二条第二款, 前款, 第三条至第五条.
public struct InternalReference: Equatable, Sendable {
    /// From where the pointer counts.
    public enum Base: Sendable {
        /// 本办法, or an article number alone
        case instrument
        /// 本条
        case article
        /// 本款
        case paragraph
        /// 前条
        case previousArticle
        /// 前款
        case previousParagraph
        /// 前项
        case previousItem
    }

    public var range: Range<Int>
    public var base: Base
    public var article: Int?
    /// The last article of 第三条至第五条.
    public var lastArticle: Int?
    /// The number of a 款.
    public var paragraph: Int?
    /// The number of a 项.
    public var item: Int?
    /// The last item of 第一项至第三项.
    public var lastItem: Int?

    init(_ base: Base, start: Int) {
        self.base = base
        range = start..<start
    }
}

/// Reads internal references.
public enum InternalReferences {
    private static let instruments = ScalarWords(
        """
        本法 本法典 本条例 本條例 本规定 本規定 本办法 本辦法 本细则 本細則 本实施细则 本实施办法 本解释 本规则 本規則 本章程 本准则 本準則 本制度 本方案 本意见 本通知 \
        本决定 本措施 本标准 本规范 本規範 本要點 本要点 本规程 本行政法規 本法律 本批示
        """)
    private static let relatives: [(word: String, base: InternalReference.Base)] = [
        ("本条", .article), ("本條", .article), ("本款", .paragraph), ("前条", .previousArticle), ("前條", .previousArticle),
        ("前款", .previousParagraph), ("前项", .previousItem), ("前項", .previousItem), ("上款", .previousParagraph),
    ]

    /// The references of a paragraph.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - start: Where its own text begins: the label 第十二条 that opens it is no reference.
    /// - Complexity: O(*n*) in the length of the paragraph.
    public static func references(in text: [Unicode.Scalar], from start: Int = 0) -> [InternalReference] {
        var found: [InternalReference] = []
        var externalEnd = -1  // where the last pointer into another instrument ended
        var index = start
        while index < text.count {
            if let reference = relative(text, index) ?? named(text, index) {
                found.append(reference)
                index = max(reference.range.upperBound, index + 1)
            } else if text[index] == "第",
                let pointer = pointer(text, index, InternalReference(.instrument, start: index)),
                pointer.article != nil
            {
                let end = pointer.range.upperBound
                if isExternal(text, index, start: start, externalEnd: externalEnd) {
                    externalEnd = end
                } else {
                    found.append(pointer)
                }
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// 本条第二项, 前款.
    private static func relative(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        guard let (word, base) = relatives.first(where: { text.has($0.word, at: index) }) else { return nil }
        // 本条例 is the instrument.
        let behind = index + word.unicodeScalars.count
        guard behind >= text.count || text[behind] != "例" else { return nil }
        var reference = InternalReference(base, start: index)
        reference.range = index..<behind
        return pointer(text, behind, reference) ?? reference
    }

    /// 本办法第十二条.
    private static func named(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        guard text[index] == "本", let length = instruments.match(text, at: index, before: text.count) else {
            return nil
        }
        let reference = pointer(text, index + length, InternalReference(.instrument, start: index))
        return reference?.article == nil ? nil : reference
    }

    /// Reads [第X条[至第Y条]][第X款][第X项[至第Y项]] from an offset; nil where none of it stands there.
    private static func pointer(
        _ text: [Unicode.Scalar], _ start: Int, _ base: InternalReference
    ) -> InternalReference? {
        var reference = base
        var cursor = start
        if let part = ordinal(text, cursor, "条", "條") {
            reference.article = part.value
            cursor = part.end
            if let last = through(text, cursor, "条", "條") {
                reference.lastArticle = last.value
                cursor = last.end
            }
        }
        if let part = ordinal(text, cursor, "款", "款") {
            reference.paragraph = part.value
            cursor = part.end
        }
        if let part = ordinal(text, cursor, "项", "項") {
            reference.item = part.value
            cursor = part.end
            if let last = through(text, cursor, "项", "項") {
                reference.lastItem = last.value
                cursor = last.end
            }
        }
        guard cursor > start else { return nil }
        reference.range = base.range.lowerBound..<cursor
        return reference
    }

    /// 第十二条, 第（一）项, 第二百一十九条之一.
    private static func ordinal(
        _ text: [Unicode.Scalar], _ start: Int, _ unit: Unicode.Scalar, _ traditional: Unicode.Scalar
    ) -> (value: Int, end: Int)? {
        guard start < text.count, text[start] == "第" else { return nil }
        var cursor = start + 1
        if cursor < text.count, text[cursor] == "（" || text[cursor] == "(" { cursor += 1 }
        guard let number = Numeral.scan(text, at: cursor) else { return nil }
        cursor = number.end
        if cursor < text.count, text[cursor] == "）" || text[cursor] == ")" { cursor += 1 }
        guard cursor < text.count, text[cursor] == unit || text[cursor] == traditional else { return nil }
        cursor += 1
        if text.has("之", at: cursor), let inserted = Numeral.scanHan(text, at: cursor + 1) { cursor = inserted.end }
        return (number.value, cursor)
    }

    private static func through(
        _ text: [Unicode.Scalar], _ start: Int, _ unit: Unicode.Scalar, _ traditional: Unicode.Scalar
    ) -> (value: Int, end: Int)? {
        guard start < text.count, text[start] == "至" || text[start] == "到" else { return nil }
        return ordinal(text, start + 1, unit, traditional)
    }

    /// Whether 第十二条 belongs to another instrument: 《…》第十二条, 土地管理法第四十八条, and what is listed behind them.
    private static func isExternal(_ text: [Unicode.Scalar], _ index: Int, start: Int, externalEnd: Int) -> Bool {
        guard index > start else { return false }
        switch text[index - 1] {
        case "》", "〉", "」", "法", "例", "典", "）", ")", "则", "則": return true
        case "、", "和", "及", "或", "与", "與", "，": return index - 1 == externalEnd
        default: return false
        }
    }
}
