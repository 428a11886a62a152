/// Parts lines that hold several elements of a head: number and date, date and office, number and 签发人, a field and the text
/// behind it, a whole head with its text.
///
/// A part is a line by itself, with the number and the columns of the line that it is of.
enum LineParts {
    /// The lines in order, those with several elements in their parts.
    static func parts(of lines: [SourceLine]) -> [SourceLine] { lines.flatMap(parts) }

    private static func parts(_ line: SourceLine) -> [SourceLine] {
        guard !line.isBlank, !line.scalars.contains("\t") else { return [line] }
        let text = line.scalars
        let cuts = cuts(text, line.content)
        guard !cuts.isEmpty else { return [line] }
        let bounds = [0] + cuts + [text.count]
        return zip(bounds, bounds.dropFirst()).map { line.part($0..<$1) }.filter { !$0.isBlank }.map(withoutMarks)
    }

    /// A part without the comma that set it off from the next.
    private static func withoutMarks(_ part: SourceLine) -> SourceLine {
        guard let last = part.content.last, "，,".unicodeScalars.contains(part.scalars[last]), part.content.count <= 30
        else {
            return part
        }
        return part.part(0..<last)
    }

    private static func cuts(_ text: [Unicode.Scalar], _ content: Range<Int>) -> [Int] {
        if content.count <= 90 {
            if let cut = shortHead(text, content) { return [cut] }
        }
        if let cut = fieldEnd(text, content) ?? bracketEnd(text, content) { return [cut] }
        return GluedHead.cuts(text, content)
    }

    // MARK: Two elements

    /// 「某政发〔2009〕51号 二○○九年十二月九日」, 「2000年12月28日 某委〔2000〕17号」, 「1988年12月8日，某某法院」,
    /// 「某发〔2020〕1号　签发人：某某」.
    private static func shortHead(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
        if let (number, end) = DocumentNumber.scan(text, at: content.lowerBound), number.serial != nil,
            end < content.upperBound
        {
            let rest = Array(text[end..<content.upperBound])
            let body = Array(rest.drop { $0.isBlank || "，,".unicodeScalars.contains($0) })
            if isDate(body) || body.filter({ !$0.isBlank }).begins(with: "签发人") { return begin(of: body, content) }
        }
        if let (number, end) = DocumentNumber.scan(text, at: content.lowerBound), number.serial != nil,
            NumberedOrder.isOne(number), end < content.upperBound,
            let inner = TitleParts.inBrackets(Array(text[end..<content.upperBound])),
            DocumentKinds.isOfficialTitle(inner)
        {
            return end
        }
        if let (_, end) = CalendarDate.scan(text, at: content.lowerBound), end < content.upperBound {
            let body = Array(text[end..<content.upperBound].drop { $0.isBlank || "，,".unicodeScalars.contains($0) })
            if DocumentNumber(line: body) != nil { return begin(of: body, content) }
            let hasGap = text[end].isBlank || "，,".unicodeScalars.contains(text[end])
            if hasGap, body.count <= 30, AgencyNames.endsLikeAgency(body),
                !body.contains(where: { "，,、".unicodeScalars.contains($0) })
            {
                return begin(of: body, content)
            }
        }
        return nil
    }

    /// Where the rest of a line begins.
    private static func begin(of rest: [Unicode.Scalar], _ content: Range<Int>) -> Int {
        content.upperBound - rest.count
    }

    /// The end of the bracket with which a text opens, where that holds its day and number and nothing else, as collections
    /// print them: 「（1985年5月4日某政〔1985〕38号）　根据…」.
    private static func bracketEnd(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
        guard let first = content.first, "（(".unicodeScalars.contains(text[first]),
            let close = text[content].prefix(64).firstIndex(where: { "）)".unicodeScalars.contains($0) }),
            close + 1 < content.upperBound, HeadBracket.number(in: Array(text[first...close])) != nil
        else { return nil }
        return close + 1
    }

    private static func isDate(_ text: [Unicode.Scalar]) -> Bool {
        guard let (_, end) = CalendarDate.scan(text, at: 0) else { return false }
        return text[end...].allSatisfy(\.isBlank)
    }

    // MARK: A field and the text behind it

    /// 「发布日期:2020-01-31 18:23:54」 with the text directly behind the time.
    private static func fieldEnd(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
        guard let colon = text[content].prefix(8).firstIndex(where: { $0 == "：" || $0 == ":" }),
            SitePage.isFieldName(Array(text[content.lowerBound..<colon]))
        else { return nil }
        var at = colon + 1
        while at < content.upperBound, text[at].decimalDigit != nil || "-/ :：.年月日时分秒".unicodeScalars.contains(text[at]),
            at - colon <= 24
        {
            if let end = clockEnd(text, at), end < content.upperBound, end > colon + 10 {
                return text[end].isBlank ? nil : end
            }
            at += 1
        }
        return nil
    }

    /// The end of a time with seconds: 18:23:54.
    private static func clockEnd(_ text: [Unicode.Scalar], _ at: Int) -> Int? {
        guard at + 8 <= text.count else { return nil }
        for (offset, scalar) in text[at..<at + 8].enumerated() {
            let isMark = offset == 2 || offset == 5
            guard isMark ? scalar == ":" || scalar == "：" : scalar.decimalDigit != nil else { return nil }
        }
        return at + 8
    }
}
