/// The label that opens a provision: 第十二条, 一、, （三）, 4．, （5）, ⑥.
///
/// Levels of legislation are those of 立法法 (编 章 节 条), levels of other documents those of GB/T 9704 (一、（一）1.（1）).
/// Which level a bracketed label has depends on the document, so a label only says its shape.
public struct Label: Hashable, Sendable {
    /// The shape of a label.
    public enum Shape: Int, Hashable, Sendable, CaseIterable {
        case part, subpart, chapter, section, article
        /// 一、
        case han
        /// （一）
        case hanBracketed
        /// 1. 1． 1、
        case arabic
        /// （1）
        case arabicBracketed
        /// ① ⑴ ⒈
        case circled

        /// Whether it is one of 编 分编 章 节 条.
        public var isLegislative: Bool { rawValue <= Shape.article.rawValue }
    }
    public let shape: Shape
    public let number: Int
    /// The 1 of 第十二条之一; 0 without one.
    public let inserted: Int
    /// The offset behind the label and its separator.
    public let end: Int
    /// What is printed, white space aside: 第十二条, 一, （三）, 4.
    public let printed: String

    /// Reads a label that begins at an offset.
    ///
    /// White space inside is passed over (「1 4 ．」). An Arabic number is a label only with its mark behind it and no
    /// digit after that: 3.5 opens nothing.
    public static func scan(_ text: [Unicode.Scalar], at start: Int = 0) -> Label? {
        guard start < text.count else { return nil }
        switch text[start] {
        case "第": return legislative(text, start)
        case "（", "(": return bracketed(text, start)
        default:
            if let value = circledValue(text[start]) {
                return Label(
                    shape: .circled, number: value, inserted: 0, end: start + 1, printed: String(text[start]))
            }
            return plain(text, start)
        }
    }

    private static func skipBlanks(_ text: [Unicode.Scalar], _ at: Int) -> Int {
        var at = at
        while at < text.count, text[at].isBlank { at += 1 }
        return at
    }

    private static func legislative(_ text: [Unicode.Scalar], _ start: Int) -> Label? {
        guard let (number, behind) = letterSpacedNumeral(text, skipBlanks(text, start + 1)) else { return nil }
        var end = skipBlanks(text, behind)
        guard end < text.count else { return nil }
        var inserted = 0
        // 第 12-1 條, which others print as 第十二条之一.
        if "-－–—‐".unicodeScalars.contains(text[end]),
            let (value, after) = Numeral.scanArabic(text, at: skipBlanks(text, end + 1)),
            value > 0, value < 100
        {
            inserted = value
            end = skipBlanks(text, after)
            guard end < text.count else { return nil }
        }
        let shape: Shape
        switch text[end] {
        case "编", "編": shape = .part
        case "分":
            guard end + 1 < text.count, text[end + 1] == "编" || text[end + 1] == "編" else { return nil }
            shape = .subpart
            end += 1
        case "章": shape = .chapter
        case "节", "節": shape = .section
        case "条", "條": shape = .article
        default: return nil
        }
        end += 1
        let mark = shape == .article ? end : skipBlanks(text, end)
        if inserted == 0, mark + 1 < text.count, text[mark] == "之",
            let (value, after) = Numeral.scan(text, at: skipBlanks(text, mark + 1)), value < 100
        {
            inserted = value
            end = after
        }
        let printed = text[start..<end].filter { !$0.isBlank }.string
        return Label(shape: shape, number: number, inserted: inserted, end: end, printed: printed)
    }

    private static func bracketed(_ text: [Unicode.Scalar], _ start: Int) -> Label? {
        let at = skipBlanks(text, start + 1)
        guard let (number, behind) = spacedNumeral(text, at), number < 1000 else { return nil }
        let close = skipBlanks(text, behind)
        guard close < text.count, text[close] == "）" || text[close] == ")" else { return nil }
        let isArabic = text[at].decimalDigit != nil
        // 「（一）至（三）项」 and 「（二）、（三）项」 point at provisions and open none.
        if close + 1 < text.count, pointsAtProvision(text, close + 1) { return nil }
        return Label(
            shape: isArabic ? .arabicBracketed : .hanBracketed, number: number, inserted: 0, end: close + 1,
            printed: text[start...close].filter { !$0.isBlank }.string)
    }

    /// Whether what stands behind a bracketed number makes it a reference: 「至（三）」, 「、（三）」, 「项规定的」, but not 「项目」.
    private static func pointsAtProvision(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
        let next = at + 1 < text.count ? text[at + 1] : " "
        switch text[at] {
        case "、": return true
        case "至", "和", "或": return "（(第".unicodeScalars.contains(next)
        case "项", "款": return "、，。；规所的和或之中至情以及内外（(第".unicodeScalars.contains(next)
        default: return false
        }
    }

    private static func plain(_ text: [Unicode.Scalar], _ start: Int) -> Label? {
        guard let (number, behind) = spacedNumeral(text, start), number < 1000 else { return nil }
        let isArabic = text[start].decimalDigit != nil
        let mark = skipBlanks(text, behind)
        guard mark < text.count else { return nil }
        let printed = text[start..<behind].filter { !$0.isBlank }.string
        switch text[mark] {
        case "、", "．":
            break
        case ".", "﹒":
            guard isArabic else { return nil }
        case ",", "，":
            guard !isArabic else { return nil }
            return nil
        case ")", "）":
            guard isArabic else { return nil }
            return Label(shape: .arabicBracketed, number: number, inserted: 0, end: mark + 1, printed: printed)
        default: return nil
        }
        if isArabic, mark + 1 < text.count, text[mark + 1].decimalDigit != nil { return nil }
        return Label(shape: isArabic ? .arabic : .han, number: number, inserted: 0, end: mark + 1, printed: printed)
    }

    /// A numeral in a letter-spaced label: 「第 十 二 条」.
    private static func letterSpacedNumeral(_ text: [Unicode.Scalar], _ start: Int) -> (value: Int, end: Int)? {
        if let found = spacedNumeral(text, start), found.end < text.count, !text[found.end].isBlank { return found }
        var digits: [Unicode.Scalar] = []
        var end = start
        var at = start
        while at < text.count, at - start < 24 {
            if text[at].isBlank {
                at += 1
                continue
            }
            guard Numeral.digit(text[at]) != nil || Numeral.unit(text[at]) != nil else { break }
            digits.append(text[at])
            at += 1
            end = at
        }
        guard !digits.isEmpty else { return spacedNumeral(text, start) }
        return Numeral.value(of: digits).map { ($0, end) }
    }

    /// A numeral whose digits may stand apart: 「1 4」.
    private static func spacedNumeral(_ text: [Unicode.Scalar], _ start: Int) -> (value: Int, end: Int)? {
        guard let first = Numeral.scan(text, at: start) else { return nil }
        guard text[start].decimalDigit != nil else { return first }
        var (value, end) = first
        while end < text.count, text[end].isBlank {
            let next = skipBlanks(text, end)
            guard next < text.count, next - end <= 2, let digit = text[next].decimalDigit, value < 1000 else { break }
            value = value * 10 + digit
            end = next + 1
        }
        return (value, end)
    }

    private static func circledValue(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2460...0x2473: Int(scalar.value) - 0x245F
        case 0x2474...0x2487: Int(scalar.value) - 0x2473
        case 0x2488...0x249B: Int(scalar.value) - 0x2487
        default: nil
        }
    }
}
