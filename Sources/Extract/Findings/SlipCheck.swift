import Ingest

/// Finds what looks like a slip of recognition or typing in figures, such as 2019午10月 or 2O19年.
enum SlipCheck {
    /// Characters that scans give for 年.
    private static func isFalseYear(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "午", "牛", "乍", "車", "车": true
        default: false
        }
    }

    private static let measures = ScalarWords("% ％ ‰ 个百分点 個百分點 万 亿 億 倍 元 平方 公里 公顷 亩 吨 千瓦")

    static func findings(in text: [Unicode.Scalar], paragraph: Int) -> [TextFinding] {
        var findings: [TextFinding] = []
        for index in text.indices {
            guard let range = falseYear(text, index) ?? brokenNumber(text, index) ?? letterInNumber(text, index) else {
                continue
            }
            findings.append(
                TextFinding(.warning, "ocr-slip", "疑似识别错误：\(text[range].string)", paragraph, range))
        }
        return findings
    }

    /// Another character for 年: 2019午10月.
    private static func falseYear(_ text: [Unicode.Scalar], _ index: Int) -> Range<Int>? {
        guard isFalseYear(text[index]), index >= 4, index + 1 < text.count,
            let read = Numeral.scanArabic(text, at: index - 4), read.end == index, (1900...2100).contains(read.value),
            let month = Numeral.scanArabic(text, at: index + 1), month.end < text.count, text[month.end] == "月"
        else { return nil }
        return index - 4..<month.end + 1
    }

    /// 0. 5%: a blank behind the point of a number that goes on.
    private static func brokenNumber(_ text: [Unicode.Scalar], _ index: Int) -> Range<Int>? {
        guard text[index] == "." || text[index] == "．", index > 0, index + 2 < text.count,
            text[index - 1].decimalDigit != nil, text[index + 1].isBlank
        else { return nil }
        var next = index + 1
        while next < text.count, text[next].isBlank { next += 1 }
        guard let behind = Numeral.scanArabic(text, at: next), behind.end - next <= 3,
            let measure = measures.match(text, at: behind.end, before: text.count)
        else { return nil }
        var start = index
        while start > 0, index - start < 9, text[start - 1].decimalDigit != nil { start -= 1 }
        // At the beginning of a paragraph or behind a stop it is the label of an item.
        guard start > 0, !text[start - 1].isBlank, !text[start - 1].endsSentence else { return nil }
        return start..<behind.end + measure
    }

    /// 2O19年, 1O%: a letter where a digit belongs; Al2O3 is none.
    private static func letterInNumber(_ text: [Unicode.Scalar], _ index: Int) -> Range<Int>? {
        switch text[index] {
        case "O", "o", "l", "I", "Ｏ": break
        default: return nil
        }
        guard index > 0, index + 1 < text.count, text[index - 1].decimalDigit != nil else { return nil }
        var start = index
        while start > 0, index - start < 9, text[start - 1].decimalDigit != nil { start -= 1 }
        guard start == 0 || !text[start - 1].isLatin else { return nil }
        var end = index + 1
        while end < text.count, end - index < 9, text[end].decimalDigit != nil { end += 1 }
        guard end < text.count, !text[end].isLatin else { return nil }
        switch text[end] {
        case "年", "月", "日", "%", "％", "号", "万", "亿": return start..<end + 1
        default: return nil
        }
    }
}
