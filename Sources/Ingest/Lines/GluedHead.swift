/// Parts a line that holds the head of a document with its text, as pages print that lost their line breaks:
/// 「…关于印发…的通知 (某政办发〔2010〕7号) 各区人民政府: 现印发给你们。某市人民政府 2010年3月9日 …」.
enum GluedHead {
    /// The offsets at which an element begins; none where a line is no such head.
    static func cuts(_ text: [Unicode.Scalar], _ content: Range<Int>) -> [Int] {
        guard content.count >= 60 else { return [] }
        var cuts: [Int] = []
        var at = content.lowerBound
        if let title = titleEnd(text, content) {
            cuts.append(title)
            at = title
            if let number = bracketedNumberEnd(text, from: at) {
                cuts.append(number)
                at = number
            }
        }
        let addressees = addresseesEnd(text, from: at, content)
        if let addressees {
            cuts.append(addressees)
            at = addressees
        }
        guard !cuts.isEmpty else { return [] }
        return (cuts + closings(text, from: at, content)).filter { $0 < content.upperBound }
    }

    // MARK: Title

    /// Where a title ends that a blank, its number or its addressees follow on the same line.
    private static func titleEnd(_ text: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
        var depth = 0
        for at in content.prefix(120) {
            switch text[at] {
            case "《", "〈", "<": depth += 1
            case "》", "〉", ">": depth = max(0, depth - 1)
            case "。", "；", "：", ":": return nil
            default: break
            }
            guard depth == 0, at - content.lowerBound >= 8, at + 1 < content.upperBound else { continue }
            let next = text[at + 1]
            guard next.isBlank || "（(".unicodeScalars.contains(next) else { continue }
            let title = text[content.lowerBound...at].filter { !$0.isBlank }
            guard DocumentKinds.isOfficialTitle(title), title.contains("关于") else { continue }
            if bracketedNumberEnd(text, from: at + 1) != nil || addresseesEnd(text, from: at + 1, content) != nil {
                return at + 1
            }
        }
        return nil
    }

    private static func bracketedNumberEnd(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        guard let open = text[start...].firstIndex(where: { !$0.isBlank }), "（(".unicodeScalars.contains(text[open]),
            let close = text[open...].prefix(40).firstIndex(where: { "）)".unicodeScalars.contains($0) }),
            DocumentNumber(line: Array(text[open...close])) != nil
        else { return nil }
        return close + 1
    }

    // MARK: Addressees

    /// Where addressees end at the begin of a stretch: names of offices up to a colon, with text behind it.
    private static func addresseesEnd(_ text: [Unicode.Scalar], from start: Int, _ content: Range<Int>) -> Int? {
        guard let colon = text[start..<content.upperBound].prefix(160).firstIndex(where: { $0 == "：" || $0 == ":" }),
            colon + 8 < content.upperBound
        else { return nil }
        let names = text[start..<colon].filter { !$0.isBlank }
        guard names.count >= 4, !names.contains(where: { "。；《".unicodeScalars.contains($0) }),
            !AddresseeWords.verbs.occurs(in: names), Label.scan(names) == nil
        else { return nil }
        let parts = names.split { "、，,".unicodeScalars.contains($0) }
        guard parts.count >= 2 || names.begins(with: "各"),
            parts.contains(where: { AgencyNames.endsLikeAgency($0) || AddresseeWords.ends.ends($0) }),
            parts.last.map({ AgencyNames.endsLikeAgency($0) || AddresseeWords.ends.ends($0) }) ?? false
        else { return nil }
        return colon + 1
    }

    // MARK: Signature and what follows

    /// Where signature, date, annotation and the title of what is issued begin behind the end of a sentence.
    private static func closings(_ text: [Unicode.Scalar], from start: Int, _ content: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var at = start
        while at < content.upperBound {
            if text[at] == "。", let (office, day, end) = signature(text, behind: at + 1, content) {
                cuts += [office, day].filter { cuts.last != $0 }
                cuts.append(end)
                var behind = end
                if let note = annotationEnd(text, from: behind, content) {
                    cuts.append(note)
                    behind = note
                }
                if let title = issuedTitleEnd(text, from: behind, content) { cuts.append(title) }
                break
            }
            at += 1
        }
        return cuts
    }

    /// The office and the date behind a sentence: nothing may stand between them, and no word that goes on from the date.
    private static func signature(
        _ text: [Unicode.Scalar], behind start: Int, _ content: Range<Int>
    ) -> (office: Int, day: Int, end: Int)? {
        for day in start..<min(start + 60, content.upperBound) {
            if "。，；：".unicodeScalars.contains(text[day]) { return nil }
            guard let (_, end) = CalendarDate.scan(text, at: day), day == start || text[day - 1].decimalDigit == nil
            else {
                continue
            }
            let office = text[start..<day].filter { !$0.isBlank }
            guard office.isEmpty || AgencyNames.endsLikeAgency(office) else { return nil }
            let rest = text[end..<content.upperBound].drop(while: \.isBlank)
            if let next = rest.first, "，、前起至以，内后—-".unicodeScalars.contains(next) { return nil }
            return (start, day, end)
        }
        return nil
    }

    private static func annotationEnd(_ text: [Unicode.Scalar], from start: Int, _ content: Range<Int>) -> Int? {
        guard let open = text[start..<content.upperBound].firstIndex(where: { !$0.isBlank }),
            "（(".unicodeScalars.contains(text[open]),
            let close = text[open..<content.upperBound].prefix(40).firstIndex(where: {
                "）)".unicodeScalars.contains($0)
            }),
            text[open..<close].contains("公开")
        else { return nil }
        return close + 1
    }

    /// The end of the title of what is issued: a kind, with a label or 「为」 behind it.
    private static func issuedTitleEnd(_ text: [Unicode.Scalar], from start: Int, _ content: Range<Int>) -> Int? {
        for at in start..<min(start + 60, content.upperBound) where at > start + 3 {
            if "。，；：".unicodeScalars.contains(text[at]) { return nil }
            let rest = Array(text[at..<min(at + 8, content.upperBound)])
            guard Label.scan(rest) != nil || rest.first == "为" else { continue }
            let title = text[start..<at].filter { !$0.isBlank }
            if DocumentKinds.isInstrumentTitle(title) { return at }
        }
        return nil
    }
}
