/// How a number of an automatic list is written (ECMA-376, part 1, 17.18.59, ST_NumberFormat).
enum NumberFormat {
    /// A number in a format; in digits where the format is one that no Chinese document uses.
    static func text(_ value: Int, as format: String) -> String {
        switch format {
        case "none": ""
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographCounting":
            counting(value, digits: Array("〇一二三四五六七八九"), units: ["", "十", "百", "千"])
        case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
            counting(value, digits: Array("零壹贰叁肆伍陆柒捌玖"), units: ["", "拾", "佰", "仟"], keepsLeadingOne: true)
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
            String(String(value).compactMap { $0.wholeNumberValue.map { Array("〇一二三四五六七八九")[$0] } })
        case "ideographTraditional": member(value, of: "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": member(value, of: "子丑寅卯辰巳午未申酉戌亥")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": enclosed(value, first: 0x2460, count: 20)
        case "decimalEnclosedParen": enclosed(value, first: 0x2474, count: 20)
        case "decimalEnclosedFullstop": enclosed(value, first: 0x2488, count: 20)
        case "ideographEnclosedCircle": enclosed(value, first: 0x3280, count: 10)
        case "decimalFullWidth", "decimalFullWidth2":
            String(String(value).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(Character.init))
        case "decimalZero": value < 10 ? "0\(value)" : "\(value)"
        case "upperRoman": roman(value)
        case "lowerRoman": roman(value).lowercased()
        case "upperLetter": letters(value)
        case "lowerLetter": letters(value).lowercased()
        default: String(value)
        }
    }

    /// 十二, 一百零三: below ten thousand; in digits beyond.
    private static func counting(_ value: Int, digits: [Character], units: [String], keepsLeadingOne: Bool = false)
        -> String
    {
        guard (1..<10_000).contains(value) else { return value == 0 ? String(digits[0]) : String(value) }
        var text = ""
        var pendingZero = false
        let places = String(value).compactMap(\.wholeNumberValue)
        for (index, digit) in places.enumerated() {
            if digit == 0 {
                pendingZero = !text.isEmpty
                continue
            }
            if pendingZero { text += "零" }
            pendingZero = false
            let unit = units[places.count - 1 - index]
            let isLeadingTen = index == 0 && places.count == 2 && digit == 1 && !keepsLeadingOne
            text += (isLeadingTen ? "" : String(digits[digit])) + unit
        }
        return text
    }

    private static func member(_ value: Int, of list: String) -> String {
        let members = Array(list)
        return value >= 1 && value <= members.count ? String(members[value - 1]) : String(value)
    }

    private static func enclosed(_ value: Int, first: UInt32, count: Int) -> String {
        guard value >= 1, value <= count, let scalar = Unicode.Scalar(first + UInt32(value) - 1) else {
            return String(value)
        }
        return String(Character(scalar))
    }

    private static func roman(_ value: Int) -> String {
        guard (1..<4000).contains(value) else { return String(value) }
        var rest = value
        var text = ""
        for (size, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= size {
                text += sign
                rest -= size
            }
        }
        return text
    }

    /// A, B … Z, AA, BB.
    private static func letters(_ value: Int) -> String {
        guard value >= 1, value <= 26 * 20, let scalar = Unicode.Scalar(UInt32(0x41 + (value - 1) % 26)) else {
            return String(value)
        }
        return String(repeating: Character(scalar), count: (value - 1) / 26 + 1)
    }
}
