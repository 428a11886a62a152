/// What follows the issuer's code in a document number: year, serial number and the words around them.
struct NumberTail {
    var start: Int
    var end: Int
    var canonical: String
    var year: Int?
    var serial: Int?
    var isOrder = false
    /// Whether it is a number without any code before it: 第541号令, 第12/2003號法律.
    var standsAlone = false
    /// Whether a full name may stand before it and not only a code.
    var takesName = false
    /// The code, where it is printed behind the year.
    var agency: String?

    /// The tail at which a search comes to a halt: at its bracket, its 令 or its 第.
    static func anchored(_ text: [Unicode.Scalar], at index: Int) -> NumberTail? {
        switch text[index] {
        case "第": standalone(text, at: index)
        case "令", "告", "报", "報", "定", "字": named(text, at: index)
        default:
            DocumentNumber.isOpening(text[index])
                ? bracketed(text, at: index) ?? yearFirst(text, at: index) : nil
        }
    }

    /// The tail behind a code that began at `codeStart`.
    static func afterCode(_ text: [Unicode.Scalar], at index: Int, codeStart: Int) -> NumberTail? {
        guard let tail = anchored(text, at: index) else { return nil }
        if tail.standsAlone { return tail.takesName ? tail : nil }
        return tail.start > codeStart || tail.takesName ? tail : nil
    }

    // MARK: 〔2026〕1号

    /// Reads 〔2026〕1号, 〔2005〕第18号, 〔二○○五〕十八号.
    private static func bracketed(_ text: [Unicode.Scalar], at open: Int) -> NumberTail? {
        var reader = NumberReader(text, at: open + 1)
        guard let year = reader.year() else { return nil }
        reader.skip("年")
        guard reader.skip(where: DocumentNumber.isClosing) else { return nil }
        guard let serial = reader.serial() else { return nil }
        var canonical = "〔\(year)〕"
        if serial.hasOrdinal { canonical += "第" }
        canonical += serial.text + serial.sign
        return NumberTail(start: open, end: reader.index, canonical: canonical, year: year, serial: serial.value)
    }

    // MARK: 令第541号, 令2018年第8号, 字第0920012345號

    /// Reads what follows the last character of 令, 公告, 通告, 公报, 决定 or of a code in 字.
    private static func named(_ text: [Unicode.Scalar], at index: Int) -> NumberTail? {
        let kind = kindEnding(text, at: index)
        guard !kind.isEmpty else { return nil }
        let isCode = kind == ["字"]
        var reader = NumberReader(text, at: index + 1)
        var canonical = ""
        var year: Int?
        if isCode {
            guard reader.peek == "第" else { return nil }
        } else if let printed = reader.yearBeforeSerial() {
            year = printed.year
            canonical = printed.text
        }
        let bracket = year == nil && !isCode && reader.skip(where: DocumentNumber.isOpening)
        guard reader.peek == "第" || year != nil, let serial = reader.serial() else { return nil }
        if bracket { guard reader.skip(where: DocumentNumber.isClosing) else { return nil } }
        canonical += (serial.hasOrdinal ? "第" : "") + serial.text + serial.sign
        if isCode {
            return NumberTail(
                start: index + 1, end: reader.index, canonical: canonical, year: nil, serial: serial.value)
        }
        let start = index + 1 - kind.count
        return NumberTail(
            start: start, end: reader.index, canonical: kind.string + canonical, year: year, serial: serial.value,
            isOrder: kind == ["令"], standsAlone: true, takesName: true)
    }

    /// The word for a kind of numbered instrument that ends at an offset; empty where none does.
    private static func kindEnding(_ text: [Unicode.Scalar], at index: Int) -> [Unicode.Scalar] {
        if text[index] == "令" || text[index] == "字" { return [text[index]] }
        guard index > 0 else { return [] }
        let word = [text[index - 1], text[index]]
        return NumberLexicon.numberedKinds.contains(word) ? word : []
    }

    // MARK: 第541号令, 第12/2003號法律

    /// Reads a number that begins with 第 and ends with the kind of instrument.
    static func standalone(_ text: [Unicode.Scalar], at index: Int) -> NumberTail? {
        guard index < text.count, text[index] == "第" else { return nil }
        var reader = NumberReader(text, at: index)
        guard let serial = reader.serial(allowsSlash: true) else { return nil }
        let kind = reader.kind()
        guard !kind.isEmpty else { return nil }
        return NumberTail(
            start: index, end: reader.index, canonical: "第" + serial.text + serial.sign + kind.string,
            year: serial.year, serial: serial.value, isOrder: kind.last == "令", standsAlone: true,
            takesName: serial.year == nil)
    }
}
