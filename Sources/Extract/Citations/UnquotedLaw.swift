import Ingest

/// Laws and rules that are named without 《》: 行政许可法第五十条, 根据宪法和国务院组织法，制定本条例, 依政府信息公开法规定.
///
/// Without marks three forms show that a name is one: an article behind it, a list behind 根据 in the sentence that
/// enacts the document, and a preposition before it with 规定 or the like behind it. Other mentions are left out.
struct UnquotedLaw {
    private static let longest = 44

    private let text: [Unicode.Scalar]
    /// Names of instruments that the document prints in full elsewhere: they are not cut within.
    private let known: LawNames

    /// The laws so named, in reading order, outside of 《》.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func titles(in text: [Unicode.Scalar], known: LawNames = LawNames()) -> [TitleScanner.Title] {
        UnquotedLaw(text: text, known: known).titles()
    }

    private func titles() -> [TitleScanner.Title] {
        var found: [TitleScanner.Title] = []
        var depth = 0
        var floor = 0
        var basis: Int?  // behind the 根据 whose list is being read
        var sentence = 0
        // What is known of the sentence in which a 根据 stood last: asked once, so that the work is linear.
        var enacting = (end: 0, isSo: false)
        for index in text.indices {
            switch text[index] {
            case "《": depth += 1
            case "》":
                depth = max(0, depth - 1)
                floor = index + 1
            case "，", ",", "制", "订": basis = nil
            case "。", "；":
                basis = nil
                sentence = index + 1
            case "根", "依", "遵":
                guard depth == 0, let length = LawWords.basis.match(text, at: index, before: text.count) else {
                    continue
                }
                if index >= enacting.end {
                    let end = text[index...].firstIndex(where: \.endsSentence) ?? text.count
                    enacting = (end, CitationLexicon.enacts(text, sentence..<end))
                }
                if enacting.isSo { basis = index + length }
            case "法", "典", "例", "则", "程":
                guard depth == 0, let range = name(endingAt: index + 1, floor: floor, basis: basis) else { continue }
                let scalars = text[range].filter { !$0.isBlank }
                found.append(TitleScanner.Title(range: range, title: scalars.string, scalars: scalars))
                floor = index + 1
            default: break
            }
        }
        return found
    }

    /// The name that ends before an offset, where what stands around it shows that it is one.
    private func name(endingAt end: Int, floor: Int, basis: Int?) -> Range<Int>? {
        let isLaw = "法典".unicodeScalars.contains(text[end - 1]) || endsWith("条例", end)
        guard isLaw || LawWords.rules.endsWith(text, in: max(floor, end - 4)..<end), !goesOn(end) else { return nil }
        let start = start(endingAt: end, floor: floor)
        // 本法施行细则 and 本院议事规则 are the document's own, or known by another name.
        guard end - start <= Self.longest, start == 0 || text[start - 1] != "本" else { return nil }
        let name = text[start..<end].filter { !$0.isBlank }
        if hasArticle(behind: end) {
            return isName(name, isLaw: isLaw, needsProof: false) ? start..<end : nil
        }
        guard isLaw, isName(name, isLaw: true, needsProof: true) else { return nil }
        if let basis, end - basis < 80, start >= basis, name.last != "例" || name.count > 4 {
            let isEnd = end >= text.count || text[end].isComma || "、和与及的（(".unicodeScalars.contains(text[end])
            if isEnd || LawWords.behind.match(text, at: end, before: text.count) != nil { return start..<end }
        }
        let lead = max(floor, start - 4)..<start
        return LawWords.prepositions.endsWith(text, in: lead)
            && LawWords.behind.match(text, at: behindBracket(end), before: text.count) != nil ? start..<end : nil
    }

    /// Whether the last character is the beginning of another word: 法律, 典型, 法定, 准则 within a longer name.
    private func goesOn(_ end: Int) -> Bool {
        // 依某法规定 has no 法规 in it.
        guard end < text.count, !text.has("规定", at: end) || text.has("规定期", at: end) else { return false }
        return LawWords.goesOn.match(text, at: end - 1, before: text.count) != nil
    }

    private func endsWith(_ word: String, _ end: Int) -> Bool {
        let length = word.unicodeScalars.count
        return end >= length && text.has(word, at: end - length)
    }

    // MARK: What stands behind

    /// Whether an article of the instrument follows: 第三条, （以下简称本法）第三条, 施行细则 aside.
    private func hasArticle(behind end: Int) -> Bool {
        let index = behindBracket(end)
        guard index < text.count, text[index] == "第", let number = Numeral.scan(text, at: index + 1) else {
            return false
        }
        var next = number.end
        while next < text.count, text[next].isBlank || text[next] == "-" || text[next].decimalDigit != nil { next += 1 }
        return next < text.count && "条点章节".unicodeScalars.contains(text[next])
    }

    /// The offset behind a bracket that gives the name a shorter one, and blanks.
    private func behindBracket(_ end: Int) -> Int {
        var index = end
        while index < text.count, text[index].isBlank { index += 1 }
        guard index < text.count, text[index] == "（" || text[index] == "(" else { return index }
        let limit = min(text.count, index + 40)
        guard LawWords.shortens.first(text, in: index..<min(limit, index + 5)) != nil,
            let close = text[index..<limit].firstIndex(where: { $0 == "）" || $0 == ")" })
        else { return index }
        var next = close + 1
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }

    // MARK: Where a name begins

    /// Behind the last verb, preposition or name of another law, none of which stand in a known name or a longer word.
    private func start(endingAt end: Int, floor: Int) -> Int {
        var start = end
        let kind = kind(endingAt: end)
        while start > floor, end - start <= Self.longest, isPart(start - 1) { start -= 1 }
        var place = start
        var begin = start
        while place < end - 1 {
            if let length = LawWords.inside.match(text, at: place, before: end) {
                place += length
            } else if let length = LawWords.before.match(text, at: place, before: end), place + length < kind {
                place += length
                begin = place
            } else {
                if isJoint(place) { begin = place + 1 }
                place += 1
            }
        }
        while begin < end, text[begin].isBlank { begin += 1 }
        // A verb within a name that the document prints elsewhere cuts nothing.
        return known.length(endingAt: end, of: text, from: floor).map { min(begin, end - $0) } ?? begin
    }

    /// Where the kind begins with which a name ends; what stands right before it is no verb: 警察职权行使法, 替代役实施条例.
    private func kind(endingAt end: Int) -> Int {
        endsWith("办法", end) || endsWith("条例", end) || LawWords.rules.endsWith(text, in: max(0, end - 2)..<end)
            ? end - 2 : end - 1
    }

    /// Whether a character may be part of a name; a blank between two characters is a wrap of the print.
    private func isPart(_ index: Int) -> Bool {
        if text[index].isHan { return true }
        guard text[index].isBlank, index > 0, index + 1 < text.count else { return false }
        // 第八十条　税收征管法: the blank ends a label.
        let isLabel = "条章节款项编目点".unicodeScalars.contains(text[index - 1])
        return text[index - 1].isHan && text[index + 1].isHan && !isLabel
    }

    /// Whether a 和, 及 or 或 parts two instruments, and not two nouns of one name.
    private func isJoint(_ place: Int) -> Bool {
        guard "和与及".unicodeScalars.contains(text[place]), place > 0 else { return false }
        return "法典例则定》条项款段目程准号）".unicodeScalars.contains(text[place - 1])
    }

    private func isName(_ name: [Unicode.Scalar], isLaw: Bool, needsProof: Bool) -> Bool {
        guard name.count >= 2, let first = name.first,
            !"本该此其各同上下前后现原新旧".unicodeScalars.contains(first) || name.count > 4
        else { return false }
        if LawWords.pronouns.match(name, at: 0, before: name.count) != nil { return false }
        if LawWords.self_.endsWith(name, in: 0..<name.count) { return false }
        if isLaw, name.last != "例" {
            if LawWords.noNames.match(name, at: 0, before: name.count) == name.count { return false }
            if name.ends(with: "办法"), name.count < 5 { return false }
            guard needsProof || name.count == 2 else { return true }
            if name.count == 2 { return LawWords.shortest.match(name, at: 0, before: 2) == 2 }
            return !LawWords.noLaws.endsWith(name, in: 0..<name.count)
                || LawWords.noLawsButNames.endsWith(name, in: 0..<name.count)
        }
        // 条例 or 办法 without its subject may be any.
        return name.count >= 5
    }
}

/// Names of instruments, found where they end.
struct LawNames: Sendable {
    private var byLast: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    private static let shortest = 3

    /// Adds the title of an instrument, with and without the name of the state.
    mutating func insert(_ title: [Unicode.Scalar]) {
        let name = title.filter { !$0.isBlank }
        guard name.count >= Self.shortest, let last = name.last, "法典例则程".unicodeScalars.contains(last),
            name.allSatisfy(\.isHan), byLast[last]?.contains(name) != true
        else { return }
        byLast[last, default: []].append(name)
        byLast[last]?.sort { $0.count > $1.count }
    }

    /// The length of the longest known name that ends before an offset.
    func length(endingAt end: Int, of text: [Unicode.Scalar], from floor: Int) -> Int? {
        byLast[text[end - 1]]?.first { name in
            end - name.count >= floor && text[end - name.count..<end].elementsEqual(name)
        }?.count
    }
}
