/// A cursor over the parts of a document number, which steps over white space between them.
struct NumberReader {
    private let text: [Unicode.Scalar]
    private(set) var index: Int

    private let longestGap = 9

    init(_ text: [Unicode.Scalar], at index: Int) {
        self.text = text
        self.index = index
    }

    /// A serial number as printed and read.
    struct Serial {
        var text: String
        var value: Int?
        /// The year behind the slash of 第12/2003號.
        var year: Int?
        var hasOrdinal: Bool
        /// 号 or 號.
        var sign: String
    }

    /// The next character that is not blank; at most the blanks of a wrapped line are stepped over.
    private func next(from start: Int) -> (scalar: Unicode.Scalar, at: Int)? {
        var place = start
        while place < text.count, place - start < longestGap {
            if !text[place].isBlank { return (text[place], place) }
            place += 1
        }
        return nil
    }

    var peek: Unicode.Scalar? { next(from: index)?.scalar }

    @discardableResult
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool { skip(where: { $0 == scalar }) }

    mutating func skip(where matches: (Unicode.Scalar) -> Bool) -> Bool {
        guard let next = next(from: index), matches(next.scalar) else { return false }
        index = next.at + 1
        return true
    }

    /// Digits, blanks between them left out, at most `limit`.
    private mutating func digits(limit: Int, han: Bool) -> [Unicode.Scalar] {
        var run: [Unicode.Scalar] = []
        while run.count < limit, let next = next(from: index) {
            if let digit = next.scalar.decimalDigit, let plain = Unicode.Scalar(0x30 + UInt32(digit)) {
                run.append(plain)
            } else if han, Numeral.digit(next.scalar) != nil || Numeral.unit(next.scalar) != nil {
                run.append(next.scalar)
            } else {
                break
            }
            index = next.at + 1
        }
        return run
    }

    /// 2026, 二○○五, or the 85 of old numbers.
    mutating func year() -> Int? {
        let run = digits(limit: 5, han: true)
        guard let value = Numeral.value(of: run) else { return nil }
        if run.count == 4, (1900...2199).contains(value) { return value }
        if run.count == 2, (49...99).contains(value), run[0].decimalDigit != nil { return 1900 + value }
        return nil
    }

    /// 2018年 or 〔2018〕 before the serial number of an order.
    mutating func yearBeforeSerial() -> (year: Int, text: String)? {
        let before = index
        let bracket = skip(where: DocumentNumber.isOpening)
        if let year = year() {
            if bracket {
                skip("年")
                if skip(where: DocumentNumber.isClosing) { return (year, "〔\(year)〕") }
            } else if skip("年") {
                return (year, "\(year)年")
            }
        }
        index = before
        return nil
    }

    /// 第18号, 18号, 十八号, 0920012345A號; with a slash also 12/2003號.
    mutating func serial(allowsSlash: Bool = false) -> Serial? {
        let ordinal = skip("第")
        let run = digits(limit: 12, han: true)
        guard !run.isEmpty else { return nil }
        var printed = run
        var value = Numeral.value(of: run)
        var year: Int?
        if allowsSlash, skip(where: { $0 == "/" || $0 == "／" }) {
            let behind = digits(limit: 4, han: false)
            guard let number = Numeral.value(of: behind), behind.count == 4 || behind.count == 2 else { return nil }
            year = behind.count == 4 ? number : 1900 + number
            printed += ["/"] + behind
            if skip(where: { $0 == "/" || $0 == "／" }) {  // the M of 第52/99/M號法令
                guard let letter = letter() else { return nil }
                printed += ["/", letter]
            }
        } else if let letter = letter() {
            printed.append(letter)
            value = nil
        } else if value == nil {
            return nil
        }
        guard let sign = peek, sign == "号" || sign == "號" else { return nil }
        skip(sign)
        return Serial(text: printed.string, value: value, year: year, hasOrdinal: ordinal, sign: String(sign))
    }

    private mutating func letter() -> Unicode.Scalar? {
        guard let next = next(from: index), next.scalar.isLatin else { return nil }
        index = next.at + 1
        return next.scalar.value > 0x7F ? Unicode.Scalar(next.scalar.value - 0xFEE0) : next.scalar
    }

    /// The kind of instrument behind 号: the longest run of Han that ends with a word of the lexicon.
    mutating func kind() -> [Unicode.Scalar] {
        var run: [Unicode.Scalar] = []
        var best: [Unicode.Scalar] = []
        var place = index
        while place < text.count, run.count < NumberLexicon.longestKind, text[place].isHan {
            run.append(text[place])
            place += 1
            if NumberLexicon.kindsBehindNumber.contains(run)
                || NumberLexicon.officesBehindNumber.contains(where: { run.starts(with: $0) })
                    && NumberLexicon.rulings.contains(Array(run.suffix(2)))
            {
                best = run
                break
            }
        }
        index += best.count
        return best
    }
}
