import Ingest

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
            guard opens(text[index]) else {
                index += 1
                continue
            }
            if let reference = relative(text, index) ?? named(text, index) ?? attachment(text, index)
                ?? part(text, index, from: start) ?? listed(text, index, from: start)
            {
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

    /// Whether a pointer may begin with a character.
    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "本", "前", "上", "附", "第": true
        default: false
        }
    }

    /// 本条第二项, 前款.
    private static func relative(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        if let several = severalBefore(text, index) { return several }
        guard let (word, base) = relatives.first(where: { text.has($0.word, at: index) }) else { return nil }
        // 本条例 is the instrument.
        let behind = index + word.unicodeScalars.count
        guard behind >= text.count || text[behind] != "例" else { return nil }
        var reference = InternalReference(base, start: index)
        reference.range = index..<behind
        return pointer(text, behind, reference) ?? reference
    }

    /// 前两款, 前三项.
    private static func severalBefore(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        guard text[index] == "前", let number = Numeral.scan(text, at: index + 1), (2...9).contains(number.value),
            number.end < text.count
        else { return nil }
        let base: InternalReference.Base
        switch text[number.end] {
        case "款": base = .previousParagraph
        case "项", "項": base = .previousItem
        case "条", "條": base = .previousArticle
        default: return nil
        }
        var reference = InternalReference(base, start: index)
        reference.count = number.value
        reference.range = index..<number.end + 1
        return reference
    }

    /// 本办法第十二条.
    private static func named(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        guard text[index] == "本", let length = instruments.match(text, at: index, before: text.count) else {
            return nil
        }
        if var reference = pointer(text, index + length, InternalReference(.instrument, start: index)) {
            reference.isNamed = true
            return reference.article == nil ? nil : reference
        }
        guard var reference = part(text, index + length, from: index) else { return nil }
        reference.range = index..<reference.range.upperBound
        return reference
    }

    /// 附件2 behind a verb that points: 见附件2, 详见附件, （附件1）.
    private static func attachment(_ text: [Unicode.Scalar], _ index: Int) -> InternalReference? {
        guard text[index] == "附", text.has("附件", at: index), index > 0,
            "见見照按（(和、及与".unicodeScalars.contains(text[index - 1])
        else { return nil }
        var reference = InternalReference(.attachment, start: index)
        var end = index + 2
        if let number = Numeral.scan(text, at: end), number.value < 100 {
            reference.number = number.value
            end = number.end
        } else if end < text.count, text[end] == "：" || text[end] == ":" {
            return nil
        }
        reference.range = index..<end
        return reference
    }

    /// 第二部分.
    private static func part(_ text: [Unicode.Scalar], _ index: Int, from start: Int) -> InternalReference? {
        guard index < text.count, text[index] == "第", let number = Numeral.scan(text, at: index + 1),
            text.has("部分", at: number.end), index > start || number.end + 2 < text.count
        else { return nil }
        var reference = InternalReference(.part, start: index)
        reference.number = number.value
        reference.range = index..<number.end + 2
        return reference
    }

    /// 上述第（三）项, and 第（三）项 that nothing else governs.
    private static func listed(_ text: [Unicode.Scalar], _ index: Int, from start: Int) -> InternalReference? {
        guard text[index] == "第", index > start, !isExternal(text, index, start: start, externalEnd: -1),
            let first = ordinal(text, index, "项", "項")
        else { return nil }
        var reference = InternalReference(.list, start: index)
        reference.item = first.value
        var end = first.end
        if let last = through(text, end, "项", "項") {
            reference.lastItem = last.value
            end = last.end
        }
        reference.range = index..<end
        return reference
    }

    /// The end of a pointer that begins with an article: 第三条第二款第（一）项; nil where none begins there.
    static func pointerEnd(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        guard let found = pointer(text, start, InternalReference(.instrument, start: start)), found.article != nil
        else {
            return nil
        }
        return found.range.upperBound
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
        // In Taiwan 第五條第二項第一款 counts paragraphs in 項 and items in 款.
        if let paragraph = ordinal(text, cursor, "項", "項"), text[cursor + 1] != "（", text[cursor + 1] != "(" {
            reference.paragraph = paragraph.value
            cursor = paragraph.end
            if let item = ordinal(text, cursor, "款", "款") {
                reference.item = item.value
                cursor = item.end
            }
            reference.range = base.range.lowerBound..<cursor
            return reference
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
        case "》", "〉", "」", "法", "例", "典", "）", ")", "则", "則", "令", "定", "件", "号", "號", "约", "約", "程", "示": return true
        case "、", "和", "及", "或", "与", "與", "，": return index - 1 == externalEnd
        case "用": return index - 2 == externalEnd  // 準用, 适用 what stands in the same text
        default: return false
        }
    }
}
