/// How a level of a list writes its numbers: ST_NumberFormat of ECMA-376 part 1, 17.18.59.
enum DOCXNumberFormat {
    /// A number as a format writes it; in plain digits where the format has no form for it.
    ///
    /// - Parameters:
    ///   - number: From 0.
    ///   - format: The format's name, such as `chineseCounting`.
    static func text(_ number: Int, _ format: String) -> String {
        if let list = lists[format] { return listed(number, list) ?? String(number) }
        switch format {
        case "none", "bullet": return ""
        case "decimalZero": return number < 10 ? "0\(number)" : String(number)
        case "numberInDash": return "- \(number) -"
        case "upperRoman": return roman(number)
        case "lowerRoman": return roman(number).lowercased()
        case "upperLetter": return letters(number, from: "A")
        case "lowerLetter": return letters(number, from: "a")
        case "decimalFullWidth", "decimalFullWidth2": return digits(number, "０１２３４５６７８９")
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand": return digits(number, "〇一二三四五六七八九")
        // Beyond 99 these two are read digit by digit.
        case "chineseCounting", "taiwaneseCounting":
            return number < 100 ? counted(number) : digits(number, "〇一二三四五六七八九")
        case "chineseCountingThousand", "taiwaneseCountingThousand": return counted(number)
        case "japaneseCounting": return counted(number, one: false, zero: "")
        case "chineseLegalSimplified": return counted(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", always: true)
        case "ideographLegalTraditional": return counted(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", always: true)
        case "ideographZodiacTraditional":
            guard (1...60).contains(number), let stem = listed((number - 1) % 10 + 1, stems),
                let branch = listed((number - 1) % 12 + 1, branches)
            else { return String(number) }
            return stem + branch
        default: return String(number)
        }
    }

    private static let stems = "甲乙丙丁戊己庚辛壬癸"
    private static let branches = "子丑寅卯辰巳午未申酉戌亥"

    /// Formats that have one character for each number from 1.
    private static let lists: [String: String] = [
        "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
        "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
        "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
        "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
        "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
        "ideographTraditional": stems,
        "ideographZodiac": branches,
    ]

    private static func listed(_ number: Int, _ list: String) -> String? {
        let scalars = Array(list.unicodeScalars)
        return scalars.indices.contains(number - 1) ? String(scalars[number - 1]) : nil
    }

    private static func digits(_ number: Int, _ forms: String) -> String {
        let forms: [Character] = forms.map(\.self)
        return String(String(number).compactMap(\.wholeNumberValue).map { forms[$0] })
    }

    /// a … z, aa … zz, aaa: the letter is doubled, it does not count.
    private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
        guard (1...26 * 30).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
        else {
            return String(number)
        }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return String(number) }
        let parts = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, form) in parts {
            text += String(repeating: form, count: rest / value)
            rest %= value
        }
        return text
    }

    /// 一百零五, up to 9,999.
    ///
    /// - Parameters:
    ///   - always: Whether 10 to 19 have their 一 too: 壹拾.
    ///   - one: Whether hundreds and thousands have it: 一百, Japanese 百.
    ///   - zero: What stands for places left out: 一百零五, Japanese 百五.
    private static func counted(
        _ number: Int, _ digits: String = "〇一二三四五六七八九", _ units: String = "十百千", always: Bool = false,
        one: Bool = true, zero: String = "零"
    ) -> String {
        let digits = digits.map(String.init)
        let units = units.map(String.init)
        guard (1...9_999).contains(number) else { return number == 0 ? digits[0] : String(number) }
        var text = ""
        var isZeroPending = false
        for power in (0...3).reversed() {
            let scale = [1, 10, 100, 1000][power]
            let digit = number / scale % 10
            guard digit > 0 else {
                isZeroPending = !text.isEmpty
                continue
            }
            if isZeroPending { text += zero }
            isZeroPending = false
            let isBareTen = power == 1 && digit == 1 && number < 20 && !always
            let isSilent = isBareTen || (!one && digit == 1 && power > 0)
            if !isSilent { text += digits[digit] }
            if power > 0 { text += units[power - 1] }
        }
        return text
    }
}
