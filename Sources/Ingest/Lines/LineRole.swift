/// What a line looks to be, by itself, before the document around it is known.
enum LineRole: Hashable, Sendable {
    case blank
    case furniture(Furniture)
    /// 发文字号, alone on its line.
    case number(DocumentNumber)
    /// 「第85号」, alone on its line: the number of the 令 or 公告 that the line above names.
    case orderNumber
    /// 发文机关标志: 「沈阳市人民政府文件」.
    case letterhead
    /// 成文日期, alone on its line.
    case date(CalendarDate)
    /// A date or the history of adoption in brackets: （2019年3月1日）, （…通过）.
    case bracketedDate
    /// 附注: （此件公开发布）.
    case annotation
    /// 抄送机关.
    case cc
    /// 印发机关和印发日期.
    case printing
    /// 「附件」 or 「附件1」, alone on its line.
    case attachmentLabel
    case tableRow
    case body

    /// Whether a document's own text ends before such a line.
    var closesText: Bool {
        switch self {
        case .number, .orderNumber, .letterhead, .date, .annotation, .cc, .printing, .attachmentLabel, .bracketedDate:
            true
        default: false
        }
    }
}

/// Tells the role of single lines.
enum LineClassifier {
    static func role(of line: SourceLine) -> LineRole {
        guard !line.isBlank else { return .blank }
        let text = line.squashed
        switch line.table?.part {
        case .row, .caption, .measure: return .tableRow
        case .rule: return .furniture(.tableRule)
        case .repeatedHeader: return .furniture(.repeatedTableHeader)
        case nil: break
        }
        if isPageNumber(line.text) { return .furniture(.pageNumber) }
        if text.begins(with: "<!--"), text.ends(with: "-->") { return .furniture(.markup) }
        if text.count <= 60, CalendarDate.scan(text, at: 0) == nil,
            let number = DocumentNumber(line: ElementLabels.strip(line.text))
        {
            return .number(number)
        }
        if isOrderNumber(text) { return .orderNumber }
        if isLetterhead(text) { return .letterhead }
        let dated = ElementLabels.strip(text)
        if let (date, end) = CalendarDate.scan(dated, at: 0) {
            let rest = dated[end...]
            // 「…年…月…日于某地」 names the place of the signature.
            let isPlaced = rest.first == "于" && (3...6).contains(rest.count) && rest.allSatisfy(\.isHan)
            if isPlaced || ["", "。", "制定。", "制定", "发布"].contains(where: { rest.elementsEqual($0.unicodeScalars) }) {
                return .date(date)
            }
            if rest.elementsEqual(Array("印发")) || rest.elementsEqual(Array("印發")) { return .printing }
        }
        if text.begins(with: "抄送") || text.begins(with: "抄报") || text.begins(with: "抄報") || text.begins(with: "主题词") {
            return .cc
        }
        if isPrinting(text) { return .printing }
        if let first = text.first, first == "（" || first == "(", let last = text.last, last == "）" || last == ")" {
            if isAnnotation(text) { return .annotation }
            if isBracketedDate(text) { return .bracketedDate }
        }
        if isAttachmentLabel(text) { return .attachmentLabel }
        return .body
    }

    /// Gives both halves the role of a date that the edge of the print broke: 「2019年」 「5月17日」 below a signature.
    static func joinDates(_ lines: [SourceLine], _ roles: inout [LineRole]) {
        let parts: Set<Unicode.Scalar> = Set("0123456789年月日〇○零一二三四五六七八九十".unicodeScalars)
        for index in lines.indices.dropLast().dropFirst() where roles[index] == .body && roles[index + 1] == .body {
            let (text, rest) = (lines[index].squashed, lines[index + 1].squashed)
            guard text.count <= 9, rest.count <= 9, rest.last == "日", (text + rest).allSatisfy(parts.contains),
                AgencyNames.endsLikeAgency(lines[index - 1].squashed),
                let (date, end) = CalendarDate.scan(text + rest, at: 0), end == text.count + rest.count
            else { continue }
            roles[index] = .date(date)
            roles[index + 1] = .date(date)
        }
    }

    /// 「—   14   —」, 「－12－」, 「·3·」, 「- 7 -」, 「第 3 页」: a number between marks; a bare number is none.
    static func isPageNumber(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 20, let first = text.first, let last = text.last else { return false }
        let dashes: Set<Unicode.Scalar> = ["—", "－", "-", "–", "─", "·", "•", "・", "‐", "‑", "―", "~", "～"]
        if dashes.contains(first), dashes.contains(last) {
            let inner = text.filter { !$0.isBlank && !dashes.contains($0) }
            return !inner.isEmpty && inner.count <= 4 && inner.allSatisfy { $0.decimalDigit != nil }
        }
        if first == "第", last == "页" || last == "頁" {
            return text.dropFirst().dropLast().allSatisfy { $0.isBlank || $0.decimalDigit != nil }
        }
        return false
    }

    /// 「第85号」, 「2023年第5号」.
    private static func isOrderNumber(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 14, text.last == "号" || text.last == "號" else { return false }
        var at = 0
        if let (year, end) = Numeral.scan(text, at: 0), (1949...2999).contains(year), end < text.count, text[end] == "年"
        {
            at = end + 1
        }
        guard at < text.count, text[at] == "第", let (_, end) = Numeral.scan(text, at: at + 1) else { return false }
        return end == text.count - 1
    }

    private static func isLetterhead(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 5, text.count <= 40, text.ends(with: "文件") else { return false }
        let agency = Array(text.dropLast(2))
        return AgencyNames.endsLikeAgency(agency) && !agency.contains(where: { "，。：；、《》".unicodeScalars.contains($0) })
    }

    private static func isPrinting(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 70, text.ends(with: "印发") || text.ends(with: "印發") else { return false }
        return text.indices.contains { CalendarDate.scan(text, at: $0)?.end == text.count - 2 }
    }

    private static func isAnnotation(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 60 else { return false }
        let inner = Array(text.dropFirst().dropLast())
        return inner.begins(with: "此件") || inner.begins(with: "此文") || inner.begins(with: "本文有删减")
            || inner.begins(with: "公开") || inner.begins(with: "联系人") || inner.begins(with: "信息公开")
            || inner.begins(with: "依申请公开") || inner.begins(with: "不予公开") || inner.begins(with: "有删减")
    }

    private static func isBracketedDate(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 200 else { return false }
        return CalendarDate.scan(text, at: 1) != nil
    }

    private static func isAttachmentLabel(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 8 else { return false }
        for word in ["附件", "附表", "附录", "附錄"] where text.begins(with: word) {
            let rest = text.dropFirst(2).filter { !"：:-－".unicodeScalars.contains($0) }
            return rest.isEmpty || Numeral.value(of: Array(rest)) != nil
        }
        return false
    }
}
