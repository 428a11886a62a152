import Ingest

/// Titles of instruments: what they end in, and when two printed forms are one title.
enum CitationTitle {
    /// A title for comparison: no white space, one kind of bracket and quotation mark, no 中华人民共和国.
    static func fold(_ title: String) -> String {
        var result: [Unicode.Scalar] = []
        for scalar in title.unicodeScalars where !scalar.isBlank {
            switch scalar {
            case "（", "［", "〔", "[": result.append("(")
            case "）", "］", "〕", "]": result.append(")")
            case "《", "〈", "＜": result.append("<")
            case "》", "〉", "＞": result.append(">")
            case "”", "“", "「", "」", "『", "』", "＂": result.append("\"")
            case "—", "–", "－", "～", "~": result.append("-")
            default: result.append(scalar)
            }
        }
        if result.first == "<", result.last == ">" { result = Array(result.dropFirst().dropLast()) }
        for state in CitationLexicon.stateNames where result.starts(with: state) && result.count > state.count + 1 {
            result.removeFirst(state.count)
        }
        return result.string
    }

    /// Whether a title is that of a document which amends others: 关于修改《…》的决定, 甲條例部分條文修正案.
    ///
    /// 关于印发修订后的《…》的通知 and 《…（2019年修订）》 tell of an amendment that is made.
    static func amends(_ title: String) -> Bool {
        let text = Array(title.unicodeScalars.filter { !$0.isBlank })
        let end = endWithoutBrackets(text)
        guard let word = CitationLexicon.amendingTitle.first(text, in: 0..<end) else { return false }
        return CitationLexicon.issuing.first(text, in: 0..<word.lowerBound) == nil
            && CitationLexicon.forward.first(text, in: 0..<word.lowerBound) == nil
            && !text[..<word.lowerBound].contains { $0 == "（" || $0 == "(" }
    }

    /// The titles that a document's title says it issues: X of 关于印发X的通知, whether or not it stands in 《》.
    static func issued(by title: String) -> [String] {
        let text = Array(title.unicodeScalars.filter { !$0.isBlank })
        guard let verb = CitationLexicon.issuing.first(text, in: 0..<text.count) else { return [] }
        let quoted = TitleScanner.titles(in: text).filter { $0.range.lowerBound >= verb.upperBound }.map(\.title)
        if !quoted.isEmpty { return quoted }
        guard let end = text.lastIndex(of: "的"), end > verb.upperBound else { return [] }
        return [text[verb.upperBound..<end].string]
    }

    /// Whether a title ends as instruments do, what stands in brackets at its end aside.
    static func endsAsInstrument(_ title: [Unicode.Scalar]) -> Bool {
        let end = endWithoutBrackets(title)
        return CitationLexicon.kinds.endsWith(title, in: 0..<end)
            && !CitationLexicon.noKinds.endsWith(title, in: 0..<end)
    }

    /// Whether a title is no more than a kind: 《方案》, 《实施办法》.
    static func isBareKind(_ title: [Unicode.Scalar]) -> Bool {
        let end = endWithoutBrackets(title)
        return end <= 4
            && (CitationLexicon.kinds.match(title, at: 0, before: end) == end
                || CitationLexicon.bareBeginnings.match(title, at: 0, before: end).map {
                    CitationLexicon.kinds.match(title, at: $0, before: end) == end - $0
                } == true)
    }

    static func endWithoutBrackets(_ title: [Unicode.Scalar]) -> Int {
        var end = title.count
        while end > 0, title[end - 1] == "）" || title[end - 1] == ")" {
            guard let open = title[..<end].lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0 else { break }
            end = open
        }
        return end
    }
}
