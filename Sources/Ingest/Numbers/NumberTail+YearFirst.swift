/// Numbers that begin with their year: (86)国函字1号 and （90）财预字第72号 of the years before 1993, （2019）京01民终123号 of
/// the courts (最高人民法院关于人民法院案件案号的若干规定).
extension NumberTail {
    private static let longestYearFirstCode = 14

    /// Reads ( year ) code [第] serial 号 at an opening bracket.
    static func yearFirst(_ text: [Unicode.Scalar], at open: Int) -> NumberTail? {
        guard open < text.count, DocumentNumber.isOpening(text[open]) else { return nil }
        var reader = NumberReader(text, at: open + 1)
        guard let year = reader.year(), reader.skip(where: DocumentNumber.isClosing) else { return nil }
        let printedYear = text[open + 1..<reader.index].filter { $0.decimalDigit != nil }
        let start = reader.index
        var end = start
        while end < text.count, end - start < longestYearFirstCode {
            if text[end].isHan && text[end] != "第" && text[end] != "号" || text[end].decimalDigit != nil {
                end += 1
            } else if let close = CodeBracket.end(text, openingAt: end) {
                end = close
            } else {
                break
            }
        }
        // The digits of the serial number are no part of the code.
        while end > start, text[end - 1].decimalDigit != nil { end -= 1 }
        let code = Array(text[start..<end])
        guard let last = code.last, code.first?.isHan == true else { return nil }
        let isCase = printedYear.count == 4 && isCourtCode(code)
        guard last == "字" && code.count >= 3 || isCase else { return nil }
        reader = NumberReader(text, at: end)
        guard let serial = reader.serial() else { return nil }
        let brackets = isCase ? ("（", "）") : ("〔", "〕")
        let ordinal = serial.hasOrdinal ? "第" : ""
        return NumberTail(
            start: open, end: reader.index,
            canonical: brackets.0 + plain(printedYear) + brackets.1 + plain(code) + ordinal + serial.text + serial.sign,
            year: year, serial: serial.value, standsAlone: true, agency: plain(code))
    }

    /// 京01民终, 最高法知民终: a court, a type of case and a stage of procedure.
    private static func isCourtCode(_ code: [Unicode.Scalar]) -> Bool {
        guard code.count >= 3, let stage = code.last, "初终再申监执异复保辖破审备更督".unicodeScalars.contains(stage) else {
            return false
        }
        return code.contains { "民刑行执赔破知商".unicodeScalars.contains($0) }
    }

    private static func plain(_ scalars: [Unicode.Scalar]) -> String {
        scalars.map { scalar in
            scalar.decimalDigit.flatMap { Unicode.Scalar(0x30 + UInt32($0)) } ?? scalar
        }.string
    }
}
