import Ingest

/// A number with its unit, as in 3.4万家, 5%—6%, 90.7万亩 or 两个.
struct Quantity: Equatable, Sendable {
    /// From the first digit to the last character of the unit.
    var range: Range<Int>
    var value: Double
    /// The upper end of a range.
    var upper: Double?
    /// Magnitude and unit.
    var unit: Range<Int>
    var kind: TargetWords.UnitKind
    /// Whether the number is written in Han numerals.
    var isHan = false
    /// What closes it (以上, 左右): its sign, and the offset behind it.
    var closing: String?
    var end: Int

    /// Reads the quantity that begins at an offset.
    ///
    /// - Parameter allowsBare: Whether a number without magnitude and unit is one too, as in a table.
    /// - Complexity: O(*n*) in the length of the number.
    static func scan(_ text: [Unicode.Scalar], at start: Int, allowsBare: Bool = false) -> Quantity? {
        if let share = hanShare(text, at: start) { return share }
        guard let scalar = text.at(start), canBegin(text, at: start) else { return nil }
        let isHan = scalar.decimalDigit == nil
        guard let (value, end) = isHan ? han(text, at: start) : decimal(text, at: start) else { return nil }
        var quantity = Quantity(
            range: start..<end, value: value, unit: end..<end, kind: .bare, isHan: isHan, end: end)
        if quantity.readUnit(text, at: end) == nil, !quantity.readUpper(text, at: end, allowsBare: allowsBare) {
            guard allowsBare else { return nil }
        }
        if quantity.upper == nil { _ = quantity.readUpper(text, at: quantity.range.upperBound) }
        // 10吨级 and 2兆瓦型 are names.
        if let next = text.at(quantity.range.upperBound), "级型号版届线".unicodeScalars.contains(next) { return nil }
        quantity.readClosing(text)
        return quantity
    }

    /// 百分之九十, 千分之五: a share in Han numerals.
    private static func hanShare(_ text: [Unicode.Scalar], at start: Int) -> Quantity? {
        guard start + 3 < text.count, text[start + 1] == "分", text[start + 2] == "之",
            text[start] == "百" || text[start] == "千" || text[start] == "万",
            let (value, end) = Numeral.scan(text, at: start + 3)
        else { return nil }
        var quantity = Quantity(
            range: start..<end, value: Double(value), unit: start..<start + 3, kind: .share, end: end)
        // 百分之三点五
        if text.at(end) == "点", let digit = text.at(end + 1).flatMap(Numeral.digit) {
            quantity.value += Double(digit) / 10
            quantity.range = start..<end + 2
        }
        quantity.readClosing(text)
        return quantity
    }

    private static func canBegin(_ text: [Unicode.Scalar], at start: Int) -> Bool {
        guard text[start].decimalDigit != nil || Numeral.digit(text[start]) != nil || text[start] == "十" else {
            return false
        }
        guard let before = text.at(start - 1) else { return true }
        if before.decimalDigit != nil || before.isLatin || Numeral.digit(before) != nil { return false }
        return !".+-*/第十百千".unicodeScalars.contains(before)
    }

    // MARK: Numbers

    /// 1,000 or 28.1, the digits half width.
    private static func decimal(_ text: [Unicode.Scalar], at start: Int) -> (value: Double, end: Int)? {
        var end = start
        var digits = ""
        while end - start < 20, let scalar = text.at(end) {
            if scalar.decimalDigit != nil {
                digits.unicodeScalars.append(scalar)
            } else if text.at(end + 1)?.decimalDigit == nil || end == start {
                break
            } else if scalar == ".", !digits.contains(".") {
                digits.append(".")
            } else if scalar != "," {
                break
            }
            end += 1
        }
        guard text.at(end)?.decimalDigit == nil, let value = Double(digits) else { return nil }
        return (value, end)
    }

    private static func han(_ text: [Unicode.Scalar], at start: Int) -> (value: Double, end: Int)? {
        guard let (value, end) = Numeral.scanHan(text, at: start) else { return nil }
        return (Double(value), end)
    }

    // MARK: Units

    /// Reads magnitude and unit; nil where neither stands.
    private mutating func readUnit(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        var end = start
        if let (length, _) = TargetWords.magnitudes.match(text, at: end, before: text.count) { end += length }
        if let (length, kind) = TargetWords.units.match(text, at: end, before: text.count), fits(text, end, length) {
            end += length
            self.kind = kind
            if text.at(end) == "/", let denominator = Self.denominator(text, at: end + 1) {
                end = denominator
                if kind != .money { self.kind = .measure }
            }
        } else if end == start {
            // 12/10万, so many of a hundred thousand.
            guard let share = Self.fraction(text, at: end) else { return nil }
            (end, kind) = (share, .share)
        }
        unit = start..<end
        range = range.lowerBound..<end
        return end
    }

    /// A unit of Latin letters must not be the beginning of a longer word.
    private func fits(_ text: [Unicode.Scalar], _ start: Int, _ length: Int) -> Bool {
        if let other = TargetWords.notUnits.match(text, at: start, before: text.count), other.length >= length {
            return false
        }
        guard text[start + length - 1].isLatin, let next = text.at(start + length) else { return true }
        return !next.isLatin && next.decimalDigit == nil
    }

    /// The end of what stands behind / in a unit: 微克/立方米, 次/百万人次.
    private static func denominator(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        var end = start
        if let (length, _) = TargetWords.magnitudes.match(text, at: end, before: text.count) { end += length }
        if let (length, _) = TargetWords.units.match(text, at: end, before: text.count) { return end + length }
        return end > start ? end : nil
    }

    /// The end of /10万 and the like.
    private static func fraction(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        guard text.at(start) == "/", let (_, end) = Numeral.scanArabic(text, at: start + 1),
            let (length, _) = TargetWords.magnitudes.match(text, at: end, before: text.count)
        else { return nil }
        return end + length
    }

    // MARK: Ranges

    /// 5000至30000平方米 or 5%—6%.
    private mutating func readUpper(_ text: [Unicode.Scalar], at start: Int, allowsBare: Bool = false) -> Bool {
        var next = start
        while next - start < 2, let mark = text.at(next), "-~至到—".unicodeScalars.contains(mark) { next += 1 }
        guard next > start, !isHan, let (high, end) = Self.decimal(text, at: next), high > value else { return false }
        var other = self
        if other.readUnit(text, at: end) == nil {
            guard allowsBare else { return false }
            (other.range, other.unit) = (start..<end, end..<end)
        }
        upper = high
        kind = other.kind
        unit = other.unit
        range = range.lowerBound..<other.range.upperBound
        return true
    }

    private mutating func readClosing(_ text: [Unicode.Scalar]) {
        end = range.upperBound
        guard let (length, sign) = TargetWords.after.match(text, at: end, before: text.count) else { return }
        // 内 and 多 begin other words: 内涝, 多功能.
        if length == 1, let next = text.at(end + length), next.isHan { return }
        closing = sign.isEmpty ? nil : sign
        end += length
    }
}
