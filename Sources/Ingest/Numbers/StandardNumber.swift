/// Finds numbers of technical standards in running text: GB/T 9704-2012, DB11/T 1893—2021, HJ 2.2-2018, T/CECS 123-2019.
///
/// The prefixes are those of 标准化法 (national, trade, local and group standards) and of the standards of engineering.
public enum StandardNumber {
    /// Prefixes under which a number needs no year.
    private static let clear: Set<String> = ["GB", "GBJ", "GBZ", "GBT", "HJ", "JGJ", "CJJ", "DB", "DBJ", "CNS"]
    /// Prefixes that are also other abbreviations: they count with a year behind the number.
    private static let trades: Set<String> = [
        "AQ", "BB", "CH", "CJ", "CY", "DA", "DL", "DZ", "FZ", "GA", "GH", "GY", "HB", "HG", "HS", "HY", "JB", "JC",
        "JG",
        "JR", "JT", "JTG", "JTJ", "JY", "KA", "LB", "LD", "LY", "MH", "MT", "MZ", "NB", "NY", "QB", "QC", "QX", "RB",
        "SB",
        "SC", "SF", "SH", "SJ", "SL", "SN", "SW", "SY", "TB", "TD", "TSG", "TY", "WB", "WH", "WM", "WS", "XB", "XF",
        "YB",
        "YC", "YD", "YS", "YY", "YZ", "JJF", "JJG", "ISO", "IEC",
    ]

    /// Every standard number, in reading order.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func find(in text: [Unicode.Scalar]) -> [(range: Range<Int>, number: DocumentNumber)] {
        var found: [(range: Range<Int>, number: DocumentNumber)] = []
        var index = 0
        while index < text.count {
            guard text[index].isLatin, index == 0 || !text[index - 1].isLatin else {
                index += 1
                continue
            }
            if let read = scan(text, at: index) {
                found.append((index..<read.end, read.number))
                index = read.end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Reads prefix [region] ["/" letters] number ["." part] ["-" year].
    private static func scan(_ text: [Unicode.Scalar], at start: Int) -> (number: DocumentNumber, end: Int)? {
        var index = start
        let head = letters(text, &index)
        let isGroup = head == "T" && index < text.count && isSlash(text[index])
        guard isGroup || clear.contains(head) || trades.contains(head) else { return nil }
        var prefix = head
        if head.hasPrefix("DB") { prefix += digits(text, &index, limit: 4) }
        if index < text.count, isSlash(text[index]) {
            var next = index + 1
            let tail = letters(text, &next)
            guard !tail.isEmpty, tail.unicodeScalars.count <= 8 else { return nil }
            prefix += "/" + tail
            index = next
        }
        guard !isGroup || prefix.unicodeScalars.count > 2 else { return nil }
        skipBlanks(text, &index)
        var serial = digits(text, &index, limit: 6)
        guard !serial.isEmpty else { return nil }
        while index + 1 < text.count, text[index] == ".", text[index + 1].decimalDigit != nil {
            index += 1
            serial += "." + digits(text, &index, limit: 4)
        }
        let year = year(text, &index)
        // Letters or further digits behind it: no number of a standard.
        if index < text.count, text[index].isLatin || text[index].decimalDigit != nil { return nil }
        guard year != nil || clear.contains(head) && serial.unicodeScalars.count >= 3 else { return nil }
        let name = prefix + " " + serial + (year.map { "-" + $0.text } ?? "")
        return (DocumentNumber(standard: name, prefix: prefix, year: year?.value), index)
    }

    private static func letters(_ text: [Unicode.Scalar], _ index: inout Int) -> String {
        var run: [Unicode.Scalar] = []
        while index < text.count, text[index].isLatin, run.count < 9 {
            let scalar = text[index]
            run.append(scalar.value > 0xFF ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
            index += 1
        }
        return run.string
    }

    private static func digits(_ text: [Unicode.Scalar], _ index: inout Int, limit: Int) -> String {
        var run = ""
        while index < text.count, run.utf8.count < limit, let digit = text[index].decimalDigit {
            run += String(digit)
            index += 1
        }
        return run
    }

    /// -2012, —2012, －98.
    private static func year(_ text: [Unicode.Scalar], _ index: inout Int) -> (text: String, value: Int)? {
        var next = index
        skipBlanks(text, &next)
        guard next < text.count, "-－—–─‐‑".unicodeScalars.contains(text[next]) else { return nil }
        next += 1
        skipBlanks(text, &next)
        let run = digits(text, &next, limit: 5)
        guard let value = Int(run),
            run.utf8.count == 4 ? (1950...2099).contains(value) : run.utf8.count == 2 && value > 49
        else { return nil }
        index = next
        return (run, run.utf8.count == 2 ? 1900 + value : value)
    }

    private static func isSlash(_ scalar: Unicode.Scalar) -> Bool { scalar == "/" || scalar == "／" }

    private static func skipBlanks(_ text: [Unicode.Scalar], _ index: inout Int) {
        let start = index
        while index < text.count, index - start < 2, text[index].isBlank { index += 1 }
    }
}
