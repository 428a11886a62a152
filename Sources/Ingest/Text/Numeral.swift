/// Whole numbers as Chinese official texts write them: 178, １７８, 一百七十八, 二〇二二, 二○○六, 廿一.
///
/// A numeral is accepted only when all of its characters are used: 一〇五 is 105 and never 10.
public enum Numeral {
    /// Reads the longest numeral that begins at an offset.
    ///
    /// - Parameters:
    ///   - text: The characters to read.
    ///   - start: The offset at which the numeral must begin.
    /// - Returns: Its value and the offset behind its last character; nil where no numeral begins, where its
    ///   characters make no number, or where it exceeds `Int`.
    /// - Complexity: O(*n*) in the length of the numeral.
    public static func scan(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
        scanArabic(text, at: start) ?? scanHan(text, at: start)
    }

    /// Reads a run of decimal digits, half or full width.
    public static func scanArabic(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
        var value = 0
        var end = start
        while end < text.count, let digit = text[end].decimalDigit {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product + digit
            end += 1
        }
        return end > start ? (value, end) : nil
    }

    /// Reads a run of Han numerals, by place value (一百七十八) or digit by digit (二〇二二).
    public static func scanHan(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
        var end = start
        var hasUnit = false
        while end < text.count, end - start < 24 {
            if digit(text[end]) != nil {
                end += 1
            } else if unit(text[end]) != nil {
                hasUnit = true
                end += 1
            } else {
                break
            }
        }
        guard end > start else { return nil }
        let value = hasUnit ? placeValue(text[start..<end]) : digits(text[start..<end])
        return value.map { ($0, end) }
    }

    /// The whole of a text as one number.
    public static func value(of text: [Unicode.Scalar]) -> Int? {
        guard let (value, end) = scan(text, at: 0), end == text.count else { return nil }
        return value
    }

    /// The value of one Han digit; nil for anything else.
    public static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "○", "零", "Ｏ", "◯": 0
        case "一", "壹", "弌": 1
        case "二", "贰", "貳", "两", "兩": 2
        case "三", "叁", "參": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆", "陸": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    /// The value of a Han place word: 十 百 千 万 亿, and 廿 and 卅, which stand for 二十 and 三十.
    static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "廿": 20
        case "卅": 30
        case "百", "佰": 100
        case "千", "仟": 1_000
        case "万", "萬": 10_000
        case "亿", "億": 100_000_000
        default: nil
        }
    }

    private static func digits(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
        var value = 0
        guard run.count <= 18 else { return nil }
        for scalar in run {
            guard let digit = digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func placeValue(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0  // what stands before 亿 and 万
        var section = 0  // what stands below them
        var digit: Int?
        var lastUnit = Int.max
        for scalar in run {
            if let value = Numeral.digit(scalar) {
                guard digit == nil || digit == 0 else { return nil }
                digit = value
                continue
            }
            guard let unit = unit(scalar) else { return nil }
            if unit >= 10_000 {
                section += digit ?? 0
                guard section > 0 || total > 0 else { return nil }
                total = (total + section) * unit
                section = 0
                lastUnit = Int.max
            } else if unit == 20 || unit == 30 {
                guard digit == nil || digit == 0, lastUnit > 10 else { return nil }
                section += unit
                lastUnit = 10
            } else {
                guard unit < lastUnit else { return nil }
                section += (digit == nil || digit == 0 ? 1 : digit ?? 1) * unit
                lastUnit = unit
            }
            digit = nil
        }
        // 一百二 is said for 120, but no official text writes it; 一百零二 and 一百二十 are.
        return total + section + (digit ?? 0)
    }
}
